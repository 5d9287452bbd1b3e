import type { LetterId } from '../../src/modules/requests/letters/template.ts'
import { letterPress } from '../../src/modules/requests/letters/letter-press.ts'
import type { Applicant, IntakeInput, RequestInput, ServiceWay } from '../../src/modules/requests/model.ts'
import { approvePaper } from '../../src/modules/requests/commands/approve-paper.ts'
import { draftPaper, type PaperDraft } from '../../src/modules/requests/commands/draft-paper.ts'
import { editSettings } from '../../src/modules/requests/commands/edit-settings.ts'
import { issuePaper } from '../../src/modules/requests/commands/issue-paper.ts'
import { receiveRequest } from '../../src/modules/requests/commands/receive-request.ts'
import { servePaper } from '../../src/modules/requests/commands/serve-paper.ts'
import { submitPaper } from '../../src/modules/requests/commands/submit-paper.ts'
import { caseFile, type CaseFileView } from '../../src/modules/requests/queries/case-file.ts'
import { papersOf } from '../../src/modules/requests/store/papers.ts'
import type { PlainDay } from '../../src/law/calendar/plain-day.ts'
import type { County } from './county.ts'

/** Who signs which step in the demo city's emergency bureau. */
const signerOf = { legal: 'legal', secrecy: 'secrecy', officeHead: 'review2', head: 'head' } as const

/** An invented applicant. */
export const someApplicant: Applicant = {
  kind: 'natural',
  name: '沈青禾',
  identityKind: 'identityCard',
  identityNumber: '990102199001010010',
  contactName: '',
  phone: '000-1112223',
  email: 'shen@example.com',
  address: '云汀市城东区云栖路1号',
  postcode: '000000',
  agentName: '',
  agentIdentityNumber: '',
  agentPhone: '',
}

/** The request desk of one agency, for tests: a case in one line, a paper through its whole chain in one more. */
export interface RequestDesk {
  readonly agencyId: string
  settle(settings?: Readonly<Record<string, unknown>>): Promise<void>
  receive(
    input?: Partial<RequestInput>,
    intake?: Partial<IntakeInput>,
  ): Promise<{ requestId: string; number: string; queryCode: string }>
  draft(requestId: string, letter: LetterId, draft?: Partial<PaperDraft>): Promise<string>
  /** Drafts, signs through the chain and sends out today. */
  send(requestId: string, letter: LetterId, draft?: Partial<PaperDraft>): Promise<string>
  /** Signs what is submitted, step by step, to the end. */
  signAll(paperId: string): Promise<void>
  issue(paperId: string): Promise<string>
  serve(paperId: string, way?: ServiceWay, deliveredOn?: PlainDay | null): Promise<void>
  file(requestId: string): Promise<CaseFileView>
}

/** @param slug the agency; the demo people of the city's emergency bureau sign */
export async function requestDesk(city: County, slug = 'yunting-emergency'): Promise<RequestDesk> {
  const agencyId = await city.agencyId(slug)
  const officer = 'officer'
  let serial = 0
  const desk: RequestDesk = {
    agencyId,
    async settle(settings = {}) {
      await city.as('review2', slug, (context) =>
        editSettings(context, {
          agencyId,
          version: 0,
          documentPrefix: '云应急',
          reviewOrgan: '云汀市人民政府',
          court: '云汀市城东区人民法院',
          sendTo: '云汀市府前街1号云汀市应急管理局办公室',
          feePayment: '持本通知书到代收银行网点缴纳',
          clarificationDays: 15,
          remindAt: [7, 3, 1],
          replyChain: ['legal', 'secrecy', 'head'],
          procedureChain: ['officeHead'],
          retentionYears: 30,
          identityMonths: 24,
          soleTraderKind: 'natural',
          ...settings,
        }),
      )
    },
    async receive(input = {}, intake = {}) {
      serial += 1
      return city.as(officer, slug, (context) =>
        receiveRequest(
          context,
          {
            agencyId,
            kind: 'information',
            applicants: [someApplicant],
            content: '云汀市2025年危险化学品生产企业安全生产行政处罚决定书',
            wantedForm: 'paper',
            wantedWay: 'post',
            submissionKey: `test-${slug}-${serial}-${'0'.repeat(16)}`,
            ...input,
          },
          { channel: 'counter', arrivedOn: context.today, confirmedOn: null, ...intake },
        ),
      )
    },
    async draft(requestId, letter, draft = {}) {
      return city.as(officer, slug, (context) =>
        draftPaper(context, { agencyId, requestId, letter, blanks: {}, ...draft }),
      )
    },
    async send(requestId, letter, draft = {}) {
      const paperId = await desk.draft(requestId, letter, draft)
      await city.as(officer, slug, (context) => submitPaper(context, { agencyId, paperId }))
      await desk.signAll(paperId)
      await desk.issue(paperId)
      return paperId
    },
    async signAll(paperId) {
      for (;;) {
        const row = await city.db
          .selectFrom('request_papers')
          .select(['chain', 'signed', 'state'])
          .where('paper_id', '=', paperId)
          .executeTakeFirstOrThrow()
        const step = row.chain[row.signed]
        if (row.state !== 'inReview' || step === undefined) return
        await city.as(signerOf[step], slug, (context) =>
          approvePaper(context, { agencyId, paperId, opinion: '同意' }),
        )
      }
    },
    async issue(paperId) {
      const press = letterPress(city)
      const { documentNumber } = await city.as(officer, slug, (context) =>
        issuePaper(context, { agencyId, paperId, press }),
      )
      return documentNumber
    },
    async serve(paperId, way = 'post', deliveredOn = null) {
      await city.as(officer, slug, (context) =>
        servePaper(context, {
          agencyId,
          paperId,
          way,
          sentOn: context.today,
          deliveredOn: way === 'direct' ? (deliveredOn ?? context.today) : deliveredOn,
          proofNumber: way === 'post' ? 'XA00000000000' : '',
          note: '',
        }),
      )
    },
    async file(requestId) {
      const found = await caseFile(city, agencyId, requestId, city.today())
      if (!found) throw new Error('no such case')
      return found
    },
  }
  return desk
}

/** The one paper of a case with this letter. */
export async function paperWith(city: County, desk: RequestDesk, requestId: string, letter: LetterId) {
  const papers = await papersOf(city.db, city.cipher, desk.agencyId, requestId)
  const paper = papers.find((one) => one.letter === letter)
  if (!paper) throw new Error(`no ${letter} in this case`)
  return paper
}
