/** What a font file says of itself: its family names and which characters it can draw. TrueType, OpenType and collections. */
export interface FontFace {
  /** Every family name in the file, in all its languages. */
  readonly families: readonly string[]
  /** Whether the face has a glyph of its own for the code point. */
  covers(codePoint: number): boolean
}

/** Bytes that are not a font this system can use (WOFF2, for one, is not). */
export class UnreadableFont extends Error {
  override readonly name = 'UnreadableFont'
}

/**
 * Reads the faces of a font file. Only the tables `name` and `cmap` are looked at.
 * @throws UnreadableFont when the bytes are no TrueType or OpenType font
 */
export function readFontFile(bytes: Uint8Array): readonly FontFace[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const tag = view.getUint32(0)
    if (tag !== 0x74746366) return [readFace(view, 0)]
    const count = Math.min(view.getUint32(8), 64)
    return Array.from({ length: count }, (_, index) => readFace(view, view.getUint32(12 + 4 * index)))
  } catch (error) {
    if (error instanceof UnreadableFont) throw error
    throw new UnreadableFont('字体文件不完整，无法读取。', { cause: error })
  }
}

function readFace(view: DataView, start: number): FontFace {
  const version = view.getUint32(start)
  if (version !== 0x00010000 && version !== 0x4f54544f && version !== 0x74727565) {
    throw new UnreadableFont('不是 TrueType 或 OpenType 字体（TTF、OTF、TTC）。')
  }
  const tables = new Map<string, number>()
  const count = view.getUint16(start + 4)
  for (let index = 0; index < count; index += 1) {
    const entry = start + 12 + 16 * index
    tables.set(fourLetters(view, entry), view.getUint32(entry + 8))
  }
  const name = tables.get('name')
  const cmap = tables.get('cmap')
  if (name === undefined || cmap === undefined) throw new UnreadableFont('字体文件缺少名称表或字符表。')
  const ranges = characterRanges(view, cmap)
  return { families: familyNames(view, name), covers: (codePoint) => within(ranges, codePoint) }
}

function fourLetters(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((step) => view.getUint8(at + step)))
}

/** Name ids 1 (family) and 16 (typographic family) in Unicode encodings. */
function familyNames(view: DataView, table: number): string[] {
  const names = new Set<string>()
  const count = view.getUint16(table + 2)
  const strings = table + view.getUint16(table + 4)
  for (let index = 0; index < count; index += 1) {
    const record = table + 6 + 12 * index
    const platform = view.getUint16(record)
    const nameId = view.getUint16(record + 6)
    if ((platform !== 0 && platform !== 3) || (nameId !== 1 && nameId !== 16)) continue
    const length = view.getUint16(record + 8)
    const from = strings + view.getUint16(record + 10)
    let text = ''
    for (let at = from; at + 1 < from + length; at += 2) text += String.fromCharCode(view.getUint16(at))
    if (text !== '') names.add(text)
  }
  return [...names]
}

/** Sorted pairs of first and last code point with a glyph. */
function characterRanges(view: DataView, table: number): Uint32Array {
  const count = view.getUint16(table + 2)
  let segmented: number | null = null
  for (let index = 0; index < count; index += 1) {
    const record = table + 4 + 8 * index
    const platform = view.getUint16(record)
    if (platform !== 0 && platform !== 3) continue
    const subtable = table + view.getUint32(record + 4)
    const format = view.getUint16(subtable)
    if (format === 12) return groupedRanges(view, subtable)
    if (format === 4) segmented = subtable
  }
  if (segmented === null) throw new UnreadableFont('字体没有 Unicode 字符表。')
  return segmentRanges(view, segmented)
}

function groupedRanges(view: DataView, at: number): Uint32Array {
  const count = view.getUint32(at + 12)
  const ranges = new Uint32Array(count * 2)
  for (let index = 0; index < count; index += 1) {
    ranges[2 * index] = view.getUint32(at + 16 + 12 * index)
    ranges[2 * index + 1] = view.getUint32(at + 20 + 12 * index)
  }
  return ranges
}

function segmentRanges(view: DataView, at: number): Uint32Array {
  const segments = view.getUint16(at + 6) / 2
  const ends = at + 14
  const starts = ends + 2 * segments + 2
  const deltas = starts + 2 * segments
  const offsets = deltas + 2 * segments
  const found: number[] = []
  for (let index = 0; index < segments; index += 1) {
    const first = view.getUint16(starts + 2 * index)
    const last = view.getUint16(ends + 2 * index)
    const delta = view.getUint16(deltas + 2 * index)
    const offset = view.getUint16(offsets + 2 * index)
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const direct = offset === 0 ? code : view.getUint16(offsets + 2 * index + offset + 2 * (code - first))
      const glyph = direct === 0 && offset !== 0 ? 0 : (direct + delta) & 0xffff
      if (glyph === 0) continue
      if (found.at(-1) === code - 1) found[found.length - 1] = code
      else found.push(code, code)
    }
  }
  return Uint32Array.from(found)
}

function within(ranges: Uint32Array, codePoint: number): boolean {
  let low = 0
  let high = ranges.length / 2 - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (codePoint < (ranges[2 * middle] ?? 0)) high = middle - 1
    else if (codePoint > (ranges[2 * middle + 1] ?? 0)) low = middle + 1
    else return true
  }
  return false
}
