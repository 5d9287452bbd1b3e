import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../test/builders/county.ts'
import { reportAuditRoom } from '../../modules/report-audit/room.ts'

const root = join(import.meta.dirname, '../../../..')
const folder = mkdtempSync(join(tmpdir(), 'gongkai-import-'))
let city: County
before(async () => {
  const { firstStart: _, ...room } = reportAuditRoom
  city = await county([room])
})
after(async () => {
  await city.drop()
  rmSync(folder, { recursive: true, force: true })
})

interface Answer {
  readonly code: number
  readonly out: string
  readonly err: string
}

function shell(...words: readonly string[]): Promise<Answer> {
  const env = {
    ...process.env,
    DATABASE_URL: city.database.url,
    GONGKAI_DATA: folder,
    GONGKAI_KEYS: '',
    GONGKAI_LOG: 'error',
  }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'bin/gongkai.mjs'), 'import', ...words],
      { env },
      (error, out, err) => {
        resolve({ code: error ? Number(error.code) : 0, out, err })
      },
    )
  })
}

test('reports of a folder are imported beside a running system, each told with what became of it', async () => {
  const reports = join(root, 'src/modules/report-audit/demo')
  const first = await shell('reports', reports)
  assert.equal(first.code, 0, first.err)
  assert.match(first.out, /已导入：云汀市应急管理局　2023年度/)
  assert.match(first.out, /共 5 份：导入 5 份/)
  const again = await shell('reports', '--json', reports)
  assert.equal(again.code, 0)
  const told = JSON.parse(again.out) as readonly { done: string }[]
  assert.deepEqual(new Set(told.map(({ done }) => done)), new Set(['unchanged']))
})

test('what cannot be imported is told file by file, and the exit code is 2', async () => {
  writeFileSync(join(folder, 'empty.txt'), '')
  const answer = await shell('reports', join(folder, 'empty.txt'), join(folder, 'nowhere.txt'))
  assert.equal(answer.code, 2)
  assert.match(answer.err, /empty\.txt\n {2}没有导入：/)
  assert.match(answer.err, /nowhere\.txt\n {2}没有导入：没有这个文件/)
  assert.match(answer.out, /没有导入 2 份/)
})

test('a wrong word is answered in one sentence', async () => {
  for (const words of [
    ['letters', 'x'],
    ['reports', '--year', '23', 'x.txt'],
  ]) {
    const { code, err } = await shell(...words)
    assert.deepEqual([code, err.split('\n').length], [2, 2], err)
  }
})
