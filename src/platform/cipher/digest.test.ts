import assert from 'node:assert/strict'
import { createCipheriv } from 'node:crypto'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { sm3 as otherSm3, sm4 as otherSm4 } from 'sm-crypto-v2'
import { hmacSm3, sm3 } from './digest.ts'

test('SM3 gives the digests of GB/T 32905, annex A', () => {
  assert.equal(sm3('abc'), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  assert.equal(sm3('abcd'.repeat(16)), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
})

test('SM4 gives the cipher text of GB/T 32907, annex A', () => {
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false)
  assert.equal(cipher.update(block).toString('hex'), '681edf34d206965e86b3e94f536e4246')
})

test('SM3, HMAC-SM3 and SM4-CBC agree with an independent implementation on any input', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes(32), bytes(16), (data, key, iv) => {
      const hexKey = Buffer.from(key).toString('hex')
      assert.equal(sm3(data), otherSm3(data))
      assert.equal(hmacSm3(key, data).toString('hex'), otherSm3(data, { key: hexKey, mode: 'hmac' } as never))
      const sealed = createCipheriv('sm4-cbc', key.subarray(0, 16), iv)
      const ours = Buffer.concat([sealed.update(data), sealed.final()]).toString('hex')
      const options = { mode: 'cbc', iv: Buffer.from(iv).toString('hex') } as const
      assert.equal(ours, otherSm4.encrypt(data, hexKey.slice(0, 32), options))
    }),
    { numRuns: 50 },
  )
})
