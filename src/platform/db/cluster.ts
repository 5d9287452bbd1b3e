import { spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  closeSync,
  statSync,
} from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { CannotOpenDatabase, serverWouldNotStart } from './cannot-open.ts'
import type { Place } from './place.ts'
import type { ServerAccount } from './server-account.ts'

/** The data of the server as the server itself sees it; see Place.byWorkingFolder. */
export function dataAsSeen(place: Place, data = place.data): string {
  return place.byWorkingFolder ? '/proc/self/cwd' : data
}

/** How to start a program of the server: its account, its folder, and nothing of our environment that could lead it astray. */
export function asServer(place: Place, folder: string) {
  return {
    cwd: folder,
    ...(place.account ? { uid: place.account.uid, gid: place.account.gid } : {}),
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  }
}

/**
 * Makes the database cluster when there is none yet. It is made in a folder of its own and renamed when complete, so an
 * interruption leaves nothing half-made; of two starts at once the quicker one's is kept.
 * @returns whether it was made now
 */
export async function ensureCluster(place: Place, binaries: Binaries): Promise<boolean> {
  await clearHalfMade(place.holder)
  if (existsSync(join(place.data, 'PG_VERSION'))) {
    await giveToServer(place)
    return false
  }
  if (!existsSync(place.data)) refuseOtherMajor(place.holder, await readdir(place.holder), binaries.major)
  const half = join(place.holder, `.new-${process.pid}-${Date.now().toString(36)}`)
  mkdirSync(half, { mode: 0o700 })
  if (place.account) chownSync(half, place.account.uid, place.account.gid)
  const args = [
    '-D',
    dataAsSeen(place, half),
    '--username=postgres',
    '--encoding=UTF8',
    // The same order on every machine and after every upgrade: it does not depend on the system's or ICU's version.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
    // Only the socket is open, in a folder of mode 700: who gets there is the server's account or root.
    '--auth=trust',
  ]
  const { code, output } = await runProgram(binaries.initdb, args, asServer(place, half))
  if (code !== 0) {
    await rm(half, { recursive: true, force: true })
    throw serverWouldNotStart('数据库没有建立成功。', output)
  }
  try {
    await rename(half, place.data)
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    if (existsSync(join(place.data, 'PG_VERSION'))) return false
    throw error
  }
  syncFolder(place.holder)
  return true
}

/** Removes what an interrupted making left behind. An orphan may still be writing there; then a later start removes it. */
async function clearHalfMade(holder: string): Promise<void> {
  for (const name of await readdir(holder)) {
    const pid = /^\.new-(\d+)-/.exec(name)?.[1]
    if (pid && !processExists(Number(pid)))
      await rm(join(holder, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

function refuseOtherMajor(holder: string, names: readonly string[], major: number): void {
  const other = names.find((name) => /^pg\d+$/.test(name) && existsSync(join(holder, name, 'PG_VERSION')))
  if (other)
    throw new CannotOpenDatabase(
      `数据文件夹里是 PostgreSQL ${other.slice(2)} 的数据，现在的程序带的是 ${major}。请先用原来的版本导出数据，再导入新的文件夹。`,
    )
}

/** Data restored from a backup as root belongs to root; the server could not open it. */
async function giveToServer(place: Place): Promise<void> {
  if (place.account === null || statSync(place.data).uid === place.account.uid) return
  await ownAll(place.data, place.account)
}

async function ownAll(path: string, account: ServerAccount): Promise<void> {
  if (lstatSync(path).isSymbolicLink()) return
  chownSync(path, account.uid, account.gid)
  if (!lstatSync(path).isDirectory()) return
  for (const name of await readdir(path)) await ownAll(join(path, name), account)
}

/** Makes the names in a folder survive a power cut. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Whether a process with this number exists, ours or not. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Runs a program to its end and keeps what it said. */
function runProgram(
  program: string,
  args: readonly string[],
  options: ReturnType<typeof asServer>,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()))
    child.stderr.on('data', (bytes: Buffer) => (output += bytes.toString()))
    child.on('error', (error) => resolve({ code: -1, output: `${output}\n${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? -1, output }))
  })
}
