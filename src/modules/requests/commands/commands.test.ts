import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import {
  paperWith,
  requestDesk,
  someApplicant,
  type RequestDesk,
} from '../../../../test/builders/request-desk.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { Forbidden, Invalid, Refused, Stale } from '../../../platform/refusals.ts'
import { read } from '../../../documents/read/index.ts'
import { factsForYear } from '../queries/facts-for-year.ts'
import { letterPress } from '../letters/letter-press.ts'
import { requestsRoom } from '../room.ts'
import { readFile } from '../store/files.ts'
import { answerClarification } from './answer-clarification.ts'
import { answerConsultation } from './answer-consultation.ts'
import { approvePaper } from './approve-paper.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { draftPaper } from './draft-paper.ts'
import { issuePaper } from './issue-paper.ts'
import { judgeObjection } from './judge-objection.ts'
import { openConsultation } from './open-consultation.ts'
import { payFee } from './pay-fee.ts'
import { recordDelivery } from './record-delivery.ts'
import { sendBackPaper } from './send-back-paper.ts'
import { splitRequest } from './split-request.ts'
import { submitPaper } from './submit-paper.ts'
import { submitRequest } from './submit-request.ts'
import { withdrawRequest } from './withdraw-request.ts'

const slug = 'yunting-emergency'
let city: County
let desk: RequestDesk
before(async () => {
  city = await county([requestsRoom], { today: '2026-03-02' })
  desk = await requestDesk(city)
  await desk.settle()
})
after(() => city.drop())

const refusedWith = (code: string) => (error: unknown) =>
  error instanceof Refused && error.reasons.some((reason) => reason.code === code)

const noRecord = {
  blanks: {
    information: '云汀市2025年危险化学品生产企业安全生产行政处罚决定书',
    searched: ['本机关档案室', '行政处罚案卷系统'],
    keywords: ['危险化学品', '行政处罚'],
  },
  evidence: { searchRecord: '2026年3月3日由办公室检索档案室和案卷系统，没有结果' },
}

