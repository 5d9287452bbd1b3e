import type { Reason } from '../../../law/reason.ts'
import type { RequestKind } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import type { CaseState } from './case-state.ts'

/** What can be done to a case. */
export const caseActs = [
  'confirmReceipt',
  'assign',
  'split',
  'askClarification',
  'answerClarification',
  'consult',
  'recordOpinion',
  'extend',
  'askReasons',
  'giveReasons',
  'defer',
  'noticeFee',
  'payFee',
  'reply',
  'withdraw',
  'judgeItems',
  'attach',
  'archive',
  'contest',
] as const
export type CaseAct = (typeof caseActs)[number]

/**
 * Which act is possible in which state: the one table from which the buttons, the refusals and the diagram in the README come.
 * What the clock itself forbids (a second clarification, an extension after the end …) the clock refuses with its own reason.
 */
export const transitions: Readonly<Record<CaseAct, readonly CaseState[]>> = {
  confirmReceipt: ['awaitingConfirmation'],
  assign: ['awaitingConfirmation', 'running', 'paused', 'waitingForApplicant', 'waitingForFee', 'lapsed'],
  split: ['running'],
  askClarification: ['running', 'paused'],
  answerClarification: ['waitingForApplicant'],
  consult: ['running', 'paused'],
  recordOpinion: ['running', 'paused', 'waitingForApplicant', 'waitingForFee'],
  extend: ['running', 'paused'],
  askReasons: ['running', 'paused'],
  giveReasons: ['running', 'paused'],
  defer: ['running', 'paused'],
  noticeFee: ['running', 'paused'],
  payFee: ['waitingForFee'],
  reply: ['running', 'paused', 'lapsed'],
  withdraw: ['awaitingConfirmation', 'running', 'paused', 'waitingForApplicant', 'waitingForFee', 'lapsed'],
  judgeItems: ['running', 'paused', 'waitingForApplicant', 'waitingForFee', 'lapsed'],
  attach: [
    'awaitingConfirmation',
    'running',
    'paused',
    'waitingForApplicant',
    'waitingForFee',
    'lapsed',
    'closed',
  ],
  archive: ['closed'],
  contest: [
    'awaitingConfirmation',
    'running',
    'paused',
    'waitingForApplicant',
    'waitingForFee',
    'lapsed',
    'closed',
  ],
}

/** What can be done to a matter under Art 41, 44, 47 or 51: the procedure of Art 30 to 36 is for requests for information only. */
export const actsOfOtherMatters: readonly CaseAct[] = [
  'confirmReceipt',
  'assign',
  'reply',
  'withdraw',
  'attach',
  'archive',
  'contest',
]

/** Why an act is not possible in this state and kind of case; null when it is. */
export function reasonAgainst(act: CaseAct, state: CaseState, kind: RequestKind): Reason | null {
  if (kind !== 'information' && !actsOfOtherMatters.includes(act))
    return requestRefusals['requests.case.otherMatter']
  if (transitions[act].includes(state)) return null
  switch (state) {
    case 'awaitingConfirmation':
      return requestRefusals['requests.case.notConfirmed']
    case 'closed':
      return requestRefusals['requests.case.closed']
    case 'waitingForApplicant':
      return requestRefusals['requests.case.waitingForApplicant']
    case 'waitingForFee':
      return requestRefusals['requests.case.waitingForFee']
    case 'lapsed':
      return requestRefusals['requests.case.lapsed']
    default:
      return stateReason[act] ?? requestRefusals['requests.case.notNow']
  }
}

const stateReason: Partial<Record<CaseAct, Reason>> = {
  confirmReceipt: requestRefusals['requests.case.alreadyConfirmed'],
  answerClarification: requestRefusals['requests.clarification.notOpen'],
  payFee: requestRefusals['requests.fee.notOpen'],
  archive: requestRefusals['requests.archive.notClosed'],
  split: requestRefusals['requests.split.underWay'],
}
