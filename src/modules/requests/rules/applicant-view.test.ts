import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nationalCalendar } from '../../../law/calendar/national.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { isReleased, paperAccess, type PaperFacts } from './applicant-papers.ts'
import { applicantSteps } from './applicant-steps.ts'
import { standingOf, type RecordedEvent } from './case-state.ts'
import { acceptUpload, shownFileName } from './uploads.ts'

const day = plainDay
const id = '7c0c3f0e-4a52-4c0e-9a2b-0d7f1f0f9a11'
const event = (
  type: RecordedEvent['type'],
  on: string,
  data: Record<string, unknown> = {},
): RecordedEvent => ({
  type,
  on: day(on),
  data,
})

test('every step that a case can take is told to its applicant without inner names and without what others think', () => {
  const events = [
    event('clarificationAsked', '2026-03-20', { until: '2026-04-10' }),
    event('clarificationAnswered', '2026-03-24'),
    event('thirdPartyAsked', '2026-03-25', { id }),
    event('consultationDelivered', '2026-03-26', { id }),
    event('thirdPartyAnswered', '2026-03-30', { id, opinion: 'objects' }),
    event('extended', '2026-04-01', { days: 10 }),
    event('reasonsAsked', '2026-04-02'),
    event('reasonsGiven', '2026-04-03'),
    event('feeNoticed', '2026-04-07', { amountFen: 10_000 }),
    event('feeNoticeDelivered', '2026-04-08'),
    event('feePaid', '2026-04-09'),
    event('answered', '2026-04-20', { service: 'electronic' }),
  ]
  const { reading } = standingOf(
    {
      kind: 'information',
      houseDays: null,
      channel: 'online',
      receivedOn: day('2026-03-03'),
      closedOn: null,
      events,
    },
    nationalCalendar,
    day('2026-04-20'),
  )
  assert.ok(reading)
  const steps = applicantSteps(reading.steps, events)
  assert.deepEqual(
    steps.map(({ title }) => title),
    [
      '收到申请',
      '请您补正',
      '收到补正，重新起算',
      '征求意见，期限停算',
      '收到意见，接着算期限',
      '延长答复期限',
      '请您说明理由',
      '收到您的理由',
      '请您缴费',
      '费用缴清，重新起算',
      '答复',
    ],
  )
  const told = steps.map(({ says }) => says).join('\n')
  assert.doesNotMatch(told, /[0-9a-f]{8}-|不同意公开|申请人|程序瑕疵/)
  for (const { basis } of steps) assert.match(basis, /第.+条|条例|办法/)
})

test('the applicant may have a paper only when it is theirs, is out, and a reply only when it was sent', () => {
  const sent = { way: 'electronic', deliveredOn: null } as const
  const arrived = { way: 'electronic', deliveredOn: day('2026-03-05') } as const
  const posted = { way: 'post', deliveredOn: null } as const
  const cases: [Partial<PaperFacts>, ReturnType<typeof paperAccess>][] = [
    [{ state: 'draft' }, 'hidden'],
    [{ state: 'inReview' }, 'hidden'],
    [{ state: 'approved' }, 'hidden'],
    [{ state: 'discarded' }, 'hidden'],
    [{ state: 'issued' }, 'hidden'],
    [{ state: 'issued', services: [sent] }, 'toCollect'],
    [{ state: 'issued', services: [posted] }, 'ready'],
    [{ state: 'served', services: [arrived] }, 'ready'],
    [{ letter: 'D05', state: 'issued' }, 'ready'],
    [{ letter: 'D05', state: 'approved' }, 'hidden'],
    [{ letter: 'D09', reader: 'thirdParty', state: 'served' }, 'hidden'],
    [{ letter: 'D13', reader: 'otherAgency', state: 'served' }, 'hidden'],
    [{ letter: 'D15', reader: 'office', state: 'issued' }, 'hidden'],
  ]
  for (const [facts, expected] of cases)
    assert.equal(
      paperAccess({ letter: 'D28', reader: 'applicant', state: 'issued', services: [], ...facts }),
      expected,
      JSON.stringify(facts),
    )
})

test('a copy leaves only when it was judged open and its redaction was verified', () => {
  const whole = { judgement: 'open', releaseFile: id, releaseCheckedAt: new Date('2026-03-05T00:00:00Z') }
  assert.ok(isReleased(whole) && isReleased({ ...whole, judgement: 'partly' }))
  for (const lack of [
    { judgement: null },
    { judgement: 'withheld' },
    { judgement: 'notHeld' },
    { releaseFile: null },
    { releaseCheckedAt: null },
  ])
    assert.ok(!isReleased({ ...whole, ...lack }), JSON.stringify(lack))
})

test('what a file is shows in its bytes, whatever it is called', () => {
  const cases: [string | Buffer, string][] = [
    ['%PDF-1.7\n', 'application/pdf'],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['检索的关键词：燃气', 'text/plain'],
    ['<html><script>alert(1)</script></html>', 'requests.file.wrongType'],
    ['', 'requests.file.empty'],
    [Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'requests.file.wrongType'],
    [Buffer.from([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0]), 'requests.file.wrongType'],
    ['{\\rtf1 x}', 'requests.file.wrongType'],
    [Buffer.from([1, 2, 3, 0, 5]), 'requests.file.wrongType'],
  ]
  for (const [bytes, expected] of cases) {
    const found = acceptUpload(Buffer.from(bytes as string))
    assert.equal('reason' in found ? found.reason.code : found.mediaType, expected, String(bytes))
  }
  assert.equal(shownFileName('C:\\Users\\me\\证件\u202egpj.exe'), '证件gpj.exe.txt')
  assert.equal(shownFileName('../../.htaccess'), 'htaccess')
  assert.equal(shownFileName('\0'), '未命名文件')
  assert.ok([...shownFileName(`${'长'.repeat(300)}.pdf`)].length === 120)
})

test('a later day under Art 35 that was told is the day that counts, and a withdrawn case runs no more', () => {
  const course = {
    kind: 'information',
    houseDays: null,
    channel: 'online',
    receivedOn: day('2026-03-02'),
  } as const
  const deferral = [
    event('reasonsAsked', '2026-03-04'),
    event('deferred', '2026-03-09', { until: '2026-06-30' }),
  ]
  const standing = (on: string, closedOn: string | null = null) =>
    standingOf(
      { ...course, closedOn: closedOn === null ? null : day(closedOn), events: deferral },
      nationalCalendar,
      day(on),
    )
  assert.deepEqual(
    [standing('2026-06-29'), standing('2026-06-30'), standing('2026-07-02')].map((one) => [
      one.workingDaysLeft,
      one.isOverdue,
    ]),
    [
      [1, false],
      [0, false],
      [-2, true],
    ],
  )
  assert.equal(standing('2026-09-01', '2026-06-30').isOverdue, false, 'answered on the later day: in time')
  assert.equal(standing('2026-09-01', '2026-07-01').isOverdue, true)
  const steps = applicantSteps(standing('2026-06-29').steps, deferral)
  assert.equal(steps.at(-1)?.says, '今天是2026年6月29日，答复的日期已经延迟到2026年6月30日。')

  const withdrawn = standingOf(
    { ...course, closedOn: day('2026-03-04'), events: [event('withdrawn', '2026-03-04')] },
    nationalCalendar,
    day('2026-09-01'),
  )
  assert.deepEqual([withdrawn.state, withdrawn.workingDaysLeft, withdrawn.isOverdue], ['closed', null, false])
  assert.ok(!withdrawn.steps.some(({ what }) => /今天|逾期/.test(what)))
})
