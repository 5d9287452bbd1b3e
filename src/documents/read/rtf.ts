import { UnreadableDocument, type DocTree } from '../tree.ts'
import { finishTree, framedParagraphs, isFrame, type DraftBlock } from './draft.ts'
import { seatCells, withoutEmptyTracks, type ListedCell, type SeatedCell } from './grid.ts'
import { beyondLimit, type ReadLimits } from './limits.ts'

/** Destinations whose text is not text of the page. */
const silent = new Set(
  'fonttbl colortbl stylesheet info pict object themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl latentstyles header headerl headerr headerf footer footerl footerr footerf fldinst nonshppict shpinst filetbl revtbl pgptbl mmathPr wgrffmtfilter bkmkstart bkmkend'.split(
    ' ',
  ),
)

const codePages: Readonly<Record<string, string>> = {
  '936': 'gb18030',
  '950': 'big5',
  '65001': 'utf-8',
  '1252': 'windows-1252',
  '932': 'shift_jis',
}

interface Group {
  silent: boolean
  unicodeSkip: number
  hidden: boolean
}

interface RowCell {
  readonly text: string
  readonly right: number
  readonly continues: boolean
  readonly restarts: boolean
}

/**
 * Reads RTF: running text, tables by `\cell` and `\row`, merged cells by their right edges and `\clvmrg`. GBK bytes (`\'hh`)
 * and Unicode (`\uN`) are both followed.
 */
export function readRtf(bytes: Uint8Array, limits: ReadLimits): DocTree {
  const source = new TextDecoder('latin1').decode(bytes)
  const state = new RtfReading(limits)
  state.run(source)
  return finishTree({ format: 'rtf', blocks: state.finish() }, limits)
}

class RtfReading {
  private readonly limits: ReadLimits
  private readonly blocks: DraftBlock[] = []
  private readonly stack: Group[] = []
  private group: Group = { silent: false, unicodeSkip: 1, hidden: false }
  private codePage = 'gb18030'
  private pendingBytes: number[] = []
  private skip = 0
  private text = ''
  private cells: string[] = []
  private rights: number[] = []
  private mergeMarks: { continues: boolean; restarts: boolean }[] = []
  private mark = { continues: false, restarts: false }
  private rows: RowCell[][] = []

  constructor(limits: ReadLimits) {
    this.limits = limits
  }

  run(source: string): void {
    let at = 0
    while (at < source.length) {
      const character = source[at] ?? ''
      if (character === '{') {
        this.flush()
        this.stack.push({ ...this.group })
        if (this.stack.length > this.limits.depth) {
          throw new UnreadableDocument('tooDeep', '文件的层次嵌套过深，像是有意构造的，已停止读取。')
        }
        at += 1
      } else if (character === '}') {
        this.flush()
        this.group = this.stack.pop() ?? this.group
        at += 1
      } else if (character === '\\') at = this.control(source, at + 1)
      else {
        if (character !== '\r' && character !== '\n') this.byte(character.charCodeAt(0))
        at += 1
      }
    }
    this.flush()
  }

  finish(): DraftBlock[] {
    this.endRow()
    this.endTable()
    this.endParagraph()
    return this.blocks
  }

  private control(source: string, at: number): number {
    const sign = source[at] ?? ''
    if (sign === "'") {
      const code = Number.parseInt(source.slice(at + 1, at + 3), 16)
      if (Number.isFinite(code)) this.byte(code)
      return at + 3
    }
    if (!/[a-z]/i.test(sign)) {
      if (sign === '\\' || sign === '{' || sign === '}') this.byte(sign.charCodeAt(0))
      else if (sign === '~') this.put(' ')
      else if (sign === '_') this.put('-')
      else if (sign === '*') this.group.silent = !source.startsWith('\\shppict', at + 1)
      else if (sign === '\n' || sign === '\r') this.endParagraphOrLine()
      return at + 1
    }
    let end = at
    while (end < source.length && end - at < 40 && /[a-z]/i.test(source[end] ?? '')) end += 1
    const word = source.slice(at, end)
    const digits = /^-?\d{1,10}/.exec(source.slice(end, end + 12))?.[0]
    if (digits !== undefined) end += digits.length
    if (source[end] === ' ') end += 1
    if (word === 'bin') return end + Math.max(0, Math.min(Number(digits ?? 0), source.length - end))
    this.word(word, digits === undefined ? undefined : Number(digits))
    return end
  }

