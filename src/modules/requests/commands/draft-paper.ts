import { sql } from 'kysely'
import { isOutcomeCode, outcomeOf, type OutcomeCode } from '../../../law/outcomes/outcomes.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid, NotFound, Refused } from '../../../platform/refusals.ts'
import { actingPerson, demandHere } from '../../agencies/index.ts'
import { letterTemplate } from '../letters/catalogue.ts'
import type { LetterId } from '../letters/template.ts'
import { requestRefusals } from '../refusals.ts'
import { feeOf, isMendable, reasonsAgainstPaper } from '../rules/paper-reasons.ts'
import { chainFor, outcomeOfLetter } from '../rules/papers.ts'
import { openCase, type CaseKey, type StandingCase } from '../store/cases.ts'
import { paperGround } from '../store/paper-ground.ts'
import { openPaper, papersOf } from '../store/papers.ts'
import { settingsOf } from '../store/settings.ts'
import { feeLines } from '../rules/fee-lines.ts'

export interface PaperDraft extends CaseKey {
  readonly letter: LetterId
  /** A draft that is there already is rewritten; its own version is checked then. */
  readonly paperId?: string
  readonly paperVersion?: number
  /** Made once by the form of a new draft: the same key twice is one draft. */
  readonly draftKey?: string
  readonly consultationId?: string | null
  /** Answers anew what a review or a court has corrected; the first answer stays in its year. */
  readonly remedyId?: string | null
  readonly secondaryOutcomes?: readonly OutcomeCode[]
  readonly blanks: Readonly<Record<string, unknown>>
  readonly evidence?: Readonly<Record<string, string>>
}

/**
 * Begins or rewrites a paper of a case. What the state of the case or the clock forbids is refused at once; evidence and blanks may
 * still be missing. A paper that has been signed goes back to its first round when it is rewritten.
 * @returns the paper's id
 */
export async function draftPaper(context: Context, draft: PaperDraft): Promise<string> {
  demandHere(context, 'requests.handle', draft.agencyId)
  const found = await openCase(context, draft, null)
  const template = letterTemplate(draft.letter)
  const outcome = outcomeOfLetter(draft.letter)
  for (const code of draft.secondaryOutcomes ?? [])
    if (!isOutcomeCode(code) || outcomeOf(code).group === 'released')
      throw new Invalid([
        { field: 'secondaryOutcomes', sentence: '其他理由只能选不予公开、无法提供或者不予处理的' },
      ])
  const blanks = withFee(draft)
  const paperId = draft.paperId ?? draft.draftKey ?? crypto.randomUUID()
  if (draft.draftKey !== undefined && (await isDrafted(context, draft, paperId))) return paperId
  if (draft.paperId !== undefined) await demandDraft(context, draft, found)
  await demandPossible(context, found, draft, paperId, outcome, blanks)
  const settings = await settingsOf(context.db, found.agencyId)
  const content = {
    letter: draft.letter,
    letter_version: template.version,
    outcome,
    secondary_outcomes: [...(draft.secondaryOutcomes ?? [])],
    consultation_id: draft.consultationId ?? null,
    remedy_id: draft.remedyId ?? null,
    blanks_sealed: context.cipher.seal(JSON.stringify(blanks)),
    evidence: JSON.stringify(draft.evidence ?? {}),
    chain: [...chainFor(draft.letter, settings)],
    drafted_by: actingPerson(context),
  }
  if (draft.paperId === undefined)
    await context.db
      .insertInto('request_papers')
      .values({
        agency_id: found.agencyId,
        request_id: found.requestId,
        paper_id: paperId,
        ...content,
        writers: content.drafted_by === null ? [] : [content.drafted_by],
        state: 'draft',
        drafted_at: context.now,
        document_number: null,
        issued_on: null,
        issued_by: null,
        pdf_file: null,
        docx_file: null,
        told_due_on: null,
        served_on: null,
      })
      .execute()
  else
    await context.db
      .updateTable('request_papers')
      .set((row) => ({
        ...content,
        writers: sql<string[]>`array(select distinct unnest(writers || ${content.drafted_by}::uuid))`,
        version: row('version', '+', 1),
      }))
      .where('agency_id', '=', found.agencyId)
      .where('paper_id', '=', paperId)
      .execute()
  await context.journal({
    verb: 'draft-paper',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: template.articles[0] ?? '条例第四十五条',
    detail: { paperId, letter: draft.letter, isNew: draft.paperId === undefined, outcome },
  })
  return paperId
}

/** The amount and the lines of a fee notice are counted, not typed. */
function withFee(draft: PaperDraft): Readonly<Record<string, unknown>> {
  if (draft.letter !== 'D16') return draft.blanks
  const amount = feeOf(draft.blanks)
  return amount === null || amount === 0
    ? draft.blanks
    : { ...draft.blanks, amount, lines: feeLines(draft.blanks) }
}

/** Whether this form was sent before. A key that belongs to another case is nobody's draft. */
async function isDrafted(
  context: Context,
  { agencyId, requestId }: CaseKey,
  paperId: string,
): Promise<boolean> {
  const row = await context.db
    .selectFrom('request_papers')
    .select('request_id')
    .where('agency_id', '=', agencyId)
    .where('paper_id', '=', paperId)
    .executeTakeFirst()
  if (row && row.request_id !== requestId) throw new NotFound([requestRefusals['requests.paper.missing']])
  return row !== undefined
}

async function demandDraft(context: Context, draft: PaperDraft, found: StandingCase): Promise<void> {
  const paper = await openPaper(context, {
    agencyId: draft.agencyId,
    paperId: draft.paperId as string,
    version: draft.paperVersion,
  })
  if (paper.requestId !== found.requestId) throw new NotFound([requestRefusals['requests.paper.missing']])
  if (paper.state !== 'draft') throw new Refused([requestRefusals['requests.paper.notDraft']])
}

async function demandPossible(
  context: Context,
  found: StandingCase,
  draft: PaperDraft,
  paperId: string,
  outcome: OutcomeCode | null,
  blanks: Readonly<Record<string, unknown>>,
): Promise<void> {
  const papers = await papersOf(context.db, context.cipher, found.agencyId, found.requestId)
  const ground = await paperGround(
    context,
    found,
    {
      paperId,
      letter: draft.letter,
      outcome,
      consultationId: draft.consultationId ?? null,
      remedyId: draft.remedyId ?? null,
      evidence: draft.evidence ?? {},
      blanks,
    },
    papers,
  )
  if (
    draft.consultationId &&
    !ground.consultations.some((one) => one.consultationId === draft.consultationId)
  )
    throw new NotFound([requestRefusals['requests.consultation.missing']])
  const reasons = reasonsAgainstPaper(ground).filter(({ code }) => !isMendable(code))
  if (reasons.length > 0) throw new Refused(reasons)
}
