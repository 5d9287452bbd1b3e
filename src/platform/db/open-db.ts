import { Kysely, PostgresDialect } from 'kysely'
import { Pool, types, type PoolClient } from 'pg'
import type { Tables } from '../context.ts'

/** The pool and the typed query builder over it. */
export interface OpenDb {
  readonly db: Kysely<Tables>
  readonly pool: Pool
}

/** PostgreSQL's type numbers. */
const oid = { int8: 20, date: 1082, numeric: 1700, int8Array: 1016, dateArray: 1182, numericArray: 1231 }

/** A whole number within JavaScript's exact range; beyond it nobody may count silently wrong. */
function exactInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`number too large to be exact: ${text}`)
  return value
}

const textArray = types.getTypeParser(1009 as never, 'text') as (text: string) => readonly (string | null)[]
const numbers = (parse: (text: string) => number) => (text: string) =>
  textArray(text).map((item) => (item === null ? null : parse(item)))

/** How values come back: days as YYYY-MM-DD (never an instant of some time zone), counts and decimals as numbers. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [oid.int8]: exactInteger,
  [oid.numeric]: Number,
  [oid.date]: (text) => text,
  [oid.int8Array]: numbers(exactInteger),
  [oid.numericArray]: numbers(Number),
  [oid.dateArray]: textArray,
}

/**
 * A connection answers one question at a time, and the library will soon refuse a second one instead of queueing it. Rules and queries
 * ask several things at once without knowing whether they stand inside a command, so here each waits for the one before.
 */
function oneAtATime(client: PoolClient): PoolClient {
  const ask = client.query.bind(client) as (...question: unknown[]) => Promise<unknown>
  let before: Promise<unknown> = Promise.resolve()
  const inTurn = (...question: unknown[]) => {
    // The pool's own questions carry a callback and are never asked inside a command.
    if (typeof question.at(-1) === 'function') return ask(...question)
    const answer = before.then(() => ask(...question))
    before = answer.catch(() => undefined)
    return answer
  }
  client.query = inTurn as unknown as typeof client.query
  return client
}

/**
 * Opens a pool of connections.
 * @param connections the most that are open at once
 */
export function openDb(url: string, connections = 10): OpenDb {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    application_name: `gongkai:${process.pid}`,
    keepAlive: true,
    connectionTimeoutMillis: 30_000,
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && parsers[id]) || types.getTypeParser(id, format as 'text'),
    } as typeof types,
  })
  // An idle connection that breaks is replaced at the next use.
  pool.on('error', () => undefined)
  // One that breaks while a transaction holds it fails that transaction; without a listener it would end the whole program.
  pool.on('connect', (client) => void oneAtATime(client).on('error', () => undefined))
  return { pool, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) }
}
