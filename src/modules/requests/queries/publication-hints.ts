import type { Db } from '../../../platform/context.ts'
import { likeness } from '../../../text/likeness.ts'
import type { AskedInformation } from '../rules/asked-information.ts'
import { decidedHints, openHints, type DecidedHint } from '../store/hints.ts'

/** A proposal of an applicant that a piece of information be published (条例 Art 44(2)), still to be answered with D41. */
export interface OpenProposal {
  readonly requestId: string
  readonly number: string
}

export interface PublicationHints {
  readonly open: readonly (AskedInformation & { readonly proposals: readonly OpenProposal[] })[]
  readonly decided: readonly (DecidedHint & { readonly proposals: readonly OpenProposal[] })[]
}

/** How much a proposal must have in common with the name of the information to be shown beside it. */
const alikeEnough = 0.4

/** What should be looked at for proactive publication, what was decided, and who besides has proposed it; no applicant in it. */
export async function publicationHints(db: Db, agencyId: string): Promise<PublicationHints> {
  const [open, decided, proposals] = await Promise.all([
    openHints(db, agencyId),
    decidedHints(db, agencyId),
    db
      .selectFrom('requests')
      .select(['request_id as requestId', 'number', 'content'])
      .where('agency_id', '=', agencyId)
      .where('kind', '=', 'publicationProposal')
      .where('closed_on', 'is', null)
      .orderBy('number')
      .execute(),
  ])
  const proposalsOf = (information: string): readonly OpenProposal[] =>
    proposals
      .filter(({ content }) => content.includes(information) || likeness(content, information) >= alikeEnough)
      .map(({ requestId, number }) => ({ requestId, number }))
  return {
    open: open.map((hint) => ({ ...hint, proposals: proposalsOf(hint.information) })),
    decided: decided.map((hint) => ({ ...hint, proposals: proposalsOf(hint.information) })),
  }
}
