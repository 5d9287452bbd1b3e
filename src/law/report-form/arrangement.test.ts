import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arrangedTables, type ArrangedRow, type Arrangement } from './arrangement.ts'
import { t2Cells, t3Columns, t3Rows, t4Blocks, t4Columns } from './model.ts'

/** Lays the cells into a grid as a browser does; throws where two meet or a place stays open. */
function grid(rows: readonly ArrangedRow[]): string[][] {
  const places: string[][] = rows.map(() => [])
  rows.forEach((row, at) => {
    let column = 0
    for (const cell of row.cells) {
      while (places[at]?.[column] !== undefined) column += 1
      const tall = 'head' in cell ? (cell.rows ?? 1) : 1
      for (let down = 0; down < tall; down += 1)
        for (let across = 0; across < (cell.columns ?? 1); across += 1) {
          const line = places[at + down]
          assert.ok(line, `row ${at} reaches below the table`)
          assert.equal(line[column + across], undefined, `row ${at} covers a cell twice`)
          line[column + across] = 'head' in cell ? cell.head : cell.cell
        }
      column += cell.columns ?? 1
    }
  })
  return places
}

function figures(table: Arrangement): string[] {
  return table.body.flatMap(({ cells }) => cells.flatMap((cell) => ('cell' in cell ? [cell.cell] : [])))
}

for (const form of ['2019', '2021'] as const)
  test(`in the tables of the form of ${form} no cell covers another and every line is full`, () => {
    const widths = arrangedTables(form).map((table) => {
      const lines = [...grid(table.head ?? []), ...grid(table.body)]
      const wide = Math.max(...lines.map((line) => line.length))
      for (const line of lines) assert.equal(line.filter((place) => place !== undefined).length, wide)
      return wide
    })
    assert.deepEqual(widths, [4, 10, 15])
  })

test('the form of 2021 asks for 10, 175 and 15 figures, each once', () => {
  const [two, three, four] = arrangedTables('2021').map((table) => figures(table).sort())
  assert.deepEqual(two, t2Cells.map((cell) => `t2.${cell}`).sort())
  assert.deepEqual(three, t3Rows.flatMap((row) => t3Columns.map((column) => `t3.${row}.${column}`)).sort())
  assert.deepEqual(
    four,
    t4Blocks.flatMap((block) => t4Columns.map((column) => `t4.${block}.${column}`)).sort(),
  )
})

test('the form of 2019 has one row for other handling: 161 figures in table three', () => {
  const [, three] = arrangedTables('2019')
  assert.equal(figures(three).length, 161)
  assert.ok(figures(three).includes('t3.otherHandled.total'))
})
