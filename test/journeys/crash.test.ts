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
import { openApplicants } from '../../src/modules/requests/store/applicants.ts'
import { filesOf, readFile } from '../../src/modules/requests/store/files.ts'
import { queryCodeDigest } from '../../src/modules/requests/store/insert-case.ts'
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

interface Promised {
  readonly agencyId: string
  readonly number: string
  readonly queryCode: string
  readonly key: string
}

const safe = new Map<string, Promised>()
const faults: string[] = []

function startReceiver(run: number): Receiver {
  const program = fileURLToPath(new URL('../builders/crash-writer.js', import.meta.url))
  const child = spawn(process.execPath, [program, folder, String(run)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let wake: () => void = () => undefined
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word, agencyId = '', id = '', number = '', queryCode = '', key = ''] = line.split(' ')
    if (word === 'safe') safe.set(id, { agencyId, number, queryCode, key })
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
  timeout: 480_000,
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
    const rows = await database.db.selectFrom('requests').selectAll().execute()
    const stored = new Map(rows.map((row) => [row.request_id, row]))
    const lost = [...safe].filter(([id, promised]) => {
      const row = stored.get(id)
      return (
        row?.agency_id !== promised.agencyId ||
        row.number !== promised.number ||
        row.query_code_digest !== queryCodeDigest(promised.queryCode)
      )
    })
    assert.deepEqual(lost, [], 'every request whose number was told is there, under its number and its code')
    const torn = await sql<{ id: string }>`
        select coalesce(r.request_id::text, j.subject_id) as id from requests r
        full join (select * from journal where verb = 'submit-request') j on j.subject_id = r.request_id::text
        left join request_applicants a on a.request_id = r.request_id
        left join request_files f on f.request_id = r.request_id
        where r.request_id is null or j.subject_id is null or a.request_id is null or f.request_id is null`.execute(
      database.db,
    )
    assert.deepEqual(
      torn.rows,
      [],
      'request, applicant, enclosure and journal entry are there together or not at all',
    )
    for (const agencyId of new Set(rows.map((row) => row.agency_id))) {
      const serials = rows
        .filter((row) => row.agency_id === agencyId)
        .map((row) => Number(row.number.slice(5)))
        .sort((one, other) => one - other)
      assert.deepEqual(
        serials,
        serials.map((_, index) => index + 1),
        'numbers run without a gap',
      )
    }
    const verdict = await verifyJournal(database.db)
    assert.deepEqual(verdict.breaks, [])
    const cipher = await openCipher(config, database.db, new Date())
    const files = await openFiles(config)
    for (const [requestId, { agencyId, key }] of safe) {
      const [applicant] = await openApplicants(database.db, cipher, agencyId, requestId)
      assert.equal(applicant?.name, `某人${key}`)
      const [file] = await filesOf(database.db, cipher, agencyId, requestId)
      const fileId = file?.fileId ?? ''
      const { bytes } = await readFile({ db: database.db, cipher, files }, { agencyId, requestId, fileId })
      assert.equal(Buffer.from(bytes).toString(), `附件 ${key}`)
    }
  } finally {
    await database.stop()
  }
})
