import type { Reason } from '../../../law/reason.ts'
import type { ApprovalStep } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import type { RequestPermission } from '../words.ts'
import type { PaperState } from './papers.ts'

/** The permission by which a step is signed. */
export const permissionOfStep: Readonly<Record<ApprovalStep, RequestPermission>> = {
  legal: 'requests.reviewLegal',
  secrecy: 'requests.reviewSecrecy',
  officeHead: 'requests.approveProcedure',
  head: 'requests.approveReply',
}

export interface Signing {
  readonly state: PaperState
  readonly chain: readonly ApprovalStep[]
  readonly signed: number
  readonly draftedBy: string | null
  /** Everyone who wrote any version of it: who writes and has another save it last has still written it. */
  readonly writers: readonly string[]
  /** People who have signed in this round. */
  readonly signers: readonly string[]
}

/** The step whose turn it is; null when the paper is not in review. */
export function stepNow(signing: Pick<Signing, 'state' | 'chain' | 'signed'>): ApprovalStep | null {
  return signing.state === 'inReview' ? (signing.chain[signing.signed] ?? null) : null
}

/**
 * Why this person may not sign now: not in review, not their step, their own draft (条例 Art 17: review by another), or signed already
 * in this round.
 */
export function reasonsAgainstSigning(
  signing: Signing,
  personId: string,
  permissions: ReadonlySet<string>,
): readonly Reason[] {
  const step = stepNow(signing)
  if (step === null) return [requestRefusals['requests.paper.notInReview']]
  const reasons: Reason[] = []
  if (!permissions.has(permissionOfStep[step])) reasons.push(requestRefusals['requests.approval.notYourStep'])
  if (signing.draftedBy === personId || signing.writers.includes(personId))
    reasons.push(requestRefusals['requests.approval.ownDraft'])
  if (signing.signers.includes(personId)) reasons.push(requestRefusals['requests.approval.twice'])
  return reasons
}
