import { randomBytes, randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** argon2id, 19 MiB, 2 passes: the package's default and the OWASP minimum; written out so that an upgrade does not move it. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** @returns the argon2id hash in its standard text form, salt inside */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/** A hash that no password has: checked against when there is no account, so that both answers take the same time. */
let decoy: Promise<string> | undefined

/**
 * Checks a password.
 * @param stored null when there is no such account or no password: the same work is done and the answer is no
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString('base64'))
  const right = await verify(stored ?? (await decoy), password.normalize('NFKC'))
  return stored !== null && right
}

const upper = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const lower = 'abcdefghijkmnpqrstuvwxyz'
const digits = '23456789'

/** A one-time password to be printed or handed over: 16 characters in four groups, no look-alikes, about 80 bits. */
export function newOneTimePassword(): string {
  const all = upper + lower + digits
  for (;;) {
    const signs = Array.from({ length: 16 }, () => all[randomInt(all.length)] ?? 'x').join('')
    const hasAll = [upper, lower, digits].every((kind) => [...signs].some((sign) => kind.includes(sign)))
    if (hasAll) return signs.replace(/(.{4})(?=.)/g, '$1-')
  }
}
