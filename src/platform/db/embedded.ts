import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import type { Log } from '../context.ts'
import { prepareBinaries, type Binaries } from './binaries.ts'
import { CannotOpenDatabase, serverWouldNotStart } from './cannot-open.ts'
import { ensureCluster } from './cluster.ts'
import { isConnectionLoss } from './connection-loss.ts'
import { preparePlace, type Place } from './place.ts'
import { clearStaleLock, runningServer, startServerProcess, stopServerProcess } from './server-process.ts'

/** A running embedded server, ours or taken over, and our claim on it. */
export interface EmbeddedServer {
  /** Address for pg and for libpq programs. */
  readonly url: string
  /** The same for the server's own administrator, for acts on the whole cluster such as a backup. */
  readonly administratorUrl: string
  /** Folder of the cluster. */
  readonly data: string
  /** Whether the cluster was made just now. */
  readonly isNew: boolean
  /** Gives our claim back and stops the server when nobody else has one. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** The one server process of this data folder: a second one is refused. Workers and commands come besides. */
  readonly sole?: boolean
  /** The npm package's folder of programs; tests give another layout. */
  readonly bundled?: { readonly native: string; readonly version: string }
  /** Settings of the server besides ours; the tests' server may be careless about power cuts. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * Session locks inside the database say who uses it: they cannot outlive their process, whatever kills it.
 * `inUse` is shared by all users, and held alone by the one that stops the server; `sole` belongs to the server process.
 */
const locks = { inUse: 7_101_001, sole: 7_101_002 }

/** How long a server may stay unreachable, without a sign of life, before we give up. Crash recovery gives signs. */
const patienceMs = 60_000

/** Between two tries to open a database that died under us. */
const reopenPauseMs = 500

/**
 * Opens the embedded server of a data folder: makes it at the first start, starts it, or takes over one that runs already
 * (left by a crash, or started by another command of ours). Starts it again should it die under us.
 * @throws CannotOpenDatabase with the cause and what to do
 */
export async function openEmbedded(
  dataFolder: string,
  log: Log,
  options: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  if (process.platform === 'win32')
    throw new CannotOpenDatabase('自带的数据库在 Windows 上不能用。请安装 PostgreSQL，并设置 DATABASE_URL。')
  const major = Number.parseInt(options.bundled?.version ?? '18', 10)
  const place = preparePlace(dataFolder, major)
  const binaries = await prepareBinaries(place.account, place.holder, options.bundled)
  const isNew = await ensureCluster(place, binaries)
  const url = urlOf(place, 'gongkai', 'gongkai')
  const ground: Ground = { place, binaries, url, log, options }
  let keeper = await claim(ground)
  let stopping = false
  let reopening: Promise<void> = Promise.resolve()
  watch()

  /** When our claim's connection breaks, the server died or is recovering: claim it again, starting it if need be. */
  function watch(): void {
    let isLost = false
    const lost = (): void => {
      if (isLost || stopping) return
      isLost = true
      log.warn({}, 'database connection lost; opening the database again')
      reopening = openAgain()
    }
    keeper.once('end', lost)
    // It may have broken between our claim and our listening: then no end will come.
    keeper.query('select 1').catch(lost)
  }

  /** Until it works or we stop: a database that is down for an hour is there again afterwards, without anybody's doing. */
  async function openAgain(): Promise<void> {
    for (;;) {
      try {
        keeper = await claim(ground)
        // Whoever stops now waits for this claim, and gives it back in order.
        if (!stopping) watch()
        return
      } catch (error) {
        if (stopping) return
        log.error({ reason: String(error) }, 'the database could not be opened again; trying once more')
        await pause(reopenPauseMs)
      }
    }
  }

  return {
    url,
    administratorUrl: urlOf(place, 'postgres', 'postgres'),
    data: place.data,
    isNew,
    async stop() {
      if (stopping) return
      stopping = true
      await reopening
      if (await isLastUser(keeper)) await stopServerProcess(place)
      await keeper.end().catch(() => undefined)
    },
  }
}

/** What opening needs, now and whenever the server has to be opened again. */
interface Ground {
  readonly place: Place
  readonly binaries: Binaries
  readonly url: string
  readonly log: Log
  readonly options: EmbeddedOptions
}

/** Address of a database on the server's socket. */
function urlOf(place: Place, user: string, database: string): string {
  return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(place.socket)}`
}

/** Connects, starting the server as often as it takes, and takes our locks. */
async function claim(ground: Ground): Promise<Client> {
  for (let tried = 1; ; tried += 1) {
    const keeper = await reach(ground)
    try {
      await keeper.query('select pg_advisory_lock_shared($1)', [locks.inUse])
      if (ground.options.sole) {
        const { rows } = await keeper.query<{ ok: boolean }>('select pg_try_advisory_lock($1) as ok', [
          locks.sole,
        ])
        if (rows[0]?.ok !== true) throw await alreadyServed(keeper)
      }
      return keeper
    } catch (error) {
      await keeper.end().catch(() => undefined)
      // A server process killed this moment keeps its lock until the database notices.
      if (error instanceof AlreadyServed && tried < 20) {
        await pause(50)
        continue
      }
      // The last user before us was just stopping the server: start it again.
      if (error instanceof CannotOpenDatabase || !isConnectionLoss(error)) throw error
    }
  }
}

/** A second server process on the same data. */
class AlreadyServed extends CannotOpenDatabase {}

/** The refusal for a second server process, naming the first. */
async function alreadyServed(keeper: Client): Promise<AlreadyServed> {
  const { rows } = await keeper.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.objid = $1 and l.granted limit 1`,
    [locks.sole],
  )
  const pid = /\d+/.exec(rows[0]?.name ?? '')?.[0]
  return new AlreadyServed(
    `这个数据文件夹正由另一个“公开”使用${pid ? `（进程 ${pid}）` : ''}。请先停掉它，或者用 GONGKAI_DATA 另指定一个文件夹。`,
  )
}

