import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { Client, type Pool } from 'pg'
import { plainDay, type PlainDay } from '../../src/law/calendar/plain-day.ts'
import { buildServices } from '../../src/platform/build-services.ts'
import { sm3 } from '../../src/platform/cipher/digest.ts'
import { fieldCipher, fixedKeys } from '../../src/platform/cipher/field-cipher.ts'
import { newKeyRing } from '../../src/platform/cipher/keys.ts'
import { readConfig, type Config } from '../../src/platform/config.ts'
import type { Tables } from '../../src/platform/context.ts'
import { migrate, migrationsOf } from '../../src/platform/db/migrate.ts'
import type { Migration } from '../../src/platform/db/migration.ts'
import { openDb } from '../../src/platform/db/open-db.ts'
import { folderStore } from '../../src/platform/files/folder-store.ts'
import { platformMigrations } from '../../src/platform/db/platform-migrations.ts'
import type { Room } from '../../src/platform/room.ts'
import type { Services } from '../../src/platform/services.ts'
import { keptLog, type LogLine } from './log.ts'
import { startTestServer } from './test-server.ts'

/** A database of one test file's own. */
export interface TestDatabase {
  readonly db: Kysely<Tables>
  readonly pool: Pool
  readonly url: string
  /** Closes and removes it. */
  drop(): Promise<void>
}

/** A whole installation for one test file. */
export interface TestServices extends Services {
  readonly database: TestDatabase
  readonly lines: readonly LogLine[]
  /** Moves the clock; noon in Beijing on that day. */
  moveTo(day: string): void
  drop(): Promise<void>
}

/** The server of the run, or our own when a single file is run by hand. */
let ownServer: Promise<Awaited<ReturnType<typeof startTestServer>>> | null = null
let users = 0

async function serverUrl(): Promise<string> {
  const given = process.env['GONGKAI_TEST_SERVER']
  if (given) return given
  users += 1
  ownServer ??= startTestServer()
  return (await ownServer).url
}

async function leaveServer(): Promise<void> {
  if (ownServer === null) return
  users -= 1
  if (users > 0) return
  const server = await ownServer
  ownServer = null
  await server.stop()
}

/** Runs one statement on the server, outside any test's database. */
async function onServer(server: string, run: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await run(client)
  } finally {
    await client.end()
  }
}

/**
 * A fresh database with the platform's tables and the given ones (null: quite empty). The steps run once for a run of the tests;
 * each database is a copy of the result.
 */
export async function testDatabase(migrations: readonly Migration[] | null = []): Promise<TestDatabase> {
  const server = await serverUrl()
  const steps = migrations === null ? [] : [...platformMigrations, ...migrations]
  const template = migrations === null ? null : `template_${sm3(JSON.stringify(steps)).slice(0, 16)}`
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(server, async (client) => {
    if (template === null) {
      await client.query(`create database ${name}`)
      return
    }
    // One at a time: a template must be finished, and not in use, when it is copied.
    await client.query('select pg_advisory_lock(7101099)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount === 0) {
      const half = `half_${randomBytes(8).toString('hex')}`
      await client.query(`create database ${half}`)
      const { db } = openDb(addressOf(server, half), 1)
      await migrate(db, steps)
      await db.destroy()
      await client.query(`alter database ${half} rename to ${template}`)
    }
    await client.query(`create database ${name} template ${template}`)
  })
  const url = addressOf(server, name)
  const { db, pool } = openDb(url, 5)
  return {
    db,
    pool,
    url,
    async drop() {
      await db.destroy()
      await onServer(server, (client) => dropDatabase(client, name))
      await leaveServer()
    },
  }
}

/**
 * Drops a database that a process may still hold: whoever is in it is sent away. Not by force at first: that is refused while the
 * server's own sweeper is at work there, which the plain way sends off.
 */
async function dropDatabase(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ is_held: boolean }>(
    `select exists(select from pg_stat_activity where datname = $1 and backend_type = 'client backend') as is_held`,
    [name],
  )
  if (rows[0]?.is_held)
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
      [name],
    )
  await client.query(`drop database ${name}`)
}

function addressOf(server: string, database: string): string {
  return server.replace(/(\/\/[^/]*\/)[^?]*/, `$1${database}`)
}

/**
 * A whole installation: database with the rooms' tables, files and mail in a temporary folder, keys of its own, a clock that
 * stands still, a log that is kept.
 */
export async function testServices(
  rooms: readonly Room[] = [],
  options: { readonly today?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<TestServices> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-files-'))
  const database = await testDatabase(migrationsOf(rooms))
  const log = keptLog()
  let today: PlainDay = plainDay(options.today ?? '2026-03-12')
  const now = () => new Date(`${today}T12:00:00+08:00`)
  const config: Config = readConfig({ GONGKAI_DEMO: 'off', ...options.env, GONGKAI_DATA: folder })
  const services = buildServices({
    config,
    db: database.db,
    files: await folderStore(join(folder, 'files')),
    cipher: fieldCipher(fixedKeys(newKeyRing(now()))),
    log,
    rooms,
    now,
  })
  return {
    ...services,
    database,
    lines: log.lines,
    moveTo(day) {
      today = plainDay(day)
    },
    async drop() {
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
