import type { ReadingNote } from '../tree.ts'
import type { DraftBlock } from './draft.ts'
import type { SeatedCell } from './grid.ts'
import { settled, underneath, type PageBlocks, type PageLine, type PageTable } from './page-blocks.ts'
import type { PrintedLine } from './page-lines.ts'

/** What the pages give together. */
export interface Flow {
  readonly blocks: readonly DraftBlock[]
  readonly notes: readonly ReadingNote[]
  /** Running heads and feet, each once. */
  readonly runningHeads: readonly string[]
}

type Item = PageTable | PageLine

const pageNumber =
  /^[\s—–―\-－_·•~|]*(?:第\s*)?[\d０-９]{1,4}(?:\s*页)?(?:\s*[/／，,]?\s*(?:共|of)?\s*[\d０-９]{1,4}\s*页?)?[\s—–―\-－_·•~|]*$/

/**
 * Joins pages into one running text: page numbers and running heads are taken out, tables that go on over the page's end are
 * one table, lines become paragraphs.
 */
export function flowPages(pages: readonly PageBlocks[]): Flow {
  const heads = runningHeads(pages)
  const notes: ReadingNote[] = []
  const items: Item[] = []
  for (const page of pages) {
    for (const item of page.items) if (!(item.kind === 'line' && heads.lines.has(item.line))) items.push(item)
  }
  return { blocks: paragraphs(joinTables(items, notes)), notes, runningHeads: heads.texts }
}

function runningHeads(pages: readonly PageBlocks[]): { lines: Set<PrintedLine>; texts: string[] } {
  const lines = new Set<PrintedLine>()
  const candidates: { line: PrintedLine; key: string; page: PageBlocks }[] = []
  const bare: { line: PrintedLine; offset: number }[] = []
  for (const page of pages) {
    const inMargin = page.items.filter(
      (item): item is PageLine =>
        item.kind === 'line' && (item.line.base < page.height * 0.12 || item.line.base > page.height * 0.88),
    )
    for (const { line } of inMargin) {
      const text = line.text.trim()
      if (pageNumber.test(text)) {
        const number = /^[\d０-９]{1,4}$/.test(text)
        // A number with nothing around it may be a figure: it must count the pages.
        if (number) bare.push({ line, offset: Number(text.normalize('NFKC')) - page.page })
        else lines.add(line)
      } else {
        candidates.push({
          line,
          page,
          key: `${text.replace(/[\d０-９]+/g, '#')} ${Math.round(line.base / 4)}`,
        })
      }
    }
  }
  for (const { line, offset } of bare) {
    const alike = bare.filter((other) => other.offset === offset).length
    if (alike >= 2 || (pages.length === 1 && offset === 0)) lines.add(line)
  }
  const counts = new Map<string, number>()
  for (const { key } of candidates) counts.set(key, (counts.get(key) ?? 0) + 1)
  const texts = new Set<string>()
  for (const { line, key } of candidates) {
    if ((counts.get(key) ?? 0) >= 3) {
      lines.add(line)
      texts.add(line.text)
    }
  }
  return { lines, texts: [...texts] }
}

/** Parts of a table on following pages with nothing between them become one (documents research, section 1, four rules). */
function joinTables(items: readonly Item[], notes: ReadingNote[]): Item[] {
  const joined: Item[] = []
  for (const item of items) {
    const before = joined.at(-1)
    if (
      item.kind === 'table' &&
      before?.kind === 'table' &&
      before.method === item.method &&
      item.page > lastPage(before) &&
      item.page - lastPage(before) === 1 &&
      continues(before, item)
    ) {
      joined[joined.length - 1] = joinOver(before, item, notes)
    } else joined.push(item)
  }
  return joined
}

function lastPage(table: PageTable): number {
  let page = table.page
  for (const cell of table.cells) page = Math.max(page, cell.place?.page ?? page)
  return page
}

/** The same outer edges, and the upright lines of one are nearly all among those of the other. */
function continues(upper: PageTable, lower: PageTable): boolean {
  if (upper.method === 'alignment') return upper.columns === lower.columns
  const [few, many] = upper.xs.length <= lower.xs.length ? [upper.xs, lower.xs] : [lower.xs, upper.xs]
  if (Math.abs((few[0] ?? 0) - (many[0] ?? 0)) > 4 || Math.abs((few.at(-1) ?? 0) - (many.at(-1) ?? 0)) > 4)
    return false
  const shared = few.filter((x) => many.some((other) => Math.abs(other - x) <= 3)).length
  return shared >= few.length * 0.8
}

