import type { OfficialDocument } from '../../../documents/write/model.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Db, FieldCipher } from '../../../platform/context.ts'
import type { FieldProblem } from '../../../platform/refusals.ts'
import { blankFields, type BlankField } from '../letters/blank-fields.ts'
import { letterTemplate } from '../letters/catalogue.ts'
import { composeLetter, missingBlanks } from '../letters/template.ts'
import { blanksFor, type LetterGround } from '../rules/letter-facts.ts'
import { paperFacts } from '../rules/paper-facts.ts'
import { nameOnScreen } from './applicants.ts'
import type { StandingCase } from './cases.ts'
import { letterGround, type GroundPaper } from './letter-ground.ts'
import type { Paper } from './papers.ts'

/** A letter on its way, as a screen shows it. */
export interface LetterPreview {
  /** null while a day or a choice is open that nothing can stand in for. */
  readonly document: OfficialDocument | null
  /** Blanks that are missing or wrong. */
  readonly missing: readonly FieldProblem[]
  readonly ground: LetterGround
}

/** Stands where a text is still to be written. */
export const openBlank = (title: string): string => `〔${title}〕`

/**
 * The letter as it would be written today, for the screen: the applicant masked, no number yet, open texts shown as 〔…〕.
 * @throws Refused while the agency's settings for letters are missing
 */
export async function letterPreview(
  ground: { readonly db: Db; readonly cipher: FieldCipher },
  found: StandingCase,
  paper: GroundPaper & Pick<Paper, 'blanks'>,
  today: PlainDay,
): Promise<LetterPreview> {
  const known = await letterGround(ground, found, paper, today, 1)
  const masked: LetterGround = {
    ...known,
    applicant: { ...known.applicant, name: nameOnScreen(known.applicant.name, found.applicantKind) },
  }
  const template = letterTemplate(paper.letter)
  const blanks = blanksFor(paper.letter, paper.blanks, masked)
  const missing = missingBlanks(template, blanks)
  const facts = paperFacts(paper.letter, paper.blanks, masked)
  const filled = withOpenBlanks(blanks, blankFields(template.blanks, facts.keys))
  const document =
    missingBlanks(template, filled).length > 0
      ? null
      : { ...composeLetter(template, filled), documentNumber: '（发出时编号）' }
  return { document, missing, ground: masked }
}

function withOpenBlanks(
  blanks: Readonly<Record<string, unknown>>,
  fields: readonly BlankField[],
): Readonly<Record<string, unknown>> {
  const filled: Record<string, unknown> = { ...blanks }
  for (const field of fields) {
    const key = field.name.slice(field.name.lastIndexOf('.') + 1)
    if (field.isOptional) continue
    if (field.kind === 'group')
      filled[key] = withOpenBlanks((filled[key] ?? {}) as Record<string, unknown>, field.fields)
    else if (field.kind === 'either') {
      const value = filled[key] as Record<string, unknown> | undefined
      const option = field.options.find(({ value: code }) => code === value?.[field.by])
      if (value !== undefined && option !== undefined) filled[key] = withOpenBlanks(value, option.fields)
    } else if (filled[key] === undefined && (field.kind === 'line' || field.kind === 'lines'))
      filled[key] = openBlank(field.title)
    else if (filled[key] === undefined && field.kind === 'list') filled[key] = [openBlank(field.title)]
  }
  return filled
}
