import * as spreadsheets from '@e965/xlsx'
import { zipSync } from 'fflate'
import { UnreadableDocument, type DocFormat, type DocTree, type ReadingNote } from '../tree.ts'
import { withoutFormulas } from './biff.ts'
import { finishTree, framedParagraphs, isFrame, type DraftBlock } from './draft.ts'
import { withoutEmptyTracks, type SeatedCell } from './grid.ts'
import { beyondLimit, type ReadLimits } from './limits.ts'
import { isZip, unpackZip } from './zip.ts'

/** Parts of a workbook that hold no cells: pictures, printers, macros. */
const needless =
  /\.(?:png|jpe?g|gif|emf|wmf|bmp|tiff?|bin|vml)$|^xl\/(?:media|drawings|charts|printerSettings|externalLinks|activeX)\//i

/**
 * Reads a workbook: each sheet falls at its blank rows into tables, merges become spans, a row that holds a single text across
 * the table becomes a paragraph. Numbers are read as displayed. Hidden sheets, rows and columns are left out and noted.
 */
export function readSheets(bytes: Uint8Array, format: DocFormat, limits: ReadLimits): DocTree {
  const workbook = openWorkbook(bytes, limits)
  const notes: ReadingNote[] = []
  const blocks: DraftBlock[] = []
  const visible = workbook.SheetNames.filter((name, index) => {
    const isHidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    if (isHidden) {
      notes.push({
        code: 'sheet.hiddenSheet',
        sentence: `工作表“${name}”是隐藏的，没有读取。`,
        place: { sheet: name },
      })
    }
    return !isHidden
  })
  if (visible.length > limits.sheets) {
    throw beyondLimit('tooManySheets', `表格文件超过 ${limits.sheets} 个工作表`)
  }
  for (const name of visible) {
    const sheet = workbook.Sheets[name]
    if (sheet) blocks.push(...readSheet(name, sheet, notes, limits))
  }
  const title = workbook.Props?.Title
  return finishTree({ format, ...(title !== undefined && { title }), blocks, notes }, limits)
}

function openWorkbook(bytes: Uint8Array, limits: ReadLimits): spreadsheets.WorkBook {
  let safe = bytes
  const options: spreadsheets.ParsingOptions = {
    type: 'array',
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellStyles: true,
    cellNF: false,
    bookVBA: false,
    sheetRows: limits.sheetRows,
  }
  if (isZip(bytes)) {
    // The library unpacks by itself and without limits: it is given only what was unpacked within ours.
    const parts = unpackZip(bytes, (name) => !needless.test(name), limits)
    for (const [name, part] of parts) {
      if (
        /\.(?:xml|rels)$/i.test(name) &&
        /<!DOCTYPE/i.test(new TextDecoder('latin1').decode(part.subarray(0, 1000)))
      ) {
        throw new UnreadableDocument('doctype', '文件里有不应出现的文档类型声明，已停止读取。')
      }
    }
    safe = zipSync(Object.fromEntries(parts), { level: 0 })
  }
  try {
    return isOle(bytes) ? readOld(bytes, options) : spreadsheets.read(safe, options)
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) {
      throw new UnreadableDocument('encrypted', '文件设有密码，无法读取。请提供没有密码的文件。')
    }
    throw new UnreadableDocument(
      'damagedSheet',
      '表格文件已损坏，无法读取。请用办公软件打开并重新保存后再试。',
    )
  }
}

function isOle(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf
}

/** What the library offers for containers and does not name in its types. */
interface Containers {
  readonly CFB: {
    read(bytes: Uint8Array, options: { readonly type: 'array' }): object
    find(container: object, path: string): { readonly content?: Uint8Array | number[] } | null
  }
  parse_xlscfb(container: object, options: spreadsheets.ParsingOptions): spreadsheets.WorkBook
}

function readOld(bytes: Uint8Array, options: spreadsheets.ParsingOptions): spreadsheets.WorkBook {
  const { CFB, parse_xlscfb: parse } = spreadsheets as unknown as Containers
  // What it finds are views of what it is given, with marks of its own on them: cleared in place, in a copy.
  const container = CFB.read(Uint8Array.from(bytes), { type: 'array' })
  const book = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book')
  if (book?.content) {
    const clean = withoutFormulas(Uint8Array.from(book.content))
    for (let at = 0; at < clean.length; at += 1) book.content[at] = clean[at] ?? 0
  }
  return parse(container, options)
}

/** Merged areas looked at in one sheet. */
const mostMerges = 20_000

interface Area {
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
}

