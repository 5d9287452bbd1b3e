import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Actor, Db } from '../../../platform/context.ts'
import type { ApprovalStep } from '../model.ts'
import { isReply } from '../rules/papers.ts'
import { reasonsAgainstSigning, stepNow } from '../rules/signing.ts'
import { signaturesOf } from '../store/papers.ts'

/** A paper that waits for something this person may do. */
export interface WaitingPaper {
  readonly requestId: string
  readonly paperId: string
  readonly number: string
  readonly content: string
  readonly letter: string
  readonly isReply: boolean
  readonly dueOn: PlainDay | null
  readonly receivedOn: PlainDay | null
  /** redraft: a signer sent it back to this person. */
  readonly wants: 'redraft' | 'sign' | 'issue' | 'serve'
  /** Whose signature, when it wants one. */
  readonly step: ApprovalStep | null
}

/** Papers of an agency that were sent back to this person, wait for their signature, for going out, or for their service to be written down. */
export async function papersWaiting(
  db: Db,
  agencyId: string,
  actor: Extract<Actor, { kind: 'person' }>,
): Promise<readonly WaitingPaper[]> {
  const mayIssue = actor.permissions.has('requests.issue')
  const states = mayIssue ? (['inReview', 'approved', 'issued'] as const) : (['inReview'] as const)
  const rows = await db
    .selectFrom('request_papers as paper')
    .innerJoin('requests as request', (join) =>
      join
        .onRef('request.agency_id', '=', 'paper.agency_id')
        .onRef('request.request_id', '=', 'paper.request_id'),
    )
    .select([
      'paper.paper_id as paperId',
      'paper.request_id as requestId',
      'paper.letter',
      'paper.state',
      'paper.chain',
      'paper.signed',
      'paper.round',
      'paper.drafted_by as draftedBy',
      'paper.writers',
      'request.number',
      'request.content',
      'request.kept_due_on as dueOn',
      'request.received_on as receivedOn',
    ])
    .where('paper.agency_id', '=', agencyId)
    .where((row) =>
      row.or([
        row('paper.state', 'in', states),
        // Only sending back begins a second round.
        row.and([
          row('paper.state', '=', 'draft'),
          row('paper.round', '>', 1),
          row('paper.drafted_by', '=', actor.personId),
        ]),
      ]),
    )
    .orderBy('request.kept_due_on')
    .limit(500)
    .execute()
  const inReview = rows.filter(({ state }) => state === 'inReview')
  const signatures = await signaturesOf(
    db,
    agencyId,
    inReview.map(({ paperId }) => paperId),
  )
  return rows.flatMap((row): WaitingPaper[] => {
    const shared = {
      requestId: row.requestId,
      paperId: row.paperId,
      number: row.number,
      content: row.content,
      letter: row.letter,
      isReply: isReply(row.letter),
      dueOn: row.dueOn,
      receivedOn: row.receivedOn,
    }
    if (row.state === 'draft') return [{ ...shared, wants: 'redraft', step: null }]
    if (row.state === 'approved') return [{ ...shared, wants: 'issue', step: null }]
    if (row.state === 'issued') return [{ ...shared, wants: 'serve', step: null }]
    const signers = signatures
      .filter(
        ({ paperId, round, verdict }) =>
          paperId === row.paperId && round === row.round && verdict === 'approved',
      )
      .map(({ personId }) => personId)
    const isTheirs =
      reasonsAgainstSigning({ ...row, signers }, actor.personId, actor.permissions).length === 0
    return isTheirs ? [{ ...shared, wants: 'sign', step: stepNow(row) }] : []
  })
}
