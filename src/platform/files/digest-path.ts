import { Unavailable } from '../refusals.ts'
import { fileRefusals } from './refusals.ts'

/** The digest itself when it is one; anything else is a mistake of ours, and never becomes a path. */
export function checkDigest(digest: string): string {
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new RangeError('not an SM3 digest')
  return digest
}

/** Where a file with this digest lies below the store: two levels of 256, so that no folder grows too large. */
export function digestPath(digest: string): string {
  return `${checkDigest(digest).slice(0, 2)}/${digest.slice(2, 4)}/${digest}`
}

/** The bytes found are not those that were stored. */
export function fileDamaged(): Unavailable {
  return new Unavailable([fileRefusals.damaged])
}
