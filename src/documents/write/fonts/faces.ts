import { readFontFile, type FontFace } from './font-file.ts'

/** What a face is used for: running text, the title and the red head, first-level headings, second-level headings. */
export type FaceRole = 'body' | 'title' | 'heading' | 'second'

/** Faces asked for by GB/T 9704-2012, best first: the names under which makers ship them. Only registered files count. */
const wanted: Readonly<Record<FaceRole, readonly string[]>> = {
  body: [
    '仿宋_GB2312',
    'FangSong_GB2312',
    '方正仿宋',
    '仿宋',
    'FangSong',
    '华文仿宋',
    'STFangsong',
    'FandolFang',
  ],
  title: ['方正小标宋', 'FZXiaoBiaoSong', '小标宋', '华文中宋', 'STZhongsong'],
  heading: [
    '黑体',
    'SimHei',
    '方正黑体',
    'FZHei',
    '华文黑体',
    'STHeiti',
    'FandolHei',
    'Noto Sans SC',
    'Noto Sans CJK SC',
  ],
  second: [
    '楷体_GB2312',
    'KaiTi_GB2312',
    '方正楷体',
    'FZKai',
    '楷体',
    'KaiTi',
    '华文楷体',
    'STKaiti',
    'LXGW WenKai',
  ],
}

const roleNames: Readonly<Record<FaceRole, string>> = {
  body: '仿宋',
  title: '小标宋',
  heading: '黑体',
  second: '楷体',
}

/** The family shipped with the system; every chain ends in it. */
export const shippedFamily = 'Noto Serif SC'

/** Which family names to try for each role, in order, and who can draw which character. */
export interface FaceChains {
  readonly families: Readonly<Record<FaceRole, readonly string[]>>
  /** Roles for which no registered face was found, so that the shipped one stands in; shown to the office as a notice. */
  readonly substituted: readonly { readonly role: FaceRole; readonly wanted: string; readonly used: string }[]
  /** Characters of `text` that no face of the role's chain can draw. */
  missing(role: FaceRole, text: string): readonly string[]
}

/**
 * Chooses faces by role from the agency's registered font files and the shipped ones. Fonts that happen to be installed
 * on a machine are never named, so the same document looks the same on every machine.
 * @throws UnreadableFont when a registered file is no usable font
 */
export function chooseFaces(registered: readonly Uint8Array[], shipped: readonly Uint8Array[]): FaceChains {
  const faces = registered.flatMap((bytes) => readFontFile(bytes))
  const fallback = shipped.flatMap((bytes) => readFontFile(bytes))
  const chosen = (role: FaceRole): FontFace[] =>
    wanted[role].flatMap((name) =>
      faces.filter((face) => face.families.some((family) => isFamily(family, name))),
    )
  // A face that suits no role still helps with rare characters, before the shipped one.
  const known = new Set(roles.flatMap((role) => chosen(role)))
  const others = faces.filter((face) => !known.has(face))
  const chain = (role: FaceRole): FontFace[] => [...new Set([...chosen(role), ...others, ...fallback])]
  const names = (role: FaceRole): readonly string[] => [
    ...new Set([...chain(role).flatMap((face) => face.families), shippedFamily]),
  ]
  const families = {
    body: names('body'),
    title: names('title'),
    heading: names('heading'),
    second: names('second'),
  }
  return {
    families,
    substituted: roles
      .filter((role) => chosen(role).length === 0)
      .map((role) => ({ role, wanted: roleNames[role], used: shippedFamily })),
    missing(role, text) {
      const able = chain(role)
      return [...new Set(text)].filter((character) => {
        const code = character.codePointAt(0) ?? 0
        return !isInvisible(code) && !able.some((face) => face.covers(code))
      })
    },
  }
}

const roles: readonly FaceRole[] = ['body', 'title', 'heading', 'second']

/** Makers add suffixes (简体, _GBK, -B05S); a prefix is enough, but 仿宋 must not take 仿宋_GB2312's place in the order. */
function isFamily(family: string, name: string): boolean {
  const plain = family.toLowerCase()
  const sought = name.toLowerCase()
  return plain === sought || (/^(方正|fz|小标宋|fandol)/.test(sought) && plain.startsWith(sought))
}

/** Line breaks, the byte-order mark and joiners print nothing. */
function isInvisible(code: number): boolean {
  return code < 0x20 || (code >= 0x200b && code <= 0x200d) || code === 0xfeff || code === 0x2060
}
