import { unzipSync, zipSync } from 'fflate'
import type { SeedFormat } from './seed-files.ts'
import type { Chance } from './statutory-tables.ts'

const upTo = (chance: Chance, most: number): number => Math.floor(chance() * most)
const oneOf = <Thing>(chance: Chance, things: readonly Thing[]): Thing =>
  things[upTo(chance, things.length)] as Thing

type Spoiler = (bytes: Uint8Array, chance: Chance) => Uint8Array

/** Ways to spoil any bytes. */
const byteSpoilers: readonly Spoiler[] = [
  (bytes, chance) => bytes.subarray(0, upTo(chance, bytes.length)),
  (bytes, chance) => {
    const spoilt = bytes.slice()
    for (let times = 1 + upTo(chance, 12); times > 0; times -= 1)
      spoilt[upTo(chance, spoilt.length)] = oneOf(chance, [0, 0xff, 0x7f, 0x80, 0x20, upTo(chance, 256)])
    return spoilt
  },
  (bytes, chance) => {
    const at = upTo(chance, bytes.length)
    return joined(bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 1 + upTo(chance, 400))))
  },
  (bytes, chance) => {
    const at = upTo(chance, bytes.length)
    const piece = bytes.subarray(at, at + 1 + upTo(chance, 400))
    return joined(
      bytes.subarray(0, at),
      ...Array.from({ length: 1 + upTo(chance, 20) }, () => piece),
      bytes.subarray(at),
    )
  },
  (bytes, chance) => {
    const spoilt = bytes.slice()
    const at = upTo(chance, bytes.length)
    spoilt.fill(oneOf(chance, [0, 0xff, 0x20]), at, at + upTo(chance, 600))
    return spoilt
  },
  (bytes, chance) => {
    const [a, b] = [upTo(chance, bytes.length), upTo(chance, bytes.length)].sort((x, y) => x - y) as [
      number,
      number,
    ]
    return joined(bytes.subarray(0, a), bytes.subarray(b), bytes.subarray(a, b))
  },
]

/** Those that move nothing. */
const inPlace = [byteSpoilers[1], byteSpoilers[4]] as readonly Spoiler[]

const wildNumbers = [
  '0',
  '-1',
  '65535',
  '2147483647',
  '-2147483648',
  '4294967296',
  '1e308',
  'NaN',
  '0.0000001',
  '99999999999999999999',
]
const wildTexts = [
  '<',
  '>',
  '"',
  '&',
  '&#0;',
  '&#x10ffff;',
  '&amp;lt;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '\u0000',
  '\ufeff',
  '\u202e',
  '（',
  '|',
  '\t',
  '\r',
  '一二三四五六七八九十百千万亿',
]

/** Ways to spoil text with tags, numbers and words. */
const textSpoilers: readonly ((text: string, chance: Chance) => string)[] = [
  (text, chance) => replaceOne(text, /<[^<>]{0,300}>/g, chance, () => ''),
  (text, chance) => replaceOne(text, /<[^<>]{0,300}>/g, chance, (tag) => tag.repeat(2 + upTo(chance, 60))),
  (text, chance) => replaceOne(text, /-?\d+(?:\.\d+)?/g, chance, () => oneOf(chance, wildNumbers)),
  (text, chance) => replaceOne(text, /\d+/g, chance, (digits) => digits.repeat(1 + upTo(chance, 40))),
  (text, chance) => {
    const at = upTo(chance, text.length)
    return text.slice(0, at) + oneOf(chance, wildTexts).repeat(1 + upTo(chance, 30)) + text.slice(at)
  },
  (text, chance) =>
    replaceOne(text, /[\p{Script=Han}]{2,12}/gu, chance, (words) => words.repeat(2 + upTo(chance, 100))),
  (text, chance) =>
    replaceOne(text, /\s[\w:-]+="[^"]{0,80}"/g, chance, (attribute) => attribute.repeat(upTo(chance, 3))),
  (text, chance) => {
    const at = upTo(chance, text.length)
    const piece = text.slice(at, at + upTo(chance, 3_000))
    const to = upTo(chance, text.length)
    return text.slice(0, to) + piece.repeat(1 + upTo(chance, 5)) + text.slice(to)
  },
]

function replaceOne(text: string, pattern: RegExp, chance: Chance, by: (found: string) => string): string {
  const places = [...text.matchAll(pattern)]
  if (places.length === 0) return text
  const place = oneOf(chance, places)
  return text.slice(0, place.index) + by(place[0]) + text.slice(place.index + place[0].length)
}

const spoilText: Spoiler = (bytes, chance) => {
  let text = new TextDecoder('utf-8').decode(bytes)
  for (let times = 1 + upTo(chance, 4); times > 0; times -= 1)
    text = oneOf(chance, textSpoilers)(text, chance)
  return new TextEncoder().encode(text)
}

/** Spoils a part of a container and packs it again; or loses, doubles or misnames a part. */
const spoilParts: Spoiler = (bytes, chance) => {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(bytes)))
  const name = oneOf(chance, [...parts.keys()])
  const part = parts.get(name) ?? new Uint8Array()
  switch (upTo(chance, 8)) {
    case 0:
      parts.delete(name)
      break
    case 1:
      parts.set(`${name}${oneOf(chance, ['', '.xml', '/', '\u4e2d'])}2`, part)
      break
    case 2:
      parts.set(oneOf(chance, [...parts.keys()]), part)
      break
    case 3:
      parts.set(name, oneOf(chance, byteSpoilers)(part, chance))
      break
    default:
      parts.set(name, spoilText(part, chance))
  }
  return zipSync(Object.fromEntries(parts), { level: 1 })
}

/** Words of the pdf language in the wrong place; streams stay packed, so their bytes break as well. */
const spoilPdf: Spoiler = (bytes, chance) => {
  let text = Buffer.from(bytes).toString('latin1')
  text = replaceOne(text, /\/[A-Z][A-Za-z0-9]{1,20}/g, chance, () =>
    oneOf(chance, ['/Type', '/Length', '/Kids', '/Filter', '/W', '/Encoding', '/X']),
  )
  text = replaceOne(text, /\b\d+ 0 R\b/g, chance, (reference) =>
    oneOf(chance, [reference, '1 0 R', '2 0 R', '99999 0 R', 'null', '[]', '<<>>']),
  )
  text = replaceOne(text, /\b\d+\b/g, chance, () => oneOf(chance, wildNumbers))
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces))
}

const isContainer = new Set<SeedFormat>(['docx', 'xlsx', 'ofd', 'zip'])
const isText = new Set<SeedFormat>(['txt', 'html', 'md', 'rtf'])

/** A spoilt copy. The same bytes and the same chance spoil in the same way. */
export function spoil(format: SeedFormat, bytes: Uint8Array, chance: Chance): Uint8Array {
  if (isContainer.has(format) && chance() < 0.75) return spoilParts(bytes, chance)
  if (isText.has(format) && chance() < 0.7) return spoilText(bytes, chance)
  if (format === 'pdf' && chance() < 0.5) return spoilPdf(bytes, chance)
  // What moves the sectors of an old Word or Excel file makes it another file; spoilt in its place it is still one.
  if ((format === 'doc' || format === 'xls') && chance() < 0.8) return oneOf(chance, inPlace)(bytes, chance)
  return oneOf(chance, byteSpoilers)(bytes, chance)
}
