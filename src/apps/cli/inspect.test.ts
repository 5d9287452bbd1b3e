import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const root = join(import.meta.dirname, '../../../..')
const folder = mkdtempSync(join(tmpdir(), 'gongkai-inspect-'))
after(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, '名单.txt'), '救助名单\r\n沈某，电话13900000001\r\n')
writeFileSync(join(folder, '公告.txt'), '现将有关事项公告如下。\n')
writeFileSync(join(folder, '空.txt'), '')

/** `input` goes to standard input. */
function inspect(words: readonly string[], input?: string) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, 'bin/gongkai.mjs'), 'inspect', ...words],
      { cwd: folder },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
    child.stdin?.end(input)
  })
}

test('one file gives one object, several a list in the order given; the exit code is 0 with or without findings', async () => {
  const one = await inspect(['--json', '--with-text', '名单.txt'])
  assert.equal(one.code, 0)
  const answer = JSON.parse(one.out)
  assert.deepEqual(
    [answer.file, answer.text, answer.findings.length],
    ['名单.txt', '救助名单\r\n沈某，电话13900000001\r\n', 1],
  )
  const [finding] = answer.findings
  assert.deepEqual(
    [finding.code, finding.severity, finding.text, answer.text.slice(finding.start, finding.end)],
    ['personal.mobile', 'error', '13900000001', '13900000001'],
  )
  const many = await inspect(['--json', '公告.txt', '名单.txt'])
  assert.deepEqual(
    JSON.parse(many.out).map(
      ({ file, text, findings }: { file: string; text?: string; findings: unknown[] }) => [
        file,
        text,
        findings.length,
      ],
    ),
    [
      ['公告.txt', undefined, 0],
      ['名单.txt', undefined, 1],
    ],
  )
  assert.equal(many.code, 0)
})

test('for people the place, the words around and what to do are told, and that nothing was found', async () => {
  const { out } = await inspect(['名单.txt', '公告.txt'])
  assert.match(out, /^名单\.txt:2:6 {2}错误 {2}personal\.mobile\n {4}.*沈某，电话【13900000001】/)
  assert.match(out, /名单\.txt：共1处要看，其中错误1处。/)
  assert.match(out, /公告\.txt：没有发现需要处理的内容。/)
})

test('standard input is read, and what cannot be used is said in one Chinese sentence', async () => {
  const { code, out } = await inspect(['--json', '-'], '电话13900000001')
  assert.deepEqual([code, JSON.parse(out).file], [0, '-'])
  for (const words of [['空.txt'], ['没有.txt'], []]) {
    const answer = await inspect(words)
    assert.deepEqual([answer.code, answer.out, answer.err.trim().split('\n').length], [2, '', 1])
    assert.match(answer.err, /\p{Script=Han}.*。\n$/u)
  }
})
