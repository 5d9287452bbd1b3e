import type { DocTree, HiddenText, Link, ReadingNote } from '../tree.ts'
import { finishTree, framedParagraphs, isFrame, type DraftBlock, type DraftTable } from './draft.ts'
import { seatCells, type ListedCell } from './grid.ts'
import { hiddenWay, inherit, isForAssistants, pageStart, PageStyles, type Inherited } from './html-style.ts'
import { firstElement, parsePage, plainTextOf, type HtmlElement, type HtmlText } from './html-nodes.ts'
import { beyondLimit, inMegabytes, type ReadLimits } from './limits.ts'
import { ZeroWidths } from './zero-width.ts'

/** Elements that never show text of the page. */
const silent = new Set(
  'script style head title meta link noscript template iframe object embed applet svg math canvas audio video map select datalist noframes'.split(
    ' ',
  ),
)
/**
 * Elements that begin a block of their own. Everything else stands in the running line, as in a browser: elements nobody knows
 * as well, so that Word's `o:p` and `st1:chsdate` part no sentence.
 */
const blockLevel = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp caption textarea #root'.split(
    ' ',
  ),
)
const rowGroups = new Set(['thead', 'tbody', 'tfoot'])

/** Links and hidden texts kept of one page: a hijacked page can carry tens of thousands. */
const keptFindings = 20_000
/** A cell longer than this holds a page's body, not a figure or a label. */
const longestCell = 2_000

interface Reading {
  readonly styles: PageStyles
  readonly limits: ReadLimits
  readonly links: Link[]
  readonly hidden: HiddenText[]
  readonly zeroWidths: ZeroWidths
  /** Take hidden text as visible: the page's own script would show it. */
  readonly unveil: boolean
}

/**
 * Reads a web page (also Word's "web page" files). Real tables become grids; tables that only lay out the page dissolve into
 * their paragraphs. Text that a visitor does not see is kept apart. `source` is the decoded text.
 */
export function readHtml(source: string, encoding: string, limits: ReadLimits): DocTree {
  if (source.length > limits.htmlBytes) {
    throw beyondLimit('htmlTooLarge', `网页超过 ${inMegabytes(limits.htmlBytes)}`)
  }
  const { root, repaired } = parsePage(source, limits)
  const styles = new PageStyles()
  const meta: Record<string, string> = {}
  collectHead(root, styles, meta)
  const notes: ReadingNote[] = []
  if (repaired) {
    notes.push({ code: 'html.repaired', sentence: '网页标签有缺漏或交错，已按浏览器的规则补全后读取。' })
  }
  const read = (unveil: boolean): { blocks: DraftBlock[]; reading: Reading } => {
    const reading: Reading = { styles, limits, links: [], hidden: [], zeroWidths: new ZeroWidths(), unveil }
    const flow = new Flow(reading)
    flow.walk(root, pageStart)
    flow.endLine()
    return { blocks: flow.blocks, reading }
  }
  let { blocks, reading } = read(false)
  if (hidesTheReport(blocks, reading.hidden)) {
    ;({ blocks, reading } = read(true))
    notes.push({
      code: 'html.unveiled',
      sentence: '网页的主要内容由脚本控制显示，已按可见内容读取。',
    })
  }
  const title = firstElement(root, 'title')
  return finishTree(
    {
      format: 'html',
      encoding,
      ...(title && { title: plainTextOf(title).replace(/\s+/g, ' ').trim() }),
      meta,
      blocks,
      links: reading.links,
      hidden: reading.hidden,
      notes: [...notes, ...reading.zeroWidths.notes()],
    },
    limits,
  )
}

