import { plainDay } from '../../../law/calendar/plain-day.ts'
import { outcomeOf } from '../../../law/outcomes/outcomes.ts'
import {
  t3Columns,
  t3Rows,
  t4Blocks,
  t4Columns,
  type T3Column,
  type T3Row,
  type T4Block,
  type T4Column,
} from '../../../law/report-form/model.ts'
import type { Db } from '../../../platform/context.ts'

/** A figure with the cases it counted, so that every number opens its list. */
export interface CountedCell {
  readonly value: number
  readonly ids: readonly string[]
}

export interface FactsForYear {
  readonly year: number
  readonly t3: Readonly<Record<T3Row, Readonly<Record<T3Column, CountedCell>>>>
  readonly t4: Readonly<Record<T4Block, Readonly<Record<T4Column, CountedCell>>>>
  /** The processing fee of the year: notices sent with their sum, and what came in; 分. */
  readonly fees: { readonly notices: number; readonly noticedFen: number; readonly paidFen: number }
}

/**
 * Tables three and four of a year as counts over the cases themselves (国办公开办函〔2021〕30号). A case counts by its day of receipt,
 * and falls into exactly one result row on the day its reply counts; what is open on 31 December is carried out, and that is next
 * year's carried in by construction. Only requests for information are counted (Art 41, 44, 51 matters are not).
 */
export async function factsForYear(db: Db, agencyId: string, year: number): Promise<FactsForYear> {
  const first = plainDay(`${year}-01-01`)
  const last = plainDay(`${year}-12-31`)
  const cases = await db
    .selectFrom('requests')
    .select([
      'request_id as id',
      'applicant_kind as column',
      'received_on as receivedOn',
      'closed_on as closedOn',
      'outcome',
    ])
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'information')
    .where('received_on', '<=', last)
    .where((row) => row.or([row('closed_on', 'is', null), row('closed_on', '>=', first)]))
    .orderBy('number')
    .execute()
  const t3 = emptyTable(t3Rows, t3Columns)
  const count = (row: T3Row, column: T3Column, id: string) => {
    t3[row][column].push(id)
    t3[row].total.push(id)
  }
  for (const { id, column, receivedOn, closedOn, outcome } of cases) {
    if (receivedOn === null) continue
    count(receivedOn >= first ? 'newlyReceived' : 'carriedIn', column, id)
    if (closedOn === null || closedOn > last || outcome === null) count('carriedOut', column, id)
    else {
      count(outcomeOf(outcome).row, column, id)
      count('totalHandled', column, id)
    }
  }
  const [t4, fees] = await Promise.all([
    remedyFacts(db, agencyId, first, last),
    feeFacts(db, agencyId, first, last),
  ])
  return { year, t3: counted(t3), t4, fees }
}

/** Table four: what was notified in the year, or was still open from earlier; a result counts in the year it came. */
async function remedyFacts(
  db: Db,
  agencyId: string,
  first: string,
  last: string,
): Promise<FactsForYear['t4']> {
  const rows = await db
    .selectFrom('request_remedies')
    .select(['remedy_id as id', 'kind', 'result', 'closed_on as closedOn'])
    .where('agency_id', '=', agencyId)
    .where('notified_on', '<=', plainDay(last))
    .where((row) => row.or([row('closed_on', 'is', null), row('closed_on', '>=', plainDay(first))]))
    .orderBy('notified_on')
    .execute()
  const t4 = emptyTable(t4Blocks, t4Columns)
  for (const { id, kind, result, closedOn } of rows) {
    const column: T4Column = closedOn === null || closedOn > last || result === null ? 'pending' : result
    t4[kind][column].push(id)
    t4[kind].total.push(id)
  }
  return counted(t4)
}

async function feeFacts(
  db: Db,
  agencyId: string,
  first: string,
  last: string,
): Promise<FactsForYear['fees']> {
  const rows = await db
    .selectFrom('request_events')
    .select(['type', 'data'])
    .where('agency_id', '=', agencyId)
    .where('type', 'in', ['feeNoticed', 'feePaid'])
    .where('on_day', '>=', plainDay(first))
    .where('on_day', '<=', plainDay(last))
    .where('revoked_at', 'is', null)
    .execute()
  const sum = (type: string) =>
    rows
      .filter((row) => row.type === type)
      .reduce((total, { data }) => total + Number(data['amountFen'] ?? 0), 0)
  return {
    notices: rows.filter(({ type }) => type === 'feeNoticed').length,
    noticedFen: sum('feeNoticed'),
    paidFen: sum('feePaid'),
  }
}

function emptyTable<R extends string, C extends string>(
  rows: readonly R[],
  columns: readonly C[],
): Record<R, Record<C, string[]>> {
  return Object.fromEntries(
    rows.map((row) => [row, Object.fromEntries(columns.map((column) => [column, [] as string[]]))]),
  ) as unknown as Record<R, Record<C, string[]>>
}

function counted<R extends string, C extends string>(
  table: Record<R, Record<C, string[]>>,
): Record<R, Record<C, CountedCell>> {
  return Object.fromEntries(
    Object.entries(table).map(([row, cells]) => [
      row,
      Object.fromEntries(
        Object.entries(cells as Record<C, string[]>).map(([column, ids]) => [
          column,
          { value: (ids as string[]).length, ids },
        ]),
      ),
    ]),
  ) as unknown as Record<R, Record<C, CountedCell>>
}
