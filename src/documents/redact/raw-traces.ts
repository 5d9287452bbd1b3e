import { foldTerm, termsIn } from './term-search.ts'

/**
 * Terms found in raw bytes, whatever encoding they may be in: as text in UTF-8, UTF-16 of both orders (at even and odd
 * offsets) and GB18030, and as the hexadecimal strings of PDF.
 */
export function rawTraces(bytes: Uint8Array, terms: readonly string[]): readonly string[] {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const found = new Set<string>()
  for (const term of terms) {
    const forms = [
      Buffer.from(term, 'utf8').toString('latin1'),
      Buffer.from(term, 'utf16le').toString('latin1'),
      Buffer.from(term, 'utf16le').swap16().toString('latin1'),
      gbForm(term),
    ]
    const hex = Buffer.from(term, 'utf16le').swap16().toString('hex')
    if (forms.some((form) => form !== null && latin.includes(form)) || includesHex(latin, hex))
      found.add(term)
  }
  const folded = terms.filter((term) => !found.has(term))
  // Spaces or other forms in between: look at the decoded text too. UTF-8 only; the rest was looked for to the letter.
  if (folded.length > 0) {
    for (const term of termsIn(new TextDecoder('utf-8').decode(bytes), folded)) found.add(term)
  }
  return terms.filter((term) => found.has(term) && foldTerm(term) !== '')
}

function includesHex(latin: string, hex: string): boolean {
  return latin.includes(hex) || latin.includes(hex.toUpperCase())
}

let gbCodes: ReadonlyMap<string, string> | undefined

/** The term in GB18030 (two-byte part), as latin1; null when a character is outside it. */
function gbForm(term: string): string | null {
  gbCodes ??= doubleByteCodes()
  let form = ''
  for (const character of term) {
    const code = (character.codePointAt(0) ?? 0) < 0x80 ? character : gbCodes.get(character)
    if (code === undefined) return null
    form += code
  }
  return form
}

function doubleByteCodes(): ReadonlyMap<string, string> {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, string>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1) codes.set(character, String.fromCharCode(lead, trail))
    }
  }
  return codes
}
