import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { create as layOutQr } from 'qrcode'
import { digestOf } from './token.ts'

/** Seconds one code stands for (RFC 6238). */
const period = 30

/** A new secret for an authenticator app, base32, 160 bits. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The otpauth address that the app reads from the picture. */
export function totpAddress(secret: string, loginName: string, installation: string): string {
  return totp(secret, loginName, installation).toString()
}

/** A QR code ready to be drawn: dark squares as one SVG path on a grid of `size`, quiet zone of four around it. */
export interface QrPicture {
  readonly size: number
  readonly path: string
}

/** The address as a picture for the app. */
export function totpPicture(address: string): QrPicture {
  const { modules } = layOutQr(address, { errorCorrectionLevel: 'M' })
  const quiet = 4
  let path = ''
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`
  return { size: modules.size + 2 * quiet, path }
}

/**
 * Checks a code.
 * @param lastStep the step last used; a step at or before it is refused, so that a code seen over a shoulder is worthless
 * @returns the step of the code, to be kept as the last one, or null when the code is wrong
 */
export function stepOfCode(secret: string, code: string, at: Date, lastStep: number): number | null {
  const digits = code.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const delta = totp(secret).validate({ token: digits, timestamp: at.getTime(), window: 1 })
  if (delta === null) return null
  const step = Math.floor(at.getTime() / 1000 / period) + delta
  return step > lastStep ? step : null
}

/** The code at an instant: for tests and for the demo's own authenticator. */
export function codeAt(secret: string, at: Date): string {
  return totp(secret).generate({ timestamp: at.getTime() })
}

function totp(secret: string, label = 'account', issuer = 'Gongkai'): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period })
}

/** Ten codes for the day the telephone is lost: `XXXXX-XXXXX`, 50 bits each, each good once. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: 10 }, () => {
    const signs = new Secret({ buffer: new Uint8Array(randomBytes(7)).buffer }).base32.slice(0, 10)
    return `${signs.slice(0, 5)}-${signs.slice(5)}`
  })
}

/** The form in which a recovery code is stored and looked up; typing it without the dash or in small letters is fine. */
export function recoveryDigest(code: string): string {
  return digestOf(
    code
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^A-Z2-7]/g, ''),
  )
}
