import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import * as fc from 'fast-check'
import { testDatabase } from '../../../test/builders/database.ts'
import { BadConfig } from '../config.ts'
import { CannotUnseal, fieldCipher, fixedKeys, keyIdOf, keysInFile } from './field-cipher.ts'
import { newKeyRing, openKeyFile, rotateKeyFile, withNewKey } from './keys.ts'
import { openCipher } from './open-cipher.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-keys-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const at = new Date('2026-03-12T04:00:00Z')
const ring = newKeyRing(at)
const cipher = fieldCipher(fixedKeys(ring))

test('any text is sealed and opened again, and never twice to the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (plain) => {
      const sealed = cipher.seal(plain)
      assert.equal(cipher.open(sealed), plain)
      assert.notEqual(cipher.seal(plain), sealed)
      assert.ok(plain.length < 4 || !sealed.includes(plain))
    }),
  )
})

test('a sealed value that was altered anywhere does not open', () => {
  const sealed = cipher.seal('测试员甲的住址')
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'z', '0', '.', '-', ' '), (index, letter) => {
      const altered = sealed.slice(0, index) + letter + sealed.slice(index + 1)
      if (altered !== sealed) assert.throws(() => cipher.open(altered), CannotUnseal)
    }),
    { numRuns: 500 },
  )
  for (const broken of ['', 'gk1', 'gk1.k1.', sealed.slice(0, -4), `${sealed}.x`, '原文'])
    assert.throws(() => cipher.open(broken), CannotUnseal)
})

test('after a rotation old values open, new ones carry the new key, and lookups still find', () => {
  const old = cipher.seal('x')
  const rotated = fieldCipher(fixedKeys(withNewKey(ring, at)))
  assert.equal(rotated.open(old), 'x')
  assert.equal(keyIdOf(old), 'k1')
  assert.equal(keyIdOf(rotated.seal('x')), 'k2')
  assert.equal(keyIdOf('原文'), null)
  assert.equal(rotated.fingerprint('x'), cipher.fingerprint('x'))
  assert.throws(() => cipher.open(rotated.seal('x')), /密钥 k2 不在密钥文件里/)
})

test('a tag made with one key is not accepted under another key’s name', () => {
  const both = fieldCipher(fixedKeys(withNewKey(ring, at)))
  assert.throws(() => both.open(cipher.seal('x').replace('.k1.', '.k2.')), CannotUnseal)
})

test('the key file is made once, readable by its owner only, and a running program follows a rotation', () => {
  const path = join(folder, 'a', 'keys.json')
  const first = openKeyFile(path, at)
  assert.equal(statSync(path).mode & 0o777, 0o600)
  assert.deepEqual(openKeyFile(path, at), first)
  const running = fieldCipher(keysInFile(path, first))
  const before = running.seal('x')
  rotateKeyFile(path, at)
  assert.equal(statSync(path).mode & 0o777, 0o600)
  assert.equal(keyIdOf(running.seal('x')), 'k2')
  assert.equal(running.open(before), 'x')
})

test('a key file that is broken is refused without showing a key', () => {
  const path = join(folder, 'broken.json')
  for (const text of ['{', '{}', JSON.stringify({ ...ring, sealing: 'k9' })]) {
    writeFileSync(path, text)
    assert.throws(
      () => openKeyFile(path, at),
      (error: Error) => error instanceof BadConfig && !error.message.includes(ring.fingerprint),
    )
  }
})

test('keys that do not belong to the database are refused before anything is sealed with them', async () => {
  const database = await testDatabase()
  try {
    const config = { keys: null, dataFolder: join(folder, 'b') }
    const sealed = (await openCipher(config, database.db, at)).seal('x')
    assert.equal((await openCipher(config, database.db, at)).open(sealed), 'x')
    await assert.rejects(openCipher({ ...config, keys: JSON.stringify(ring) }, database.db, at), /不是一套/)
    await assert.rejects(openCipher({ ...config, dataFolder: join(folder, 'c') }, database.db, at), /不见了/)
    await assert.rejects(openCipher({ ...config, keys: join(folder, 'none') }, database.db, at), /不存在/)
  } finally {
    await database.drop()
  }
})
