import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { newOneTimePassword } from './passwords.ts'
import { passwordProblems } from './password-rules.ts'
import {
  codeAt,
  newRecoveryCodes,
  newTotpSecret,
  recoveryDigest,
  stepOfCode,
  totpAddress,
  totpPicture,
} from './second-factor.ts'

const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test('the code is the one of RFC 6238 at second 59', () => {
  assert.equal(codeAt(rfcSecret, new Date(59_000)), '287082')
})

test('a code is good for its half minute and its neighbours, and good once', () => {
  const secret = newTotpSecret()
  const at = new Date('2026-03-12T09:00:10+08:00')
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)
  const code = codeAt(secret, at)
  const step = stepOfCode(secret, code, at, 0)
  assert.ok(step !== null)
  assert.equal(stepOfCode(secret, code, later(30), 0), step)
  assert.equal(stepOfCode(secret, code, later(95), 0), null)
  assert.equal(stepOfCode(secret, code, later(5), step), null, 'the same code a second time')
})

test('a code typed in full-width digits or with a space is read', () => {
  const secret = newTotpSecret()
  const at = new Date('2026-03-12T09:00:10+08:00')
  const code = codeAt(secret, at)
  const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
  assert.notEqual(stepOfCode(secret, wide, at, 0), null)
  assert.notEqual(stepOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, at, 0), null)
})

test('text that is not six digits is never a code', () => {
  const secret = newTotpSecret()
  fc.assert(
    fc.property(
      fc.string().filter((text) => !/^\s*(\d\s*){6}$/.test(text.normalize('NFKC'))),
      (text) => stepOfCode(secret, text, new Date(0), 0) === null,
    ),
  )
})

test('the picture for the app has the three finder squares of a QR code inside its quiet zone', () => {
  const { size, path } = totpPicture(totpAddress(newTotpSecret(), 'officer', '云汀市人民政府'))
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map((cell) => `${cell[1]} ${cell[2]}`))
  const finder = (left: number, top: number) => {
    for (let i = 0; i < 7; i += 1)
      for (let j = 0; j < 7; j += 1) {
        const ring = Math.max(Math.abs(i - 3), Math.abs(j - 3))
        assert.equal(dark.has(`${left + i} ${top + j}`), ring !== 2, `${left + i} ${top + j}`)
      }
  }
  finder(4, 4)
  finder(size - 11, 4)
  finder(4, size - 11)
  for (let i = 0; i < size; i += 1) assert.equal(dark.has(`${i} 0`) || dark.has(`0 ${i}`), false)
})

test('recovery codes differ, and are read without dash and in small letters', () => {
  const codes = newRecoveryCodes()
  assert.equal(new Set(codes).size, 10)
  for (const code of codes) {
    assert.match(code, /^[A-Z2-7]{5}-[A-Z2-7]{5}$/)
    assert.equal(recoveryDigest(code.replace('-', '').toLowerCase()), recoveryDigest(code))
  }
})

test('a one-time password meets the rules that hold for one’s own', () => {
  for (let made = 0; made < 200; made += 1) {
    const password = newOneTimePassword()
    assert.deepEqual(passwordProblems(password, 'system'), [], password)
  }
})
