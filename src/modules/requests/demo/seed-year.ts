import { addWorkingDays, type Calendar } from '../../../law/calendar/calendar.ts'
import { beijingDay, plainDay, type PlainDay } from '../../../law/calendar/plain-day.ts'
import { outcomeOf } from '../../../law/outcomes/outcomes.ts'
import type { Actor, Context } from '../../../platform/context.ts'
import { runCommand } from '../../../platform/run-command.ts'
import type { Services } from '../../../platform/services.ts'
import { agencyBySlug, calendarFor } from '../../agencies/index.ts'
import { answerClarification } from '../commands/answer-clarification.ts'
import { answerConsultation } from '../commands/answer-consultation.ts'
import { approvePaper } from '../commands/approve-paper.ts'
import { draftPaper, type PaperDraft } from '../commands/draft-paper.ts'
import { editSettings } from '../commands/edit-settings.ts'
import { giveReasons } from '../commands/give-reasons.ts'
import { issuePaper } from '../commands/issue-paper.ts'
import { judgeItem } from '../commands/judge-item.ts'
import { judgeObjection } from '../commands/judge-objection.ts'
import { listItem } from '../commands/list-item.ts'
import { openConsultation } from '../commands/open-consultation.ts'
import { receiveRequest } from '../commands/receive-request.ts'
import { recordDelivery } from '../commands/record-delivery.ts'
import { recordReconsideration } from '../commands/record-reconsideration.ts'
import { recordRemedyResult } from '../commands/record-remedy-result.ts'
import { servePaper } from '../commands/serve-paper.ts'
import { submitPaper } from '../commands/submit-paper.ts'
import { submitRequest } from '../commands/submit-request.ts'
import { withdrawRequest } from '../commands/withdraw-request.ts'
import { letterPress } from '../letters/letter-press.ts'
import { letterTemplate } from '../letters/catalogue.ts'
import type { LetterId } from '../letters/template.ts'
import type { Applicant, ServiceWay } from '../model.ts'
import { outcomeOfLetter } from '../rules/papers.ts'
import { permissionOfStep } from '../rules/signing.ts'
import { papersOf } from '../store/papers.ts'
import { permissionWords } from '../words.ts'
import { demoStories, demoUnconfirmed, type DemoStep, type DemoStory } from './stories.ts'

const slug = 'yunting-emergency'
const signers = { legal: 'legal', secrecy: 'secrecy', officeHead: 'review2', head: 'head' } as const

/**
 * A living year of requests at the demo city's emergency bureau, made by the same commands that people use, each on its own day.
 * @returns how many requests there are now
 */
export async function seedYear(services: Services): Promise<number> {
  const desk = await openDesk(services)
  await desk.on(services.today(), 'review2', (context) =>
    editSettings(context, {
      agencyId: desk.agencyId,
      version: 0,
      documentPrefix: '云应急',
      reviewOrgan: '云汀市人民政府',
      court: '云汀市城东区人民法院',
      sendTo: '邮寄至云汀市府前街1号云汀市应急管理局办公室，或者在网上申请平台提交',
      feePayment: '持收费通知书到云汀市非税收入代收银行网点缴纳，执收单位：云汀市应急管理局',
      clarificationDays: 15,
      remindAt: [7, 3, 1],
      replyChain: ['legal', 'secrecy', 'head'],
      procedureChain: ['officeHead'],
      retentionYears: 30,
      identityMonths: 24,
      soleTraderKind: 'natural',
    }),
  )
  for (const [index, story] of demoStories.entries()) await tell(desk, story, index)
  for (const [index, { kind, name, content = '' }] of demoUnconfirmed.entries())
    await services.command({ kind: 'public' }, desk.agencyId, (context) =>
      submitRequest(context, {
        agencyId: desk.agencyId,
        applicants: [applicant(kind, name, index)],
        content,
        wantedForm: 'electronic',
        wantedWay: 'online',
        submissionKey: `demo-unconfirmed-${index}-0123456789`,
      }),
    )
  return demoStories.length + demoUnconfirmed.length
}

