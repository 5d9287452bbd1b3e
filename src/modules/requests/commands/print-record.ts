import { may, type Context } from '../../../platform/context.ts'
import { Forbidden, Invalid, Refused } from '../../../platform/refusals.ts'
import { actingPerson, demandHere, namesOfPeople } from '../../agencies/index.ts'
import { letterTemplate } from '../letters/catalogue.ts'
import type { LetterPress } from '../letters/letter-press.ts'
import { missingBlanks } from '../letters/template.ts'
import { requestRefusals } from '../refusals.ts'
import {
  askedBlanks,
  reasonAgainstRecord,
  recordBlanks,
  tellsApplicant,
  withoutApplicant,
  type IntakeRecord,
} from '../rules/intake-records.ts'
import { openApplicants } from '../store/applicants.ts'
import { openCase, type CaseKey } from '../store/cases.ts'
import { keepPrinted } from '../store/keep-printed.ts'
import { letterGround } from '../store/letter-ground.ts'

/**
 * Prints a record of how the case came in and keeps it in the file (条例 Art 29, 31, 45): the application form filled in from what was
 * told, the record of an oral request, the confirmation by both sides. Forms that tell who applied are for those who may see it.
 * @param input.typed what only the desk knows: why writing was hard, how and with whom it was confirmed
 * @throws Refused when the case has no such record, Invalid when something was not typed, Forbidden
 */
export async function printRecord(
  context: Context,
  input: CaseKey & {
    readonly letter: IntakeRecord
    readonly typed: Readonly<Record<string, string>>
    readonly press: LetterPress
  },
): Promise<{ readonly paperId: string; readonly fileId: string }> {
  demandHere(context, 'requests.register', input.agencyId)
  const { letter } = input
  if (tellsApplicant(letter) && !may(context.actor, 'requests.seeApplicant'))
    throw new Forbidden([requestRefusals['requests.permission.missing']])
  const found = await openCase(context, input, null)
  const against = reasonAgainstRecord(letter, found)
  if (against !== null) throw new Refused([against])
  const by = actingPerson(context)
  const names = await namesOfPeople(context.db, by === null ? [] : [by])
  const { issuer } = await letterGround(
    context,
    found,
    { letter, consultationId: null, outcome: null },
    context.today,
    1,
  )
  const blanks = recordBlanks(
    letter,
    {
      request: found,
      applicants: await openApplicants(context.db, context.cipher, found.agencyId, found.requestId),
      issuer,
      officer: (by !== null && names.get(by)) || issuer.disclosureOffice,
      today: context.today,
    },
    Object.fromEntries(askedBlanks[letter].map((name) => [name, input.typed[name]?.trim() ?? ''])),
  )
  const missing = missingBlanks(letterTemplate(letter), blanks)
  if (missing.length > 0) throw new Invalid(missing)
  const kept = await keepPrinted(context, found, {
    letter,
    blanks,
    keptBlanks: withoutApplicant(blanks),
    purpose: tellsApplicant(letter) ? 'application' : 'letter',
    toldDueOn: null,
    press: input.press,
  })
  await context.journal({
    verb: 'print-record',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: letterTemplate(letter).articles[0] ?? '条例第四十五条',
    detail: { paperId: kept.paperId, letter },
  })
  return kept
}
