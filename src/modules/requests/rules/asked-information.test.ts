import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { type GivenItem, informationAskedBySeveral, informationKey } from './asked-information.ts'

const given = (requestId: string, applicant: string, more: Partial<GivenItem> = {}): GivenItem => ({
  requestId,
  number: `2026-000${requestId}`,
  closedOn: plainDay('2026-03-02'),
  title: '尾矿库专项检查报告',
  documentNumber: '',
  isPublished: false,
  applicants: [applicant],
  ...more,
})

test('what two different applicants asked for and got is proposed, with the cases behind it', () => {
  const [hint, ...more] = informationAskedBySeveral(
    [
      given('1', '甲'),
      given('2', '乙', { title: '《尾矿库 专项检查报告》', closedOn: plainDay('2026-04-01') }),
    ],
    2,
  )
  assert.deepEqual(more, [])
  assert.deepEqual(
    [hint?.applicants, hint?.lastOn, hint?.cases.map(({ requestId }) => requestId)],
    [2, '2026-04-01', ['2', '1']],
  )
})

test('one applicant who asks again is not several, and neither are two where the house wants three', () => {
  assert.deepEqual(informationAskedBySeveral([given('1', '甲'), given('2', '甲')], 2), [])
  assert.deepEqual(informationAskedBySeveral([given('1', '甲'), given('2', '乙')], 3), [])
  // Joint applicants of one case are several applicants (条例 Art 44 speaks of applicants, not of requests).
  assert.equal(informationAskedBySeveral([given('1', '甲', { applicants: ['甲', '乙'] })], 2).length, 1)
})

test('what is public already is not proposed once more, and other information is counted by itself', () => {
  assert.deepEqual(
    informationAskedBySeveral([given('1', '甲'), given('2', '乙', { isPublished: true })], 2),
    [],
  )
  assert.deepEqual(
    informationAskedBySeveral([given('1', '甲'), given('2', '乙', { title: '应急预案' })], 2),
    [],
  )
})

test('a document number decides before the name, however its brackets are written', () => {
  assert.equal(informationKey('甲', '云应急〔2025〕12号'), informationKey('乙', '云应急[2025]12号'))
  assert.notEqual(informationKey('甲', '云应急〔2025〕12号'), informationKey('甲', ''))
})
