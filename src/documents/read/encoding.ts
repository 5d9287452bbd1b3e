import { detect } from 'jschardet'
import { UnreadableDocument } from '../tree.ts'

export interface DecodedText {
  readonly text: string
  /** utf-8, utf-16le, utf-16be, utf-32le, utf-32be, gb18030, big5 */
  readonly encoding: string
}

/**
 * Decodes the bytes of a text file. Order of belief: byte order mark, pattern of NUL bytes, strict UTF-8, then whichever of
 * GB18030 and Big5 gives the more ordinary Chinese, with a second opinion asked only where that is close.
 * @throws UnreadableDocument `empty` or `binary`
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw new UnreadableDocument('empty', '文件是空的，请换一个有内容的文件。')
  const marked = byMark(bytes)
  if (marked) return marked
  const wide = byNulPattern(bytes)
  if (wide) return checked(wide)
  const utf8 = strictly('utf-8', bytes) ?? cutUtf8(bytes)
  if (utf8 !== null) return checked({ text: utf8, encoding: 'utf-8' })
  return checked(chineseOf(bytes))
}

function byMark(bytes: Uint8Array): DecodedText | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf)
    return { text: decode('utf-8', bytes.subarray(3)), encoding: 'utf-8' }
  if (a === 0xff && b === 0xfe && c === 0 && d === 0)
    return { text: utf32(bytes.subarray(4), true), encoding: 'utf-32le' }
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff)
    return { text: utf32(bytes.subarray(4), false), encoding: 'utf-32be' }
  if (a === 0xff && b === 0xfe) return { text: decode('utf-16le', bytes.subarray(2)), encoding: 'utf-16le' }
  if (a === 0xfe && b === 0xff) return { text: decode('utf-16be', bytes.subarray(2)), encoding: 'utf-16be' }
  // GB18030 has a mark of its own.
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33)
    return { text: decode('gb18030', bytes.subarray(4)), encoding: 'gb18030' }
  return null
}

/**
 * UTF-16 without a mark: line breaks, digits and other ASCII leave a NUL on one side. (Counting NUL bytes alone would not do:
 * 一 is U+4E00 and leaves one on the other side.)
 */
function byNulPattern(bytes: Uint8Array): DecodedText | null {
  const length = Math.min(bytes.length - (bytes.length % 2), 8192)
  let little = 0
  let big = 0
  for (let index = 0; index < length; index += 2) {
    const first = bytes[index] ?? 0
    const second = bytes[index + 1] ?? 0
    if (second === 0 && first > 0 && first < 0x80) little += 1
    if (first === 0 && second > 0 && second < 0x80) big += 1
  }
  if (little + big === 0) return null
  const encoding = little >= big ? 'utf-16le' : 'utf-16be'
  const text = decode(encoding, bytes.subarray(0, bytes.length - (bytes.length % 2)))
  return !text.includes('\u0000') && ordinary(text) > 0.5 ? { text, encoding } : null
}

/** A file cut off in the middle of its last character is still UTF-8. */
function cutUtf8(bytes: Uint8Array): string | null {
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut += 1) {
    const text = strictly('utf-8', bytes.subarray(0, bytes.length - cut))
    if (text !== null) return /[^\u0000-\u007f]/.test(text) ? text : null
  }
  return mostlyUtf8(bytes)
}

/** One broken character among many good ones does not make a text anything else than UTF-8. */
function mostlyUtf8(bytes: Uint8Array): string | null {
  const text = decode('utf-8', bytes)
  let broken = 0
  let chinese = 0
  for (const character of text) {
    if (character === '\ufffd') broken += 1
    else if (character >= '\u4e00' && character <= '\u9fff') chinese += 1
  }
  return broken * 50 < chinese ? text : null
}

function chineseOf(bytes: Uint8Array): DecodedText {
  const simplified = { text: decode('gb18030', bytes), encoding: 'gb18030' }
  const traditional = { text: decode('big5', bytes), encoding: 'big5' }
  const ofSimplified = ordinary(simplified.text)
  const ofTraditional = ordinary(traditional.text)
  if (ofSimplified < ofTraditional + 0.02 && ofTraditional < ofSimplified + 0.02) {
    const second = detect(Buffer.from(bytes.subarray(0, 4096))).encoding?.toLowerCase()
    return second === 'big5' ? traditional : simplified
  }
  return ofTraditional > ofSimplified ? traditional : simplified
}

/** The most frequent characters of official Chinese, simplified and traditional: a wrong decoding hardly ever hits them. */
const frequent = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严請開關機業務縣國為這來時個們對會發產種過學當經動後應與進無員題處資總據從點邊長規導領區條報類' +
    '，。、：；（）“”《》〔〕—　',
)

/** Share (0 to 1) of frequent characters among all that are not ASCII; private, broken or half-width kana signs count against. */
function ordinary(text: string): number {
  let seen = 0
  let good = 0
  for (const character of text.slice(0, 20_000)) {
    const code = character.charCodeAt(0)
    if (code < 0x80) {
      if (code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13) {
        seen += 1
        good -= 1
      }
      continue
    }
    seen += 1
    if (frequent.has(character)) good += 1
    else if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || (code >= 0xff61 && code <= 0xff9f))
      good -= 1
    else if (code >= 0x4e00 && code <= 0x9fff) good += 0.3
  }
  return seen === 0 ? 1 : good / seen
}

function checked(decoded: DecodedText): DecodedText {
  let control = 0
  const sample = decoded.text.slice(0, 20_000)
  for (const character of sample) {
    const code = character.charCodeAt(0)
    if (
      (code < 0x20 && code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13) ||
      code === 0xfffd
    )
      control += 1
  }
  if (control > 2 && control > sample.length / 100)
    throw new UnreadableDocument(
      'binary',
      '这不是文本文件，无法识别其中的文字。请提供 txt、html、docx、pdf、xlsx 或 ofd 文件。',
    )
  return decoded
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}

function utf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let index = 0; index + 4 <= bytes.byteLength; index += 4) {
    const code = view.getUint32(index, little)
    parts.push(code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd')
  }
  return parts.join('')
}