/** The blocks of a piece of a page that stands inside another text; its first line is line `before` + 1 of that text. */
export function blocksOfHtml(source: string, limits: ReadLimits, before: number): DraftBlock[] {
  const { root } = parsePage(source, limits)
  const flow = new Flow({
    styles: new PageStyles(),
    limits,
    links: [],
    hidden: [],
    zeroWidths: new ZeroWidths(),
    unveil: false,
  })
  flow.walk(root, pageStart)
  flow.endLine()
  const moved = <P extends { readonly line?: number } | undefined>(place: P): P =>
    place === undefined ? place : { ...place, line: (place.line ?? 1) + before }
  return flow.blocks.map((one) =>
    one.kind === 'table'
      ? {
          ...one,
          place: moved(one.place),
          cells: one.cells.map((cell) => ({ ...cell, ...(cell.place && { place: moved(cell.place) }) })),
        }
      : { ...one, place: moved(one.place) },
  )
}

/** Pages that show their text by script keep it in a hidden element; then almost nothing is visible. */
function hidesTheReport(blocks: readonly DraftBlock[], hidden: readonly HiddenText[]): boolean {
  let unseen = 0
  for (const { text, how } of hidden) if (how === 'display' || how === 'visibility') unseen += text.length
  if (unseen < 500) return false
  let seen = 0
  for (const block of blocks) {
    if (block.kind === 'table') for (const cell of block.cells) seen += cell.text.length
    else seen += block.text.length
  }
  return seen * 3 < unseen
}

function collectHead(node: HtmlElement, styles: PageStyles, meta: Record<string, string>): void {
  for (const child of node.children) {
    if (child.kind !== 'element') continue
    const { attributes } = child
    if (child.tag === 'style') styles.add(plainTextOf(child))
    else if (child.tag === 'link' && /stylesheet/i.test(attributes['rel'] ?? ''))
      styles.hasUnknownRules = true
    else if (child.tag === 'meta') {
      const name = attributes['name'] ?? attributes['property'] ?? attributes['http-equiv']
      if (name && attributes['content'] && Object.keys(meta).length < 200) {
        meta[name.toLowerCase()] = attributes['content'].slice(0, 2000)
      }
    } else collectHead(child, styles, meta)
  }
}

/** One running text: the page, or the inside of one cell. */
class Flow {
  readonly blocks: DraftBlock[] = []
  private readonly reading: Reading
  private line = ''
  private lineStart = 0
  private level: number | undefined
  /** A blank was met and waits for the next word. */
  private blank = false

  constructor(reading: Reading) {
    this.reading = reading
  }

  endLine(): void {
    const text = this.line.replaceAll('\u00a0', ' ').trim()
    if (text !== '') {
      const place = { line: this.lineStart }
      this.blocks.push(
        this.level === undefined
          ? { kind: 'paragraph', text, place }
          : { kind: 'heading', level: this.level, text, place },
      )
    }
    this.line = ''
    this.blank = false
  }

  walk(parent: HtmlElement, style: Inherited): void {
    for (const node of parent.children) {
      if (node.kind === 'text') this.addText(node, style)
      else this.addElement(node, style)
    }
  }

  private addElement(node: HtmlElement, parentStyle: Inherited): void {
    const { tag } = node
    if (silent.has(tag)) return
    if (tag === 'br') return this.endLine()
    if (tag === 'hr') return this.endLine()
    if (tag === 'input' || tag === 'img' || tag === 'wbr') return
    if (tag === 'dialog' && node.attributes['open'] === undefined) return
    const style = this.reading.unveil ? parentStyle : inherit(node, parentStyle, this.reading.styles)
    if (tag === 'a' && node.attributes['href'] && this.reading.links.length < keptFindings) {
      const text = plainTextOf(node).replace(/\s+/g, ' ').trim()
      this.reading.links.push({ href: node.attributes['href'].trim(), text, place: { line: node.line } })
    }
    if (style !== parentStyle && hiddenWay(style) !== undefined && isForAssistants(node)) return
    if (isForAssistants(node) && style.hiddenBy !== undefined) return
    if (style.hiddenBy !== undefined && parentStyle.hiddenBy === undefined) {
      this.keepHidden(node, style.hiddenBy)
      this.keepLinksBelow(node)
      return
    }
    if (tag === 'table') {
      this.endLine()
      for (const block of readTable(node, style, this.reading)) this.blocks.push(block)
      return
    }
    if (!blockLevel.has(tag)) return this.walk(node, style)
    this.endLine()
    const outer = this.level
    const heading = /^h([1-6])$/.exec(tag)
    if (heading) this.level = Number(heading[1])
    else if (tag === 'p') this.level = wordHeading(node) ?? outer
    this.walk(node, style)
    this.endLine()
    this.level = outer
  }

