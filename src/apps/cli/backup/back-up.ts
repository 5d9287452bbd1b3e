import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, realpath, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import { checkCopy } from '../../../platform/backup/check-copy.ts'
import { copyCluster } from '../../../platform/backup/copy-cluster.ts'
import { copyFolder } from '../../../platform/backup/copy-folder.ts'
import { writeSums } from '../../../platform/backup/sums.ts'
import { keyFile } from '../../../platform/cipher/keys.ts'
import { openCipher } from '../../../platform/cipher/open-cipher.ts'
import type { Config } from '../../../platform/config.ts'
import type { Log } from '../../../platform/context.ts'
import { processExists } from '../../../platform/db/cluster.ts'
import { openEmbedded } from '../../../platform/db/embedded.ts'
import { openDb } from '../../../platform/db/open-db.ts'
import { openFiles } from '../../../platform/files/open-files.ts'
import { rooms } from '../../rooms.ts'
import { openInstallation } from '../../server.ts'
import { CannotBackUp, manifestFile, type Manifest } from './manifest.ts'

/** What lies in a data folder besides the database and is copied as it is. */
const folders = ['files', 'outbox', 'fonts']

/**
 * Copies the whole data folder while the system runs or stands still, opens the copy to see that it holds, and writes down what is
 * in it. Until that is done the folder has another name: a backup that is there is a whole one.
 * @param keysTo where the copy of the key file goes, outside the backup; null: into it
 * @throws CannotBackUp with a sentence
 */
export async function backUp(
  config: Config,
  log: Log,
  wanted: { readonly target: string; readonly keysTo: string | null },
  say: (sentence: string) => void,
): Promise<Manifest> {
  const target = resolve(wanted.target)
  await mustBeFree(config, target)
  if (wanted.keysTo !== null && existsSync(wanted.keysTo))
    throw new CannotBackUp(`${wanted.keysTo} 已经存在，没有覆盖。请换一个文件名。`)
  const half = join(dirname(target), `.half-${process.pid}-${basename(target)}`)
  await clearHalves(target)
  await mkdir(half, { recursive: true, mode: 0o700 })
  try {
    await copyAll(config, log, half, say)
    say('正在试开这份备份')
    const manifest = await proveCopy(config, log, half)
    await writeFile(join(half, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    if (wanted.keysTo !== null && existsSync(join(half, 'keys.json'))) {
      await copyFile(join(half, 'keys.json'), wanted.keysTo)
      await rm(join(half, 'keys.json'))
    }
    await writeSums(half)
    // To the disk before it gets its name.
    await promisify(execFile)('sync').catch(() => undefined)
    if (existsSync(target)) await rmdir(target)
    await rename(half, target)
    return manifest
  } finally {
    await rm(half, { recursive: true, force: true })
  }
}

/** Removes what an earlier backup to this place left when it was killed. */
async function clearHalves(target: string): Promise<void> {
  for (const name of await readdir(dirname(target))) {
    const [, pid, of] = /^\.half-(\d+)-(.*)$/.exec(name) ?? []
    if (of === basename(target) && !processExists(Number(pid)))
      await rm(join(dirname(target), name), { recursive: true, force: true })
  }
}

async function mustBeFree(config: Config, target: string): Promise<void> {
  if (config.databaseUrl !== null)
    throw new CannotBackUp(
      '数据库由 DATABASE_URL 指定，不在数据文件夹里。请用它自己的工具备份（pg_dump -Fc），再复制 files 文件夹和密钥文件，办法见 docs/operating/data.md。',
    )
  if (!existsSync(join(config.dataFolder, 'database')))
    throw new CannotBackUp(
      `${config.dataFolder} 里还没有数据，没有什么要备份。数据在别处的，请用 GONGKAI_DATA 指明。`,
    )
  if (existsSync(target) && (await readdir(target)).length > 0)
    throw new CannotBackUp(
      `${target} 里已经有东西，没有备份。请写一个新的文件夹，例如 ${target}-${new Date().toISOString().slice(0, 10)}。`,
    )
  await mkdir(dirname(target), { recursive: true })
  const inside = relative(await realpath(config.dataFolder), join(await realpath(dirname(target)), 'x'))
  if (!inside.startsWith('..'))
    throw new CannotBackUp('备份不能放在数据文件夹里面。请写别处的文件夹，最好在另一块磁盘上。')
}

async function copyAll(
  config: Config,
  log: Log,
  half: string,
  say: (sentence: string) => void,
): Promise<void> {
  const { services, close } = await openInstallation(config, log, { migrate: false })
  try {
    await services.command({ kind: 'operator', name: 'shell' }, null, (context) =>
      context.journal({ verb: 'back-up', subject: { kind: 'installation', id: '-' }, agencyId: null }),
    )
    const server = await openEmbedded(config.dataFolder, log)
    try {
      // Files before the database, so that none it names has been left out; and again after it, for what came meanwhile.
      say('正在复制文件')
      for (const name of folders) await copyFolder(join(config.dataFolder, name), join(half, name))
      say('正在复制数据库，系统可以照常使用')
      const holder = join(half, 'database')
      await mkdir(holder, { mode: 0o711 })
      await copyCluster(server.administratorUrl, server.data, join(holder, basename(server.data)))
      for (const name of folders) await copyFolder(join(config.dataFolder, name), join(half, name))
      if (config.keys === null) await copyFile(keyFile(config.dataFolder), keyFile(half))
    } finally {
      await server.stop()
    }
  } finally {
    await close()
  }
}

/** Opens the copy as a system of its own: it recovers, its journal is whole, its files are there, its keys fit. */
async function proveCopy(config: Config, log: Log, half: string): Promise<Manifest> {
  const copy = { ...config, dataFolder: half }
  const server = await openEmbedded(half, log)
  const { db } = openDb(server.url, 2)
  try {
    await openCipher(copy, db, new Date())
    const kept = rooms.flatMap((room) => room.files ?? [])
    const { journal, files, missing } = await checkCopy(db, await openFiles(copy), kept)
    const steps = await db.selectFrom('migrations_done').select('id').orderBy('id').execute()
    const { version } = JSON.parse(
      await readFile(new URL('../../../../../package.json', import.meta.url), 'utf8'),
    ) as { version: string }
    return {
      format: 1,
      madeAt: new Date().toISOString(),
      program: version,
      steps: steps.map(({ id }) => id),
      journal: { links: journal.links, breaks: journal.breaks.length, chains: journal.chains },
      files: { named: files, missing, elsewhere: config.filesUrl !== null },
    }
  } finally {
    await db.destroy()
    await server.stop()
    await rm(join(half, 'database', 'server.log'), { force: true })
  }
}
