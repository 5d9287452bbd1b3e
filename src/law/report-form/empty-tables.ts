import {
  type TableFour,
  type TableThree,
  type TableTwo,
  t2Cells,
  t3Columns,
  t3Rows,
  t4Blocks,
  t4Columns,
} from './model.ts'

/** Table two (国办公开办函〔2021〕30号) with the same value in every cell: null for "nothing read yet", 0 for an idle year. */
export function tableTwoOf(value: number | null): TableTwo {
  return Object.fromEntries(t2Cells.map((cell) => [cell, value])) as TableTwo
}

/** Table three with the same value in every cell. */
export function tableThreeOf(value: number | null): TableThree {
  const line = () => Object.fromEntries(t3Columns.map((column) => [column, value]))
  return Object.fromEntries(t3Rows.map((row) => [row, line()])) as TableThree
}

/** Table four with the same value in every cell. */
export function tableFourOf(value: number | null): TableFour {
  const line = () => Object.fromEntries(t4Columns.map((column) => [column, value]))
  return Object.fromEntries(t4Blocks.map((block) => [block, line()])) as TableFour
}