  private addText(node: HtmlText, style: Inherited): void {
    const how = this.reading.unveil ? undefined : hiddenWay(style)
    if (how !== undefined) {
      const text = node.text.replace(/\s+/g, ' ').trim()
      if (text !== '' && this.reading.hidden.length < keptFindings) {
        this.reading.hidden.push({ text, how, place: { line: node.line } })
      }
      return
    }
    const text = this.reading.zeroWidths.taken(node.text, { line: node.line })
    if (style.preformatted) {
      const lines = text.split('\n')
      lines.forEach((part, index) => {
        if (index > 0) this.endLine()
        if (this.line === '') this.lineStart = node.line + index
        this.line += part.replace(/\r/g, '')
      })
      return
    }
    // Only the blanks of HTML collapse; full-width blanks and non-breaking ones are part of the text.
    const words = text.split(/[ \t\r\n\f]+/)
    words.forEach((word, index) => {
      if (index > 0) this.blank = true
      if (word === '') return
      if (this.line === '') this.lineStart = lineWithin(node, text, index)
      else if (this.blank) this.line += ' '
      this.blank = false
      this.line += word
    })
  }

  private keepHidden(node: HtmlElement, how: string): void {
    const text = visibleText(node).replace(/\s+/g, ' ').trim()
    if (text !== '' && this.reading.hidden.length < keptFindings) {
      this.reading.hidden.push({ text, how, place: { line: node.line } })
    }
  }

  private keepLinksBelow(node: HtmlElement): void {
    for (const child of node.children) {
      if (child.kind !== 'element') continue
      if (child.tag === 'a' && child.attributes['href'] && this.reading.links.length < keptFindings) {
        const text = plainTextOf(child).replace(/\s+/g, ' ').trim()
        this.reading.links.push({ href: child.attributes['href'].trim(), text, place: { line: child.line } })
      }
      this.keepLinksBelow(child)
    }
  }
}

/** The source line of a word that does not stand first in its text node: only the leading line breaks matter. */
function lineWithin(node: HtmlText, text: string, wordIndex: number): number {
  if (wordIndex === 0) return node.line
  const lead = /^[ \t\r\n\f]+/.exec(text)?.[0] ?? ''
  return node.line + (lead.match(/\n/g)?.length ?? 0)
}

/** Text below an element without scripts and styles. */
function visibleText(node: HtmlElement): string {
  const parts: string[] = []
  const visit = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (child.kind === 'text') parts.push(child.text)
      else if (!silent.has(child.tag)) visit(child)
    }
    if (blockLevel.has(element.tag)) parts.push(' ')
  }
  visit(node)
  return parts.join('')
}

/** Word's saved pages mark headings by class (`MsoHeading1`) or by outline level. */
function wordHeading(node: HtmlElement): number | undefined {
  const { attributes } = node
  const marked =
    /(?:^|\s)Mso(?:Heading|Title)([1-6])?/i.exec(attributes['class'] ?? '') ??
    /mso-outline-level:\s*([1-6])/i.exec(attributes['style'] ?? '')
  return marked ? Number(marked[1] ?? 1) : undefined
}

interface Cell {
  readonly node: HtmlElement
  readonly blocks: DraftBlock[]
}

