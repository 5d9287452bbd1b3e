import { isOutcomeCode, outcomes, type OutcomeCode } from '../../../law/outcomes/outcomes.ts'
import type { ApprovalStep, RequestSettings } from '../model.ts'
import type { LetterId } from '../letters/template.ts'

/** The life of a paper. Going back to `draft` from review begins a new round: earlier signatures no longer count. */
export const paperStates = ['draft', 'inReview', 'approved', 'issued', 'served', 'discarded'] as const
export type PaperState = (typeof paperStates)[number]

/** Steps of procedure that a paper takes when it goes out. */
export type ProcedureAct =
  | 'clarification'
  | 'reasons'
  | 'extension'
  | 'deferral'
  | 'thirdPartyConsultation'
  | 'agencyConsultation'
  | 'consultationNotice'
  | 'releaseNotice'
  | 'fee'

/** Which paper takes which step (law.md 4.7). */
export const procedureLetters: Readonly<Record<ProcedureAct, LetterId>> = {
  clarification: 'D05',
  reasons: 'D06',
  extension: 'D07',
  deferral: 'D08',
  thirdPartyConsultation: 'D09',
  agencyConsultation: 'D13',
  consultationNotice: 'D11',
  releaseNotice: 'D12',
  fee: 'D16',
}

/** Papers that stay in the house: asking a section (D14), the review before anything is disclosed (D15). */
export const internalLetters = { sectionRequest: 'D14', secrecyReview: 'D15' } as const satisfies Readonly<
  Record<string, LetterId>
>

/** Whether the paper stays in the house: nobody is served with it, and it moves no clock. */
export function isInternal(letter: string): boolean {
  return (Object.values(internalLetters) as string[]).includes(letter)
}

/** Replies to what is no request for information: they close a case of another kind and stand in no row of table three. */
export const otherReplies = {
  recordCorrection: 'D40',
  publicationProposal: 'D41',
  complaint: 'D43',
} as const satisfies Readonly<Record<string, LetterId>>

const outcomeByLetter = new Map<string, OutcomeCode>(
  Object.values(outcomes).flatMap(({ code, letter }) =>
    isOutcomeCode(code) ? [[letter, code] as const] : [],
  ),
)

/** The outcome that a letter brings, or null for a step of procedure. */
export function outcomeOfLetter(letter: string): OutcomeCode | null {
  return outcomeByLetter.get(letter) ?? null
}

/** The step of procedure that a letter takes, or null. */
export function actOfLetter(letter: string): ProcedureAct | null {
  for (const [act, id] of Object.entries(procedureLetters)) if (id === letter) return act as ProcedureAct
  return null
}

/** Whether the letter closes the case: a reply, of whatever kind. */
export function isReply(letter: string): boolean {
  return outcomeByLetter.has(letter) || (Object.values(otherReplies) as string[]).includes(letter)
}

/**
 * Who must sign, in this order. An extension always passes the head of the disclosure office (条例 Art 33(2)); a refusal for
 * reasons of security always passes the head and the secrecy reviewer (Art 14, 17), whatever the house's own chain says.
 */
export function chainFor(letter: string, settings: RequestSettings): readonly ApprovalStep[] {
  // The review is the secrecy reviewer's and the head's, whatever the house's chains say (条例 Art 17).
  if (letter === internalLetters.secrecyReview) return ['secrecy', 'head']
  const outcome = outcomeOfLetter(letter)
  const own = isReply(letter) ? settings.replyChain : settings.procedureChain
  const must: ApprovalStep[] = []
  if (letter === procedureLetters.extension || letter === procedureLetters.deferral) must.push('officeHead')
  if (outcome !== null && ['stateSecret', 'securityAndStability'].includes(outcome))
    must.push('secrecy', 'head')
  if (outcome !== null && ['released', 'partlyReleased'].includes(outcome)) must.push('secrecy')
  const order: readonly ApprovalStep[] = ['legal', 'secrecy', 'officeHead', 'head']
  return order.filter((step) => own.includes(step) || must.includes(step))
}

/** Series of document numbers: what stands after the agency's own code. */
export function seriesOf(letter: string): string | null {
  if (outcomeOfLetter(letter) !== null) {
    const group = outcomes[outcomeOfLetter(letter) as OutcomeCode].group
    return group === 'otherwiseClosed' ? '公终' : group === 'notProcessed' ? '公告' : '公复'
  }
  const byLetter: Readonly<Record<string, string>> = {
    D05: '公补',
    D06: '公由',
    D07: '公延',
    D08: '公延',
    D09: '公征',
    D11: '公告',
    D12: '公告',
    D13: '公函',
    D16: '公费',
    D40: '公更',
    D41: '公建',
    D43: '公诉',
  }
  return byLetter[letter] ?? null
}
