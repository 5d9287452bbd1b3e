import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { passwordProblems } from './password-rules.ts'

const refused = [
  ['Ab1!', '太短'],
  ['alllowercaseletters', '只有一种字符'],
  ['lowercase12345', '只有两种字符'],
  ['Password123!', '常见词加数字'],
  ['P@ssw0rd2026', '用符号代替字母'],
  ['Admin@123456', '常见词加数字'],
  ['Qwer1234!@#$', '键盘顺序'],
  ['1qaz@WSX2026', '键盘顺序'],
  ['Aa1111111111', '同一个字符'],
  ['Woaini1314520', '常见词'],
  ['Gongkai@2026', '系统名字'],
  ['Abcdefghijkl1', '字母表顺序'],
  ['LinRuoxi-9x72', '含用户名'],
] as const

test('a password that is short, of one kind, guessable, or holds the user name is refused with a reason', () => {
  for (const [password, why] of refused)
    assert.notDeepEqual(passwordProblems(password, 'linruoxi'), [], `${why}：${password}`)
})

test('a password of ten characters and three kinds that nobody guesses is taken', () => {
  for (const password of ['Nf7-kettle-Moor', '梅雨季Tea72斤半好喝', 'x9Kd.2pQ!rTz', 'Trq4 vale owl pine'])
    assert.deepEqual(passwordProblems(password, 'linruoxi'), [], password)
})

test('whatever is typed, a password with fewer than ten characters or fewer than three kinds is never taken', () => {
  const few = fc.string({ maxLength: 9 })
  const twoKinds = fc.stringMatching(/^[a-z0-9]{10,40}$/)
  fc.assert(
    fc.property(fc.oneof(few, twoKinds), (password) => passwordProblems(password, 'someone').length > 0),
  )
})
