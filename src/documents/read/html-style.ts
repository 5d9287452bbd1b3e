import type { HtmlElement } from './html-nodes.ts'

/** The properties that decide whether a reader sees a text. */
export type Declarations = Readonly<Record<string, string>>

/** What an element passes on to its children. */
export interface Inherited {
  /** Why nothing below can be seen, as a stable word; absent while it can. */
  readonly hiddenBy?: string
  readonly unseen?: 'visibility' | 'fontSize'
  readonly color?: string
  /** The nearest background known; absent when a style sheet we did not see may have painted it. */
  readonly background?: string
  readonly preformatted: boolean
}

export const pageStart: Inherited = { background: 'ffffff', preformatted: false }

const watched =
  /^(?:display|visibility|color|background|background-color|background-image|font-size|position|left|top|text-indent|opacity|height|width|max-height|overflow|white-space|mso-hide|clip|clip-path|margin-left)$/
const readableByAssistants =
  /(?:^|[\s_-])(?:sr-?only|visually-?hidden|screen-?reader(?:-text)?|skip(?:-?(?:link|nav|to[\w-]*))?|a11y-?hidden)(?:$|[\s_-])/i

/** Parses a `style` attribute, keeping only what concerns visibility. */
export function parseDeclarations(style: string): Declarations {
  const found: Record<string, string> = {}
  for (const part of style.slice(0, 4000).split(';')) {
    const colon = part.indexOf(':')
    if (colon < 0) continue
    const name = part.slice(0, colon).trim().toLowerCase()
    if (!watched.test(name)) continue
    found[name] = part
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase()
  }
  return found
}

/** The page's own simple rules (`tag`, `.class`, `#id`, `tag.class`): enough for the tricks that hide injected text. */
export class PageStyles {
  private readonly rules = new Map<string, Declarations>()
  /** A sheet of another file, or a rule too complex to follow, may colour any element that has a class or id. */
  hasUnknownRules = false

  /** Adds the text of one `style` element; media queries and complex selectors are left out. */
  add(sheet: string): void {
    const css = sheet.slice(0, 300_000).replace(/\/\*[^]*?\*\/|<!--|-->/g, '')
    let at = 0
    while (at < css.length) {
      const open = css.indexOf('{', at)
      if (open < 0) return
      const selectors = css.slice(at, open).trim()
      if (selectors.startsWith('@')) {
        at = afterBlock(css, open)
        continue
      }
      const close = css.indexOf('}', open)
      if (close < 0) return
      at = close + 1
      const declarations = parseDeclarations(css.slice(open + 1, close))
      if (Object.keys(declarations).length === 0) continue
      for (const selector of selectors.slice(0, 2000).split(',')) {
        const key = selector.trim().toLowerCase()
        if (/^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/.test(key) && key !== '') {
          this.rules.set(key, { ...this.rules.get(key), ...declarations })
        } else this.hasUnknownRules = true
      }
    }
  }

  /** What the page's rules and the element's own attributes say, the nearer winning. */
  of(element: HtmlElement): Declarations {
    const { attributes, tag } = element
    let found: Declarations | undefined
    const take = (more: Declarations | undefined): void => {
      if (more) found = found ? { ...found, ...more } : more
    }
    if (this.rules.size > 0) {
      take(this.rules.get(tag))
      if (attributes['class']) {
        for (const name of attributes['class'].toLowerCase().split(/\s+/, 20)) {
          take(this.rules.get(`.${name}`))
          take(this.rules.get(`${tag}.${name}`))
        }
      }
      if (attributes['id']) take(this.rules.get(`#${attributes['id'].toLowerCase()}`))
    }
    if (attributes['bgcolor']) take({ 'background-color': attributes['bgcolor'].toLowerCase() })
    if (tag === 'font' && attributes['color']) take({ color: attributes['color'].toLowerCase() })
    if (attributes['style']) take(parseDeclarations(attributes['style']))
    return found ?? none
  }
}

const none: Declarations = {}

function afterBlock(css: string, open: number): number {
  let depth = 0
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1
    else if (css[at] === '}') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return css.length
}

/** Whether the element exists for screen readers or keyboards only: unseen by design, not hidden. */
export function isForAssistants(element: HtmlElement): boolean {
  const { attributes } = element
  return (
    (attributes['class'] !== undefined && readableByAssistants.test(attributes['class'])) ||
    (attributes['id'] !== undefined && readableByAssistants.test(attributes['id']))
  )
}

