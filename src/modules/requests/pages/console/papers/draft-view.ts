import { isOutcomeCode, outcomeOf, type OutcomeCode } from '../../../../../law/outcomes/outcomes.ts'
import { NotFound } from '../../../../../platform/refusals.ts'
import type { Form } from '../../../../../platform/http/form.ts'
import type { Services } from '../../../../../platform/services.ts'
import type { PaperDraft } from '../../../commands/draft-paper.ts'
import { blankFields, shownBlanks, typedBlanks, type TypedForm } from '../../../letters/blank-fields.ts'
import { letterCatalogue, letterTemplate } from '../../../letters/catalogue.ts'
import type { LetterId } from '../../../letters/template.ts'
import { applicantCounts } from '../../../queries/applicant-counts.ts'
import { requestRefusals } from '../../../refusals.ts'
import { feeLines } from '../../../rules/fee-lines.ts'
import { paperFacts, proposedBlanks } from '../../../rules/paper-facts.ts'
import { feeOf, missingEvidence } from '../../../rules/paper-reasons.ts'
import { outcomeOfLetter } from '../../../rules/papers.ts'
import { letterGround } from '../../../store/letter-ground.ts'
import { letterPreview } from '../../../store/letter-preview.ts'
import { paperGround } from '../../../store/paper-ground.ts'
import type { CaseHere } from './case-here.ts'
import type { DraftView } from './draft-page.tsx'
import type { PaperInFile } from './paper-page.tsx'

/** A letter of the catalogue; any other word is not found. */
export function letterOf(text: string): LetterId {
  const found = letterCatalogue.find(({ id }) => id === text)
  if (found === undefined) throw new NotFound([requestRefusals['requests.paper.missing']])
  return found.id
}

/** What is asked for: a letter, and what was typed or kept of it. */
export interface DraftAsked {
  readonly letter: LetterId
  readonly consultationId: string | null
  /** The remedy whose decision asks for a new answer. */
  readonly remedyId: string | null
  readonly paper: PaperInFile | null
  readonly typed: Form | null
}

/** How much is charged is told by how many, so D16 asks for the number beside its own blanks. */
const quantity = { kind: 'count', name: 'quantity', title: '数量', isOptional: false } as const

/** Everything the form of a letter shows. @throws Refused while the agency's settings for letters are missing */
export async function draftView(services: Services, here: CaseHere, asked: DraftAsked): Promise<DraftView> {
  const { letter, paper, consultationId, typed } = asked
  const { request } = here.file
  const template = letterTemplate(letter)
  const outcome = outcomeOfLetter(letter)
  const about = { letter, outcome, consultationId, draftedBy: here.personId }
  const today = services.today()
  const ground = await letterGround(services, request, about, today, 1)
  const counts = await applicantCounts(services.db, here.agencyId, here.requestId)
  const { keys } = paperFacts(letter, {}, ground)
  const own = blankFields(template.blanks, keys)
  const fields = letter === 'D16' ? [...own.slice(0, 1), quantity, ...own.slice(1)] : own
  const kept = paper?.blanks ?? proposedBlanks(letter, ground, counts)
  const blanks = withFee(letter, typed === null ? kept : typedBlanks(fields, typed))
  const preview = await letterPreview(services, request, { ...about, blanks }, today)
  const known = await paperGround(
    { db: services.db, cipher: services.cipher, today },
    request,
    { ...about, paperId: paper?.paperId ?? '', evidence: {}, remedyId: asked.remedyId, blanks },
    here.file.papers,
  )
  return {
    template,
    outcome,
    paper: paper === null ? null : { paperId: paper.paperId, version: paper.version },
    draftKey: typed?.text('draftKey') || crypto.randomUUID(),
    consultationId,
    remedyId: asked.remedyId,
    fields,
    form: typed ?? shownForm(shownBlanks(kept, fields), paper),
    facts: paperFacts(letter, blanks, preview.ground),
    preview,
    counts,
    evidenceMissing: new Set(missingEvidence(known)),
    blanks,
  }
}

function withFee(
  letter: LetterId,
  blanks: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const amount = letter === 'D16' ? feeOf(blanks) : null
  return amount === null || amount === 0 ? blanks : { ...blanks, amount, lines: feeLines(blanks) }
}

function shownForm(blanks: TypedForm, paper: PaperInFile | null): TypedForm {
  return {
    text: (name) =>
      name.startsWith('evidence.') ? (paper?.evidence[name.slice(9)] ?? '') : blanks.text(name),
    list: (name) => (name === 'secondary' ? (paper?.secondaryOutcomes ?? []) : blanks.list(name)),
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The command's input out of what was typed. */
export function draftTyped(
  view: DraftView,
  asked: DraftAsked,
  files: readonly { readonly field: string; readonly name: string }[],
): Omit<PaperDraft, 'agencyId' | 'requestId'> {
  const form = asked.typed
  const kinds = view.outcome === null ? [] : outcomeOf(view.outcome).evidence
  const evidence = Object.fromEntries(
    kinds.flatMap((kind) => {
      const file = files.find(({ field }) => field === `file.${kind}`)
      const note = form?.text(`evidence.${kind}`).trim() || (file ? `见上传的“${file.name}”` : '')
      return note === '' ? [] : [[kind, note]]
    }),
  )
  const secondaryOutcomes = (form?.list('secondary') ?? []).filter((code): code is OutcomeCode =>
    isOutcomeCode(code),
  )
  const key = form?.text('draftKey') ?? ''
  return {
    letter: asked.letter,
    consultationId: asked.consultationId,
    remedyId: asked.remedyId,
    blanks: view.blanks,
    evidence,
    secondaryOutcomes,
    ...(asked.paper === null
      ? uuid.test(key)
        ? { draftKey: key }
        : {}
      : { paperId: asked.paper.paperId, paperVersion: Number(form?.text('version')) }),
  }
}
