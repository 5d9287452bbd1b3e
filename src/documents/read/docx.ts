import { UnreadableDocument, type DocTree, type HiddenText, type Link, type ReadingNote } from '../tree.ts'
import { DocxBody } from './docx-body.ts'
import { readWordStyles, type WordStyle } from './docx-styles.ts'
import { finishTree, type DraftBlock } from './draft.ts'
import type { ReadLimits } from './limits.ts'
import { ListNumbers } from './list-numbers.ts'
import { streamXml } from './xml.ts'
import { ZeroWidths } from './zero-width.ts'
import { unpackZip } from './zip.ts'

const wantedPart =
  /^(?:word\/(?:[^/]*document[^/]*|numbering|styles|footnotes|endnotes|header\d*|footer\d*)\.xml|word\/_rels\/[^/]+\.rels|docProps\/core\.xml|_rels\/\.rels)$/i

/**
 * Reads a Word document (docx): text in order with its automatic numbers, tables as grids, insertions taken and deletions
 * left out as the final text shows them, text boxes once, footnotes at the end. Pictures and embedded objects are ignored.
 */
export function readDocx(bytes: Uint8Array, limits: ReadLimits): DocTree {
  const parts = new Map<string, Uint8Array>()
  for (const [name, part] of unpackZip(
    bytes,
    (entry) => wantedPart.test(entry.replaceAll('\\', '/')),
    limits,
  )) {
    parts.set(name.replaceAll('\\', '/'), part)
  }
  const mainName = mainPart(parts, limits)
  const main = parts.get(mainName)
  if (!main) {
    throw new UnreadableDocument('damagedDocx', '这份 Word 文件缺少正文部分，可能没有保存完整。')
  }
  const numbers = new ListNumbers()
  const numbering = parts.get('word/numbering.xml')
  if (numbering) numbers.load(numbering, limits)
  const stylePart = parts.get('word/styles.xml')
  const styles: Map<string, WordStyle> = stylePart ? readWordStyles(stylePart, limits) : new Map()
  const meta: Record<string, string> = {}
  const core = parts.get('docProps/core.xml')
  if (core) readProperties(core, meta, limits)

  const blocks: DraftBlock[] = []
  const links: Link[] = []
  const hidden: HiddenText[] = []
  const notes: ReadingNote[] = []
  const zeroWidths = new ZeroWidths()
  const readPart = (name: string, part: Uint8Array): DraftBlock[] => {
    const targets = readTargets(parts.get(relationsOf(name)), limits)
    const body = new DocxBody({ numbers, styles, targets, links, hidden, notes, zeroWidths, limits })
    streamXml(part, body, limits)
    return body.finish()
  }
  for (const block of readPart(mainName, main)) blocks.push(block)
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) {
    const part = parts.get(name)
    if (part) for (const block of readPart(name, part)) blocks.push(block)
  }
  // Running heads are not part of the report's text, but a foreign agency's name in one is worth seeing.
  for (const [name, part] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kind = /^word\/(header|footer)\d*\.xml$/.exec(name)?.[1]
    if (kind === undefined) continue
    const text = readPart(name, part)
      .map((block) => (block.kind === 'table' ? block.cells.map((cell) => cell.text).join(' ') : block.text))
      .join(' ')
      .trim()
    if (text !== '') meta[kind] = meta[kind] === undefined ? text : `${meta[kind]} ${text}`
  }
  return finishTree(
    {
      format: 'docx',
      ...(meta['title'] !== undefined && { title: meta['title'] }),
      meta,
      blocks,
      links,
      hidden,
      notes: [...notes, ...zeroWidths.notes()],
    },
    limits,
  )
}

/** The main part is named by the package's relationships; nearly always it is word/document.xml. */
function mainPart(parts: ReadonlyMap<string, Uint8Array>, limits: ReadLimits): string {
  if (parts.has('word/document.xml')) return 'word/document.xml'
  let main = 'word/document.xml'
  const relations = parts.get('_rels/.rels')
  if (relations) {
    streamXml(
      relations,
      {
        open: (name, attributes) => {
          if (name === 'Relationship' && (attributes['Type'] ?? '').endsWith('/officeDocument')) {
            main = (attributes['Target'] ?? main).replace(/^\//, '')
          }
        },
      },
      limits,
    )
  }
  return main
}

function relationsOf(partName: string): string {
  const slash = partName.lastIndexOf('/')
  return `${partName.slice(0, slash)}/_rels/${partName.slice(slash + 1)}.rels`
}

function readTargets(bytes: Uint8Array | undefined, limits: ReadLimits): Map<string, string> {
  const targets = new Map<string, string>()
  if (!bytes) return targets
  streamXml(
    bytes,
    {
      open: (name, attributes) => {
        if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '')
      },
    },
    limits,
  )
  return targets
}

/** Title, author, dates and the like from `docProps/core.xml`. */
function readProperties(bytes: Uint8Array, meta: Record<string, string>, limits: ReadLimits): void {
  let current = ''
  streamXml(
    bytes,
    {
      open: (name) => {
        current = name
      },
      close: () => {
        current = ''
      },
      text: (text) => {
        if (current !== '' && text.trim() !== '')
          meta[current] = ((meta[current] ?? '') + text).slice(0, 2000)
      },
    },
    limits,
  )
}