interface Desk {
  readonly agencyId: string
  readonly calendar: Calendar
  readonly services: Services
  readonly today: PlainDay
  on<T>(day: PlainDay, login: string, run: (context: Context) => Promise<T>): Promise<T>
  read<T>(run: (db: Services['db']) => Promise<T>): Promise<T>
}

async function openDesk(services: Services): Promise<Desk> {
  const agency = await agencyBySlug(services.db, slug)
  if (!agency) throw new Error(`the demo has no agency ${slug}`)
  const calendar = await calendarFor(services.db, agency.agencyId)
  const people = await services.db
    .selectFrom('accounts')
    .innerJoin('agency_people', 'agency_people.person_id', 'accounts.account_id')
    .select(['login_name', 'person_id', 'name'])
    .execute()
  const everything = new Set<string>(Object.keys(permissionWords))
  const ofStep = new Map<string, string>(
    Object.entries(signers).map(([step, login]) => [
      login,
      permissionOfStep[step as keyof typeof permissionOfStep],
    ]),
  )
  return {
    agencyId: agency.agencyId,
    calendar,
    services,
    today: services.today(),
    read: (run) => run(services.db),
    async on(day, login, run) {
      const person = people.find((one) => one.login_name === login)
      if (!person) throw new Error(`the demo has no ${login}`)
      const step = ofStep.get(login)
      const actor: Actor = {
        kind: 'person',
        personId: person.person_id,
        name: person.name,
        permissions:
          login === 'officer' || step === undefined
            ? everything
            : new Set([...everything].filter((one) => one === step || login === 'review2')),
      }
      const now = day === services.today() ? services.now() : new Date(`${day}T02:00:00Z`)
      return runCommand(
        {
          db: services.db,
          files: services.files,
          cipher: services.cipher,
          log: services.log,
          subscriptions: new Map(),
          now: () => now,
          today: () => beijingDay(now),
        },
        actor,
        agency.agencyId,
        run,
      )
    },
  }
}

/** The working day so many working days before another. */
function workingDaysBefore(calendar: Calendar, day: PlainDay, count: number): PlainDay {
  const year = Number(day.slice(0, 4))
  const days = [year - 2, year - 1, year]
    .flatMap((one) => [...calendar.workingDaysOf(one)])
    .filter((one) => one <= day)
  return days.at(-1 - count) ?? plainDay(`${year - 2}-01-05`)
}

function applicant(kind: Applicant['kind'], name: string, index: number): Applicant {
  const isNatural = kind === 'natural'
  return {
    kind,
    name,
    identityKind: isNatural ? 'identityCard' : 'otherOrganisation',
    // Numbers that cannot exist: division 99, and no valid check digit.
    identityNumber: isNatural
      ? `9901021990010100${String(10 + index).padStart(2, '0')}`
      : `9199010200000000${index}X`,
    contactName: isNatural ? '' : '联系人（示例）',
    phone: '0000-1112223',
    email: 'applicant@example.com',
    address: '云汀市城东区云栖路1号',
    postcode: '000000',
    agentName: '',
    agentIdentityNumber: '',
    agentPhone: '',
  }
}

async function tell(desk: Desk, story: DemoStory, index: number): Promise<void> {
  const { agencyId, calendar } = desk
  const receivedOn = workingDaysBefore(calendar, desk.today, story.ago)
  const at = (after: number): PlainDay => {
    const day = after === 0 ? receivedOn : addWorkingDays(calendar, receivedOn, after)
    return day > desk.today ? desk.today : day
  }
  const example = story.reply ? exampleOf(story.reply.letter) : null
  const way = story.reply?.way ?? 'post'
  const { requestId } = await desk.on(receivedOn, 'officer', (context) =>
    receiveRequest(
      context,
      {
        agencyId,
        applicants: [applicant(story.kind, story.name, index)],
        content: story.content ?? example?.content ?? '',
        wantedForm: way === 'electronic' || story.channel === 'online' ? 'electronic' : 'paper',
        wantedWay:
          way === 'electronic' || story.channel === 'online'
            ? 'online'
            : way === 'direct'
              ? 'pickUp'
              : 'post',
        submissionKey: `demo-story-${index}-0123456789`,
      },
      {
        channel: story.channel,
        arrivedOn: receivedOn,
        confirmedOn: ['ordinaryPost', 'online', 'fax', 'email'].includes(story.channel) ? receivedOn : null,
        readBack: story.channel === 'oral',
        postNumber: story.channel === 'registeredPost' ? `XA0000000${index}` : '',
      },
    ),
  )
  for (const step of story.before ?? []) await take(desk, requestId, step, at)
  if (story.reply) await answer(desk, requestId, story, at)
  if (story.remedy) await contest(desk, requestId, story, index, at)
}

