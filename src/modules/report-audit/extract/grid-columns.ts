import { keyOf } from '../../../text/fold.ts'
import { similarity } from '../../../text/similarity.ts'
import { t3ColumnForm } from '../../../law/report-form/form-2021.ts'
import { type T3Column, t3Columns } from '../../../law/report-form/model.ts'
import type { PrintedRow } from './printed-rows.ts'
import type { Region } from './regions.ts'
import type { Token } from './tokens.ts'

const columnKeys: readonly { column: T3Column; keys: readonly string[] }[] = t3ColumnForm.map((form) => ({
  column: form.column,
  keys: [
    keyOf(form.label),
    ...(form.column === 'total' ? ['合计', '总数'] : []),
    ...(form.column === 'otherOrg' ? ['其它'] : []),
  ],
}))

/** Which statutory column a heading names; null when none, or two alike. */
export function columnOfHeading(key: string): { column: T3Column; exact: boolean } | null {
  const scored = columnKeys
    .map(({ column, keys }) => ({ column, value: Math.max(...keys.map((own) => similarity(own, key))) }))
    .sort((a, b) => b.value - a.value)
  const [best, second] = scored
  if (best === undefined || best.value < 0.66 || (second !== undefined && second.value > best.value - 0.2))
    return null
  return { column: best.column, exact: best.value === 1 }
}

export interface GridHeading {
  readonly block: number
  /** For each statutory column its x in the grid, as the heading says. */
  readonly xs: readonly (number | undefined)[]
  /** The columns in the order of the grid. */
  readonly order: readonly T3Column[]
}

/** Reads the column headings of table three in every real grid of the region. */
export function gridHeadings(
  tokens: readonly Token[],
  rows: readonly PrintedRow[],
  region: Region,
): GridHeading[] {
  const byBlock = new Map<number, Map<T3Column, number>>()
  const done = new Set<number>()
  for (let index = region.from; index < region.to; index += 1) {
    const token = tokens[index]
    const row = token && rows[token.row]
    if (token === undefined || row === undefined || row.shape !== 'grid' || done.has(row.block)) continue
    if (token.kind === 'value' && token.content.kind === 'number') done.add(row.block)
    if (token.kind !== 'label' || token.colspan !== 1) continue
    const found = columnOfHeading(token.key)
    if (!found) continue
    const columns = byBlock.get(row.block) ?? new Map<T3Column, number>()
    if (!columns.has(found.column)) columns.set(found.column, token.x)
    byBlock.set(row.block, columns)
  }
  return [...byBlock]
    .filter(([, columns]) => columns.size >= 5 && new Set(columns.values()).size === columns.size)
    .map(([block, columns]) => ({
      block,
      xs: t3Columns.map((column) => columns.get(column)),
      order: [...columns].sort((a, b) => a[1] - b[1]).map(([column]) => column),
    }))
}

/** Headings of table three in a linear text, in reading order, with the place of each. */
export function linearHeadings(tokens: readonly Token[], region: Region, until: number): T3Column[] {
  const found: T3Column[] = []
  let joined = ''
  for (let index = region.from; index < Math.min(until, region.to); index += 1) {
    const token = tokens[index]
    if (token?.kind === 'label') joined += `${token.key}\n`
  }
  const flat = joined.replaceAll('\n', '')
  const at = (key: string) => flat.indexOf(key)
  for (const { column, keys } of columnKeys) {
    if (column === 'otherOrg') continue
    if (keys.some((key) => at(key) >= 0)) found.push(column)
  }
  if (/(?:^|\n)其[他它]\n|机构其[他它]/.test(joined) || flat.includes('机构其他')) found.push('otherOrg')
  return t3Columns.filter((column) => found.includes(column))
}
