import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync, watch } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { keptLog } from '../../test/builders/log.ts'
import { postmasterOf } from '../../test/builders/server-processes.ts'
import { readConfig } from '../platform/config.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { openInstallation } from './server.ts'
import { startWorkers } from './workers.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-workers-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('a worker process that is killed is replaced, and letters go on leaving', {
  timeout: 60_000,
}, async () => {
  const env = { PATH: process.env['PATH'], GONGKAI_DATA: folder, GONGKAI_DEMO: 'off', GONGKAI_LOG: 'silent' }
  const log = keptLog()
  const { services, close } = await openInstallation(readConfig({ ...env, GONGKAI_WORKERS: '1' }), log)
  const outbox = join(folder, 'outbox')
  await mkdir(outbox)
  const workers = await startWorkers(services, env)
  const send = (key: string) =>
    services.command({ kind: 'system', name: 'test' }, null, (context) =>
      queueMail(context, { to: 'a@example.org', subject: key, text: key, key }),
    )
  try {
    await send('first')
    await lettersIn(outbox, 1)
    const { rows } = await sql<{ name: string }>`select application_name as name from pg_stat_activity
      where application_name like 'gongkai:%' and application_name <> ${`gongkai:${process.pid}`} limit 1`.execute(
      services.db,
    )
    process.kill(Number(rows[0]?.name.split(':')[1]), 'SIGKILL')
    await send('second')
    await lettersIn(outbox, 2)
    assert.ok(log.lines.some((line) => line.message.startsWith('a worker ended by itself')))
  } finally {
    await workers.stop()
    await close()
  }
  assert.equal(postmasterOf(folder), null, 'everything stopped, the database last')
  assert.equal(existsSync(join(folder, 'keys.json')), true)
})

/** Resolves when the folder holds so many finished letters. */
function lettersIn(outbox: string, count: number): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(outbox, look)
    function look(): void {
      if (readdirSync(outbox).filter((name) => name.endsWith('.eml')).length < count) return
      watcher.close()
      resolve()
    }
    look()
  })
}
