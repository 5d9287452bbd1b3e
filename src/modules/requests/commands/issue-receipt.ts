import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import type { LetterPress } from '../letters/letter-press.ts'
import { requestRefusals } from '../refusals.ts'
import { receiptRule } from '../rules/receipt.ts'
import { openCase, type CaseKey } from '../store/cases.ts'
import { keepPrinted } from '../store/keep-printed.ts'
import { queryCodeDigest, queryCodeFor } from '../store/insert-case.ts'
import { letterGround } from '../store/letter-ground.ts'
import { requestKindWords } from '../words.ts'

/**
 * Prints the receipt D03 for the applicant (条例 Art 31, 45): number, query code, day of receipt with its rule, last day for the reply. It
 * needs no signature; it is kept as printed, with the due day it told. Before both sides have confirmed it says that no day counts yet.
 * A receipt printed again is another paper.
 * @param input.queryCode a code that was just renewed; left out, the code given at registration is printed
 * @returns the file
 * @throws Refused when the case is closed, or when the first code was replaced and the new one is not at hand
 */
export async function issueReceipt(
  context: Context,
  input: CaseKey & { readonly press: LetterPress; readonly queryCode?: string },
): Promise<{ readonly paperId: string; readonly fileId: string }> {
  demandHere(context, 'requests.register', input.agencyId)
  const found = await openCase(context, input, null)
  const { receivedOn, standing } = found
  if (receivedOn === null) throw new Refused([requestRefusals['requests.case.notConfirmed']])
  if (found.closedOn !== null) throw new Refused([requestRefusals['requests.receipt.tooLate']])
  // Only requests for information have the 20 working days of Art 33.
  const dueOn = found.kind === 'information' ? standing.dueOn : null
  const row = await context.db
    .selectFrom('requests')
    .select(['submission_key', 'query_code_digest'])
    .where('agency_id', '=', found.agencyId)
    .where('request_id', '=', found.requestId)
    .executeTakeFirstOrThrow()
  const queryCode = input.queryCode ?? queryCodeFor(context, row.submission_key)
  if (queryCodeDigest(queryCode) !== row.query_code_digest)
    throw new Refused([requestRefusals['requests.receipt.codeReplaced']])

  const ground = await letterGround(
    context,
    found,
    { letter: 'D03', consultationId: null, outcome: null },
    context.today,
    1,
  )
  const blanks = {
    issuer: ground.issuer,
    issuedOn: context.today,
    applicant: ground.applicant,
    matter: requestKindWords[found.kind],
    submittedOn: found.arrivedOn,
    request: { number: found.number, receivedOn, channel: found.channel, content: found.content },
    receivedRule: receiptRule(found.channel, found.kind),
    dueOn,
    queryCode,
  }
  const { paperId, fileId } = await keepPrinted(context, found, {
    letter: 'D03',
    blanks,
    // The code itself stays with the applicant and on the printed paper.
    keptBlanks: { ...blanks, queryCode: '' },
    purpose: 'letter',
    toldDueOn: dueOn,
    press: input.press,
  })
  await context.journal({
    verb: 'issue-receipt',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '条例第四十五条',
    detail: { paperId, letter: 'D03', toldDueOn: dueOn },
  })
  return { paperId, fileId }
}
