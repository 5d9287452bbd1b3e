import { z } from 'zod'
import type { OfficialDocument } from '../../../documents/write/model.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { T3Row } from '../../../law/report-form/model.ts'
import { Invalid, type FieldProblem } from '../../../platform/refusals.ts'

/** Number of a document in the catalogue of papers of a disclosure office: D01 … D43. */
export type LetterId = `D${number}${number}`

/** Whom the paper is for. What a third party or another agency reads has no place for the applicant. */
export type LetterReader = 'applicant' | 'thirdParty' | 'otherAgency' | 'office'

/** What the reader may do next; `none` for steps of procedure, which cannot be contested on their own. */
export type LetterRemedy = 'reviewFirst' | 'free' | 'byParts' | 'thirdParty' | 'feeOnly' | 'none'

/** One kind of letter: prose with named blanks. Another wording is a new version; old ones stay as they were sent. */
export interface LetterTemplate<Blanks extends z.ZodObject = z.ZodObject> {
  readonly id: LetterId
  /** The glossary's term, as in the file name. */
  readonly name: string
  readonly version: number
  readonly inForceFrom: PlainDay
  /** Chinese name of the paper. */
  readonly title: string
  readonly reader: LetterReader
  /** Articles it rests on, in Chinese, as printed. */
  readonly articles: readonly string[]
  /** The row of table three that a case closed by this letter falls into; null when it closes none. */
  readonly row: T3Row | null
  readonly remedy: LetterRemedy
  readonly blanks: Blanks
  /** Invented blanks that make a whole letter: for previews, the manual and tests. */
  readonly example: z.input<Blanks>
  compose(blanks: z.output<Blanks>): OfficialDocument
}

/** Keeps the blanks' types together with the prose that uses them. */
export function defineLetter<Blanks extends z.ZodObject>(
  template: LetterTemplate<Blanks>,
): LetterTemplate<Blanks> {
  return template
}

/**
 * Fills a letter. Blanks the template does not know are dropped.
 * @throws Invalid naming every blank that is missing or wrong, all at once
 */
export function composeLetter<Blanks extends z.ZodObject>(
  template: LetterTemplate<Blanks>,
  blanks: unknown,
): OfficialDocument {
  const parsed = template.blanks.safeParse(withGroups(template.blanks, blanks))
  if (!parsed.success)
    throw new Invalid(parsed.error.issues.map((issue) => blankProblem(template.blanks, issue)))
  const misdated = dateProblems(parsed.data)
  if (misdated.length > 0) throw new Invalid(misdated)
  return template.compose(parsed.data)
}

/** The blanks that are missing or wrong; empty when the letter can be written. For showing beside a draft. */
export function missingBlanks(template: LetterTemplate, blanks: unknown): readonly FieldProblem[] {
  const parsed = template.blanks.safeParse(withGroups(template.blanks, blanks))
  if (!parsed.success) return parsed.error.issues.map((issue) => blankProblem(template.blanks, issue))
  return dateProblems(parsed.data)
}

/** No letter answers an application before it came. */
function dateProblems(blanks: Readonly<Record<string, unknown>>): FieldProblem[] {
  const { issuedOn, request } = blanks
  if (typeof issuedOn !== 'string' || typeof request !== 'object' || request === null) return []
  const receivedOn = 'receivedOn' in request ? request.receivedOn : undefined
  return typeof receivedOn === 'string' && issuedOn < receivedOn
    ? [{ field: 'issuedOn', sentence: '“成文日期”早于收到申请之日，请检查。' }]
    : []
}

/** A group that is absent altogether counts as empty, so that each of its blanks is named. */
function withGroups(schema: z.ZodObject, value: unknown): Record<string, unknown> {
  const given: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
  for (const [key, part] of Object.entries(schema.shape)) {
    if (part instanceof z.ZodObject) given[key] = withGroups(part, given[key])
  }
  return given
}

/** What is wrong with one blank, said with its Chinese name. */
export function blankProblem(schema: z.ZodObject, issue: z.core.$ZodIssue): FieldProblem {
  const title = titleOf(schema, issue.path)
  const isMissing =
    (issue.code === 'invalid_type' && /undefined|null/.test(issue.message)) ||
    issue.code === 'too_small' ||
    (issue.code === 'invalid_union' && issue.errors.length === 0)
  const sentence =
    issue.code === 'custom'
      ? issue.message
      : isMissing
        ? `还没有填写“${title}”。`
        : `“${title}”填写不正确，请检查。`
  return { field: issue.path.map(String).join('.'), sentence }
}

/** The Chinese name of a blank: its own, or that of the nearest group, with the number of the entry in a list. */
function titleOf(schema: z.ZodType, path: readonly PropertyKey[]): string {
  let here: z.core.$ZodType = schema
  let title = ''
  for (const step of path) {
    here = unwrapped(here)
    if (here instanceof z.ZodArray) {
      here = here.element
      title += `（第${Number(step) + 1}项）`
      continue
    }
    const inner = partOf(here, String(step))
    if (inner === undefined) break
    here = inner
    const own = here instanceof z.ZodType ? here.meta()?.title : undefined
    if (own !== undefined) title = title.endsWith('项）') ? `${title}${own}` : own
  }
  return title === '' ? path.map(String).join('.') : title
}

/** The schema of a part of a group, or of the first of several forms that has such a part. */
function partOf(schema: z.core.$ZodType, key: string): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[key] as z.core.$ZodType | undefined
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return undefined
  for (const option of schema.options) {
    const found = partOf(option, key)
    if (found !== undefined && !(found instanceof z.ZodLiteral)) return found
  }
  return undefined
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrapped(schema.unwrap())
  return schema
}
