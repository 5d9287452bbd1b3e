import type { TableId } from '../../../law/report-form/model.ts'
import { readByOrder } from './order-reading.ts'
import { numberOf } from './readings.ts'
import type { Region } from './regions.ts'
import { tiesHold } from './row-columns.ts'
import type { SectionHeading } from './sections.ts'
import type { Token } from './tokens.ts'
import { statutoryShare } from './vocabulary.ts'

/** Under which section each table stands, and how many figures it has. */
const tables: readonly { readonly table: TableId; readonly section: number; readonly size: number }[] = [
  { table: 't3', section: 3, size: 175 },
  { table: 't4', section: 4, size: 15 },
]

/**
 * Tables of which the copy lost every heading and label: under the title of their section stand as many figures as the form has,
 * nothing but figures between them, and they add up as the form's do. Three signals that agree; all of it is doubtful. Such a
 * region has no anchors.
 */
export function headlessTables(
  tokens: readonly Token[],
  headings: readonly SectionHeading[],
  known: (table: TableId) => boolean,
): Region[] {
  return tables.flatMap(({ table, section, size }) => {
    if (known(table)) return []
    const title = headings.find((heading) => heading.number === section)?.row
    const start = title === undefined ? -1 : tokens.findIndex((token) => token.row > title)
    if (start < 0) return []
    const region = figuresFrom(tokens, start)
    if (region === null) return []
    const values = tokens.slice(region.from, region.to).filter((token) => numberOf(token) !== null)
    if (values.length !== size || !addsUp(table, values)) return []
    return [{ table, ...region, anchors: new Set<string>() }]
  })
}

/** The first stretch of figures of a section: labels before it are passed over, sentences and titles end it. */
function figuresFrom(tokens: readonly Token[], start: number): { from: number; to: number } | null {
  let from = -1
  let at = start
  for (; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'heading') break
    if (token.kind === 'noise') continue
    if (token.kind === 'value') {
      if (from < 0 && numberOf(token) !== null) from = at
      continue
    }
    if (from >= 0) break
    if (token.kind === 'prose' || statutoryShare(token.key) < 0.5) return null
  }
  return from < 0 ? null : { from, to: at }
}

function addsUp(table: TableId, values: readonly Token[]): boolean {
  if (table === 't4') return tiesHold(values.map(numberOf), [5, 5, 5])
  return readByOrder(values) !== null
}
