import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { openEmbedded } from '../../src/platform/db/embedded.ts'
import { quietLog } from './log.ts'

/** A database server for one run of the tests: in a temporary folder, on a socket, careless about power cuts. */
export async function startTestServer(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-test-'))
  const server = await openEmbedded(folder, quietLog, {
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  const admin = new Client({ connectionString: asAdministrator(server.url) })
  await admin.connect()
  await admin.query('alter role gongkai createdb')
  const { rows } = await admin.query<{ pid: number }>(
    `select (regexp_match(pg_read_file('postmaster.pid'), '^\\d+'))[1]::int as pid`,
  )
  await admin.end()
  const guard = guardAgainstOrphans(rows[0]?.pid ?? 0, folder)
  return {
    url: server.url,
    async stop() {
      await server.stop()
      guard.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The server's address for its administrator. */
export function asAdministrator(url: string): string {
  return url.replace(/\/\/gongkai@([^/]*)\/[^?]*/, '//postgres@$1/postgres')
}

/** Should the run be killed, its end of the pipe closes, and the guard stops the server and clears the folder. */
function guardAgainstOrphans(pid: number, folder: string): { stop(): void } {
  const script = 'read done; [ "$done" = stopped ] || { kill -INT "$0"; sleep 2; rm -rf "$1"; }'
  const guard = spawn('/bin/sh', ['-c', script, String(pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  guard.unref()
  ;(guard.stdin as unknown as { unref(): void }).unref()
  return { stop: () => void guard.stdin.end('stopped\n') }
}
