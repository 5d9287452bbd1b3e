import { createHash, randomBytes } from 'node:crypto'

/** A secret of 32 random bytes, for a cookie or a one-time link (base64url, 43 characters). */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * SM3 digest of a token, in hex: the only form in which it is stored.
 * A plain digest is enough, because the token has 256 bits of its own.
 */
export function digestOf(token: string): string {
  return createHash('sm3').update(token, 'utf8').digest('hex')
}
