import { type PlainDay } from '../../../law/calendar/plain-day.ts'
import { approvePaper } from '../commands/approve-paper.ts'
import { draftPaper, type PaperDraft } from '../commands/draft-paper.ts'
import { issuePaper } from '../commands/issue-paper.ts'
import { recordDelivery } from '../commands/record-delivery.ts'
import { servePaper } from '../commands/serve-paper.ts'
import { submitPaper } from '../commands/submit-paper.ts'
import { letterPress } from '../letters/letter-press.ts'
import { letterTemplate } from '../letters/catalogue.ts'
import type { LetterId } from '../letters/template.ts'
import type { ServiceWay } from '../model.ts'
import { papersOf } from '../store/papers.ts'
import type { ApprovalStep } from '../model.ts'
import { signers, type Desk } from './demo-desk.ts'

/** What the letter's own example says, without what the case itself knows. */
export function exampleOf(letter: LetterId): {
  readonly content: string
  readonly blanks: Record<string, unknown>
} {
  const example = letterTemplate(letter).example as Record<string, unknown> & {
    request?: { content: string }
  }
  // What the case itself knows, and days of the example's own, are left out.
  const ofTheCase = ['request', 'issuer', 'documentNumber', 'issuedOn', 'applicant', 'remedyPlaces', 'until']
  return {
    content: example.request?.content ?? '',
    blanks: Object.fromEntries(Object.entries(example).filter(([blank]) => !ofTheCase.includes(blank))),
  }
}

/** How far a paper has come: a draft, waiting for a signature, signed and not sent, or sent and served. */
export type PaperReached = 'draft' | ApprovalStep | 'approved' | 'served'

type Draft = Omit<PaperDraft, 'agencyId' | 'requestId'>

/** Drafts a paper on a day and takes it as far as told, each signature by its own person. */
export async function beginPaper(
  desk: Desk,
  requestId: string,
  day: PlainDay,
  draft: Draft,
  reached: Exclude<PaperReached, 'served'> = 'approved',
): Promise<string> {
  const { agencyId, services } = desk
  const paperId = await desk.on(day, 'officer', async (context) => {
    const id = await draftPaper(context, { agencyId, requestId, ...draft })
    if (reached !== 'draft') await submitPaper(context, { agencyId, paperId: id })
    return id
  })
  for (;;) {
    const paper = (await papersOf(services.db, services.cipher, agencyId, requestId)).find(
      (one) => one.paperId === paperId,
    )
    const step = paper?.state === 'inReview' ? paper.chain[paper.signed] : undefined
    if (step === undefined || step === reached) return paperId
    await desk.on(day, signers[step], (context) =>
      approvePaper(context, { agencyId, paperId, opinion: '同意。' }),
    )
  }
}

/** Drafts, signs and sends a paper on one day, and serves it. */
export async function send(
  desk: Desk,
  requestId: string,
  day: PlainDay,
  draft: Draft,
  way: ServiceWay,
  deliveredOn: PlainDay | null = null,
): Promise<string> {
  const { agencyId, services } = desk
  const paperId = await beginPaper(desk, requestId, day, draft)
  const press = letterPress(services)
  await desk.on(day, 'officer', (context) => issuePaper(context, { agencyId, paperId, press }))
  await desk.on(day, 'officer', (context) =>
    servePaper(context, {
      agencyId,
      paperId,
      way,
      sentOn: day,
      deliveredOn: way === 'direct' || way === 'electronic' ? day : null,
      proofNumber: way === 'post' ? 'XA00000000000' : '',
      note: '',
    }),
  )
  if (deliveredOn !== null && deliveredOn <= desk.today && way === 'post')
    await desk.on(deliveredOn, 'officer', (context) =>
      recordDelivery(context, { agencyId, paperId, deliveredOn }),
    )
  return paperId
}
