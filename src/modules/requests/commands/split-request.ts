import { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { requestRefusals } from '../refusals.ts'
import { openApplicants } from '../store/applicants.ts'
import { openCase, type CaseKey } from '../store/cases.ts'
import { insertCase } from '../store/insert-case.ts'

const splitInput = z
  .array(z.string().trim().min(1, '写清每一件的内容').max(4000))
  .min(2, '至少拆成两件')
  .max(20)

/**
 * Splits one application that asks for several things into cases of their own, at registration only (law.md 2.3: splitting at the
 * answer breaks table three). The first part stays with the old number; the others are new cases received on the same day.
 * @returns ids of all parts, the first included
 */
export async function splitRequest(
  context: Context,
  input: CaseKey & { readonly contents: readonly string[] },
): Promise<readonly string[]> {
  demandHere(context, 'requests.register', input.agencyId)
  const contents = checked(splitInput, input.contents)
  const found = await openCase(context, input, 'split')
  const papers = await context.db
    .selectFrom('request_papers')
    .select('paper_id')
    .where('agency_id', '=', found.agencyId)
    .where('request_id', '=', found.requestId)
    .where('state', '!=', 'discarded')
    // A receipt only says that it came in.
    .where('letter', '!=', 'D03')
    .limit(1)
    .executeTakeFirst()
  if (papers || found.events.length > 0 || found.splitFrom !== null)
    throw new Refused([requestRefusals['requests.split.underWay']])
  const applicants = await openApplicants(context.db, context.cipher, found.agencyId, found.requestId)
  const [first = '', ...rest] = contents
  await context.db
    .updateTable('requests')
    .set({ content: first, version: found.version + 1 })
    .where('agency_id', '=', found.agencyId)
    .where('request_id', '=', found.requestId)
    .execute()
  const ids = [found.requestId]
  for (const content of rest) {
    const part = await insertCase(context, {
      agencyId: found.agencyId,
      kind: found.kind,
      channel: found.channel,
      arrivedOn: found.arrivedOn,
      receivedOn: found.receivedOn,
      applicants,
      content,
      documentNumber: '',
      wantedForm: found.wantedForm,
      wantedWay: found.wantedWay,
      assistance: found.assistance,
      submissionKey: `split ${found.requestId} ${ids.length}`,
      splitFrom: found.requestId,
    })
    ids.push(part.requestId)
  }
  await context.journal({
    verb: 'split-request',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '国办公开办函〔2021〕30号',
    detail: { parts: ids },
  })
  return ids
}
