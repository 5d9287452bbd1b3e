import type { Db } from '../../../platform/context.ts'
import { digestOf } from '../../../platform/sessions/index.ts'

/** What an open invitation shows before it is taken up. */
export interface OpenInvitation {
  readonly personId: string
  readonly agencyId: string
  readonly name: string
  readonly loginName: string | null
}

/** The invitation of a link; null when used, over, or never given. */
export async function openInvitation(db: Db, token: string, now: Date): Promise<OpenInvitation | null> {
  const row = await db
    .selectFrom('agency_invitations')
    .innerJoin('agency_people', 'agency_people.person_id', 'agency_invitations.person_id')
    .innerJoin('accounts', 'accounts.account_id', 'agency_invitations.person_id')
    .select([
      'agency_invitations.person_id as personId',
      'agency_invitations.agency_id as agencyId',
      'agency_people.name',
      'accounts.login_name as loginName',
    ])
    .where('token_digest', '=', digestOf(token))
    .where('used_at', 'is', null)
    .where('ends_at', '>', now)
    .where('left_on', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