function joinOver(upper: PageTable, lower: PageTable, notes: ReadingNote[]): PageTable {
  const repeated = repeatedHeader(upper, lower)
  const rest: PageTable = {
    ...lower,
    rows: lower.rows - repeated,
    cells: lower.cells
      .filter((cell) => cell.row >= repeated)
      .map((cell) => ({ ...cell, row: cell.row - repeated })),
  }
  if (rest.rows <= 0) return upper
  const table =
    upper.method === 'lines'
      ? underneath(upper, rest)
      : {
          ...upper,
          rows: upper.rows + rest.rows,
          cells: [...upper.cells, ...rest.cells.map((cell) => ({ ...cell, row: cell.row + upper.rows }))],
        }
  const cut = joinCutRow(table, upper.rows, notes, lower.page)
  return reachDown(cut.table, cut.seam)
}

/** How many rows at the top of the next page only repeat the table's head. */
function repeatedHeader(upper: PageTable, lower: PageTable): number {
  const textsOf = (table: PageTable, row: number): string =>
    table.cells
      .filter((cell) => cell.row === row)
      .map((cell) => cell.text.replace(/\s/g, ''))
      .join('|')
  let rows = 0
  while (rows < lower.rows && rows < upper.rows) {
    const text = textsOf(lower, rows)
    if (text.replaceAll('|', '') === '' || text !== textsOf(upper, rows)) break
    rows += 1
  }
  // Rows of bare figures may be equal by accident; a head has words.
  return /\p{Script=Han}/u.test(textsOf(lower, 0)) ? rows : 0
}

/**
 * A row cut in two by the page's end: its label goes on at the top of the next page while its figures stand in one of the two
 * parts only. Taken for one row where every other row has figures.
 */
function joinCutRow(
  table: PageTable,
  seam: number,
  notes: ReadingNote[],
  page: number,
): { table: PageTable; seam: number } {
  const rowCells = (row: number): SeatedCell[] =>
    table.cells.filter((cell) => cell.row === row && cell.rowspan === 1)
  const figures = (row: number): number =>
    rowCells(row).filter((cell) => cell.text !== '' && !/\p{Script=Han}/u.test(cell.text)).length
  const above = seam - 1
  const upperCells = rowCells(above)
  const lowerCells = rowCells(seam)
  const usual = figures(above - 1)
  const [a, b] = [figures(above), figures(seam)]
  const lacksFigures = usual >= 2 && ((a === 0 && b >= usual) || (b === 0 && a >= usual))
  const sameSeats =
    upperCells.length === lowerCells.length &&
    upperCells.every((cell, index) => cell.column === lowerCells[index]?.column)
  const labelOf = (cells: SeatedCell[]): SeatedCell | undefined =>
    cells.filter((cell) => /\p{Script=Han}/u.test(cell.text)).at(-1)
  const [label, more] = [labelOf(upperCells), labelOf(lowerCells)]
  // A new label begins with a number of its own; the rest of a cut one does not.
  const isNewLabel = more !== undefined && /^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])/.test(more.text)
  if (!lacksFigures || !sameSeats || !label || !more || label.column !== more.column || isNewLabel) {
    return { table, seam }
  }
  notes.push({
    code: 'page.rowJoined',
    sentence: `第 ${page} 页开头的一行与上一页最后一行是被分页截断的同一行，已合并读取。`,
    place: { page },
  })
  const cells: SeatedCell[] = []
  for (const cell of table.cells) {
    if (cell.row === seam && cell.rowspan === 1) continue
    if (cell.row === above && cell.rowspan === 1) {
      const below = lowerCells.find((other) => other.column === cell.column)
      cells.push({ ...cell, text: [cell.text, below?.text ?? ''].filter((text) => text !== '').join('\n') })
    } else if (cell.row === seam) cells.push({ ...cell, rowspan: cell.rowspan - 1, row: seam })
    else cells.push(cell.row > seam ? { ...cell, row: cell.row - 1 } : cell)
  }
  cells.sort((x, y) => x.row - y.row || x.column - y.column)
  return { table: { ...table, rows: table.rows - 1, cells }, seam: seam - 1 }
}

