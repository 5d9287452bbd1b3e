import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
} from 'node:fs'
import { rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { CannotOpenDatabase } from './cannot-open.ts'
import { asServer, dataAsSeen, processExists } from './cluster.ts'
import { isSocketElsewhere, makeSocketFolder, type Place } from './place.ts'

/** A server process that we started. */
export interface StartedServer {
  /** Whether it has ended. */
  ended(): boolean
  /** What it wrote to the log since we started it. */
  output(): string
}

const longestLog = 4 * 1024 * 1024

/** Settings that hold whatever the files of the cluster say. */
function settings(place: Place, besides: Readonly<Record<string, string>>): readonly string[] {
  const values: Readonly<Record<string, string>> = {
    listen_addresses: '',
    unix_socket_directories: place.socket,
    unix_socket_permissions: '0700',
    port: '5432',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '100',
    // A transaction that its program forgot must not hold others up for ever.
    idle_in_transaction_session_timeout: '10min',
    jit: 'off',
    log_destination: 'stderr',
    logging_collector: 'off',
    // Statements and details of errors hold values, and values may be personal data: they stay out of the log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    ...besides,
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Starts the server process; it lives on when we are killed, so that the next start can take it over. */
export function startServerProcess(
  place: Place,
  binaries: Binaries,
  besides: Readonly<Record<string, string>> = {},
): StartedServer {
  if (existsSync(place.logFile) && statSync(place.logFile).size > longestLog)
    renameSync(place.logFile, `${place.logFile}.1`)
  makeSocketFolder(place)
  const log = openSync(place.logFile, 'a', 0o600)
  const from = statSync(place.logFile).size
  let ended = false
  let failure = ''
  const child = spawn(binaries.postgres, ['-D', dataAsSeen(place), ...settings(place, besides)], {
    ...asServer(place, place.data),
    // Its own session: Ctrl-C in the terminal stops us first, and we stop the server when our work is done.
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.on('error', (error) => {
    ended = true
    failure = error.message
  })
  child.on('exit', () => (ended = true))
  child.unref()
  return {
    ended: () => ended,
    output: () => `${readFileSync(place.logFile).subarray(from).toString()}\n${failure}`,
  }
}

/**
 * The process number of the server that runs on the data, or null. A number left in the file after a crash may by now
 * belong to anybody: on Linux the process must really work in the data folder.
 */
export function runningServer(place: Place): number | null {
  const pid = Number.parseInt(readLines(join(place.data, 'postmaster.pid'))[0] ?? '', 10)
  if (!Number.isInteger(pid) || pid <= 1 || !processExists(pid)) return null
  if (process.platform !== 'linux') return pid
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(place.data) ? pid : null
  } catch {
    // A process that is gone but not yet reaped, or one of another user.
    return null
  }
}

function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    return []
  }
}

/**
 * Removes what a killed server left lying, so that the next one does not take a stranger's process number for its own.
 * Only when no server runs; PostgreSQL's own guard on the shared memory still stands behind this.
 */
export async function clearStaleLock(place: Place): Promise<void> {
  if (runningServer(place) !== null) return
  await rm(join(place.data, 'postmaster.pid'), { force: true })
}

/**
 * Stops the server that runs on the data: open transactions are rolled back, everything committed is on disk.
 * @throws CannotOpenDatabase when it is still there after a minute
 */
export async function stopServerProcess(place: Place): Promise<void> {
  const pid = runningServer(place)
  if (pid === null) return
  const until = Date.now() + 60_000
  signal(pid, 'SIGINT')
  while (runningServer(place) === pid) {
    if (Date.now() > until) {
      signal(pid, 'SIGQUIT')
      throw new CannotOpenDatabase(
        `数据库进程 ${pid} 一分钟内没有停下，已经要求它立即退出。请稍等再启动，数据不会丢。`,
      )
    }
    await pause(10)
  }
  // Empty now; when another start has just put its socket there, it stays.
  if (isSocketElsewhere(place)) await rmdir(place.socket).catch(() => undefined)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended between the look and the signal: that is what was wanted.
  }
}
