import type { HiddenText, Link, ReadingNote } from '../tree.ts'
import type { WordStyle } from './docx-styles.ts'
import { framedParagraphs, isFrame, type DraftBlock } from './draft.ts'
import { withoutEmptyTracks, type SeatedCell } from './grid.ts'
import { beyondLimit, type ReadLimits } from './limits.ts'
import type { ListNumbers } from './list-numbers.ts'
import { attribute, type XmlAttributes, type XmlListener } from './xml.ts'
import type { ZeroWidths } from './zero-width.ts'

/** What a part needs from the rest of its package. */
export interface DocxSurroundings {
  readonly numbers: ListNumbers
  readonly styles: ReadonlyMap<string, WordStyle>
  /** Relationship id to target. */
  readonly targets: ReadonlyMap<string, string>
  readonly links: Link[]
  readonly hidden: HiddenText[]
  readonly notes: ReadingNote[]
  readonly zeroWidths: ZeroWidths
  readonly limits: ReadLimits
}

interface Paragraph {
  text: string
  style?: string
  outline?: number
  listId?: string
  listLevel?: number
  /** Text boxes anchored in the paragraph come after it. */
  readonly after: DraftBlock[]
}

interface OpenCell {
  row: number
  column: number
  colspan: number
  continues: boolean
  readonly blocks: DraftBlock[]
}

interface OpenTable {
  row: number
  column: number
  columns: number
  readonly cells: (SeatedCell & { rowspan: number })[]
  /** For each column, the index in `cells` of the cell that a vertical merge would continue. */
  readonly above: Map<number, number>
}

interface OpenLink {
  readonly href: string
  text: string
}

/** Elements whose whole content is not text of the page. */
const ignored = new Set(['del', 'moveFrom', 'instrText', 'delText', 'rt', 'sectPr', 'tblGrid', 'object'])

/**
 * Listens to one body-like part of WordprocessingML and gathers its blocks. Tables nest; text boxes hold blocks of their own;
 * of an alternate content only the first choice counts.
 */
export class DocxBody implements XmlListener {
  private readonly around: DocxSurroundings
  /** Where finished blocks go: the part, then the cells and text boxes that are open. */
  private readonly sinks: DraftBlock[][] = [[]]
  private readonly paragraphs: Paragraph[] = []
  private readonly tables: OpenTable[] = []
  private readonly cells: OpenCell[] = []
  private readonly linksOpen: OpenLink[] = []
  private readonly path: string[] = []
  /** Depth at which an ignored element was opened; 0 when none is. */
  private ignoredFrom = 0
  private inText = false
  private inProperties = 0
  private runHidden: string | undefined
  private readonly alternatives: { taken: boolean }[] = []

  constructor(around: DocxSurroundings) {
    this.around = around
  }

  /** The blocks of the part; open elements of a damaged file are closed. */
  finish(): DraftBlock[] {
    return this.sinks[0] ?? []
  }

  open(name: string, attributes: XmlAttributes): void {
    this.path.push(name)
    if (this.ignoredFrom > 0) return
    if (ignored.has(name)) return this.ignore()
    if (this.inProperties > 0) this.inProperties += 1
    const paragraph = this.paragraphs.at(-1)
    const table = this.tables.at(-1)
    const cell = this.cells.at(-1)
    switch (name) {
      case 'p':
        this.paragraphs.push({ text: '', after: [] })
        return
      case 'pPr':
      case 'rPr':
      case 'tcPr':
      case 'trPr':
      case 'tblPr':
      case 'sdtPr':
        if (this.inProperties === 0) this.inProperties = 1
        if (name === 'rPr') this.runHidden = undefined
        return
      case 'r':
        this.runHidden = undefined
        return
      case 't':
        this.inText = true
        return
      case 'tab':
      case 'ptab':
        if (this.inProperties === 0) this.add('\t')
        return
      case 'br':
      case 'cr':
        if (this.inProperties === 0 && attribute(attributes, 'type') === undefined) this.add('\n')
        return
      case 'noBreakHyphen':
        this.add('-')
        return
      case 'sym':
        this.add(symbolOf(attributes))
        return
      case 'hyperlink': {
        const href = this.around.targets.get(attribute(attributes, 'id') ?? '')
        this.linksOpen.push({ href: href ?? '', text: '' })
        return
      }
      case 'tbl':
        this.tables.push({ row: -1, column: 0, columns: 0, cells: [], above: new Map() })
        return
      case 'tr':
        if (table) {
          table.row += 1
          table.column = 0
        }
        return
      case 'gridBefore':
        if (table) table.column += this.count(attributes)
        return
      case 'tc':
        if (table) {
          const blocks: DraftBlock[] = []
          this.cells.push({ row: table.row, column: table.column, colspan: 1, continues: false, blocks })
          this.sinks.push(blocks)
        }
        return
      case 'gridSpan':
        if (cell) cell.colspan = this.count(attributes)
        return
      case 'vMerge':
        if (cell) cell.continues = attribute(attributes, 'val') !== 'restart'
        return
      case 'txbxContent':
        this.sinks.push([])
        return
      case 'AlternateContent':
        this.alternatives.push({ taken: false })
        return
      case 'Choice':
      case 'Fallback': {
        const alternative = this.alternatives.at(-1)
        if (!alternative) return
        if (alternative.taken) return this.ignore()
        alternative.taken = true
        return
      }
      default:
        if (this.inProperties > 0) this.property(name, attributes, paragraph)
    }
  }

