import { z } from 'zod'
import { outcomeWords } from '../../../../../law/outcomes/words.ts'
import { parsePlainDay } from '../../../../../law/calendar/plain-day.ts'
import { when, type Fact } from '../../../../../platform/html/index.ts'
import type { LetterTemplate } from '../../../letters/template.ts'
import { yuan } from '../../../letters/yuan.ts'
import type { PaperFacts } from '../../../rules/paper-facts.ts'

const plainTitles: Readonly<Record<string, string>> = {
  issuer: '发文机关',
  documentNumber: '发文字号',
  issuedOn: '成文日期',
  applicant: '申请人',
  request: '申请',
  remedyPlaces: '救济机关',
  thirdParty: '第三方',
}

/** What the records put into a letter, in words, for the drafter to look over; what they do not know yet says so. */
export function factsInWords(template: LetterTemplate, { known, keys }: PaperFacts): readonly Fact[] {
  const shape = template.blanks.shape as Record<string, z.core.$ZodType>
  return [...keys].flatMap((key): Fact[] => {
    const schema = shape[key]
    if (schema === undefined) return []
    const title =
      plainTitles[key] ?? (schema instanceof z.ZodType ? (schema.meta()?.title as string) : undefined) ?? key
    return [{ name: title, value: valueInWords(key, known[key], schema) }]
  })
}

function valueInWords(key: string, value: unknown, schema: z.core.$ZodType): string {
  if (key === 'documentNumber') return '发出时编号'
  if (key === 'issuedOn') return '发出当天'
  if (value === undefined || value === null || value === '') return '记录里还没有'
  if (key === 'amount' && typeof value === 'number') return yuan(value)
  if (typeof value === 'string') {
    const day = parsePlainDay(value)
    return day === null ? wordOf(schema, value) : when(day)
  }
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value))
    return value.length === 0 ? '记录里还没有' : value.map((one) => entryInWords(one)).join('；')
  return entryInWords(value)
}

function wordOf(schema: z.core.$ZodType, code: string): string {
  const words = schema instanceof z.ZodType ? (schema.meta()?.['words'] as Record<string, string>) : undefined
  return words?.[code] ?? code
}

function entryInWords(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry)
  const one = entry as Record<string, unknown>
  if (typeof one['number'] === 'string' && typeof one['content'] === 'string')
    return `${one['number']}，${one['content']}`
  if (typeof one['reviewOrgan'] === 'string') return `${one['reviewOrgan']}，${String(one['court'])}`
  if (typeof one['name'] === 'string')
    return typeof one['pages'] === 'number' ? `${one['name']}（${one['pages']}页）` : one['name']
  if (typeof one['what'] === 'string') return one['what']
  if (typeof one['title'] === 'string') return one['title']
  if (typeof one['band'] === 'string') return one['band']
  return Object.values(one)
    .filter((value) => typeof value === 'string')
    .join('，')
}

/** Grounds that a reply may name besides its own: never a second release. */
export const secondaryOptions = (Object.keys(outcomeWords) as (keyof typeof outcomeWords)[])
  .filter((code) => /^(不予公开|无法提供|不予处理)/.test(outcomeWords[code]))
  .map((value) => ({ value, label: outcomeWords[value] }))
