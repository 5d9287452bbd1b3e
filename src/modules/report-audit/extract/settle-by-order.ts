import { type T3Row, t3Columns, t3Rows } from '../../../law/report-form/model.ts'
import { readByOrder } from './order-reading.ts'
import { readTorn, type TornReading } from './torn-reading.ts'
import { atOf, numberOf, type Readings } from './readings.ts'
import { tiesHold } from './row-columns.ts'
import { gapOf } from './row-matching.ts'
import type { Run } from './runs.ts'
import type { PlacedRow } from './separate-runs.ts'
import { t3RowPatterns } from './table-three-rows.ts'
import type { Token } from './tokens.ts'

const width = t3Columns.length

/** The row whose whole label stands in the same printed row as a value: order alone never moves such a value elsewhere. */
export type Claims = ReadonlyMap<Token, string>

export function claimsOf(runs: readonly Run[]): Claims {
  const claims = new Map<Token, string>()
  for (const run of runs) {
    if (!run.sameRow) continue
    const joined = gapOf(run.labels).joined
    const claimed = t3RowPatterns.find((pattern) =>
      pattern.keys.some((key) => key.length >= 4 && joined.endsWith(key)),
    )
    if (claimed) for (const token of run.values) claims.set(token, claimed.id)
  }
  return claims
}

/** How a row was told that only its place among 175 values and the sums name. */
export const provedByOrder = '按法定顺序和勾稽关系认定'

function byOrderOnly(row: string, values: readonly Token[]): PlacedRow {
  return { row, values, settled: true, columns: t3Columns, how: provedByOrder, doubtful: true }
}

/**
 * Two methods side by side: rows by their labels, and all 175 values by their order and sums. Where they differ, a label that
 * stands whole beside its values is not overruled but doubted; a torn or missing label gives way, and the row is doubtful.
 */
export function settleByOrder(
  named: readonly PlacedRow[],
  printed: readonly Token[],
  claims: Claims,
  glued: ReadonlySet<Token>,
  readings: Readings,
): readonly PlacedRow[] {
  const byOrder =
    readByOrder(printed)?.map((values, index) => ({ row: t3Rows[index] ?? '', values })) ??
    torn(named, printed, glued)
  if (byOrder === null) {
    const tornUp = isTornUp(named, printed)
    return fillBetween(
      tornUp ? withoutTurned(named, glued) : named,
      printed,
      claims,
      tornUp ? (line) => standsFirm(line, glued) : () => true,
    )
  }
  const place = new Map(printed.map((token, index) => [token, index]))
  return byOrder.flatMap(({ row, values }): PlacedRow[] => {
    const own = named.find((candidate) => candidate.row === row)
    if (values === null) return own?.sure === true && own.values.length === width ? [own] : []
    const agree =
      own?.values.length === width &&
      own.values.every((token, at) => place.get(token) === place.get(values[at] as Token))
    if (own && (agree || own.columns !== undefined)) return [own]
    const claimed = values.some((token) => (claims.get(token) ?? row) !== row)
    // Two whole labels, each beside its own values, say that the rows were printed in another order.
    if (claimed && own?.sure === true && own.values.length === width) {
      readings.observations.push({
        code: 'structure.rowOrder',
        at: [atOf(own.values[0]?.place ?? {}, 't3', row)],
        detail: { row },
      })
      return [own]
    }
    if (!claimed && (own?.sure !== true || own.values.length !== width)) return [byOrderOnly(row, values)]
    if (
      own?.values.length === width &&
      own.values.every((token, at) => numberOf(token) === numberOf(values[at]))
    )
      return [own]
    readings.observations.push({
      code: 'reading.methodsDisagree',
      at: [atOf(values[0]?.place ?? {}, 't3', row)],
      detail: { row },
    })
    return []
  })
}

/**
 * In a table torn to pieces a row may come with its first value last. There a row whose label does not stand beside its values
 * is kept only if it adds up as it stands, and would not add up turned by one.
 */
function withoutTurned(named: readonly PlacedRow[], glued: ReadonlySet<Token>): readonly PlacedRow[] {
  return named.filter(
    (row) =>
      row.values.length !== width ||
      row.sure === true ||
      row.columns !== undefined ||
      standsFirm(row.values, glued),
  )
}

/** A value glued to a label is of the first column; where nothing is known of that, a row that adds up turned by one is not firm. */
function standsFirm(row: readonly Token[], glued: ReadonlySet<Token>): boolean {
  const values = row.map(numberOf)
  if (!tiesHold(values, [width])) return false
  if (values.every((value) => value === values[0])) return true
  if (glued.size > 0) return row.slice(1).every((token) => !glued.has(token))
  const turns = [
    [...values.slice(1), ...values.slice(0, 1)],
    [...values.slice(-1), ...values.slice(0, -1)],
  ]
  return !turns.some((turn) => tiesHold(turn, [width]))
}

function isTornUp(named: readonly PlacedRow[], printed: readonly Token[]): boolean {
  const whole = named.filter((row) => row.values.length === width).length
  return whole < t3Rows.length * 0.7 && printed.length >= 100
}

/** Torn piece by piece: looked at only where the labels leave a good part of the rows without their seven values. */
function torn(
  named: readonly PlacedRow[],
  printed: readonly Token[],
  glued: ReadonlySet<Token>,
): TornReading | null {
  const whole = named.filter((row) => row.values.length === width && row.sure === true)
  return whole.length >= t3Rows.length * 0.8 ? null : readTorn(printed, glued)
}

/**
 * 175 values, row after row, but in places out of step. Rows that label and order both put in the same place are fixed points;
 * what stands between two of them is believed only where every row of it adds up.
 */
function fillBetween(
  named: readonly PlacedRow[],
  printed: readonly Token[],
  claims: Claims,
  isFirm: (line: readonly Token[]) => boolean,
): readonly PlacedRow[] {
  if (printed.length !== t3Rows.length * width) return named
  const lines = t3Rows.map((_, row) => printed.slice(row * width, (row + 1) * width))
  const fixed = t3Rows.map((row, index) => {
    const own = named.find((candidate) => candidate.row === row)
    return own !== undefined && own.values.length === width && own.values[0] === lines[index]?.[0]
  })
  if (fixed.filter(Boolean).length < 8) return named
  const filled: PlacedRow[] = named.filter((own) => fixed[t3Rows.indexOf(own.row as T3Row)])
  for (let from = 0; from < t3Rows.length; from += 1) {
    if (fixed[from]) continue
    let to = from
    while (to < t3Rows.length && !fixed[to]) to += 1
    const between = lines.slice(from, to)
    const sound = between.every((line, step) =>
      line.every(
        (token) =>
          numberOf(token) !== null && (claims.get(token) ?? t3Rows[from + step]) === t3Rows[from + step],
      ),
    )
    if (sound && between.every((line) => tiesHold(line.map(numberOf), [width]) && isFirm(line)))
      for (const [step, values] of between.entries())
        filled.push(byOrderOnly(t3Rows[from + step] ?? '', values))
    else
      filled.push(
        ...named.filter((own) => t3Rows.slice(from, to).includes(own.row as T3Row) && own.sure === true),
      )
    from = to
  }
  return filled
}