function exampleOf(letter: LetterId): { readonly content: string; readonly blanks: Record<string, unknown> } {
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

/** Drafts, signs and sends a paper on one day, and serves it. */
async function send(
  desk: Desk,
  requestId: string,
  day: PlainDay,
  draft: Omit<PaperDraft, 'agencyId' | 'requestId'>,
  way: ServiceWay,
  deliveredOn: PlainDay | null = null,
): Promise<string> {
  const { agencyId, services } = desk
  const key = { agencyId, requestId }
  const paperId = await desk.on(day, 'officer', async (context) => {
    const id = await draftPaper(context, { ...key, ...draft })
    await submitPaper(context, { agencyId, paperId: id })
    return id
  })
  for (;;) {
    const paper = (await papersOf(services.db, services.cipher, agencyId, requestId)).find(
      (one) => one.paperId === paperId,
    )
    const step = paper?.state === 'inReview' ? paper.chain[paper.signed] : undefined
    if (step === undefined) break
    await desk.on(day, signers[step], (context) =>
      approvePaper(context, { agencyId, paperId, opinion: '同意。' }),
    )
  }
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

async function take(
  desk: Desk,
  requestId: string,
  step: DemoStep,
  at: (after: number) => PlainDay,
): Promise<void> {
  const { agencyId } = desk
  const key = { agencyId, requestId }
  const day = at(step.after)
  const isPast = (after: number | null): after is number => after !== null && at(after) > day
  switch (step.step) {
    case 'clarify': {
      await send(desk, requestId, day, { letter: 'D05', blanks: exampleOf('D05').blanks }, 'post')
      const { answerAfter } = step
      if (isPast(answerAfter))
        await desk.on(at(answerAfter), 'officer', (context) =>
          answerClarification(context, {
            ...key,
            on: at(answerAfter),
            content: '有关安全生产的材料，主要是近几年的',
          }),
        )
      return
    }
    case 'extend':
      await send(
        desk,
        requestId,
        day,
        {
          letter: 'D07',
          blanks: { days: step.days, reason: '申请涉及的案卷较多，需要逐件核对并作区分处理' },
        },
        'post',
      )
      return
    case 'reasons': {
      const { countedFrom, countedTo, requests, assessment } = exampleOf('D06').blanks
      const until = addWorkingDays(desk.calendar, day, 10)
      await send(
        desk,
        requestId,
        day,
        { letter: 'D06', blanks: { countedFrom, countedTo, requests, assessment, until } },
        'post',
      )
      const { answerAfter } = step
      if (isPast(answerAfter))
        await desk.on(at(answerAfter), 'officer', (context) =>
          giveReasons(context, { ...key, on: at(answerAfter), reasons: '想全面了解贵局的工作。' }),
        )
      return
    }
    case 'fee':
      await send(
        desk,
        requestId,
        day,
        {
          letter: 'D16',
          blanks: {
            method: 'perVolume',
            quantity: 400,
            counted: '本件需要提供复制件约400页',
            payment: '持本通知书到云汀市非税收入代收银行网点缴纳，执收单位：云汀市应急管理局',
          },
        },
        'post',
        at(step.after + 2),
      )
      return
    case 'withdraw':
      await desk.on(day, 'officer', (context) =>
        withdrawRequest(context, { ...key, on: day, way: '当面提交撤回申请书' }),
      )
      await send(desk, requestId, day, { letter: 'D39', blanks: { way: '当面提交撤回申请书' } }, 'post')
      return
    case 'consult':
    case 'consultAgency': {
      const isParty = step.step === 'consult'
      const consultationId = await desk.on(day, 'officer', (context) =>
        openConsultation(context, {
          ...key,
          consultation: {
            kind: isParty ? 'thirdParty' : 'coMaker',
            name: isParty ? '云汀市某化工企业（示例）' : '云汀市自然资源局（示例）',
            address: '云汀市工业路9号',
            information: isParty ? '该企业安全设施设计专篇' : '尾矿库专项检查报告',
            interest: isParty ? 'tradeSecret' : null,
          },
        }),
      )
      await send(
        desk,
        requestId,
        day,
        {
          letter: isParty ? 'D09' : 'D13',
          consultationId,
          blanks: isParty ? {} : { proposal: '拟予以公开' },
        },
        'post',
        at(step.after + 2),
      )
      const { answerAfter } = step
      if (!isPast(answerAfter)) return
      await desk.on(at(answerAfter), 'officer', async (context) => {
        await answerConsultation(context, {
          ...key,
          consultationId,
          on: at(answerAfter),
          answer:
            isParty && step.opinion === 'objects'
              ? { opinion: 'objects', reasons: '含有未公开的工艺流程和控制参数，属于商业秘密。' }
              : { opinion: 'agrees' },
        })
        if (isParty && step.opinion === 'objects')
          await judgeObjection(context, {
            ...key,
            consultationId,
            isReasonable: true,
            why: '不为公众所知悉，具有商业价值，并已采取保密措施',
          })
      })
      return
    }
  }
}

/** Items of a release are read on the spot in the demo: no file of the agency's is invented. */
const onSite = {
  way: 'onSite',
  place: '云汀市应急管理局办公室',
  time: '工作日9时至17时',
  reason: '该材料为大幅图纸和成册案卷，复制会损坏载体。',
}

async function answer(
  desk: Desk,
  requestId: string,
  story: DemoStory,
  at: (after: number) => PlainDay,
): Promise<void> {
  const { agencyId } = desk
  const { letter, after, way = 'post' } = story.reply as NonNullable<DemoStory['reply']>
  const day = at(after)
  const blanks: Record<string, unknown> = { ...exampleOf(letter).blanks }
  if (letter === 'D18' || letter === 'D19') {
    blanks['giving'] = onSite
    await desk.on(day, 'officer', async (context) => {
      const key = { agencyId, requestId }
      const item = await listItem(context, { ...key, item: { title: '专项检查报告', pages: 12 } })
      await judgeItem(context, { ...key, itemId: item, judgement: 'open', because: null })
      if (letter === 'D18') return
      const other = await listItem(context, { ...key, item: { title: '专家讨论记录', pages: 3 } })
      await judgeItem(context, {
        ...key,
        itemId: other,
        judgement: 'withheld',
        because: {
          ground: 'deliberativeProcess',
          kind: 'discussionRecord',
          reason: '讨论记录是事故原因分析过程中的个人意见，公开后会影响专家独立发表意见',
        },
      })
    })
  }
  const outcome = outcomeOfLetter(letter)
  const evidence =
    outcome === null
      ? {}
      : Object.fromEntries(outcomeOf(outcome).evidence.map((kind) => [kind, '见本件办理记录。']))
  await send(desk, requestId, day, { letter, blanks, evidence }, way)
}

async function contest(
  desk: Desk,
  requestId: string,
  story: DemoStory,
  index: number,
  at: (after: number) => PlainDay,
): Promise<void> {
  const { agencyId } = desk
  const after = (story.reply?.after ?? 0) + 15
  const remedyId = await desk.on(at(after), 'officer', (context) =>
    recordReconsideration(context, {
      agencyId,
      requestId,
      organ: '云汀市人民政府',
      caseNumber: `云府复〔${at(after).slice(0, 4)}〕${100 + index}号`,
      notifiedOn: at(after),
    }),
  )
  const { remedy } = story
  if (remedy !== 'upheld' && remedy !== 'corrected') return
  await desk.on(at(after + 20), 'officer', (context) =>
    recordRemedyResult(context, {
      agencyId,
      remedyId,
      result: remedy,
      closedOn: at(after + 20),
      // The new answer is still to be given in the demo: its day lies a week ahead.
      reanswerDueOn: remedy === 'corrected' ? addWorkingDays(desk.calendar, desk.today, 6) : null,
    }),
  )
}
