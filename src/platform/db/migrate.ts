import { sql, type Kysely } from 'kysely'
import { sm3 } from '../cipher/digest.ts'
import type { Tables } from '../context.ts'
import { CannotOpenDatabase } from './cannot-open.ts'
import type { Migration } from './migration.ts'

declare module '../context.ts' {
  interface Tables {
    migrations_done: { id: string; digest: string; done_at: Date }
  }
}

/** Held while migrating, so that a server and a worker starting together do it once. */
const migrationLock = 7_101_003

/** The steps in the order they are taken: rooms in the order given, in each room by id. */
export function migrationsOf(
  rooms: readonly { readonly migrations?: readonly Migration[] }[],
): readonly Migration[] {
  return rooms.flatMap((room) =>
    [...(room.migrations ?? [])].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  )
}

/**
 * Brings the database up to the program: every step not yet done, in the order given, each in one transaction with its entry
 * in `migrations_done`.
 * @returns ids of the steps taken now
 * @throws CannotOpenDatabase when the database is newer than the program, or a step that was taken has been changed since
 */
export async function migrate(
  db: Kysely<Tables>,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const twice = migrations.find((m, index) => migrations.findIndex((other) => other.id === m.id) !== index)
  if (twice)
    throw new CannotOpenDatabase(`程序里有两个同名的数据库步骤 ${twice.id}，这是程序的错误，请报告。`)
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${migrationLock})`.execute(connection)
    try {
      return await takeSteps(connection, migrations)
    } finally {
      await sql`select pg_advisory_unlock(${migrationLock})`.execute(connection).catch(() => undefined)
    }
  })
}

async function takeSteps(db: Kysely<Tables>, migrations: readonly Migration[]): Promise<readonly string[]> {
  await sql`create table if not exists migrations_done (
    id text primary key, digest text not null, done_at timestamptz not null default now())`.execute(db)
  const done = new Map(
    (await db.selectFrom('migrations_done').select(['id', 'digest']).execute()).map((row) => [
      row.id,
      row.digest,
    ]),
  )
  const known = new Map(migrations.map((migration) => [migration.id, digestOf(migration)]))
  const unknown = [...done.keys()].filter((id) => !known.has(id))
  if (unknown.length > 0)
    throw new CannotOpenDatabase(
      `数据库已经由更新的程序升级过（${unknown.join('、')}），现在的程序太旧，不能使用它。请换回新的程序，或者从升级前的备份恢复。`,
    )
  const taken: string[] = []
  const changed: string[] = []
  for (const migration of migrations) {
    const digest = done.get(migration.id)
    if (digest === undefined || digest === digestOf(migration)) continue
    const once = migration.onceWas?.find((was) => was.digest === digest)
    if (once === undefined) changed.push(migration.id)
    else taken.push(await mend(db, migration, once.mend))
  }
  if (changed.length > 0)
    throw new CannotOpenDatabase(
      `已经执行过的数据库步骤后来被改动（${changed.join('、')}），现在的程序不能使用这个数据库，数据没有变动。请换回原来的程序，并把这句话告诉开发者：已执行的步骤不能改，改动要写成新的一步。`,
    )
  for (const migration of migrations) {
    if (done.has(migration.id)) continue
    try {
      await db.transaction().execute(async (transaction) => {
        await sql.raw(migration.sql).execute(transaction)
        await transaction
          .insertInto('migrations_done')
          .values({ id: migration.id, digest: digestOf(migration), done_at: new Date() })
          .execute()
      })
    } catch (error) {
      throw new CannotOpenDatabase(
        `数据库步骤 ${migration.id} 没有成功，已经整步撤回，数据没有变动。原因：${(error as Error).message}`,
        { cause: error },
      )
    }
    taken.push(migration.id)
  }
  return taken
}

/** Brings what an earlier wording of a step made to today's. */
async function mend(db: Kysely<Tables>, migration: Migration, statement: string): Promise<string> {
  await db.transaction().execute(async (transaction) => {
    await sql.raw(statement).execute(transaction)
    await transaction
      .updateTable('migrations_done')
      .set({ digest: digestOf(migration) })
      .where('id', '=', migration.id)
      .execute()
  })
  return migration.id
}

/** White space at the ends of lines does not change a step. */
export function digestOf(migration: Migration): string {
  return sm3(migration.sql.replaceAll(/[ \t]+$/gm, '').trim())
}