/** Connects to our database, whatever state the server is in. */
async function reach({ place, binaries, url, log, options }: Ground): Promise<Client> {
  let started: ReturnType<typeof startServerProcess> | null = null
  let quietSince = Date.now()
  let toldAt = Date.now()
  for (;;) {
    const answer = await connect(url)
    if (answer instanceof Client) return answer
    const wait = 15
    if (answer === 'starting') {
      quietSince = Date.now()
      if (Date.now() - toldAt > 5_000) {
        toldAt = Date.now()
        log.info({}, 'the database is recovering from an interruption; please wait')
      }
    } else if (answer === 'noDatabase') {
      await makeDatabase(place)
      continue
    } else if (started !== null && !started.ended()) {
      // It has not opened its socket yet.
    } else if (runningServer(place) !== null) {
      // Somebody else is starting it, or it lost its socket (a cleaned temporary folder): give it ten seconds.
      if (Date.now() - quietSince > 10_000) await stopServerProcess(place)
    } else {
      if (started !== null) {
        const output = started.output()
        // Killed backends may hold the shared memory a moment longer; a second start may have been quicker than ours; the last
        // user before us may have cleared the socket's folder away.
        const isPassing = /still in use|already exists|is another postmaster|socket[^\n]*No such file/i.test(
          output,
        )
        if (!isPassing || Date.now() - quietSince > patienceMs)
          throw serverWouldNotStart('数据库没有启动成功。', output, place.logFile)
        await pause(100)
      }
      await clearStaleLock(place)
      started = startServerProcess(place, binaries, options.settings)
    }
    if (Date.now() - quietSince > patienceMs)
      throw serverWouldNotStart('数据库一分钟没有回应。', started?.output() ?? '', place.logFile)
    await pause(wait)
  }
}

/** One try to connect: the connection, or what stands in the way. Other errors are thrown. */
async function connect(url: string): Promise<Client | 'unreachable' | 'starting' | 'noDatabase'> {
  const client = new Client({
    connectionString: url,
    application_name: `gongkai:${process.pid}`,
    keepAlive: true,
  })
  // A broken connection shows itself as 'end'; without a listener the error would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (code === '57P03') return 'starting'
    if (code === '3D000' || code === '28000') return 'noDatabase'
    if (isConnectionLoss(error)) return 'unreachable'
    throw error
  }
}

/** Makes our role and our database in a new cluster; harmless when somebody else does so at the same time. */
async function makeDatabase(place: Place): Promise<void> {
  const answer = await connect(urlOf(place, 'postgres', 'postgres'))
  if (!(answer instanceof Client)) return
  try {
    for (const sql of ['create role gongkai login', 'create database gongkai owner gongkai']) {
      try {
        await answer.query(sql)
      } catch (error) {
        // duplicate role, duplicate database, or the same made at this very moment
        if (!['42710', '42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
      }
    }
  } finally {
    await answer.end().catch(() => undefined)
  }
}

/** Whether nobody else holds a claim; then the lock keeps newcomers waiting until the server is down. */
async function isLastUser(keeper: Client): Promise<boolean> {
  try {
    await keeper.query('select pg_advisory_unlock_shared($1)', [locks.inUse])
    const { rows } = await keeper.query<{ ok: boolean }>('select pg_try_advisory_lock($1) as ok', [
      locks.inUse,
    ])
    return rows[0]?.ok === true
  } catch {
    return false
  }
}
