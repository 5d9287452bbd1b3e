import type { At, RecoveredReport } from '../report-form/model.ts'
import { type CellRef, checkTies, type TieResult } from '../report-form/ties.ts'
import { cellName } from './words.ts'

/**
 * When several ties of table three (I1 to I3) break by the same amount, the one cell they share is the likely culprit.
 * @returns Chinese words to add to a message, and the place of the cell; empty when no single cell explains them all
 */
export function suspectCell(report: RecoveredReport, broken: TieResult): { words: string; at: At[] } {
  const all = checkTies(report.tables, report.former?.otherHandled ?? null).filter(
    (tie) => tie.holds === false && tie.target.table === broken.target.table,
  )
  if (all.length < 2) return { words: '', at: [] }
  const cells = (tie: TieResult): string[] => [...members(tie)].map((cell) => `${cell.row}/${cell.column}`)
  const mine = new Set(cells(broken))
  const shared = [...mine].filter((cell) => all.every((tie) => cells(tie).includes(cell)))
  const gaps = new Set(all.map((tie) => Math.abs((tie.expected ?? 0) - (tie.found ?? 0))))
  const only = shared[0]
  if (shared.length !== 1 || gaps.size !== 1 || only === undefined) return { words: '', at: [] }
  const [row = '', column = ''] = only.split('/')
  const table = broken.target.table
  return {
    words: `（另有${all.length - 1}处合计因同一差额不符，多半是${cellName(table, row, column)}填错）`,
    at: [{ table, row, column }],
  }
}

function members(tie: TieResult): readonly CellRef[] {
  const column = tie.target.column ?? ''
  return tie.tie === 'I2'
    ? [...tie.parts, tie.target, { table: 't3', row: 'newlyReceived', column }]
    : [...tie.parts, tie.target]
}
