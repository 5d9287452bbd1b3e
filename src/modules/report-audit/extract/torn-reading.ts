import { formerT3Form } from '../../../law/report-form/form-2019.ts'
import { t3ResultRows } from '../../../law/report-form/form-2021.ts'
import { type CellValue, t3Columns, t3Rows } from '../../../law/report-form/model.ts'
import { numberOf } from './readings.ts'
import { tiesHold } from './row-columns.ts'
import type { Token } from './tokens.ts'

const width = t3Columns.length
/** For each row of the form its seven values, or null where they cannot be told for certain. */
export type TornReading = readonly { readonly row: string; readonly values: readonly Token[] | null }[]

/** A row taken at a place of the free values: whole, or its six last values with the first one torn off. */
interface Taken {
  readonly row: number
  /** How many rows above have lost their first value. */
  readonly lost: number
  readonly short: boolean
  readonly values: readonly Token[]
}

/**
 * Table three out of a page torn into pieces (`pdftotext` without `-layout`): where the label of a row wraps, its first value
 * stands glued to the label and its other six stand elsewhere. The free values are the rows in order, each whole or without
 * its first value. Every way of parting them in which each row adds up is looked at; a row is read only where all of them say
 * the same, and the torn-off values must be the very ones that are missing. Only for a table of which every value is printed;
 * no number is made.
 */
export function readTorn(values: readonly Token[], glued: ReadonlySet<Token>): TornReading | null {
  const rows =
    values.length === t3Rows.length * width
      ? t3Rows
      : values.length === formerT3Form.length * width
        ? formerT3Form.map((form) => form.row)
        : null
  const torn = values.filter((token) => glued.has(token))
  if (rows === null || torn.length === 0 || torn.length > rows.length) return null
  if (values.some((token) => numberOf(token) === null)) return null
  const free = values.filter((token) => !glued.has(token))
  const strict = passable(taken(free, rows.length, torn, false), rows.length, torn.length)
  // A first value may also stand free, but behind its other six: looked at only where the table cannot be read without.
  const ways =
    strict.length > 0 ? strict : passable(taken(free, rows.length, torn, true), rows.length, torn.length)
  const left = [...torn]
  const reading = rows.map((row, index) => ({ row, values: agreed(ways, index, left) }))
  return columnsHold(reading) ? reading : null
}

function taken(free: readonly Token[], height: number, torn: readonly Token[], turned: boolean): Taken[] {
  const missing = new Set(torn.map(numberOf))
  const found: Taken[] = []
  for (let row = 0; row < height; row += 1)
    for (let lost = 0; lost <= Math.min(row, torn.length); lost += 1) {
      const at = row * width - lost
      const whole = free.slice(at, at + width)
      if (whole.length === width && tiesHold(whole.map(numberOf), [width]))
        found.push({ row, lost, short: false, values: whole })
      const behind = [...whole.slice(-1), ...whole.slice(0, -1)]
      if (turned && whole.length === width && tiesHold(behind.map(numberOf), [width]))
        found.push({ row, lost, short: false, values: behind })
      const short = free.slice(at, at + width - 1)
      if (lost < torn.length && short.length === width - 1 && missing.has(firstOf(short)))
        found.push({ row, lost, short: true, values: short })
    }
  return found
}

/** What the first value of a row must be beside its other six. */
function firstOf(six: readonly Token[]): number {
  const [total = 0, ...others] = six.map((token) => numberOf(token) ?? 0).toReversed()
  return total - others.reduce((sum, value) => sum + value, 0)
}

/** The rows that lie on some way from the first value to the last. */
function passable(rows: readonly Taken[], height: number, torn: number): Taken[] {
  const key = (row: number, lost: number): string => `${row} ${lost}`
  const after = (one: Taken): string => key(one.row + 1, one.lost + (one.short ? 1 : 0))
  const fromTop = new Set([key(0, 0)])
  for (const one of rows) if (fromTop.has(key(one.row, one.lost))) fromTop.add(after(one))
  const toEnd = new Set([key(height, torn)])
  for (const one of rows.toReversed()) if (toEnd.has(after(one))) toEnd.add(key(one.row, one.lost))
  return rows.filter((one) => fromTop.has(key(one.row, one.lost)) && toEnd.has(after(one)))
}

/** The seven values of a row when all ways agree; the value that was torn off is taken out of `left`. */
function agreed(ways: readonly Taken[], row: number, left: Token[]): readonly Token[] | null {
  const [first, ...others] = ways.filter((one) => one.row === row)
  if (first === undefined) return null
  const numbers = (one: Taken): number[] => [
    ...(one.short ? [firstOf(one.values)] : []),
    ...one.values.map((token) => numberOf(token) ?? 0),
  ]
  const own = numbers(first)
  if (!others.every((other) => numbers(other).every((value, column) => value === own[column]))) return null
  const short = [first, ...others].find((one) => one.short)
  if (short === undefined) return first.values
  const at = left.findIndex((token) => numberOf(token) === own[0])
  if (at < 0) return [first, ...others].find((one) => !one.short)?.values ?? null
  return [...left.splice(at, 1), ...short.values]
}

/** In every column that is whole the 21 results make 三（七）, and what came in equals what went out; five columns at least. */
function columnsHold(reading: TornReading): boolean {
  const results: readonly string[] = [...t3ResultRows, 'otherHandled']
  let holding = 0
  for (let column = 0; column < width; column += 1) {
    const value = (row: string): CellValue =>
      numberOf(reading.find((one) => one.row === row)?.values?.[column] ?? undefined)
    const own = reading.filter((one) => results.includes(one.row)).map((one) => value(one.row))
    const ends = ['newlyReceived', 'carriedIn', 'totalHandled', 'carriedOut'].map(value)
    if ([...own, ...ends].includes(null)) continue
    const [received = 0, before = 0, handled = 0, after = 0] = ends
    const sum = own.reduce<number>((all, one) => all + (one ?? 0), 0)
    if (sum !== handled || (received ?? 0) + (before ?? 0) !== (handled ?? 0) + (after ?? 0)) return false
    holding += 1
  }
  return holding >= 5
}
