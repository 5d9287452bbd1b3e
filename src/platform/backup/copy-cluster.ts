import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'

/** Folders whose contents belong to a running server only: made empty in a copy. */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const leftOut = /^(postmaster\.(pid|opts)|backup_label.*|tablespace_map.*|pg_internal\.init.*|pgsql_tmp.*)$/

/**
 * Copies the cluster of a running server to a folder while everybody works on (PostgreSQL's own way: start of a backup, copy, end of
 * the backup, and the log written in between). The copy recovers to the moment of the end when it is opened.
 * @param url address for the server's administrator
 */
export async function copyCluster(url: string, data: string, target: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: `gongkai:${process.pid}` })
  client.on('error', () => undefined)
  await client.connect()
  try {
    // While this connection lives, no log that the copy needs is thrown away.
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [
      `gongkai_backup_${process.pid}`,
    ])
    const begun = await client.query<{ first: string }>(
      `select pg_walfile_name(pg_backup_start('gongkai', true)) as first`,
    )
    await copyTree(data, target)
    const ended = await client.query<{ last: string; label: string }>(
      `select pg_walfile_name(lsn) as last, labelfile as label from pg_backup_stop(false)`,
    )
    const [{ first = '' } = {}] = begun.rows
    const [{ last = '', label = '' } = {}] = ended.rows
    for (const name of await readdir(join(data, 'pg_wal')))
      if (name.endsWith('.history') || (/^[0-9A-F]{24}$/.test(name) && name >= first && name <= last))
        await copyFile(join(data, 'pg_wal', name), join(target, 'pg_wal', name))
    await mkdir(join(target, 'pg_wal', 'archive_status'), { mode: 0o700 })
    await writeFile(join(target, 'backup_label'), label, { mode: 0o600 })
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700 })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (leftOut.test(entry.name)) continue
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (!entry.isDirectory()) await copyIfThere(source, target)
    else if (emptied.has(entry.name)) await mkdir(target, { mode: 0o700 })
    else await copyTree(source, target)
  }
}

/** Files come and go under a running server; the log knows of it. @returns whether it was there */
export async function copyIfThere(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
