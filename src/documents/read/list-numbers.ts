import { attribute, streamXml } from './xml.ts'
import type { ReadLimits } from './limits.ts'

/** One level of a Word list: how its number looks. */
interface ListLevel {
  format: string
  /** `%1、` and the like; `%n` stands for the number of level n. */
  pattern: string
  start: number
  legal: boolean
}

interface ListInstance {
  readonly base: string
  readonly starts: Map<number, number>
}

/**
 * Counts Word's automatic numbers while a document is read. The headings of most reports are numbered this way, so the
 * "一、" that a reader of the page sees is nowhere in the text.
 */
export class ListNumbers {
  private readonly bases = new Map<string, Map<number, ListLevel>>()
  private readonly instances = new Map<string, ListInstance>()
  private readonly counts = new Map<string, number[]>()

  /** Reads `numbering.xml`. */
  load(bytes: Uint8Array, limits: ReadLimits): void {
    let base: Map<number, ListLevel> | undefined
    let level: ListLevel | undefined
    let instance: { id: string; base: string; starts: Map<number, number> } | undefined
    let overridden = 0
    streamXml(
      bytes,
      {
        open: (name, attributes) => {
          const value = attribute(attributes, 'val') ?? ''
          if (name === 'abstractNum') {
            base = new Map()
            this.bases.set(attribute(attributes, 'abstractNumId') ?? '', base)
          } else if (name === 'lvl' && base) {
            level = { format: 'decimal', pattern: '', start: 1, legal: false }
            base.set(Number(attribute(attributes, 'ilvl') ?? 0), level)
          } else if (name === 'num') {
            instance = { id: attribute(attributes, 'numId') ?? '', base: '', starts: new Map() }
          } else if (name === 'abstractNumId' && instance) instance.base = value
          else if (name === 'lvlOverride') overridden = Number(attribute(attributes, 'ilvl') ?? 0)
          else if (name === 'startOverride') instance?.starts.set(overridden, Number(value))
          else if (level && name === 'start') level.start = Number(value)
          else if (level && name === 'numFmt') level.format = value
          else if (level && name === 'lvlText') level.pattern = value
          else if (level && name === 'isLgl') level.legal = value !== '0' && value !== 'false'
        },
        close: (name) => {
          if (name === 'lvl') level = undefined
          else if (name === 'abstractNum') base = undefined
          else if (name === 'num' && instance) {
            this.instances.set(instance.id, { base: instance.base, starts: instance.starts })
            instance = undefined
          }
        },
      },
      limits,
    )
  }

  /** The number text of the next paragraph of that list and level; empty for bullets and unknown lists. */
  next(listId: string, depth: number): string {
    const instance = this.instances.get(listId)
    const levels = instance && this.bases.get(instance.base)
    const level = levels?.get(depth)
    if (!instance || !levels || !level) return ''
    // Instances of one base go on counting together unless an instance restarts.
    const key = instance.starts.size > 0 ? `num:${listId}` : `base:${instance.base}`
    const counts = this.counts.get(key) ?? []
    this.counts.set(key, counts)
    const current = counts[depth]
    counts[depth] = current === undefined ? (instance.starts.get(depth) ?? level.start) : current + 1
    counts.length = depth + 1
    if (level.format === 'bullet' || level.format === 'none') return ''
    return level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const format = level.legal ? 'decimal' : (levels.get(at)?.format ?? 'decimal')
      return listNumber(counts[at] ?? levels.get(at)?.start ?? 1, format)
    })
  }
}

const chinese = '〇一二三四五六七八九'

/** A number as Word prints it in a list of that format. Unknown formats are printed as digits. */
export function listNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chineseNumber(value)
    case 'ideographDigital':
    case 'taiwaneseDigital':
      return String(value).replace(/\d/g, (digit) => chinese[Number(digit)] ?? digit)
    case 'decimalFullWidth':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : String(value)
    case 'decimalEnclosedParen':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2473 + value) : `(${value})`
    case 'upperLetter':
    case 'lowerLetter': {
      const letter = String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)
      return value < 1 || value > 520
        ? String(value)
        : format === 'upperLetter'
          ? letter
          : letter.toLowerCase()
    }
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    default:
      return String(value)
  }
}

function chineseNumber(value: number): string {
  if (value < 1 || value > 9999) return String(value)
  let text = ''
  let zero = false
  for (const [size, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10
    if (digit === 0) {
      zero = text !== ''
      continue
    }
    if (zero) text += '〇'
    zero = false
    text += size === 10 && digit === 1 && text === '' ? unit : `${chinese[digit]}${unit}`
  }
  return text
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [size, sign] of [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const) {
    for (; rest >= size; rest -= size) text += sign
  }
  return text
}
