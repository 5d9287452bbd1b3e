import type { Context } from '../../../platform/context.ts'
import { NotFound, Refused } from '../../../platform/refusals.ts'
import { actingPerson, demandHere } from '../../agencies/index.ts'
import { letterTemplate } from '../letters/catalogue.ts'
import type { LetterId } from '../letters/template.ts'
import { requestRefusals } from '../refusals.ts'
import { isInUse, ownTemplates } from '../store/letter-templates.ts'

/** From now on the Word file of this letter is written in the agency's own form; the version before it ends. What was sent stays. */
export async function enableLetterTemplate(
  context: Context,
  input: { readonly agencyId: string; readonly letter: LetterId; readonly version: number },
): Promise<void> {
  demandHere(context, 'requests.settings', input.agencyId)
  const { agencyId, letter, version } = input
  const versions = await ownTemplates(context.db, agencyId, letter)
  const wanted = versions.find((one) => one.version === version)
  if (!wanted) throw new NotFound([requestRefusals['requests.template.missing']])
  if (isInUse(wanted)) throw new Refused([requestRefusals['requests.template.inUse']])
  if (wanted.endedAt !== null) throw new Refused([requestRefusals['requests.template.ended']])
  if (wanted.letterVersion !== letterTemplate(letter).version)
    throw new Refused([requestRefusals['requests.template.outdated']])
  const before = versions.find(isInUse)
  const by = actingPerson(context)
  const row = (of: number) =>
    context.db
      .updateTable('request_letter_templates')
      .where('agency_id', '=', agencyId)
      .where('letter', '=', letter)
      .where('version', '=', of)
  if (before) await row(before.version).set({ ended_by: by, ended_at: context.now }).execute()
  await row(version).set({ begun_by: by, begun_at: context.now }).execute()
  await context.journal({
    verb: 'enable-letter-template',
    subject: { kind: 'letterTemplate', id: `${letter}-${version}` },
    agencyId,
    detail: { letter, version, digest: wanted.digest, before: before?.version ?? null },
  })
}
