import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gongkai } from '../../../test/builders/program.ts'

const words = [
  'serve',
  'audit',
  'clock',
  'days',
  'fee',
  'inspect',
  'journal',
  'worker',
  'import',
  'keys',
  'backup',
  'restore',
]
const env = { GONGKAI_DATA: '/nonexistent/gongkai' }

test('gongkai alone lists every command with one Chinese line', async () => {
  const { code, out, err } = await gongkai([], env)
  assert.deepEqual([code, err], [0, ''])
  const listed = [...out.matchAll(/^ {2}([a-z]+) +(\p{Script=Han}.*)$/gmu)].map(([, word]) => word)
  assert.deepEqual(listed, words)
})

for (const word of words) {
  test(`gongkai ${word} --help tells in Chinese how it is called and what its exit codes mean`, async () => {
    const { code, out, err } = await gongkai([word, '--help'], env)
    assert.deepEqual([code, err], [0, ''])
    assert.match(out, new RegExp(`^用法：gongkai ${word}`))
    assert.match(out, /退出码：0/)
  })

  test(`gongkai ${word} with a flag it does not know says so in one Chinese sentence and ends with 2`, async () => {
    const verb: Readonly<Record<string, string>> = { journal: 'verify', import: 'reports' }
    const { code, out, err } = await gongkai([word, ...(verb[word] ? [verb[word]] : []), '--nonsense'], env)
    assert.equal(code, 2)
    assert.equal(out, '')
    assert.match(err, /^[^\n]*\p{Script=Han}[^\n]*。\n$/u)
    assert.doesNotMatch(err, /Unknown|option|positional/i)
  })
}

test('a command that does not exist is named, and a wrong setting is told in Chinese', async () => {
  const none = await gongkai(['frobnicate'], env)
  assert.equal(none.code, 2)
  assert.match(none.err, /没有“frobnicate”这个命令/)
  for (const [name, value] of [
    ['GONGKAI_PORT', '80a'],
    ['GONGKAI_PORT', '70000'],
    ['GONGKAI_DEMO', 'maybe'],
    ['GONGKAI_TODAY', 'yesterday'],
    ['GONGKAI_IDLE_MINUTES', '1'],
  ] as const) {
    const { code, err } = await gongkai(['serve'], { ...env, [name]: value })
    assert.equal(code, 2, name)
    assert.match(err, new RegExp(`${name}：[^A-Za-z]*\\p{Script=Han}`, 'u'))
    assert.doesNotMatch(err, /Invalid|expected|Too /)
  }
})
