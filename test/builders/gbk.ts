/** Writes text in GBK. Characters it does not have become a question mark. */
export function gbkOf(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.charCodeAt(0)
    if (code < 0x80) bytes.push(code)
    else bytes.push(...(table().get(character) ?? [0x3f]))
  }
  return Uint8Array.from(bytes)
}

let known: Map<string, readonly [number, number]> | undefined

function table(): Map<string, readonly [number, number]> {
  if (known) return known
  known = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (!known.has(character)) known.set(character, [lead, trail])
    }
  return known
}
