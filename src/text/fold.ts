import { plainRadicals } from './radicals.ts'
import { simplified } from './traditional.ts'

/** Text brought to one way of writing, with the way back: `at[i]` is the source offset of the i-th code unit. */
export interface Folded {
  readonly text: string
  /** One longer than the text: the last entry is the end of the last folded character in the source. */
  readonly at: readonly number[]
}

const quotes = new Map<string, string>([
  ...['“', '”', '„', '‟', '«', '»', '「', '」', '『', '』', '〝', '〞', '〟', '〃'].map(
    (q) => [q, '"'] as const,
  ),
  ...['‘', '’', '‚', '‛', '′', '`', '´'].map((q) => [q, "'"] as const),
])
const dashes = new Set(['‐', '‑', '‒', '–', '—', '―', '−', '﹣', '─', '━', '⸺', '﹘'])
const openers = new Set(['〔', '【', '〖', '﹝', '〘'])
const closers = new Set(['〕', '】', '〗', '﹞', '〙'])
/** Soft hyphen, zero-width characters, direction marks, byte order mark: never seen, so never matched. */
const unseen = /\p{Default_Ignorable_Code_Point}/u
const spaces = /[\t\v\f\r\n \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/

/** One character in its plain form: half width, simplified, one kind of quote, dash and space. '' when it is not seen at all. */
export function foldCharacter(character: string): string {
  // Those of two code units are rare and not kept.
  if (character.length !== 1) return foldUnseenBefore(character)
  const code = character.charCodeAt(0)
  return (foldedBefore[code] ??= foldUnseenBefore(character))
}

/** By code unit: every character of every report passes here several times. */
const foldedBefore: (string | undefined)[] = Array.from({ length: 0x10000 })

function foldUnseenBefore(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x80) return spaces.test(character) ? ' ' : character
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (spaces.test(character)) return ' '
  if (unseen.test(character)) return ''
  const quote = quotes.get(character)
  if (quote !== undefined) return quote
  if (dashes.has(character)) return '-'
  if (openers.has(character)) return '['
  if (closers.has(character)) return ']'
  if (character === '○' || character === '◯' || character === '〇') return '〇'
  if (character === '﹪') return '%'
  if (character === '﹒') return '.'
  if (character === '﹐') return ','
  return simplified(plainRadicals(character))
}

/**
 * Folds a string: full width to half width, traditional to simplified (the characters of our table), one kind of
 * quotes, dashes, brackets, spaces; what is not seen is dropped. Offsets stay exact through `at`.
 */
export function fold(source: string): Folded {
  // The detectors look at the same text one after the other.
  if (source !== lastFolded.source) lastFolded = { source, folded: mapCharacters(source, foldCharacter) }
  return lastFolded.folded
}

let lastFolded: { readonly source: string; readonly folded: Folded } = {
  source: '',
  folded: { text: '', at: [0] },
}

let linesBefore: { readonly source: string; readonly folded: Folded } | null = null

/** As `fold`, with line breaks and tabs kept. The last answer is remembered: every detector asks for the same text. */
export function foldLines(source: string): Folded {
  if (linesBefore?.source !== source)
    linesBefore = {
      source,
      folded: mapCharacters(source, (character) =>
        character === '\n' || character === '\t' ? character : foldCharacter(character),
      ),
    }
  return linesBefore.folded
}

/** Only what carries meaning in a label: letters, digits and Chinese characters, folded; punctuation and spaces dropped. */
export function foldToKey(source: string): Folded {
  return mapCharacters(source, keyCharacter)
}

/** The key alone, for comparing labels. */
export function keyOf(source: string): string {
  let key = ''
  for (const character of source) key += keyCharacter(character)
  return key
}

const keysBefore: (string | undefined)[] = Array.from({ length: 0x10000 })

function keyCharacter(character: string): string {
  if (character.length !== 1) return keyUnseenBefore(character)
  return (keysBefore[character.charCodeAt(0)] ??= keyUnseenBefore(character))
}

function keyUnseenBefore(character: string): string {
  const folded = foldCharacter(character)
  return /[\p{L}\p{N}]/u.test(folded) ? folded : ''
}

function mapCharacters(source: string, map: (character: string) => string): Folded {
  let text = ''
  const at: number[] = []
  let offset = 0
  let end = 0
  for (const character of source) {
    const folded = map(character)
    for (let unit = 0; unit < folded.length; unit += 1) at.push(offset + Math.min(unit, character.length - 1))
    text += folded
    offset += character.length
    if (folded !== '') end = offset
  }
  at.push(end)
  return { text, at }
}

/** The span in the source of a span in the folded text. Every folded code unit comes from exactly one of the source. */
export function sourceSpan(folded: Folded, start: number, end: number): { start: number; end: number } {
  const from = folded.at[start] ?? 0
  return end <= start ? { start: from, end: from } : { start: from, end: (folded.at[end - 1] ?? from) + 1 }
}
