import type { z } from 'zod'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid, Stale } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import { reviewOrganProblem } from '../letters/remedy.ts'
import { settingsInput } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import { settingsOf } from '../store/settings.ts'

/** Writes what is this agency's own in handling requests: document code, review organ, court, chains, reminders, retention. */
export async function editSettings(context: Context, input: z.input<typeof settingsInput>): Promise<void> {
  demandHere(context, 'requests.settings', input.agencyId)
  const given = checked(settingsInput, input)
  const problem = reviewOrganProblem(given.reviewOrgan)
  if (problem !== null) throw new Invalid([{ field: 'reviewOrgan', sentence: problem }])
  const { agencyId, version, ...settings } = given
  const before = await settingsOf(context.db, agencyId)
  if (before.version !== version) throw new Stale([requestRefusals['requests.case.changed']], before)
  const content = JSON.stringify(settings)
  await context.db
    .insertInto('request_settings')
    .values({ agency_id: agencyId, settings: content, version: 1 })
    .onConflict((conflict) =>
      conflict.column('agency_id').doUpdateSet({ settings: content, version: version + 1 }),
    )
    .execute()
  await context.journal({
    verb: 'edit-settings',
    subject: { kind: 'requestSettings', id: agencyId },
    agencyId,
    detail: settings,
  })
}
