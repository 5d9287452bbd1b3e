import { beijingDay, type PlainDay } from '../../../law/calendar/plain-day.ts'
import type { OfficialDocument } from '../../../documents/write/model.ts'
import type { Db, FieldCipher } from '../../../platform/context.ts'
import { NotFound, Refused } from '../../../platform/refusals.ts'
import { agencyNameOn } from '../../agencies/index.ts'
import { receipt } from '../letters/receipt.ts'
import { composeLetter } from '../letters/template.ts'
import type { RequestKind } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import { receiptRule } from '../rules/receipt.ts'
import { openApplicants } from '../store/applicants.ts'
import { findCase } from '../store/cases.ts'
import { queryCodeDigest, queryCodeFor } from '../store/insert-case.ts'
import { issuerOf } from '../store/settings.ts'
import { requestKindWords } from '../words.ts'

/** What the applicant gets in hand after sending off: number and code, on a page and as a letter. */
export interface Receipt {
  readonly agencyName: string
  readonly kind: RequestKind
  readonly number: string
  readonly queryCode: string
  readonly submittedOn: PlainDay
  readonly content: string
  readonly phone: string
  /** The receipt as a letter. @throws Invalid when the office has not written who it is */
  document(): OfficialDocument
}

/**
 * The receipt of a case for whoever sent it off or has opened it with its code; everyone else is kept away by the caller.
 * @throws NotFound; Refused when the code was replaced since
 */
export async function receiptOf(
  ground: { readonly db: Db; readonly cipher: FieldCipher },
  key: { readonly agencyId: string; readonly requestId: string },
  today: PlainDay,
): Promise<Receipt> {
  const { db, cipher } = ground
  const found = await findCase(db, key.agencyId, key.requestId, today)
  if (!found) throw new NotFound([requestRefusals['requests.case.missing']])
  const row = await db
    .selectFrom('requests')
    .select(['submission_key', 'query_code_digest'])
    .where('agency_id', '=', key.agencyId)
    .where('request_id', '=', key.requestId)
    .executeTakeFirstOrThrow()
  const submittedOn = beijingDay(found.submittedAt)
  const name = (await agencyNameOn(db, key.agencyId, submittedOn)) ?? ''
  const [issuer, applicants] = await Promise.all([
    issuerOf(db, key.agencyId, name),
    openApplicants(db, cipher, key.agencyId, key.requestId),
  ])
  const queryCode = queryCodeFor(ground, row.submission_key)
  // The office has given another code since: the first one opens nothing any more and is not printed again.
  if (queryCodeDigest(queryCode) !== row.query_code_digest)
    throw new Refused([requestRefusals['requests.receipt.codeReplaced']])
  return {
    agencyName: name,
    kind: found.kind,
    number: found.number,
    queryCode,
    submittedOn,
    content: found.content,
    phone: issuer.phone,
    document: () =>
      composeLetter(receipt, {
        issuer: { ...issuer, phone: issuer.phone || '见政府信息公开指南' },
        issuedOn: today,
        applicant: {
          name: applicants.map((one) => one.name).join('、'),
          isNaturalPerson: applicants[0]?.kind === 'natural',
        },
        matter: requestKindWords[found.kind],
        submittedOn,
        request: {
          number: found.number,
          receivedOn: found.receivedOn,
          channel: found.channel,
          content: found.content,
        },
        receivedRule: receiptRule(found.channel, found.kind),
        dueOn: found.kind === 'information' ? found.standing.dueOn : null,
        queryCode,
      }),
  }
}