/** What the element's children inherit, and whether they can be seen. */
export function inherit(element: HtmlElement, parent: Inherited, styles: PageStyles): Inherited {
  const { attributes, tag } = element
  const plain = attributes['style'] === undefined && attributes['hidden'] === undefined
  const said = styles.of(element)
  if (plain && said === none && tag !== 'pre' && tag !== 'textarea' && tag !== 'marquee') {
    if (parent.background === undefined || !styles.hasUnknownRules) return parent
    return attributes['class'] === undefined && attributes['id'] === undefined ? parent : without(parent)
  }
  let hiddenBy = parent.hiddenBy
  if (hiddenBy === undefined) hiddenBy = hidingWay(element, said)
  let unseen = parent.unseen
  if (said['visibility'] === 'hidden' || said['visibility'] === 'collapse') unseen = 'visibility'
  else if (said['visibility'] === 'visible' && unseen === 'visibility') unseen = undefined
  const size = said['font-size']
  if (size !== undefined) {
    if (/^0(?:\.0*)?(?:px|pt|em|rem|%)?$/.test(size)) unseen = 'fontSize'
    else if (unseen === 'fontSize' && !/(?:em|%)$/.test(size)) unseen = undefined
  }
  const painted = said['background-color'] ?? said['background']
  let background = parent.background
  if (said['background-image'] || (said['background'] && /url|gradient/.test(said['background'])))
    background = undefined
  else if (painted !== undefined) {
    const color = colorOf(painted.split(/\s+/)[0] ?? '')
    if (color !== 'transparent') background = color
  } else if (
    styles.hasUnknownRules &&
    (attributes['class'] !== undefined || attributes['id'] !== undefined)
  ) {
    background = undefined
  }
  const color = said['color'] === undefined ? parent.color : (colorOf(said['color']) ?? parent.color)
  const space = said['white-space']
  return {
    ...(hiddenBy !== undefined && { hiddenBy }),
    ...(unseen !== undefined && { unseen }),
    ...(color !== undefined && { color }),
    ...(background !== undefined && { background }),
    preformatted:
      space === undefined
        ? parent.preformatted || tag === 'pre' || tag === 'textarea'
        : space.startsWith('pre'),
  }
}

function without({ hiddenBy, unseen, color, preformatted }: Inherited): Inherited {
  return {
    ...(hiddenBy !== undefined && { hiddenBy }),
    ...(unseen !== undefined && { unseen }),
    ...(color !== undefined && { color }),
    preformatted,
  }
}

/** The way a text below cannot be seen, or undefined when it can. */
export function hiddenWay(style: Inherited): string | undefined {
  if (style.hiddenBy !== undefined) return style.hiddenBy
  if (style.unseen !== undefined) return style.unseen
  if (style.color !== undefined && style.background !== undefined && near(style.color, style.background))
    return 'color'
  return undefined
}

function hidingWay(element: HtmlElement, said: Declarations): string | undefined {
  const { attributes, tag } = element
  if (said['display'] === 'none' || attributes['hidden'] !== undefined) return 'display'
  if (said['mso-hide'] === 'all') return 'display'
  if (said['opacity'] !== undefined && Number.parseFloat(said['opacity']) === 0) return 'opacity'
  const away = (value: string | undefined): boolean => value !== undefined && Number.parseFloat(value) <= -500
  if (
    (said['position'] === 'absolute' || said['position'] === 'fixed') &&
    (away(said['left']) || away(said['top']))
  ) {
    return 'offScreen'
  }
  if (away(said['text-indent']) || away(said['margin-left'])) return 'offScreen'
  const clipped = said['overflow'] === 'hidden'
  if (clipped && (tiny(said['height']) || tiny(said['width']) || tiny(said['max-height']))) return 'clipped'
  if (tag === 'marquee' && (tiny(attributes['height']) || tiny(attributes['width']))) return 'clipped'
  return undefined
}

function tiny(length: string | undefined): boolean {
  return length !== undefined && /^[0-2](?:\.\d*)?(?:px|pt)?$/.test(length)
}

const namedColors: Readonly<Record<string, string>> = {
  white: 'ffffff',
  black: '000000',
  red: 'ff0000',
  blue: '0000ff',
  green: '008000',
  yellow: 'ffff00',
  gray: '808080',
  grey: '808080',
  silver: 'c0c0c0',
  snow: 'fffafa',
  ivory: 'fffff0',
  whitesmoke: 'f5f5f5',
}

/** `rrggbb`, `transparent`, or undefined when the value is not a colour we know. */
export function colorOf(value: string): string | undefined {
  if (value === 'transparent') return 'transparent'
  if (namedColors[value] !== undefined) return namedColors[value]
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/.exec(value)?.[1]
  if (hex !== undefined) return hex.length === 6 ? hex : hex.replace(/./g, '$&$&')
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+))?\s*\)$/.exec(value)
  if (!parts) return undefined
  if (parts[4] !== undefined && Number(parts[4]) === 0) return 'transparent'
  return [parts[1], parts[2], parts[3]]
    .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'))
    .join('')
}

/** Two colours no eye can tell apart on a screen. */
function near(a: string, b: string): boolean {
  if (a === 'transparent') return true
  for (let at = 0; at < 6; at += 2) {
    if (Math.abs(Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16)) > 8)
      return false
  }
  return true
}