  private ignore(): void {
    this.ignoredFrom = this.path.length
  }

  private count(attributes: XmlAttributes): number {
    const value = Number.parseInt(attribute(attributes, 'val') ?? '1', 10)
    if (!Number.isFinite(value) || value < 1) return 1
    if (value > this.around.limits.columns) {
      throw beyondLimit('tableTooWide', `文件里有一张超过 ${this.around.limits.columns} 列的表格`)
    }
    return value
  }

  private property(name: string, attributes: XmlAttributes, paragraph: Paragraph | undefined): void {
    const value = attribute(attributes, 'val')
    const isOn = value === undefined || (value !== '0' && value !== 'false' && value !== 'none')
    switch (name) {
      case 'pStyle':
        if (paragraph && value !== undefined) paragraph.style = value
        return
      case 'outlineLvl':
        if (paragraph && Number(value) < 6) paragraph.outline = Number(value) + 1
        return
      case 'numId':
        if (paragraph && value !== undefined) paragraph.listId = value
        return
      case 'ilvl':
        if (paragraph) paragraph.listLevel = Number(value ?? 0)
        return
      case 'vanish':
        if (this.path.at(-2) === 'rPr' && this.path.at(-3) === 'r' && isOn) this.runHidden = 'display'
        return
      case 'color':
        if (this.path.at(-3) === 'r' && /^f[c-f]f[c-f]f[c-f]$/i.test(value ?? '')) this.runHidden ??= 'color'
        return
      case 'shd':
      case 'highlight':
        // White on a dark ground is a heading, not a hidden text.
        if (
          this.runHidden === 'color' &&
          !/^(?:auto|ffffff|white)$/i.test(attribute(attributes, 'fill') ?? value ?? '')
        ) {
          this.runHidden = undefined
        }
        return
      case 'sz':
        if (this.path.at(-3) === 'r' && Number(value) <= 2) this.runHidden ??= 'fontSize'
        return
      default:
    }
  }