function readTable(table: HtmlElement, style: Inherited, reading: Reading): DraftBlock[] {
  const before: DraftBlock[] = []
  const rows: Cell[][] = []
  const readCell = (node: HtmlElement, rowStyle: Inherited): Cell => {
    const flow = new Flow(reading)
    const cellStyle = reading.unveil ? rowStyle : inherit(node, rowStyle, reading.styles)
    if (cellStyle.hiddenBy === undefined || reading.unveil) {
      flow.walk(node, cellStyle)
      flow.endLine()
    } else {
      const text = visibleText(node).replace(/\s+/g, ' ').trim()
      if (text !== '') reading.hidden.push({ text, how: cellStyle.hiddenBy, place: { line: node.line } })
    }
    return { node, blocks: flow.blocks }
  }
  const readRows = (parent: HtmlElement, parentStyle: Inherited): void => {
    for (const child of parent.children) {
      if (child.kind !== 'element') continue
      const childStyle = reading.unveil ? parentStyle : inherit(child, parentStyle, reading.styles)
      if (rowGroups.has(child.tag)) readRows(child, childStyle)
      else if (child.tag === 'tr') {
        const cells = child.children.filter(
          (node): node is HtmlElement => node.kind === 'element' && (node.tag === 'td' || node.tag === 'th'),
        )
        // A row switched off as a whole is no row of the table the visitor sees.
        if (childStyle.hiddenBy !== undefined && parentStyle.hiddenBy === undefined) {
          const text = visibleText(child).replace(/\s+/g, ' ').trim()
          if (text !== '')
            reading.hidden.push({ text, how: childStyle.hiddenBy, place: { line: child.line } })
        } else rows.push(cells.map((cell) => readCell(cell, childStyle)))
      } else if (child.tag === 'caption') {
        const flow = new Flow(reading)
        flow.walk(child, childStyle)
        flow.endLine()
        for (const block of flow.blocks) before.push(block)
      }
    }
  }
  readRows(table, style)
  if (laysOutThePage(rows)) return [...before, ...rows.flat().flatMap((cell) => cell.blocks)]
  const listed = rows.map((cells) => cells.map(listCell))
  const grid = seatCells(listed, reading.limits)
  if (grid.cells.every((cell) => cell.text === '')) return before
  if (isFrame(grid)) return [...before, ...framedParagraphs(grid)]
  const own: DraftTable = { kind: 'table', ...grid, method: 'markup', place: { line: table.line } }
  return [...before, own]
}

function listCell({ node, blocks }: Cell): ListedCell {
  return {
    text: blocks.map(blockText).join('\n'),
    rowspan: spanOf(node.attributes['rowspan'], true),
    colspan: spanOf(node.attributes['colspan'], false),
    place: { line: node.line },
  }
}

function spanOf(value: string | undefined, zeroReachesEnd: boolean): number {
  const span = value === undefined ? 1 : Number.parseInt(value, 10)
  if (!Number.isFinite(span) || span < 0) return 1
  return span === 0 && !zeroReachesEnd ? 1 : span
}

function blockText(block: DraftBlock): string {
  if (block.kind !== 'table') return block.text
  const lines: string[] = []
  let row = -1
  for (const cell of block.cells) {
    if (cell.row === row) lines[lines.length - 1] += `\t${cell.text}`
    else lines.push(cell.text)
    row = cell.row
  }
  return lines.join('\n')
}

/**
 * A table that only places things on the page: tables stand inside its cells, or one of its cells holds a whole article.
 * A table of many small cells of which a few hold a little table stays a table.
 */
function laysOutThePage(rows: readonly (readonly Cell[])[]): boolean {
  let cells = 0
  let withTables = 0
  let longest = 0
  for (const row of rows) {
    for (const { blocks } of row) {
      cells += 1
      let length = 0
      let hasTable = false
      for (const block of blocks) {
        if (block.kind === 'table') hasTable = true
        else length += block.text.length
      }
      if (hasTable) withTables += 1
      longest = Math.max(longest, length)
    }
  }
  if (longest > longestCell) return true
  if (withTables > 0) return withTables * 10 >= cells
  return rows.length === 1 && longest > 400
}
