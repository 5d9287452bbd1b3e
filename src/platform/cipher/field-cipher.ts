import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import type { FieldCipher } from '../context.ts'
import { hmacSm3 } from './digest.ts'
import { parseKeyRing, type KeyRing } from './keys.ts'

/** Marks our format and its version; a stored value without it was never sealed. */
const mark = 'gk1'
const ivBytes = 16
const tagBytes = 32

/** A stored value that cannot be opened: altered, or sealed with a key that is not here. The value itself is never shown. */
export class CannotUnseal extends Error {
  override readonly name = 'CannotUnseal'
}

/** Where the keys come from; asked each time, because another process may have rotated them. */
export interface KeySource {
  current(): KeyRing
}

/** Keys that do not change while the program runs. */
export function fixedKeys(ring: KeyRing): KeySource {
  return { current: () => ring }
}

/** Keys in a file, read again as soon as it changes, so that a rotation by another process needs no restart. */
export function keysInFile(path: string, ring: KeyRing): KeySource {
  let known = ring
  let stamp = stampOf(path)
  return {
    current() {
      const next = stampOf(path)
      if (next !== stamp) {
        known = parseKeyRing(readFileSync(path, 'utf8'), path)
        stamp = next
      }
      return known
    },
  }
}

function stampOf(path: string): string {
  const { mtimeMs, size, ino } = statSync(path)
  return `${mtimeMs} ${size} ${ino}`
}

/**
 * The cipher of personal data in fields: SM4-CBC with a random start, then HMAC-SM3 over everything (encrypt-then-MAC).
 * Sealed text: `gk1.<key id>.<base64url of start, cipher text, tag>`.
 */
export function fieldCipher(keys: KeySource): FieldCipher {
  return {
    seal(plain) {
      const ring = keys.current()
      const key = keyOf(ring, ring.sealing)
      if (!key) throw new CannotUnseal('没有可用的密钥。')
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('sm4-cbc', key.encryption, iv)
      const body = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()])
      return `${mark}.${ring.sealing}.${Buffer.concat([body, tagOf(key.authentication, ring.sealing, body)]).toString('base64url')}`
    },
    open(sealed) {
      const [version, id = '', text = '', ...rest] = sealed.split('.')
      const bytes = Buffer.from(text, 'base64url')
      const body = bytes.subarray(0, -tagBytes)
      // base64url decoding is lenient; only the one spelling that seal writes is ours.
      const isWhole =
        version === mark &&
        rest.length === 0 &&
        bytes.toString('base64url') === text &&
        body.length >= 2 * ivBytes &&
        body.length % ivBytes === 0
      if (!isWhole) throw new CannotUnseal('这个值不是加密过的，或者已经残缺。')
      const key = keyOf(keys.current(), id)
      if (!key) throw new CannotUnseal(`密钥 ${id} 不在密钥文件里。请恢复建立这些数据时的密钥文件。`)
      if (!timingSafeEqual(bytes.subarray(-tagBytes), tagOf(key.authentication, id, body)))
        throw new CannotUnseal('加密的值被改动过，或者密钥文件不是原来的那一份。')
      const decipher = createDecipheriv('sm4-cbc', key.encryption, body.subarray(0, ivBytes))
      return decipher.update(body.subarray(ivBytes), undefined, 'utf8') + decipher.final('utf8')
    },
    fingerprint: (plain) => hmacSm3(Buffer.from(keys.current().fingerprint, 'hex'), plain).toString('hex'),
  }
}

/** The id of the key a value was sealed with; null for a value that was never sealed. For finding what a rotation left. */
export function keyIdOf(sealed: string): string | null {
  const [version, id] = sealed.split('.')
  return version === mark && id ? id : null
}

function keyOf(ring: KeyRing, id: string): { encryption: Buffer; authentication: Buffer } | null {
  const key = ring.keys.find((k) => k.id === id)
  return key
    ? {
        encryption: Buffer.from(key.encryption, 'hex'),
        authentication: Buffer.from(key.authentication, 'hex'),
      }
    : null
}

function tagOf(key: Buffer, id: string, body: Buffer): Buffer {
  return hmacSm3(key, Buffer.concat([Buffer.from(`${mark}.${id}.`), body]))
}
