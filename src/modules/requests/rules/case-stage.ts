import type { CaseState } from './case-state.ts'
import type { DeskAct } from './desk-acts.ts'
import type { PaperState } from './papers.ts'

/** 登记、审核、办理、答复、归档: the five stages that 条例 Art 45 names, as the case page counts them. */
export const caseStages = ['register', 'assign', 'handle', 'reply', 'archive'] as const
export type CaseStage = (typeof caseStages)[number]

/** What of a case decides its stage. */
export interface StageGround {
  readonly state: CaseState
  readonly isArchived: boolean
  /** Given to a section or a person. */
  readonly isAssigned: boolean
  /** Something was done already: a paper begun, a step taken, information listed. Small offices begin without assigning. */
  readonly isBegun: boolean
  /** The reply that is on its way, if one is; discarded ones are none. */
  readonly reply: PaperState | null
}

/** The stage a case is in; null when all five are behind it. */
export function caseStage({ state, isArchived, isAssigned, isBegun, reply }: StageGround): CaseStage | null {
  if (isArchived) return null
  if (state === 'closed') return 'archive'
  if (state === 'awaitingConfirmation') return 'register'
  if (reply === 'approved' || reply === 'issued' || reply === 'served') return 'reply'
  return isAssigned || isBegun || reply !== null || state !== 'running' ? 'handle' : 'assign'
}

/**
 * The one act a case waits for, fitting its stage; null when it waits for a paper that is on its way, or for nothing of the desk's.
 * Where the person may not do it, the page has no strong button.
 */
export function wantedAct(ground: StageGround): DeskAct | null {
  switch (caseStage(ground)) {
    case 'register':
      return 'confirmReceipt'
    case 'assign':
      return 'assign'
    case 'handle':
      if (ground.reply !== null) return null
      if (ground.state === 'waitingForApplicant') return 'answerClarification'
      return ground.state === 'waitingForFee' ? 'payFee' : 'reply'
    default:
      return null
  }
}