test('a request sent off twice at the same moment is one case with one number and one code', async () => {
  const input = {
    agencyId: desk.agencyId,
    applicants: [someApplicant],
    content: '2025年森林防火督查通报',
    wantedForm: 'electronic' as const,
    wantedWay: 'online' as const,
    submissionKey: 'double-click-0123456789',
  }
  const both = await Promise.all(
    [1, 2, 3].map(() =>
      city.command({ kind: 'public' }, desk.agencyId, (context) => submitRequest(context, input)),
    ),
  )
  assert.equal(new Set(both.map(({ requestId }) => requestId)).size, 1)
  assert.equal(new Set(both.map(({ queryCode }) => queryCode)).size, 1)
  assert.match(both[0]!.queryCode, /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  const next = await desk.receive()
  const serial = (number: string) => Number(number.slice(5))
  assert.equal(serial(next.number), serial(both[0]!.number) + 1, 'no number is lost by the double click')
})

test('nothing that tells who applied stands in clear in the database or the journal', async () => {
  const { requestId } = await desk.receive()
  const rows = await Promise.all([
    city.db.selectFrom('request_applicants').selectAll().where('request_id', '=', requestId).execute(),
    city.db.selectFrom('requests').selectAll().where('request_id', '=', requestId).execute(),
    city.db.selectFrom('journal').selectAll().where('subject_id', '=', requestId).execute(),
  ])
  const written = JSON.stringify(rows)
  for (const word of [
    someApplicant.name,
    someApplicant.identityNumber,
    someApplicant.phone,
    someApplicant.email,
  ])
    assert.ok(!written.includes(word), word)
})

test('an online request has no clock until both sides confirmed; from then on twenty working days', async () => {
  const { requestId } = await city.command({ kind: 'public' }, desk.agencyId, (context) =>
    submitRequest(context, {
      agencyId: desk.agencyId,
      applicants: [someApplicant],
      content: '2025年应急预案',
      wantedForm: 'electronic',
      wantedWay: 'online',
      submissionKey: 'online-clock-0123456789',
    }),
  )
  assert.equal((await desk.file(requestId)).request.standing.state, 'awaitingConfirmation')
  await assert.rejects(desk.draft(requestId, 'D28', noRecord), refusedWith('requests.case.notConfirmed'))
  await city.as('officer', slug, (context) =>
    confirmReceipt(context, { agencyId: desk.agencyId, requestId, confirmedOn: plainDay('2026-03-02') }),
  )
  const { request } = await desk.file(requestId)
  assert.equal(request.standing.state, 'running')
  assert.equal(request.standing.dueOn, '2026-03-30')
})

test('a reply passes its chain, gets a number without gaps, is kept sealed, and closes the case on the day of posting', async () => {
  const { requestId } = await desk.receive()
  const paperId = await desk.draft(requestId, 'D28', noRecord)
  await assert.rejects(
    city.as('head', slug, (context) =>
      approvePaper(context, { agencyId: desk.agencyId, paperId, opinion: '' }),
    ),
    refusedWith('requests.paper.notInReview'),
  )
  await city.as('officer', slug, (context) => submitPaper(context, { agencyId: desk.agencyId, paperId }))
  await assert.rejects(
    city.as('head', slug, (context) =>
      approvePaper(context, { agencyId: desk.agencyId, paperId, opinion: '' }),
    ),
    refusedWith('requests.approval.notYourStep'),
  )
  await desk.signAll(paperId)
  assert.equal(await desk.issue(paperId), '云应急公复〔2026〕1号')
  assert.equal((await desk.file(requestId)).request.standing.state, 'running', 'it counts from its service')
  await desk.serve(paperId)
  const file = await desk.file(requestId)
  assert.equal(file.request.closedOn, '2026-03-02')
  assert.equal(file.request.outcome, 'notHeldNoRecord')
  const pdf = file.files.find(({ name }) => name.endsWith('.pdf'))
  assert.ok(pdf)
  const { bytes } = await readFile(city, { agencyId: desk.agencyId, requestId, fileId: pdf.fileId })
  const text = JSON.stringify(await read(bytes, { name: 'reply.pdf' }))
  assert.match(text, /云应急公复〔2026〕1号/)
  assert.match(text, /沈青禾/)
})

test('the drafter does not sign, a sent-back paper begins a new round, and a blank left open stops it', async () => {
  const { requestId } = await desk.receive()
  const paperId = await desk.draft(requestId, 'D28', { ...noRecord, blanks: { information: '某信息' } })
  await assert.rejects(
    city.as('officer', slug, (context) => submitPaper(context, { agencyId: desk.agencyId, paperId })),
    (error: unknown) =>
      error instanceof Invalid && error.fields.some(({ sentence }) => sentence.includes('检索范围')),
  )
  await desk.draft(requestId, 'D28', { ...noRecord, paperId })
  await city.as('officer', slug, (context) => submitPaper(context, { agencyId: desk.agencyId, paperId }))
  await city.as('legal', slug, (context) =>
    approvePaper(context, { agencyId: desk.agencyId, paperId, opinion: '同意' }),
  )
  await city.as('secrecy', slug, (context) =>
    sendBackPaper(context, { agencyId: desk.agencyId, paperId, opinion: '检索词不够，补检后再报' }),
  )
  const paper = await paperWith(city, desk, requestId, 'D28')
  assert.deepEqual([paper.state, paper.signed, paper.round], ['draft', 0, 2])
})

test('what the ground needs is demanded: no search record, no consultation, no reasons asked', async () => {
  const { requestId } = await desk.receive()
  const paperId = await desk.draft(requestId, 'D28', { ...noRecord, evidence: {} })
  await assert.rejects(
    city.as('officer', slug, (context) => submitPaper(context, { agencyId: desk.agencyId, paperId })),
    refusedWith('requests.paper.evidenceMissing'),
  )
  const other = await desk.receive()
  await assert.rejects(desk.draft(other.requestId, 'D23'), refusedWith('requests.paper.consultationMissing'))
  await assert.rejects(desk.draft(other.requestId, 'D35'), refusedWith('requests.paper.reasonsNotAsked'))
  await assert.rejects(desk.draft(other.requestId, 'D31'), refusedWith('requests.paper.neverClarified'))
  await assert.rejects(desk.draft(other.requestId, 'D37'), refusedWith('requests.paper.notLapsed'))
})

test('a clarification starts the whole period again from the corrected request, and is asked only once', async () => {
  city.moveTo('2026-03-02')
  const { requestId } = await desk.receive({ content: '有关安全生产的所有材料' })
  const blanks = { points: ['所需信息的名称或者特征'], guidance: '可以写明企业名称和年份' }
  await desk.send(requestId, 'D05', { blanks })
  assert.equal((await desk.file(requestId)).request.standing.state, 'waitingForApplicant')
  await assert.rejects(
    desk.draft(requestId, 'D28', noRecord),
    refusedWith('requests.case.waitingForApplicant'),
  )
  city.moveTo('2026-03-10')
  await city.as('officer', slug, (context) =>
    answerClarification(context, {
      agencyId: desk.agencyId,
      requestId,
      on: plainDay('2026-03-10'),
      content: '2025年对甲化工企业的行政处罚决定书',
    }),
  )
  const { request } = await desk.file(requestId)
  assert.equal(request.content, '2025年对甲化工企业的行政处罚决定书')
  assert.equal(request.standing.dueOn, '2026-04-08')
  await assert.rejects(desk.draft(requestId, 'D05', { blanks }), refusedWith('clock.clarification.second'))
  city.moveTo('2026-03-02')
})

test('a clarification that never came ends the case by D37', async () => {
  city.moveTo('2026-03-02')
  const { requestId } = await desk.receive({ content: '全部材料' })
  const clarification = await desk.send(requestId, 'D05', {
    blanks: { points: ['名称'], guidance: '写明文号', until: '2026-03-20' },
  })
  await desk.serve(clarification)
  city.moveTo('2026-03-23')
  assert.equal((await desk.file(requestId)).request.standing.state, 'lapsed')
  await desk.serve(await desk.send(requestId, 'D37'))
  const { request } = await desk.file(requestId)
  assert.deepEqual([request.outcome, request.closedOn], ['clarificationLapsed', '2026-03-23'])
  city.moveTo('2026-03-02')
})

test('a third party objects with good grounds: the time of asking is taken out, and the refusal says what it said', async () => {
  city.moveTo('2026-03-02')
  const { requestId } = await desk.receive({ content: '甲化工企业安全设施设计专篇' })
  const consultationId = await city.as('officer', slug, (context) =>
    openConsultation(context, {
      agencyId: desk.agencyId,
      requestId,
      consultation: {
        kind: 'thirdParty',
        name: '甲化工企业（示例）',
        address: '云汀市某路2号',
        information: '安全设施设计专篇',
        interest: 'tradeSecret',
      },
    }),
  )
  city.moveTo('2026-03-03')
  const letter = await desk.send(requestId, 'D09', { consultationId, blanks: {} })
  await desk.serve(letter)
  assert.equal((await desk.file(requestId)).request.standing.state, 'paused')
  city.moveTo('2026-03-06')
  await city.as('officer', slug, (context) =>
    recordDelivery(context, {
      agencyId: desk.agencyId,
      paperId: letter,
      deliveredOn: plainDay('2026-03-05'),
    }),
  )
  city.moveTo('2026-03-12')
  await city.command({ kind: 'public' }, desk.agencyId, (context) =>
    answerConsultation(context, {
      agencyId: desk.agencyId,
      requestId,
      consultationId,
      on: plainDay('2026-01-01'),
      answer: { opinion: 'objects', reasons: '含有未公开的工艺参数' },
    }),
  )
  const refusal = {
    blanks: {
      information: '该企业安全设施设计专篇',
      reason: '其中的工艺流程和控制参数不为公众所知悉，具有商业价值，并已采取保密措施',
      publicInterest: '许可结果和检查情况已经主动公开',
    },
    evidence: { publicInterestTest: '已衡量' },
  }
  await assert.rejects(
    city.as('officer', slug, async (context) => {
      const paperId = await draftPaper(context, {
        agencyId: desk.agencyId,
        requestId,
        letter: 'D23',
        ...refusal,
      })
      await submitPaper(context, { agencyId: desk.agencyId, paperId })
    }),
    refusedWith('requests.paper.objectionNotJudged'),
  )
  await city.as('officer', slug, (context) =>
    judgeObjection(context, {
      agencyId: desk.agencyId,
      requestId,
      consultationId,
      isReasonable: true,
      why: '符合商业秘密的三个条件',
    }),
  )
  await desk.serve(await desk.send(requestId, 'D23', refusal))
  const { request, steps } = await desk.file(requestId)
  assert.equal(request.outcome, 'thirdPartyRights')
  assert.ok(steps.length >= 3)
  city.moveTo('2026-03-02')
})

test('whoever is asked never learns who applied: neither from what is asked about nor from what the drafter writes', async () => {
  const { requestId } = await desk.receive()
  const ask = (information: string) =>
    city.as('officer', slug, (context) =>
      openConsultation(context, {
        agencyId: desk.agencyId,
        requestId,
        consultation: { kind: 'coMaker', name: '云汀市某局（示例）', information },
      }),
    )
  await assert.rejects(ask('沈 青禾申请的处罚决定书'), refusedWith('requests.consultation.applicantNamed'))
  const consultationId = await ask('处罚决定书')
  await assert.rejects(
    desk.send(requestId, 'D13', { consultationId, blanks: { proposal: '拟向沈青禾公开' } }),
    refusedWith('requests.consultation.applicantNamed'),
  )
})

test('an extension is told with the day it leads to, once, and a fee is counted by the rule', async () => {
  city.moveTo('2026-03-02')
  const { requestId } = await desk.receive()
  await desk.send(requestId, 'D07', { blanks: { days: 10, reason: '案卷较多，需要逐件核对' } })
  assert.equal((await desk.file(requestId)).request.standing.dueOn, '2026-04-14')
  await assert.rejects(
    desk.draft(requestId, 'D07', { blanks: { days: 5, reason: '再延' } }),
    refusedWith('clock.extension.second'),
  )
  city.moveTo('2026-03-03')
  const fee = await desk.send(requestId, 'D16', {
    blanks: {
      method: 'perVolume',
      quantity: 120,
      counted: '本件提供120页',
      payment: '到代收银行网点缴纳',
    },
  })
  await desk.serve(fee, 'post', plainDay('2026-03-03'))
  assert.equal((await desk.file(requestId)).request.standing.state, 'waitingForFee')
  const pay = (amountFen: number) =>
    city.as('officer', slug, (context) =>
      payFee(context, {
        agencyId: desk.agencyId,
        requestId,
        on: context.today,
        amountFen,
        receiptNumber: '0001',
      }),
    )
  await assert.rejects(pay(100), refusedWith('requests.fee.notWhole'))
  // 70 pages at 10 yuan and 20 at 20.
  await pay(110_000)
  assert.equal((await desk.file(requestId)).request.standing.state, 'running')
  city.moveTo('2026-03-02')
})

test('splitting makes cases of their own at registration, and is refused once work began', async () => {
  const { requestId } = await desk.receive({ content: '一、甲文件；二、乙文件' })
  const ids = await city.as('officer', slug, (context) =>
    splitRequest(context, { agencyId: desk.agencyId, requestId, contents: ['甲文件', '乙文件'] }),
  )
  assert.equal(ids.length, 2)
  assert.equal((await desk.file(ids[1]!)).request.receivedOn, '2026-03-02')
  await desk.send(requestId, 'D05', { blanks: { points: ['名称'], guidance: '写明文号' } })
  await assert.rejects(
    city.as('officer', slug, (context) =>
      splitRequest(context, { agencyId: desk.agencyId, requestId, contents: ['甲', '乙'] }),
    ),
    Refused,
  )
})

test('a withdrawal closes the case under 其他, and only the office of the agency may act', async () => {
  const { requestId } = await desk.receive()
  await assert.rejects(
    city.as('linpu-officer', 'linpu-emergency', (context) =>
      withdrawRequest(context, { agencyId: desk.agencyId, requestId, on: context.today, way: '电话' }),
    ),
    Forbidden,
  )
  await city.as('officer', slug, (context) =>
    withdrawRequest(context, { agencyId: desk.agencyId, requestId, on: context.today, way: '提交撤回书' }),
  )
  assert.equal((await desk.file(requestId)).request.outcome, 'otherReason')
  await desk.serve(await desk.send(requestId, 'D39'))
})

test('two people editing meet Stale, and nothing is lost', async () => {
  const { requestId } = await desk.receive()
  const { version } = (await desk.file(requestId)).request
  const split = () =>
    city.as('officer', slug, (context) =>
      splitRequest(context, { agencyId: desk.agencyId, requestId, version, contents: ['甲', '乙'] }),
    )
  await split()
  await assert.rejects(split(), Stale)
})

test('the year adds up: new and carried in are what was closed and what is carried out, and next year begins there', async () => {
  const facts = await factsForYear(city.db, desk.agencyId, 2026)
  const { t3 } = facts
  assert.ok(t3.totalHandled.total.value >= 4)
  for (const column of ['natural', 'total'] as const)
    assert.equal(
      t3.newlyReceived[column].value + t3.carriedIn[column].value,
      t3.totalHandled[column].value + t3.carriedOut[column].value,
    )
  const next = await factsForYear(city.db, desk.agencyId, 2027)
  assert.deepEqual(next.t3.carriedIn.total.ids, t3.carriedOut.total.ids)
  assert.equal(facts.fees.paidFen, 110_000)
})

test('a paper goes out once, however often the button is pressed', async () => {
  const { requestId } = await desk.receive()
  const paperId = await desk.draft(requestId, 'D28', noRecord)
  await city.as('officer', slug, (context) => submitPaper(context, { agencyId: desk.agencyId, paperId }))
  await desk.signAll(paperId)
  const press = letterPress(city)
  const results = await Promise.allSettled(
    [1, 2, 3].map(() =>
      city.as('officer', slug, (context) => issuePaper(context, { agencyId: desk.agencyId, paperId, press })),
    ),
  )
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
  const numbers = await city.db
    .selectFrom('request_papers')
    .select('document_number as number')
    .where('document_number', 'like', '云应急公复%')
    .execute()
  const running = numbers
    .map(({ number }) => Number(/〕(\d+)号/.exec(number ?? '')?.[1]))
    .sort((a, b) => a - b)
  assert.deepEqual(
    running,
    running.map((_, index) => index + 1),
  )
})
