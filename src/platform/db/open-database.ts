import { Client, type Pool } from 'pg'
import type { Kysely } from 'kysely'
import type { Config } from '../config.ts'
import type { Log, Tables } from '../context.ts'
import { CannotOpenDatabase } from './cannot-open.ts'
import { openEmbedded, type EmbeddedOptions } from './embedded.ts'
import { openDb } from './open-db.ts'

/** An open database, embedded or external. */
export interface OpenDatabase {
  readonly url: string
  readonly db: Kysely<Tables>
  readonly pool: Pool
  /** Whether the embedded database was made just now. */
  readonly isNew: boolean
  /** Closes the connections; the embedded server stops when nobody else uses it. */
  stop(): Promise<void>
}

export interface OpenDatabaseOptions extends EmbeddedOptions {
  /** The most connections open at once. */
  readonly connections?: number
}

/** The oldest server we are tested against. */
const oldestServer = 15

/**
 * Opens the database of the installation: the one DATABASE_URL names, else the embedded one in the data folder.
 * @throws CannotOpenDatabase with the cause and what to do
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataFolder'>,
  log: Log,
  options: OpenDatabaseOptions = {},
): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    await checkExternal(config.databaseUrl)
    const { db, pool } = openDb(config.databaseUrl, options.connections)
    return { url: config.databaseUrl, db, pool, isNew: false, stop: () => db.destroy() }
  }
  const server = await openEmbedded(config.dataFolder, log, options)
  const { db, pool } = openDb(server.url, options.connections)
  return {
    url: server.url,
    db,
    pool,
    isNew: server.isNew,
    async stop() {
      await db.destroy()
      await server.stop()
    },
  }
}

/** Tries the external database and says in words what is wrong with it. */
async function checkExternal(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; encoding: string; writable: boolean }>(
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
              not pg_is_in_recovery() and has_schema_privilege('public', 'create')
                and has_database_privilege(current_database(), 'create') as writable`,
    )
    const found = rows[0]
    if (!found) return
    if (found.version < oldestServer)
      throw new CannotOpenDatabase(
        `外部数据库是 PostgreSQL ${found.version}，需要 ${oldestServer} 或更新的版本。请先升级它。`,
      )
    if (found.encoding !== 'UTF8')
      throw new CannotOpenDatabase(
        `外部数据库的编码是 ${found.encoding}，需要 UTF8。请新建一个库：create database gongkai encoding 'UTF8' template template0。`,
      )
    if (!found.writable)
      throw new CannotOpenDatabase(
        '外部数据库不能写入：它是只读的备库，或者用户没有建表的权限。请连接主库，并让这个用户成为库的所有者（alter database 库名 owner to 用户）。',
      )
  } catch (error) {
    if (error instanceof CannotOpenDatabase) throw error
    throw new CannotOpenDatabase(`连接不上 DATABASE_URL 指定的数据库。${explainConnection(error)}`, {
      cause: error,
    })
  } finally {
    await client.end().catch(() => undefined)
  }
}

function explainConnection(error: unknown): string {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (code === 'ECONNREFUSED' || code === 'ENOENT')
    return '那个地址没有数据库在运行，请检查主机、端口，或者先启动它。'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return '找不到那台主机，请检查主机名。'
  if (code === '28P01' || code === '28000') return '用户名或密码不对。'
  if (code === '3D000') return '没有这个名字的库，请先建好（编码 UTF8）。'
  if (code === '53300') return '它的连接数满了，请调大 max_connections 或关掉别的程序。'
  if (/timeout|ETIMEDOUT/i.test(`${code} ${message}`)) return '十秒没有回应，请检查网络和防火墙。'
  return `原因：${message || code}`
}