function readSheet(
  name: string,
  sheet: spreadsheets.WorkSheet,
  notes: ReadingNote[],
  limits: ReadLimits,
): DraftBlock[] {
  const rows = (sheet['!data'] ?? []) as (spreadsheets.CellObject | undefined)[][]
  if (rows.length >= limits.sheetRows) {
    notes.push({
      code: 'sheet.cut',
      sentence: `工作表“${name}”超过 ${limits.sheetRows} 行，只读了前面的部分。`,
      place: { sheet: name },
    })
  }
  const hiddenRow = (row: number): boolean => sheet['!rows']?.[row]?.hidden === true
  const hiddenColumn = (column: number): boolean => sheet['!cols']?.[column]?.hidden === true
  let leftOut = 0
  /** Texts by row: column to text. */
  const texts: Map<number, string>[] = []
  let lastColumn = -1
  for (let row = 0; row < Math.min(rows.length, limits.sheetRows); row += 1) {
    const found = new Map<number, string>()
    const cells = rows[row] ?? []
    for (let column = 0; column < Math.min(cells.length, limits.sheetColumns); column += 1) {
      const text = displayed(cells[column])
      if (text === '') continue
      if (hiddenRow(row) || hiddenColumn(column)) leftOut += 1
      else {
        found.set(column, text)
        lastColumn = Math.max(lastColumn, column)
      }
    }
    texts.push(found)
  }
  if (leftOut > 0) {
    notes.push({
      code: 'sheet.hiddenCells',
      sentence: `工作表“${name}”有 ${leftOut} 个单元格在隐藏的行或列里，没有读取。`,
      place: { sheet: name },
    })
  }
  const merges = new Map<number, Area[]>()
  for (const { s, e } of (sheet['!merges'] ?? []).slice(0, mostMerges)) {
    if (s.r >= texts.length || s.c > limits.sheetColumns) continue
    const area = {
      row: s.r,
      column: s.c,
      rowspan: Math.min(e.r, texts.length - 1) - s.r + 1,
      colspan: Math.min(e.c, limits.sheetColumns) - s.c + 1,
    }
    lastColumn = Math.max(lastColumn, (texts[s.r]?.size ?? 0) > 0 ? area.column + area.colspan - 1 : -1)
    const inRow = merges.get(s.r)
    if (inRow) inRow.push(area)
    else merges.set(s.r, [area])
  }
  return splitAtBlankRows(texts, merges, lastColumn + 1, { sheet: name })
}

/** As displayed; long decimals and dates follow the cell's own format. */
function displayed(cell: spreadsheets.CellObject | undefined): string {
  if (!cell || cell.t === 'z' || cell.v === undefined || cell.v === null) return ''
  if (cell.t === 'e') return cell.w ?? '#错误'
  const text = cell.w ?? String(cell.v)
  return text.replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ').trim()
}

function splitAtBlankRows(
  texts: readonly ReadonlyMap<number, string>[],
  merges: ReadonlyMap<number, readonly Area[]>,
  columns: number,
  place: { readonly sheet: string },
): DraftBlock[] {
  const blocks: DraftBlock[] = []
  let rows: number[] = []
  /** Rows up to this one belong together because a merged cell reaches over them. */
  let reach = -1
  const endTable = (): void => {
    if (rows.length > 0) blocks.push(...tableOf(rows, texts, merges, columns, place))
    rows = []
  }
  texts.forEach((row, index) => {
    for (const area of merges.get(index) ?? []) {
      if (row.has(area.column)) reach = Math.max(reach, area.row + area.rowspan - 1)
    }
    const single = row.size === 1 ? [...row][0] : undefined
    const area = single && (merges.get(index) ?? []).find((merge) => merge.column === single[0])
    const standsAlone =
      single !== undefined &&
      ((area !== undefined && area.colspan * 10 >= columns * 9 && columns > 1) || rows.length === 0) &&
      (area?.rowspan ?? 1) === 1
    if (row.size === 0 && index > reach) endTable()
    else if (standsAlone && index >= reach) {
      endTable()
      for (const line of single[1].split('\n')) {
        if (line.trim() !== '') blocks.push({ kind: 'paragraph', text: line.trim(), place })
      }
    } else rows.push(index)
  })
  endTable()
  return blocks
}

function tableOf(
  rows: readonly number[],
  texts: readonly ReadonlyMap<number, string>[],
  merges: ReadonlyMap<number, readonly Area[]>,
  columns: number,
  place: { readonly sheet: string },
): DraftBlock[] {
  const first = rows[0] ?? 0
  const last = rows[rows.length - 1] ?? 0
  const covered = Array.from({ length: last - first + 1 }, () => new Uint8Array(columns))
  const cells: SeatedCell[] = []
  for (let row = first; row <= last; row += 1) {
    for (const area of merges.get(row) ?? []) {
      for (let r = area.row; r < Math.min(area.row + area.rowspan, last + 1); r += 1) {
        covered[r - first]?.fill(1, area.column, area.column + area.colspan)
      }
    }
    for (let column = 0; column < columns; column += 1) {
      const area = (merges.get(row) ?? []).find((merge) => merge.column === column)
      if (!area && covered[row - first]?.[column] === 1) continue
      cells.push({
        text: texts[row]?.get(column) ?? '',
        row: row - first,
        column,
        rowspan: area ? Math.min(area.rowspan, last - row + 1) : 1,
        colspan: area ? Math.min(area.colspan, columns - column) : 1,
        place,
      })
    }
  }
  const grid = withoutEmptyTracks(withoutBlankEdges({ rows: last - first + 1, columns, cells }))
  if (isFrame(grid)) return framedParagraphs(grid)
  return [{ kind: 'table', ...grid, method: 'markup', place }]
}

/** Columns to the left and right of everything written are paper, not table. */
function withoutBlankEdges(grid: { rows: number; columns: number; cells: SeatedCell[] }): typeof grid {
  let left = grid.columns
  let right = 0
  for (const cell of grid.cells) {
    if (cell.text === '') continue
    left = Math.min(left, cell.column)
    right = Math.max(right, cell.column + cell.colspan)
  }
  if (left === 0 && right === grid.columns) return grid
  return {
    rows: grid.rows,
    columns: Math.max(0, right - left),
    cells: grid.cells
      .filter((cell) => cell.column >= left && cell.column < right)
      .map((cell) => ({
        ...cell,
        column: cell.column - left,
        colspan: Math.min(cell.colspan, right - cell.column),
      })),
  }
}