  text(text: string): void {
    if (!this.inText || this.ignoredFrom > 0) return
    if (this.runHidden !== undefined && !(this.runHidden === 'color' && this.tables.length > 0)) {
      const clean = text.trim()
      if (clean !== '' && this.around.hidden.length < 20_000) {
        this.around.hidden.push({ text: clean, how: this.runHidden, place: {} })
      }
      return
    }
    this.add(text)
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1)
    if (paragraph) paragraph.text += text
    const link = this.linksOpen.at(-1)
    if (link) link.text += text
  }

  close(name: string): void {
    const depth = this.path.length
    this.path.pop()
    if (this.ignoredFrom > 0) {
      if (depth === this.ignoredFrom) this.ignoredFrom = 0
      return
    }
    if (this.inProperties > 0) {
      this.inProperties -= 1
      return
    }
    switch (name) {
      case 't':
        this.inText = false
        return
      case 'p':
        return this.endParagraph()
      case 'hyperlink': {
        const link = this.linksOpen.pop()
        if (link && link.href !== '' && this.around.links.length < 20_000) {
          this.around.links.push({ href: link.href, text: link.text.trim(), place: {} })
        }
        return
      }
      case 'tc':
        return this.endCell()
      case 'tbl':
        return this.endTable()
      case 'txbxContent': {
        const inside = this.sinks.length > 1 ? this.sinks.pop() : undefined
        const paragraph = this.paragraphs.at(-1)
        const sink = paragraph ? paragraph.after : this.sinks.at(-1)
        for (const block of inside ?? []) sink?.push(block)
        return
      }
      case 'AlternateContent':
        this.alternatives.pop()
        return
      default:
    }
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (!paragraph) return
    const style = paragraph.style === undefined ? undefined : this.around.styles.get(paragraph.style)
    const outline = paragraph.outline ?? style?.outline
    const listId = paragraph.listId ?? style?.listId
    const raw = this.around.zeroWidths.taken(paragraph.text).replaceAll('\u00a0', ' ')
    let number = ''
    if (listId !== undefined && listId !== '0' && raw.trim() !== '') {
      number = this.around.numbers.next(listId, paragraph.listLevel ?? style?.listLevel ?? 0)
    }
    const sink = this.sinks.at(-1)
    const lines = `${number}${raw.trim()}`.split('\n')
    for (const line of lines) {
      const text = line.trim()
      if (text === '') continue
      sink?.push(
        outline === undefined ? { kind: 'paragraph', text } : { kind: 'heading', level: outline, text },
      )
    }
    for (const block of paragraph.after) sink?.push(block)
  }

  private endCell(): void {
    const cell = this.cells.pop()
    const table = this.tables.at(-1)
    if (!cell || !table) return
    if (this.sinks.length > 1) this.sinks.pop()
    table.column = cell.column + cell.colspan
    if (table.column > this.around.limits.columns) {
      throw beyondLimit('tableTooWide', `文件里有一张超过 ${this.around.limits.columns} 列的表格`)
    }
    table.columns = Math.max(table.columns, table.column)
    const text = cell.blocks.map(textOf).join('\n')
    const aboveIndex = cell.continues ? table.above.get(cell.column) : undefined
    const above = aboveIndex === undefined ? undefined : table.cells[aboveIndex]
    // Word shows nothing of a continued cell; the text some converters leave there repeats the first.
    if (above && above.row + above.rowspan === cell.row && above.colspan === cell.colspan) {
      table.cells[aboveIndex ?? 0] = { ...above, rowspan: above.rowspan + 1 }
      return
    }
    table.above.set(cell.column, table.cells.length)
    table.cells.push({ text, row: cell.row, column: cell.column, rowspan: 1, colspan: cell.colspan })
    if (table.cells.length > this.around.limits.cells) {
      throw beyondLimit('tooManyCells', `文件里的表格超过 ${this.around.limits.cells} 个单元格`)
    }
  }

  private endTable(): void {
    const table = this.tables.pop()
    const sink = this.sinks.at(-1)
    if (!table || !sink) return
    const grid = withoutEmptyTracks({ rows: table.row + 1, columns: table.columns, cells: table.cells })
    if (grid.cells.every((cell) => cell.text === '')) return
    if (isFrame(grid)) sink.push(...framedParagraphs(grid))
    else sink.push({ kind: 'table', ...grid, method: 'markup' })
  }
}

function textOf(block: DraftBlock): string {
  return block.kind === 'table' ? block.cells.map((cell) => cell.text).join('\t') : block.text
}

/** A symbol of the Wingdings family is a box or a tick; of any other font its code is the character. */
function symbolOf(attributes: XmlAttributes): string {
  const code = Number.parseInt(attribute(attributes, 'char') ?? '', 16)
  if (!Number.isFinite(code)) return ''
  const low = code >= 0xf000 ? code - 0xf000 : code
  if (/wingdings/i.test(attribute(attributes, 'font') ?? '')) {
    if (low === 0xfc || low === 0x50) return '√'
    if (low === 0xfe || low === 0x52) return '☑'
    return '□'
  }
  return low > 31 && low < 0x10000 ? String.fromCodePoint(low) : ''
}
