import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { hostileFiles } from '../../../test/builders/hostile-files.ts'
import { UnreadableDocument } from '../../documents/tree.ts'
import { judgeFile } from './judge-file.ts'
import { openJudgePool } from './judge-pool.ts'

const pool = openJudgePool({ size: 2 })
after(() => pool.close())
const labelled = (name: string) => readFileSync(join('test', 'reports', 'labelled', name))

test('a report judged in the pool is judged as anywhere else, and beside other reports as well', async () => {
  const name = 'faulty-water-2023.txt'
  const bytes = labelled(name)
  const here = await judgeFile(bytes, name)
  const there = await pool.judge(bytes, name)
  assert.deepEqual(there, JSON.parse(JSON.stringify(here)))
  const beside = {
    sisters: [here.report, (await judgeFile(labelled('sound-plan-2023.txt'), 'plan.txt')).report],
  }
  assert.deepEqual(
    await pool.judgeAgain(there.report, beside),
    (await judgeFile(bytes, name, beside)).findings,
  )
})

test('an archive is unpacked in the pool, a single file is what it is', async () => {
  const archive = zipSync({ '2023/甲.txt': strToU8('甲'), '乙.txt': strToU8('乙') })
  const files = await pool.filesInside(archive, 'all.zip')
  assert.deepEqual(
    files.map((file) => [file.name, new TextDecoder().decode(file.bytes)]),
    [
      ['2023/甲.txt', '甲'],
      ['乙.txt', '乙'],
    ],
  )
  assert.equal((await pool.filesInside(strToU8('年'), 'a.txt'))[0]?.name, 'a.txt')
})

test('a document is read without being judged', async () => {
  assert.match(
    (await pool.read(labelled('sound-plan-2023.txt'), 'plan.txt')).text,
    /政府信息公开工作年度报告/,
  )
})

test('what is no report is refused with the same sentence as anywhere else', async () => {
  const bytes = strToU8('今天天气很好。')
  const here = await judgeFile(bytes, 'a.txt').catch((error: unknown) => error)
  const there = await pool.judge(bytes, 'a.txt').catch((error: unknown) => error)
  assert.ok(here instanceof UnreadableDocument && there instanceof UnreadableDocument)
  assert.deepEqual([there.code, there.message], [here.code, here.message])
})

// The reader's own limits are to hold; how long that takes is the machine's business.
const unhurried = openJudgePool({ size: 2, timeLimit: 300_000, pdfTimeLimit: 300_000 })
const strict = openJudgePool({ size: 1, memory: 256, timeLimit: 3_000, pdfTimeLimit: 3_000 })
after(() => Promise.all([unhurried.close(), strict.close()]))

for (const { name, make, stoppedByPool } of hostileFiles)
  test(`${name} ends in a judgement or one clear sentence`, async () => {
    try {
      await (stoppedByPool ? strict : unhurried).judge(make(), 'report')
    } catch (error) {
      assert.ok(error instanceof UnreadableDocument, String(error))
      assert.match(error.message, /^[^\n]*\p{Script=Han}[^\n]*。$/u)
      if (['tooSlow', 'tooMuchMemory'].includes(error.code)) assert.ok(stoppedByPool, error.code)
      assert.ok(
        !['judgingFailed', 'readerCrashed'].includes(error.code),
        `${error.code} ${String((error.cause as Error)?.message)}`,
      )
    }
  })

test('a file that takes too long is stopped and says so, and the next one is judged', async () => {
  const hasty = openJudgePool({ size: 1, timeLimit: 1 })
  try {
    await assert.rejects(hasty.judge(labelled('sound-plan-2023.txt'), 'plan.txt'), (error) => {
      return error instanceof UnreadableDocument && error.code === 'tooSlow' && /没有读完/.test(error.message)
    })
  } finally {
    await hasty.close()
  }
})
