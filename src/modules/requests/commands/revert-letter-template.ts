import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { actingPerson, demandHere } from '../../agencies/index.ts'
import type { LetterId } from '../letters/template.ts'
import { requestRefusals } from '../refusals.ts'
import { isInUse, ownTemplates } from '../store/letter-templates.ts'

/** Goes back to our form of a letter. The agency's versions stay to be looked at, and what was sent stays as it was. */
export async function revertLetterTemplate(
  context: Context,
  input: { readonly agencyId: string; readonly letter: LetterId },
): Promise<void> {
  demandHere(context, 'requests.settings', input.agencyId)
  const { agencyId, letter } = input
  const own = (await ownTemplates(context.db, agencyId, letter)).find(isInUse)
  if (own === undefined) throw new Refused([requestRefusals['requests.template.ours']])
  await context.db
    .updateTable('request_letter_templates')
    .set({ ended_by: actingPerson(context), ended_at: context.now })
    .where('agency_id', '=', agencyId)
    .where('letter', '=', letter)
    .where('version', '=', own.version)
    .execute()
  await context.journal({
    verb: 'revert-letter-template',
    subject: { kind: 'letterTemplate', id: `${letter}-${own.version}` },
    agencyId,
    detail: { letter, version: own.version },
  })
}
