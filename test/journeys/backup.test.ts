import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openApplicants } from '../../src/modules/requests/store/applicants.ts'
import { filesOf, readFile } from '../../src/modules/requests/store/files.ts'
import { openCipher } from '../../src/platform/cipher/open-cipher.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openDatabase } from '../../src/platform/db/open-database.ts'
import { openFiles } from '../../src/platform/files/open-files.ts'
import { quietLog } from '../builders/log.ts'
import { gongkai, startGongkai, type Running } from '../builders/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-backup-'))
const at = (name: string) => join(folder, name)
const on = (name: string) => ({ GONGKAI_DATA: at(name) })
let system: Running
let password = ''

before(async () => {
  system = await startGongkai(on('data'))
  password = /密码都是 (\S+)/.exec(system.said)?.[1] ?? ''
})
after(async () => {
  await system.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Signs in; the answer is given after the commit. @returns the session's cookie */
async function signIn({ url }: Running, loginName = 'officer'): Promise<string> {
  const answer = await fetch(`${url}/console/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ loginName, password }),
  })
  assert.equal(answer.status, 303, await answer.text())
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function isSignedIn({ url }: Running, cookie: string): Promise<boolean> {
  const page = await (await fetch(`${url}/console`, { headers: { cookie } })).text()
  return page.includes('林若溪')
}

/** Everything sealed in a data folder, in clear: who applied, names and bytes of all files of all cases. */
async function readSealed(name: string): Promise<readonly string[]> {
  const config = readConfig({ GONGKAI_DATA: at(name) })
  const { db, stop } = await openDatabase(config, quietLog)
  try {
    const ground = { db, files: await openFiles(config), cipher: await openCipher(config, db, new Date()) }
    const all: string[] = []
    const cases = await db
      .selectFrom('requests')
      .select(['agency_id as agencyId', 'request_id as requestId'])
      .orderBy('request_id')
      .execute()
    for (const key of cases) {
      all.push(JSON.stringify(await openApplicants(db, ground.cipher, key.agencyId, key.requestId)))
      for (const { fileId, isErased } of await filesOf(db, ground.cipher, key.agencyId, key.requestId)) {
        if (isErased) continue
        const { file, bytes } = await readFile(ground, { ...key, fileId })
        all.push(`${file.name} ${Buffer.from(bytes).toString('base64')}`)
      }
    }
    return all
  } finally {
    await stop()
  }
}

test('a backup made while people work, with its keys kept apart, is restored elsewhere: the system starts on it and everything is there', async () => {
  const earlier = await signIn(system)
  const auditor = await signIn(system, 'audit')
  const over = new AbortController()
  let during = 0
  const busy = (async () => {
    while (!over.signal.aborted) {
      // Each download of the journal is an entry of the journal.
      const answer = await fetch(`${system.url}/console/journal.csv`, { headers: { cookie: auditor } })
      await answer.text()
      assert.equal(answer.status, 200)
      during += 1
    }
  })()
  const made = await gongkai(['backup', at('running'), '--keys', at('keys-apart.json')], on('data'))
  over.abort()
  await busy
  assert.equal(made.code, 0, made.err)
  assert.ok(during > 0, 'somebody worked meanwhile')
  assert.ok(!existsSync(join(at('running'), 'keys.json')), 'no keys in the backup')

  const without = await gongkai(['restore', at('running')], on('restored'))
  assert.equal(without.code, 2)
  assert.match(without.err, /--keys/)

  const restored = await gongkai(['restore', at('running'), '--keys', at('keys-apart.json')], on('restored'))
  assert.equal(restored.code, 0, restored.err)
  const sealed = await readSealed('restored')
  assert.ok(sealed.length > 76 && sealed.some((line) => line.includes('"name":"')), String(sealed.length))
  assert.deepEqual(sealed, await readSealed('data'))

  const again = await startGongkai(on('restored'))
  try {
    assert.ok(!again.said.includes('正在建立示范市'), again.said)
    assert.ok(await isSignedIn(again, earlier), 'who was signed in before the backup still is')
    const report = await fetch(`${again.url}/reports/yunting-emergency/2023`)
    assert.equal(report.status, 200)
    await signIn(again)
  } finally {
    assert.equal(await again.stop(), 0)
  }
  const verified = await gongkai(['journal', 'verify'], on('restored'))
  assert.equal(verified.code, 0, verified.out)
})

test('a backup that is killed half-way leaves nothing that looks like a backup, and the next one clears it away', async () => {
  const killed = await gongkai(['backup', at('killed')], on('data'), (out) => out.includes('正在复制数据库'))
  assert.equal(killed.code, null)
  assert.ok(!existsSync(at('killed')))
  await signIn(system)
  const again = await gongkai(['backup', at('killed')], on('data'))
  assert.equal(again.code, 0, again.err)
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('.half')),
    [],
  )
})

test('a stopped system is backed up as well; a damaged backup, one’s own data and a full folder are refused in a sentence; whoever switches the demo off on its data is warned', async () => {
  assert.equal(await system.stop(), 0)
  const made = await gongkai(['backup', at('stopped')], on('data'))
  assert.equal(made.code, 0, made.err)
  assert.match(made.out, /keys\.json/)
  assert.equal((await gongkai(['restore', at('stopped'), '--check'], {})).code, 0)
  const restored = await gongkai(['restore', at('stopped')], on('second'))
  assert.equal(restored.code, 0, restored.err)
  assert.deepEqual(await readSealed('second'), await readSealed('data'))

  const earnest = await startGongkai({ ...on('second'), GONGKAI_DEMO: 'off' })
  assert.equal(await earnest.stop(), 0)
  assert.match(earnest.said, /注意：这个数据文件夹里是示范市的数据/)
  assert.doesNotMatch(earnest.said, /密码/)

  const refused = async (args: readonly string[], name: string, why: RegExp) => {
    const { code, err } = await gongkai(args, on(name))
    assert.equal(code, 2, args.join(' '))
    assert.match(err, why)
    assert.equal(err.trim().split('\n').length, 1, err)
  }
  await refused(['restore', at('stopped')], 'second', /已经有数据，没有恢复/)
  await refused(['backup', at('stopped')], 'data', /已经有东西，没有备份/)
  await refused(['backup', join(at('data'), 'inside')], 'data', /不能放在数据文件夹里面/)
  await refused(['backup', at('new')], 'nowhere', /还没有数据/)
  await refused(['restore', at('data')], 'third', /不是一份完整的备份/)
  await refused(['backup'], 'data', /请写一个新的文件夹/)
  await refused(['backup', at('new'), '--key', 'x'], 'data', /没有 --key 这个参数/)
  const victim = join(at('stopped'), 'backup.json')
  writeFileSync(victim, readFileSync(victim, 'utf8').replace('"links": ', '"links": 1'))
  await refused(['restore', at('stopped')], 'third', /已经损坏：backup\.json 与备份时不同/)
  rmSync(join(at('stopped'), 'database', 'pg18', 'PG_VERSION'))
  await refused(['restore', at('stopped'), '--check'], 'third', /PG_VERSION 不见了/)
  assert.ok(!existsSync(at('third')))
})
