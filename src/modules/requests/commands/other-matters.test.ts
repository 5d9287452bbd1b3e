import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import { requestDesk, someApplicant, type RequestDesk } from '../../../../test/builders/request-desk.ts'
import { Invalid, Refused } from '../../../platform/refusals.ts'
import { factsForYear } from '../queries/facts-for-year.ts'
import { inbox } from '../queries/inbox.ts'
import { standingsBelow } from '../queries/below.ts'
import { possiblePapers } from '../queries/possible-papers.ts'
import { receiptOf } from '../queries/receipt-of.ts'
import { trackedCase } from '../queries/tracked-case.ts'
import { requestsRoom } from '../room.ts'
import { readDeskActs } from '../rules/desk-acts.ts'
import { settingsOf } from '../store/settings.ts'
import { editSettings } from './edit-settings.ts'
import { refreshCase } from './refresh-case.ts'
import { submitRequest } from './submit-request.ts'

const slug = 'yunting-emergency'
let city: County
let desk: RequestDesk
before(async () => {
  city = await county([requestsRoom], { today: '2026-03-02' })
  desk = await requestDesk(city)
  await desk.settle()
})
after(() => city.drop())

const kinds = ['recordCorrection', 'publicationProposal', 'complaint'] as const

test('a matter that is no request has no day of the statute, on the case page, in the list and for whoever sent it', async () => {
  for (const kind of kinds) {
    const { requestId } = await desk.receive({ kind }, { channel: 'email' })
    const { request, steps } = await desk.file(requestId)
    assert.deepEqual(
      [request.receivedOn, request.standing.state, request.standing.dueOn, request.standing.reading],
      ['2026-03-02', 'running', null, null],
      kind,
    )
    assert.match(steps.map(({ what }) => what).join(''), /不适用20个工作日/)
    const { rows } = await inbox(city, desk.agencyId, { kind }, city.today())
    assert.deepEqual([rows[0]?.dueOn, rows[0]?.daysLeft, rows[0]?.isOverdue], [null, null, false])
    const shown = await trackedCase(city, { agencyId: desk.agencyId, requestId }, city.today())
    assert.deepEqual([shown.dueOn, shown.isOverdue, shown.may.clarify], [null, false, false])
  }
})

test('sent off on the portal it is received at once, and its receipt says by which rule', async () => {
  const { requestId } = await city.command({ kind: 'public' }, desk.agencyId, (context) =>
    submitRequest(context, {
      agencyId: desk.agencyId,
      kind: 'complaint',
      applicants: [someApplicant],
      content: '去年申请的信息一直没有答复',
      wantedForm: 'electronic',
      wantedWay: 'online',
      submissionKey: 'complaint-0123456789abcdef',
    }),
  )
  assert.equal((await desk.file(requestId)).request.receivedOn, '2026-03-02')
  const receipt = await receiptOf(city, { agencyId: desk.agencyId, requestId }, city.today())
  const printed = JSON.stringify(receipt.document())
  assert.match(printed, /以来件之日为收到之日/)
  assert.doesNotMatch(printed, /20个工作日|双方确认/)
})

test('nothing of the procedure for requests is offered or taken: no correction, extension, consultation or fee', async () => {
  const { requestId } = await desk.receive({ kind: 'recordCorrection' })
  const { request } = await desk.file(requestId)
  const acts = readDeskActs({
    course: request,
    standing: request.standing,
    calendar: request.calendar,
    today: city.today(),
    settings: await settingsOf(city.db, desk.agencyId),
    papers: 0,
    permissions: new Set(['requests.handle', 'requests.register']),
  }).map(({ act }) => act)
  assert.deepEqual(acts, [
    'reply',
    'confirmReceipt',
    'withdraw',
    'assign',
    'link',
    'attach',
    'renewCode',
    'printReceipt',
  ])
  const possible = await possiblePapers(city, request, city.today())
  assert.deepEqual([possible.procedure, possible.replies, possible.otherReply?.letter], [[], [], 'D40'])
  await assert.rejects(
    desk.send(requestId, 'D07', { blanks: { days: 5, reason: '需要核对' } }),
    (error) =>
      error instanceof Refused && error.reasons.some(({ code }) => code === 'requests.case.otherMatter'),
  )
})

test('an agency that has set itself a limit gets its own due day, also for what is open already', async () => {
  const { requestId } = await desk.receive({ kind: 'complaint' })
  const { version } = await settingsOf(city.db, desk.agencyId)
  const settle = (complaintDays: unknown) =>
    city.as('review2', slug, (context) =>
      editSettings(context, {
        agencyId: desk.agencyId,
        version,
        documentPrefix: '云应急',
        reviewOrgan: '云汀市人民政府',
        court: '云汀市城东区人民法院',
        sendTo: '云汀市府前街1号',
        clarificationDays: 15,
        remindAt: [7, 3, 1],
        replyChain: ['legal', 'secrecy', 'head'],
        procedureChain: ['officeHead'],
        retentionYears: 30,
        identityMonths: 24,
        soleTraderKind: 'natural',
        complaintDays,
      }),
    )
  await assert.rejects(settle('0'), Invalid)
  await settle('15')
  await city.command({ kind: 'system', name: 'requests' }, desk.agencyId, (context) =>
    refreshCase(context, { agencyId: desk.agencyId, requestId }),
  )
  const { request, steps } = await desk.file(requestId)
  assert.equal(request.standing.dueOn, '2026-03-23')
  assert.equal(steps.at(-1)?.basis, '本机关规定')
  city.moveTo('2026-03-24')
  const { rows } = await inbox(city, desk.agencyId, { state: 'overdue' }, city.today())
  assert.ok(rows.some((row) => row.requestId === requestId && row.daysLeft === -1))
  // Supervision counts what is late by the statute, and this is not.
  const own = (await standingsBelow(city.db, desk.agencyId, city.today())).find(
    ({ agencyId }) => agencyId === desk.agencyId,
  )
  assert.deepEqual([own?.open, own?.overdue], [0, 0])
  city.moveTo('2026-03-02')
})

test('none of them stands in any row of table three, open or dealt with', async () => {
  const facts = await factsForYear(city.db, desk.agencyId, 2026)
  assert.equal(facts.t3.newlyReceived.total.value, 0)
  assert.equal(facts.t3.carriedOut.total.value, 0)
})
