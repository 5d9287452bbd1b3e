import type { Place } from '../tree.ts'
import { beyondLimit, type ReadLimits } from './limits.ts'

/** A cell as a format lists it: in order within its row, its spans still unresolved. `rowspan` 0 reaches the end of the table. */
export interface ListedCell {
  readonly text: string
  readonly rowspan: number
  readonly colspan: number
  readonly place?: Place
}

/** A cell with its seat in the grid. */
export interface SeatedCell {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
  readonly place?: Place
}

export interface Grid {
  readonly rows: number
  readonly columns: number
  /** In row-major order of their top left corner. */
  readonly cells: readonly SeatedCell[]
}

/**
 * Gives every listed cell its row and column, the way a browser does: a cell takes the next column that no cell from above
 * reaches into. Spans are cut at the table's end and at `limits.span`.
 */
export function seatCells(rows: readonly (readonly ListedCell[])[], limits: ReadLimits): Grid {
  /** For each column, the first row that no earlier cell reaches. */
  const freeFrom: number[] = []
  const cells: SeatedCell[] = []
  rows.forEach((listed, row) => {
    let column = 0
    for (const cell of listed) {
      while ((freeFrom[column] ?? 0) > row) column += 1
      const colspan = Math.max(1, Math.min(cell.colspan, limits.span))
      const wanted = cell.rowspan === 0 ? rows.length : Math.min(cell.rowspan, limits.span)
      const rowspan = Math.max(1, Math.min(wanted, rows.length - row))
      if (column + colspan > limits.columns) {
        throw beyondLimit('tableTooWide', `文件里有一张超过 ${limits.columns} 列的表格`)
      }
      for (let c = column; c < column + colspan; c += 1)
        freeFrom[c] = Math.max(freeFrom[c] ?? 0, row + rowspan)
      cells.push({ text: cell.text, row, column, rowspan, colspan, ...(cell.place && { place: cell.place }) })
      if (cells.length > limits.cells) {
        throw beyondLimit('tooManyCells', `文件里的表格超过 ${limits.cells} 个单元格`)
      }
      column += colspan
    }
  })
  return withoutEmptyTracks({ rows: rows.length, columns: freeFrom.length, cells })
}

/**
 * Takes out columns and rows in which no cell begins. Spreadsheets made from web pages and Word's fine grid are full of them;
 * they carry no meaning and would hide that two tables have the same shape.
 */
export function withoutEmptyTracks(grid: Grid): Grid {
  const columnStarts = new Uint8Array(grid.columns)
  const rowStarts = new Uint8Array(grid.rows)
  for (const cell of grid.cells) {
    columnStarts[cell.column] = 1
    rowStarts[cell.row] = 1
  }
  if (!columnStarts.includes(0) && !rowStarts.includes(0)) return grid
  const columnOf = seatsBefore(columnStarts)
  const rowOf = seatsBefore(rowStarts)
  return {
    rows: rowOf[grid.rows] ?? 0,
    columns: columnOf[grid.columns] ?? 0,
    cells: grid.cells.map((cell) => {
      const row = rowOf[cell.row] ?? 0
      const column = columnOf[cell.column] ?? 0
      return {
        ...cell,
        row,
        column,
        rowspan: (rowOf[cell.row + cell.rowspan] ?? 0) - row,
        colspan: (columnOf[cell.column + cell.colspan] ?? 0) - column,
      }
    }),
  }
}

/** For every position the number of kept tracks before it; one entry more than there are tracks. */
function seatsBefore(kept: Uint8Array): number[] {
  const before = [0]
  let count = 0
  for (const flag of kept) {
    count += flag
    before.push(count)
  }
  return before
}
