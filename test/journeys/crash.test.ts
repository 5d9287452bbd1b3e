import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { openCipher } from '../../src/platform/cipher/open-cipher.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openDatabase } from '../../src/platform/db/open-database.ts'
import { openFiles } from '../../src/platform/files/open-files.ts'
import { verifyJournal } from '../../src/platform/journal/verify-journal.ts'
import { quietLog } from '../builders/log.ts'
import { killServer } from '../builders/server-processes.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-crash-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const kills = 30

/** What the receiving program has promised, and a wait for its next promise. */
interface Receiver {
  /** Resolves at the next application that is safe, or when the program has ended. */
  next(): Promise<void>
  kill(): Promise<void>
}

const safe = new Map<string, string>()
const faults: string[] = []

function startReceiver(run: number): Receiver {
  const program = fileURLToPath(new URL('../builders/crash-writer.js', import.meta.url))
  const child = spawn(process.execPath, [program, folder, String(run)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let wake: () => void = () => undefined
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word, agencyId = '', id = ''] = line.split(' ')
    if (word === 'safe') safe.set(id, agencyId)
    else faults.push(line)
    wake()
  })
  child.stderr.on('data', (text: Buffer) => faults.push(text.toString()))
  return {
    next: () => Promise.race([new Promise<void>((resolve) => (wake = resolve)), ended]),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

test(`killed ${kills} times at random (program, database, both), no application that was acknowledged is lost`, {
  timeout: 240_000,
}, async (t) => {
  const seed = Number(process.env['GONGKAI_SEED'] ?? Date.now() % 1_000_000)
  t.diagnostic(`GONGKAI_SEED=${seed}`)
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return state / 0x7fff_ffff
  }
  const count = { program: 0, database: 0, both: 0 }
  let receiver: Receiver | null = null
  for (let round = 1; round <= kills; round += 1) {
    receiver ??= startReceiver(round)
    await receiver.next()
    await pause(random() * 400)
    const kind = (['program', 'database', 'both'] as const)[Math.floor(random() * 3)] ?? 'both'
    count[kind] += 1
    if (kind !== 'program') killServer(folder)
    if (kind !== 'database') {
      await receiver.kill()
      receiver = null
    }
  }
  // After the last kill, too, work goes on.
  receiver ??= startReceiver(kills + 1)
  const before = safe.size
  while (safe.size < before + 4 && faults.length === 0) await receiver.next()
  await receiver.kill()
  assert.equal(faults[0], undefined)
  t.diagnostic(`${safe.size} acknowledged; kills: ${JSON.stringify(count)}`)

  const config = readConfig({ GONGKAI_DATA: folder })
  const database = await openDatabase(config, quietLog)
  try {
    const { rows } = await sql<{ agency_id: string; id: string; sealed: string; digest: string }>`
        select * from applications`.execute(database.db)
    const stored = new Map(rows.map((row) => [row.id, row]))
    const lost = [...safe].filter(([id, agencyId]) => stored.get(id)?.agency_id !== agencyId)
    assert.deepEqual(lost, [], 'every acknowledged application is there')
    const torn = await sql<{ id: string }>`
        select coalesce(a.id, j.subject_id, o.key) as id from applications a
        full join journal j on j.agency_id = a.agency_id and j.subject_id = a.id
        full join outbox o on o.agency_id = a.agency_id and o.key = a.id
        where a.id is null or j.subject_id is null or o.key is null`.execute(database.db)
    assert.deepEqual(torn.rows, [], 'row, journal entry and message are there together or not at all')
    assert.equal(new Set(rows.map((row) => row.id)).size, rows.length)
    const verdict = await verifyJournal(database.db)
    assert.deepEqual(verdict.breaks, [])
    assert.equal(verdict.links, rows.length)
    const cipher = await openCipher(config, database.db, new Date())
    const files = await openFiles(config)
    for (const { id, sealed, digest } of rows) {
      assert.equal(cipher.open(sealed), id)
      assert.equal(Buffer.from(await files.get(digest)).toString(), `附件 ${id}`)
    }
  } finally {
    await database.stop()
  }
})
