import { sql, type Kysely } from 'kysely'
import type { FieldCipher, FileStore, Tables } from '../context.ts'
import { CannotUnseal, keyIdOf } from './field-cipher.ts'

/** A table that holds sealed values, and where it names files whose bytes are sealed. */
export interface SealedTable {
  readonly table: string
  readonly columns: readonly string[]
  /** Column with the address of a sealed file in the file store. */
  readonly files?: string
}

/** What was sealed again, and what cannot be opened and stays as it is. */
export interface Resealed {
  readonly values: number
  readonly files: number
  readonly unopened: number
}

interface Ground {
  readonly db: Kysely<Tables>
  readonly cipher: FieldCipher
  readonly files: FileStore
}

interface Found {
  readonly at: string
  readonly value: string
}

/** The platform's own sealed values: the probe of the keys, the demo's password. */
const own: SealedTable = { table: 'installation', columns: ['value'] }

/** How many rows are read at once. */
const step = 200

/**
 * Seals again with the present key whatever an older key sealed, while the office works: each value is exchanged only if nobody has
 * changed it meanwhile. Begun again after an interruption it goes on. Old keys may leave the ring when nothing is unopened.
 */
export async function reseal(ground: Ground, tables: readonly SealedTable[]): Promise<Resealed> {
  const present = keyIdOf(ground.cipher.seal('')) ?? ''
  const told = { values: 0, files: 0, unopened: 0 }
  for (const each of [own, ...tables]) {
    for (const column of each.columns) {
      const { done, unopened } = await resealColumn(ground, each.table, column, present)
      told.values += done
      told.unopened += unopened
    }
    if (each.files === undefined) continue
    const { done, unopened } = await resealFiles(ground, each.table, each.files, present)
    told.files += done
    told.unopened += unopened
  }
  return told
}

/** Passes over a column until one finds nothing more to do: rows move when others change them. */
async function resealColumn({ db, cipher }: Ground, table: string, column: string, present: string) {
  let done = 0
  for (;;) {
    const before = done
    let unopened = 0
    for await (const { at, value } of rowsOf(db, table, column, `gk1.${present}.`)) {
      const anew = again(cipher, value)
      if (anew === null) unopened += 1
      else done += await exchange(db, table, column, { at, value }, anew)
    }
    if (done === before) return { done, unopened }
  }
}

async function resealFiles({ db, cipher, files }: Ground, table: string, column: string, present: string) {
  let done = 0
  let unopened = 0
  for await (const row of rowsOf(db, table, column, null)) {
    // Erased, or removed this moment.
    if (!(await files.has(row.value))) continue
    const sealed = Buffer.from(await files.get(row.value)).toString('utf8')
    if (keyIdOf(sealed) === present) continue
    const anew = again(cipher, sealed)
    if (anew === null) {
      unopened += 1
      continue
    }
    const stored = await files.put(Buffer.from(anew, 'utf8'))
    const exchanged = await exchange(db, table, column, row, stored)
    // The one that nothing names any more goes: the old bytes, or the new ones when the row has changed under us.
    await files.remove(exchanged === 1 ? row.value : stored)
    done += exchanged
  }
  return { done, unopened }
}

/** Rows of a table in the order they lie; those already sealed with the present key left out. */
async function* rowsOf(
  db: Kysely<Tables>,
  table: string,
  column: string,
  present: string | null,
): AsyncGenerator<Found> {
  let last = '(0,0)'
  for (;;) {
    const name = sql.ref(column)
    const { rows } = await sql<Found>`select ctid::text as at, ${name} as value from ${sql.table(table)}
      where ctid > ${last}::tid and ${name} is not null
        and (${present}::text is null or (${name} like 'gk1.%' and not starts_with(${name}, ${present}::text)))
      order by ctid limit ${step}`.execute(db)
    yield* rows
    const end = rows.at(-1)
    if (rows.length < step || !end) return
    last = end.at
  }
}

async function exchange(db: Kysely<Tables>, table: string, column: string, was: Found, anew: string) {
  const { numAffectedRows } = await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${anew}
    where ctid = ${was.at}::tid and ${sql.ref(column)} = ${was.value}`.execute(db)
  return Number(numAffectedRows ?? 0)
}

function again(cipher: FieldCipher, sealed: string): string | null {
  try {
    return cipher.seal(cipher.open(sealed))
  } catch (error) {
    if (error instanceof CannotUnseal) return null
    throw error
  }
}