  private word(word: string, value: number | undefined): void {
    if (silent.has(word)) {
      this.flush()
      this.group.silent = true
      return
    }
    switch (word) {
      case 'ansicpg':
        this.codePage = codePages[String(value)] ?? this.codePage
        return
      case 'uc':
        this.group.unicodeSkip = Math.max(0, Math.min(value ?? 1, 10))
        return
      case 'u':
        this.put(String.fromCharCode((value ?? 63) & 0xffff))
        this.skip = this.group.unicodeSkip
        return
      case 'v':
        this.flush()
        this.group.hidden = value !== 0
        return
      case 'plain':
        this.flush()
        this.group.hidden = false
        return
      case 'par':
      case 'sect':
      case 'page':
        return this.endParagraphOrLine()
      case 'line':
        return this.put('\n')
      case 'tab':
        return this.put('\t')
      case 'emdash':
        return this.put('—')
      case 'endash':
        return this.put('–')
      case 'lquote':
        return this.put('‘')
      case 'rquote':
        return this.put('’')
      case 'ldblquote':
        return this.put('“')
      case 'rdblquote':
        return this.put('”')
      case 'trowd':
        this.flush()
        this.rights = []
        this.mergeMarks = []
        this.mark = { continues: false, restarts: false }
        return
      case 'clvmgf':
        this.mark.restarts = true
        return
      case 'clvmrg':
        this.mark.continues = true
        return
      case 'cellx':
        if (this.rights.length >= this.limits.columns) {
          throw beyondLimit('tableTooWide', `文件里有一张超过 ${this.limits.columns} 列的表格`)
        }
        this.rights.push(value ?? 0)
        this.mergeMarks.push(this.mark)
        this.mark = { continues: false, restarts: false }
        return
      case 'cell':
        this.flush()
        this.cells.push(this.text.trim())
        this.text = ''
        return
      case 'row':
        this.flush()
        return this.endRow()
      case 'pard':
        this.flush()
        this.inTable = false
        return
      case 'intbl':
        this.inTable = true
        return
      default:
    }
  }

  private inTable = false

  private byte(code: number): void {
    if (this.skip > 0) {
      this.skip -= 1
      return
    }
    if (this.group.silent || this.group.hidden) return
    if (code >= 0x80 || this.pendingBytes.length > 0) this.pendingBytes.push(code)
    else this.text += String.fromCharCode(code)
    if (this.pendingBytes.length > 4096) this.flush()
  }

  private put(text: string): void {
    this.flush()
    if (!this.group.silent && !this.group.hidden) this.text += text
  }

  /** Bytes above 127 come in pairs that may be split over escapes, so they are decoded together. */
  private flush(): void {
    if (this.pendingBytes.length === 0) return
    this.text += new TextDecoder(this.codePage).decode(Uint8Array.from(this.pendingBytes))
    this.pendingBytes = []
  }

  private endParagraphOrLine(): void {
    this.flush()
    if (this.group.silent) return
    if (this.inTable || this.cells.length > 0) this.text += '\n'
    else this.endParagraph()
  }

  private endParagraph(): void {
    this.endTable()
    for (const line of this.text.split('\n')) {
      const text = line.replaceAll('\u00a0', ' ').trim()
      if (text !== '') this.blocks.push({ kind: 'paragraph', text })
    }
    this.text = ''
  }

  private endRow(): void {
    if (this.cells.length === 0) return
    this.rows.push(
      this.cells.map((text, index) => ({
        text,
        right: this.rights[index] ?? (this.rights.at(-1) ?? 0) + index + 1,
        continues: this.mergeMarks[index]?.continues ?? false,
        restarts: this.mergeMarks[index]?.restarts ?? false,
      })),
    )
    this.cells = []
    this.inTable = false
  }

  /** Columns are the distinct right edges of all cells; a cell spans the edges it passes. */
  private endTable(): void {
    if (this.rows.length === 0) return
    const rows = this.rows
    this.rows = []
    const edges = [...new Set(rows.flatMap((row) => row.map((cell) => cell.right)))].sort((a, b) => a - b)
    const near: number[] = []
    for (const edge of edges) if (near.length === 0 || edge - (near.at(-1) ?? 0) > 30) near.push(edge)
    if (near.length > this.limits.columns) {
      throw beyondLimit('tableTooWide', `文件里有一张超过 ${this.limits.columns} 列的表格`)
    }
    const columnOf = (right: number): number => {
      let column = 0
      while (column < near.length - 1 && right - (near[column] ?? 0) > 30) column += 1
      return column
    }
    const listed: ListedCell[][] = rows.map((row) => {
      let from = 0
      return row.map((cell) => {
        const to = Math.max(columnOf(cell.right) + 1, from + 1)
        const colspan = to - from
        from = to
        return { text: cell.text, rowspan: 1, colspan }
      })
    })
    const seated = seatCells(listed, this.limits)
    const cells: SeatedCell[] = []
    const above = new Map<number, number>()
    let index = 0
    let rowBefore = -1
    for (const cell of seated.cells) {
      index = cell.row === rowBefore ? index + 1 : 0
      rowBefore = cell.row
      const at = above.get(cell.column)
      const upper = at === undefined ? undefined : cells[at]
      if (
        rows[cell.row]?.[index]?.continues &&
        upper &&
        at !== undefined &&
        upper.row + upper.rowspan === cell.row
      ) {
        cells[at] = { ...upper, rowspan: upper.rowspan + 1 }
        continue
      }
      above.set(cell.column, cells.length)
      cells.push(cell)
    }
    const grid = withoutEmptyTracks({ ...seated, cells })
    if (grid.cells.every((cell) => cell.text === '')) return
    if (isFrame(grid)) this.blocks.push(...framedParagraphs(grid))
    else this.blocks.push({ kind: 'table', ...grid, method: 'markup' })
  }
}
