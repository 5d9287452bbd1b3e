import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { requestRefusals } from '../refusals.ts'
import { monthsAfter } from '../rules/retention.ts'
import { openCase, type CaseKey } from '../store/cases.ts'
import { settingsOf } from '../store/settings.ts'

/**
 * Erases identity papers and numbers of a case when the house's months after its end are over (个人信息保护法 Art 19, 47). Name and
 * contact stay with the file for its retention. What was shared by nobody else is removed from the file store as well.
 */
export async function eraseIdentity(context: Context, input: CaseKey): Promise<void> {
  demandHere(context, 'requests.archive', input.agencyId)
  const found = await openCase(context, input, 'archive')
  const { identityMonths } = await settingsOf(context.db, found.agencyId)
  if (found.closedOn === null || monthsAfter(found.closedOn, identityMonths) > context.today)
    throw new Refused([requestRefusals['requests.erase.tooEarly']])
  const files = await context.db
    .updateTable('request_files')
    .set({ erased_at: context.now })
    .where('agency_id', '=', found.agencyId)
    .where('request_id', '=', found.requestId)
    .where('purpose', 'in', ['identity', 'powerOfAttorney'])
    .where('erased_at', 'is', null)
    .returning('stored')
    .execute()
  await context.db
    .updateTable('request_applicants')
    .set({ identity_sealed: null, identity_fingerprint: null })
    .where('agency_id', '=', found.agencyId)
    .where('request_id', '=', found.requestId)
    .execute()
  await context.db
    .updateTable('requests')
    .set({ identity_erased_at: context.now })
    .where('agency_id', '=', found.agencyId)
    .where('request_id', '=', found.requestId)
    .execute()
  // The bytes go after the commit, by a message: a command that is rolled back has erased nothing.
  if (files.length > 0)
    await context.send({
      queue: 'requests.remove-bytes',
      key: `erase ${found.requestId}`,
      payload: { stored: files.map(({ stored }) => stored) },
    })
  await context.journal({
    verb: 'erase-identity',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '个人信息保护法第四十七条',
    detail: { files: files.length },
  })
}