/** Empty label cells at the top of the new page go on with the label above: the merged cell was cut by the page's end. */
function reachDown(table: PageTable, seam: number): PageTable {
  const cells = [...table.cells]
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at]
    if (!cell || cell.row !== seam || cell.text !== '') continue
    const upperAt = cells.findIndex(
      (other) =>
        other.row + other.rowspan === seam && other.column === cell.column && other.colspan === cell.colspan,
    )
    const upper = cells[upperAt]
    if (!upper || !/\p{Script=Han}/u.test(upper.text)) continue
    cells[upperAt] = { ...upper, rowspan: upper.rowspan + cell.rowspan }
    cells.splice(at, 1)
    at -= 1
  }
  return { ...table, cells }
}

/** Lines become paragraphs: a full line and an unindented next one belong together, also over the page's end. */
function paragraphs(items: readonly Item[]): DraftBlock[] {
  const lines = items.filter((item): item is PageLine => item.kind === 'line').map((item) => item.line)
  const margin = usualMargin(lines)
  const blocks: DraftBlock[] = []
  let open:
    | { text: string; last: PrintedLine; page: number; box: [number, number, number, number] }
    | undefined
  const end = (): void => {
    if (open) blocks.push({ kind: 'paragraph', text: open.text, place: { page: open.page, box: open.box } })
    open = undefined
  }
  for (const item of items) {
    if (item.kind === 'table') {
      end()
      const grid = settled(item)
      if (grid.cells.every((cell) => cell.text === '')) continue
      const place = { page: item.page, ...(item.method === 'lines' && { box: boxOf(item) }) }
      blocks.push({ kind: 'table', ...grid, method: item.method, place })
      continue
    }
    const { line, page } = item
    if (open && flowsOn(open.last, line, margin)) {
      open.text += glue(open.text, line.text)
      open.last = line
      if (page === open.page)
        open.box = [
          Math.min(open.box[0], line.left),
          open.box[1],
          Math.max(open.box[2], line.right),
          line.base + line.size * 0.2,
        ]
      continue
    }
    end()
    open = {
      text: line.text,
      last: line,
      page,
      box: [line.left, line.base - line.size, line.right, line.base + line.size * 0.2],
    }
  }
  end()
  return blocks
}

function boxOf(table: PageTable): readonly [number, number, number, number] {
  return [table.xs[0] ?? 0, table.top, table.xs.at(-1) ?? 0, table.bottom]
}

/**
 * The edges of the running text: the left edge most long lines share, and the rightmost edge that several lines reach (or, in a
 * short document, the only one). A right edge many short lines happen to share is none.
 */
function usualMargin(lines: readonly PrintedLine[]): { left: number; right: number } {
  const long = lines.filter((line) => line.right - line.left > line.size * 12)
  const counts = new Map<number, number>()
  for (const line of long) {
    const key = Math.round(line.left / 4)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const left = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  const rights = long.map((line) => line.right).toSorted((a, b) => b - a)
  // A page set wider than the others (a table turned on its side) must not move the edge for all.
  const few = Math.max(1, Math.floor(rights.length * 0.05))
  const right = rights.find(
    (edge, index) => rights[index + few - 1] !== undefined && edge - (rights[index + few - 1] ?? 0) <= 12,
  )
  return { left: left * 4, right: right ?? rights[0] ?? 0 }
}

/** A numbered title or item: it begins a paragraph wherever the line before ended a sentence. */
const numbered = /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/

function flowsOn(last: PrintedLine, next: PrintedLine, margin: { left: number; right: number }): boolean {
  const size = last.size
  if (Math.abs(next.size - size) > size * 0.15) return false
  if (next.base > last.base && next.base - last.base > size * 2.6) return false
  if (last.pieces.length > 1 || next.pieces.length > 2) return false
  if (numbered.test(next.text) && /[。；：！？]\s*$/.test(last.text)) return false
  // Closing marks may hang over the edge, so the line counts as full two characters before it.
  return last.right >= margin.right - size * 2 && next.left <= margin.left + size * 1.2
}

/** The figures of a table row that has no rules: two numbers with a blank between them end a line, and the next goes on with a number. */
const endsInFigures = /(?:^|\D)\d[\d,.]*\s+\d[\d,.]*$/
const beginsWithFigure = /^\d[\d,.]*(?:\s+\d|\s*$)/

/** What comes between two joined lines: nothing between Chinese characters and inside numbers, a blank between words and figures of a row. */
function glue(text: string, next: string): string {
  if (endsInFigures.test(text) && beginsWithFigure.test(next)) return ` ${next}`
  const latin = /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(next)
  const address = /[\w./:-]{12,}$/.test(text)
  return latin && !address ? ` ${next}` : next
}
