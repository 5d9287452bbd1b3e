/**
 * A value as JSON that PostgreSQL takes: a damaged file may hold the zero character or half a character, which no text column
 * can keep. Each becomes U+FFFD, so that all offsets stay right.
 */
export function storable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? storableText(part) : part,
  )
}

/** The same for one text. */
export function storableText(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\uFFFD')
}
