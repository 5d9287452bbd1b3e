import { createHash, createHmac } from 'node:crypto'

/** SM3 digest (GB/T 32905) of bytes or of UTF-8 text, as 64 hex digits. */
export function sm3(data: Uint8Array | string): string {
  return createHash('sm3').update(data).digest('hex')
}

/** HMAC-SM3 of bytes or of UTF-8 text: 32 bytes. */
export function hmacSm3(key: Uint8Array, data: Uint8Array | string): Buffer {
  return createHmac('sm3', key).update(data).digest()
}
