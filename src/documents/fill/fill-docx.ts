import { strFromU8, strToU8, zipSync } from 'fflate'
import { docxParts } from '../redact/docx-parts.ts'
import { localName, parseXml, writeXml, type XmlElement } from '../redact/xml-tree.ts'
import type { WrittenBlock } from '../write/model.ts'
import { docxBlocks } from './docx-blocks.ts'
import { marksIn, paragraphsOf, printedParts, textOf, type DocxParagraph } from './docx-marks.ts'

/** What stands at the marks: words in a line, or blocks in place of a paragraph that holds nothing but the mark. */
export interface MarkValues {
  readonly texts: ReadonlyMap<string, string>
  readonly blocks: ReadonlyMap<string, readonly WrittenBlock[]>
}

/** A mark that has no value: the template and the letter do not fit each other. */
export class UnfilledMark extends Error {
  override readonly name = 'UnfilledMark'
  readonly mark: string
  constructor(mark: string) {
    super(`no value for the mark ${mark}`)
    this.mark = mark
  }
}

/**
 * Fills the marks of a Word file. Words take the look of the run in which their mark begins, blocks that of the mark's paragraph.
 * What is filled in is never searched for marks again. The same input gives the same bytes.
 * @throws UnfilledMark, UnreadableDocument
 */
export function fillDocx(bytes: Uint8Array, values: MarkValues): Uint8Array {
  const parts = docxParts(bytes)
  for (const [name, content] of Object.entries(parts)) {
    if (!printedParts.test(name)) continue
    const root = parseXml(strFromU8(content))
    for (const paragraph of paragraphsOf(root)) fillParagraph(paragraph, values)
    parts[name] = strToU8(writeXml(root))
  }
  return zipSync(parts, { mtime: new Date(1980, 0, 1), level: 6 })
}

function fillParagraph(paragraph: DocxParagraph, values: MarkValues): void {
  const marks = marksIn(paragraph.text)
  const [first] = marks
  if (first === undefined) return
  const blocks = values.blocks.get(first.name)
  if (blocks !== undefined && marks.length === 1 && isAlone(paragraph.text, first)) {
    replaceParagraph(paragraph, blocks)
    return
  }
  let at = 0
  for (const { element, run } of paragraph.texts) {
    const text = textOf(element)
    const start = at
    at += text.length
    let filled = ''
    let kept = start
    for (const mark of marks) {
      if (mark.end <= start || mark.start >= at) continue
      filled += text.slice(kept - start, Math.max(0, mark.start - start))
      if (mark.start >= start) {
        const value = values.texts.get(mark.name)
        if (value === undefined) throw new UnfilledMark(mark.name)
        filled += printable(value)
      }
      kept = Math.min(mark.end, at)
    }
    filled += text.slice(kept - start)
    if (filled !== text) setText(element, run, filled)
  }
}

/** Whether nothing but spaces stands beside the mark. */
export function isAlone(text: string, mark: { readonly start: number; readonly end: number }): boolean {
  return text.slice(0, mark.start).trim() === '' && text.slice(mark.end).trim() === ''
}

/** Characters that XML cannot hold are left out. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '').replaceAll('\r\n', '\n')
}

function setText(element: XmlElement, run: XmlElement | null, text: string): void {
  const prefix = element.name.slice(0, element.name.indexOf(':') + 1)
  const lines = text.split('\n')
  const one = (line: string): XmlElement => ({
    name: element.name,
    attributes: { ...element.attributes, 'xml:space': 'preserve' },
    children: [line],
  })
  element.attributes['xml:space'] = 'preserve'
  element.children = [lines[0] ?? '']
  if (lines.length === 1 || run === null) {
    element.children = [lines.join(' ')]
    return
  }
  const place = run.children.indexOf(element)
  if (place < 0) return
  const more = lines
    .slice(1)
    .flatMap((line): XmlElement[] => [{ name: `${prefix}br`, attributes: {}, children: [] }, one(line)])
  run.children.splice(place + 1, 0, ...more)
}

function replaceParagraph({ element, parent, texts }: DocxParagraph, blocks: readonly WrittenBlock[]): void {
  const place = parent.children.indexOf(element)
  if (place < 0) return
  const made = docxBlocks(blocks, element, texts[0]?.run ?? null)
  // A cell must hold a paragraph, and a paragraph may carry the measures of its section: then an empty one stays.
  const isLastOfCell =
    localName(parent) === 'tc' && made.at(-1) !== undefined && localName(made.at(-1)!) === 'tbl'
  const isNeeded =
    carriesSection(element) ||
    (made.length === 0 &&
      parent.children.filter((child) => typeof child !== 'string' && localName(child) === 'p').length === 1)
  const rest: XmlElement[] = isNeeded || isLastOfCell ? [emptied(element)] : []
  parent.children.splice(place, 1, ...made, ...rest)
}

const properties = (element: XmlElement): XmlElement | undefined =>
  element.children.find(
    (child): child is XmlElement => typeof child !== 'string' && localName(child) === 'pPr',
  )

function carriesSection(element: XmlElement): boolean {
  return (
    properties(element)?.children.some(
      (child) => typeof child !== 'string' && localName(child) === 'sectPr',
    ) ?? false
  )
}

function emptied(element: XmlElement): XmlElement {
  const own = properties(element)
  return { ...element, children: own === undefined ? [] : [own] }
}
