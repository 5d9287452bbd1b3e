/**
 * Data that ships with the code: the open face (SIL Open Font License, from the font package) and the typesetting template.
 * The only file of documents/ that reads from disk; it opens nothing that anyone could name from outside.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

export interface ShippedFont {
  readonly bytes: Uint8Array
  /** The folder the typesetter is pointed at, so that it maps the file instead of copying 15 MB. */
  readonly folder: string
}

/** Noto Serif SC, regular and bold. */
export function shippedFonts(): readonly [ShippedFont, ShippedFont] {
  const require = createRequire(import.meta.url)
  const font = (file: string): ShippedFont => {
    const path = require.resolve(`@expo-google-fonts/noto-serif-sc/${file}`)
    return { bytes: readFileSync(path), folder: dirname(path) }
  }
  return [font('400Regular/NotoSerifSC_400Regular.ttf'), font('700Bold/NotoSerifSC_700Bold.ttf')]
}

/** The fixed template in the typesetter's language. */
export function shippedTemplate(): string {
  return readFileSync(new URL('../pdf/official.typ', import.meta.url), 'utf8')
}
