import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkCopy, type CopyVerdict } from '../../../platform/backup/check-copy.ts'
import { copyFolder } from '../../../platform/backup/copy-folder.ts'
import { sumFaults } from '../../../platform/backup/sums.ts'
import { keyFile } from '../../../platform/cipher/keys.ts'
import { openCipher } from '../../../platform/cipher/open-cipher.ts'
import type { Config } from '../../../platform/config.ts'
import type { Log } from '../../../platform/context.ts'
import { openEmbedded } from '../../../platform/db/embedded.ts'
import { openDb } from '../../../platform/db/open-db.ts'
import { openFiles } from '../../../platform/files/open-files.ts'
import { rooms } from '../../rooms.ts'
import { CannotBackUp, manifestFile, readManifest, type Manifest } from './manifest.ts'
import { sumsFile } from '../../../platform/backup/sums.ts'

/** How many faults are told one by one. */
const mostTold = 5

/** Reads every byte of a backup against its list. @throws CannotBackUp naming what is not as it was written */
export async function checkBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder)
  if (!existsSync(join(folder, sumsFile)))
    throw new CannotBackUp(`${folder} 里没有 ${sumsFile}，不能核对。请换一份备份。`)
  const faults = await sumFaults(folder)
  if (faults.length === 0) return manifest
  const more = faults.length > mostTold ? `等 ${faults.length} 处` : ''
  throw new CannotBackUp(
    `这份备份已经损坏：${faults.slice(0, mostTold).join('；')}${more}。请换一份备份，没有恢复。`,
  )
}

/**
 * Puts a backup in place of a data folder that is empty or not there, opens it and checks that it is what was written down: the
 * journal up to its last link, every file, the keys.
 * @param keys the key file when it was kept apart from the backup
 * @throws CannotBackUp with a sentence; the data folder is then as it was
 */
export async function restore(
  config: Config,
  log: Log,
  wanted: { readonly source: string; readonly keys: string | null },
  say: (sentence: string) => void,
): Promise<{ readonly manifest: Manifest; readonly verdict: CopyVerdict }> {
  const { dataFolder } = config
  if (config.databaseUrl !== null)
    throw new CannotBackUp(
      '数据库由 DATABASE_URL 指定，请用它自己的工具恢复，办法见 docs/operating/data.md。',
    )
  if (existsSync(dataFolder) && (await readdir(dataFolder)).length > 0)
    throw new CannotBackUp(
      `${dataFolder} 里已经有数据，没有恢复。请停掉系统，把它移开（例如改名为 ${dataFolder}-旧），再恢复；或者用 GONGKAI_DATA 写一个新的文件夹。`,
    )
  const hasKeys = existsSync(join(wanted.source, 'keys.json'))
  if (
    !hasKeys &&
    wanted.keys === null &&
    config.keys === null &&
    existsSync(join(wanted.source, manifestFile))
  )
    throw new CannotBackUp('备份里没有密钥文件，请用 --keys 文件 写明另外保存的那一份。')
  if (wanted.keys !== null && !existsSync(wanted.keys))
    throw new CannotBackUp(`没有找到密钥文件 ${wanted.keys}。`)
  say('正在核对备份')
  const manifest = await checkBackup(wanted.source)
  const half = `${dataFolder}.half-${process.pid}`
  await mkdir(dirname(dataFolder), { recursive: true })
  try {
    say('正在复制')
    await copyFolder(wanted.source, half)
    for (const name of [sumsFile, manifestFile]) await rm(join(half, name))
    if (wanted.keys !== null) await copyFile(wanted.keys, keyFile(half))
    say('正在打开恢复的数据')
    const verdict = await open({ ...config, dataFolder: half }, log, manifest)
    if (existsSync(dataFolder)) await rmdir(dataFolder)
    await rename(half, dataFolder)
    return { manifest, verdict }
  } finally {
    await rm(half, { recursive: true, force: true })
  }
}

async function open(config: Config, log: Log, manifest: Manifest): Promise<CopyVerdict> {
  const server = await openEmbedded(config.dataFolder, log)
  const { db } = openDb(server.url, 2)
  try {
    await openCipher(config, db, new Date())
    const kept = rooms.flatMap((room) => room.files ?? [])
    return await checkCopy(db, await openFiles(config), kept, manifest.journal.chains)
  } finally {
    await db.destroy()
    await server.stop()
  }
}
