import { z } from 'zod'
import { channels } from '../../../law/clock/case.ts'
import { parsePlainDay, type PlainDay } from '../../../law/calendar/plain-day.ts'
import { parseDocumentNumber } from './document-number.ts'
import { reviewOrganProblem } from './remedy.ts'

/*
 * The kinds of blanks. Each has a Chinese title, which is what a clerk is told when it is missing.
 * There is no blank that may be present and empty.
 */

/** One line or paragraph of text. Placeholders left in a draft (××、XX、____、【】) count as missing. */
export function text(title: string) {
  return z
    .string()
    .trim()
    .min(1)
    .refine((value) => !/××|XX|＿＿|__|【\s*】|\*{3,}|待填|待定/.test(value), {
      message: `“${title}”里还有没填完的空白。`,
    })
    .meta({ title })
}

/** Words of the applicant, as they were filed: 某某XX小区 is no open blank there. */
export function filed(title: string) {
  return z.string().trim().min(1).meta({ title })
}

/** A calendar day, YYYY-MM-DD. */
export function day(title: string) {
  return z
    .string()
    .min(1)
    .refine((value): value is PlainDay => parsePlainDay(value) !== null, {
      message: `“${title}”不是有效的日期。`,
    })
    .meta({ title })
}

/** A list with at least one entry. */
export function list<Entry extends z.ZodType>(title: string, entry: Entry) {
  return z.array(entry).min(1).meta({ title })
}

/** One of a few, with the words a clerk chooses by. */
export function choice<Code extends string>(title: string, words: Readonly<Record<Code, string>>) {
  return z.enum(Object.keys(words) as [Code, ...Code[]]).meta({ title, words })
}

/** A whole number, at least one. */
export function count(title: string) {
  return z.number().int().positive().meta({ title })
}

/** Money in 分. */
export function fen(title: string) {
  return z.number().int().positive().meta({ title })
}

export function number(title: string) {
  return z
    .string()
    .min(1)
    .refine((value) => parseDocumentNumber(value) !== null, {
      message: `“${title}”的写法不对，应如“某应急公复〔2026〕3号”。`,
    })
    .meta({ title })
}

/** Who issues the letter, and whom the reader can call. */
export const issuer = z.object({
  name: text('机关全称'),
  /** The disclosure office as it is called in this agency. */
  disclosureOffice: text('政府信息公开工作机构名称'),
  phone: text('联系电话'),
})

/** How the case came in; the values are those of the statutory clock. */
export const channel = z.enum(channels).meta({ title: '申请渠道' })

export const request = z.object({
  number: text('申请编号'),
  receivedOn: day('收到申请之日'),
  channel,
  /** As filed, to the letter. */
  content: filed('申请内容'),
})

export const applicant = z.object({
  name: filed('申请人姓名或者名称'),
  isNaturalPerson: z.boolean().meta({ title: '申请人是否自然人' }),
})

export const remedyPlaces = z.object({
  reviewOrgan: text('行政复议机关').superRefine((name, context) => {
    const problem = reviewOrganProblem(name)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  }),
  court: text('管辖法院').refine((name) => name.endsWith('法院'), {
    message: '“管辖法院”应当写人民法院的全称。',
  }),
})

/** What every letter to the applicant about a case carries. */
export const caseBlanks = {
  issuer,
  documentNumber: number('发文字号'),
  issuedOn: day('成文日期'),
  applicant,
  request,
}

/** And what a letter that decides something carries besides. */
export const decisionBlanks = { ...caseBlanks, remedyPlaces }

/** Invented blanks shared by the examples. */
export const exampleCase = {
  issuer: { name: '云汀市应急管理局', disclosureOffice: '云汀市应急管理局办公室', phone: '0000-1234567' },
  documentNumber: '云应急公复〔2026〕3号',
  issuedOn: '2026-03-24',
  applicant: { name: '沈青禾', isNaturalPerson: true },
  request: {
    number: '2026-0017',
    receivedOn: '2026-03-03',
    channel: 'online' as const,
    content: '云汀市2025年危险化学品生产企业安全生产行政处罚决定书',
  },
}

export const exampleDecision = {
  ...exampleCase,
  remedyPlaces: { reviewOrgan: '云汀市人民政府', court: '云汀市城东区人民法院' },
}
