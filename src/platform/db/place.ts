import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CannotOpenDatabase } from './cannot-open.ts'
import { canReach, serverAccount, type ServerAccount } from './server-account.ts'

/** Where one embedded server keeps its things. */
export interface Place {
  /** Folder `database` of the data folder: holds the data, the log, the socket. */
  readonly holder: string
  readonly data: string
  readonly socket: string
  readonly logFile: string
  /** Who runs the server; null: ourselves. */
  readonly account: ServerAccount | null
  /**
   * The account may not walk down to the data (root's mode-700 home). The server is then started inside its folder and told
   * that its data is /proc/self/cwd, which the kernel resolves without walking. So the data stays where the operator put it.
   */
  readonly byWorkingFolder: boolean
}

/** A socket's address holds 107 bytes on Linux (103 on macOS), file name `/.s.PGSQL.5432.lock` included. */
const longestSocketFolder = 84

/**
 * Finds and makes the folders of the embedded server for a data folder.
 * @throws CannotOpenDatabase when a folder cannot be made or belongs to somebody else
 */
export function preparePlace(dataFolder: string, major: number): Place {
  const holder = makeHolder(dataFolder)
  const data = join(holder, `pg${major}`)
  const account = serverAccount(ownerOf(data))
  if (account === undefined)
    throw new CannotOpenDatabase(
      '数据库不能用 root 运行，而系统里没有 gongkai、postgres 或 nobody 用户。请先建一个（useradd -r gongkai），或者换普通用户运行。',
    )
  const reachable = canReach(account, holder)
  if (!reachable && process.platform !== 'linux')
    throw new CannotOpenDatabase(
      `用户 ${account?.name} 进不了文件夹 ${holder}。请把数据放到它能进的地方（设置 GONGKAI_DATA）。`,
    )
  const inHolder = join(holder, 'socket')
  const socket =
    reachable && Buffer.byteLength(inHolder) <= longestSocketFolder
      ? inHolder
      : join(
          tmpdir().length <= 40 ? tmpdir() : '/tmp',
          `gongkai-${createHash('sha256').update(holder).digest('hex').slice(0, 16)}`,
        )
  makeSocketFolder({ socket, account })
  return { holder, data, socket, logFile: join(holder, 'server.log'), account, byWorkingFolder: !reachable }
}

function makeHolder(dataFolder: string): string {
  const holder = join(dataFolder, 'database')
  try {
    // 711: the server's account may pass through, nobody may look around.
    mkdirSync(holder, { recursive: true, mode: 0o711 })
    return realpathSync(holder)
  } catch (error) {
    throw new CannotOpenDatabase(
      `数据文件夹 ${dataFolder} 不能写入（${(error as NodeJS.ErrnoException).code ?? '原因不明'}）。请检查它的权限，或者用 GONGKAI_DATA 换一个地方。`,
      { cause: error },
    )
  }
}

function ownerOf(path: string): number | null {
  try {
    return statSync(path).uid
  } catch {
    return null
  }
}

/** Whether the socket lies in the shared temporary folder, where we leave nothing behind. */
export function isSocketElsewhere(place: Place): boolean {
  return !place.socket.startsWith(place.holder)
}

/**
 * Makes the folder of the socket, which only the server's account (and root) can enter, and refuses one that somebody else made.
 * Also before every start of the server: temporary folders get cleaned.
 */
export function makeSocketFolder({ socket: path, account }: Pick<Place, 'socket' | 'account'>): void {
  try {
    mkdirSync(path, { mode: 0o700 })
    if (account) chownSync(path, account.uid, account.gid)
    return
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const stat = lstatSync(path)
  const owner = account?.uid ?? process.getuid?.() ?? stat.uid
  if (stat.isDirectory() && stat.uid === 0 && account && process.getuid?.() === 0) {
    chownSync(path, account.uid, account.gid)
    return
  }
  if (!stat.isDirectory() || stat.uid !== owner || (stat.mode & 0o077) !== 0)
    throw new CannotOpenDatabase(
      `文件夹 ${path} 已经属于别的用户，数据库不能放心使用它。请删除它，或者换用建立它的用户运行。`,
    )
}
