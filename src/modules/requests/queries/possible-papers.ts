import { outcomeCodes, outcomeOf, type OutcomeCode } from '../../../law/outcomes/outcomes.ts'
import type { Reason } from '../../../law/reason.ts'
import type { Db, FieldCipher } from '../../../platform/context.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { LetterId } from '../letters/template.ts'
import { isMendable, missingEvidence, reasonsAgainstPaper } from '../rules/paper-reasons.ts'
import { internalLetters, otherReplies, procedureLetters, type ProcedureAct } from '../rules/papers.ts'
import type { StandingCase } from '../store/cases.ts'
import { paperGround } from '../store/paper-ground.ts'
import type { EvidenceKind } from '../../../law/outcomes/outcomes.ts'

/** A paper that can be drafted now, or why not. */
export interface PossiblePaper {
  readonly letter: LetterId
  /** What forbids even a draft; empty when it can be begun. */
  readonly against: readonly Reason[]
  /** What a draft may still lack and must have before it is submitted. */
  readonly toMend: readonly Reason[]
}

export interface PossibleReply extends PossiblePaper {
  readonly outcome: OutcomeCode
  readonly evidence: readonly { readonly kind: EvidenceKind; readonly isThere: boolean }[]
}

export interface PossiblePapers {
  readonly procedure: readonly (PossiblePaper & { readonly act: ProcedureAct })[]
  /** Papers that stay in the house. */
  readonly internal: readonly PossiblePaper[]
  readonly replies: readonly PossibleReply[]
  /** The reply to what is no request for information (条例 Art 41, 44, 51); null for a request. */
  readonly otherReply: PossiblePaper | null
}

/** Every paper that could come next in a case, with all that speaks against each, and nothing decided. */
export async function possiblePapers(
  ground: { readonly db: Db; readonly cipher: FieldCipher },
  found: StandingCase,
  today: PlainDay,
): Promise<PossiblePapers> {
  const known = await paperGround({ ...ground, today }, found, {
    paperId: '',
    letter: 'D05',
    outcome: null,
    consultationId: null,
    remedyId: null,
    evidence: {},
    blanks: {},
  })
  const judged = (letter: LetterId, outcome: OutcomeCode | null) => {
    const own = { ...known, paper: { ...known.paper, letter, outcome, blanks: proposal(letter) } }
    const reasons = reasonsAgainstPaper(own)
    return {
      own,
      letter,
      against: reasons.filter(({ code }) => !isMendable(code)),
      toMend: reasons.filter(({ code }) => isMendable(code) && code !== 'requests.paper.evidenceMissing'),
    }
  }
  const paper = (letter: LetterId): PossiblePaper => {
    const { against, toMend } = judged(letter, null)
    return { letter, against, toMend }
  }
  return {
    procedure:
      found.kind === 'information'
        ? (Object.entries(procedureLetters) as [ProcedureAct, LetterId][]).map(([act, letter]) => ({
            act,
            ...paper(letter),
          }))
        : [],
    internal: Object.values(internalLetters).map(paper),
    replies:
      found.kind === 'information'
        ? outcomeCodes.map((outcome) => {
            const { letter, evidence } = outcomeOf(outcome)
            const { own, against, toMend } = judged(letter as LetterId, outcome)
            const missing = new Set(missingEvidence(own))
            return {
              letter: letter as LetterId,
              outcome,
              against,
              toMend,
              evidence: evidence.map((kind) => ({ kind, isThere: !missing.has(kind) })),
            }
          })
        : [],
    otherReply: found.kind === 'information' ? null : paper(otherReplies[found.kind]),
  }
}

/** An extension is looked at as of the longest it could be; the drafter says the days. */
function proposal(letter: LetterId): Readonly<Record<string, unknown>> {
  return letter === procedureLetters.extension ? { days: 20 } : {}
}
