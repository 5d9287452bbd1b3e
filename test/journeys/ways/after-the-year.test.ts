import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { t3Columns } from '../../../src/law/report-form/model.ts'
import { applicantLooks } from '../../builders/ways/applicant.ts'
import { people, type Person } from '../../builders/ways/applicants.ts'
import { casePage, clerkDraftsReply, clerkOpensCase, sendOut, type Case } from '../../builders/ways/clerk.ts'
import { openOffice, type Office } from '../../builders/ways/office.ts'
import {
  clerkAnswersAnew,
  clerkRecordsResult,
  clerkRegisters,
  remedyPage,
} from '../../builders/ways/remedies.ts'

const looked = ['/console/remedies', '/console/remedies/-']

let office: Office
before(async () => {
  office = await openOffice(looked)
})
after(() => office.close())

const nothingFound = {
  searched: ['文书档案室'],
  keywords: ['处罚决定书'],
  'evidence.searchRecord': '检索没有结果',
}

/** A case of 2 November 2025 that is answered as not existing on the day it is. */
async function refused(who: Person, content: string): Promise<Case> {
  office.on('2025-11-03')
  const one = await clerkOpensCase(office, { who, channel: 'counter', content })
  await sendOut(office, await clerkDraftsReply(office, one, '政府信息不存在', nothingFound), {
    series: '公复',
    says: [`申请编号：${one.number}`],
    articles: ['第三十六条第四项'],
    remedy: 'free',
  })
  return one
}

test('a case that is late on 31 December is carried out of its year, and answered late in the next, where it was carried in', async () => {
  office.on('2025-11-24')
  const late = await clerkOpensCase(office, {
    who: people.business,
    channel: 'registeredPost',
    content: '本公司2024年评审意见',
  })
  office.on('2025-12-31')
  assert.match(await casePage(office, late), /逾期/)
  const applicant = await applicantLooks(office, late)
  assert.match(await applicant.words(), /应在12月22日前答复，已经逾期.*可以催/)
  const before = await office.facts(2025)
  assert.deepEqual(before.t3.carriedOut.business.ids, [late.requestId])

  office.on('2026-01-06')
  const letter = await sendOut(office, await clerkDraftsReply(office, late, '政府信息不存在', nothingFound), {
    series: '公复',
    says: ['2025年11月24日收到', '2026年1月6日'],
    articles: ['第三十六条第四项'],
    remedy: 'free',
  })
  assert.match(letter.documentNumber, /〔2026〕1号$/, 'numbers begin anew with the year')
  assert.match(await casePage(office, late), /答复晚于法定期限/)
  const [ended, next] = await Promise.all([office.facts(2025), office.facts(2026)])
  for (const column of t3Columns)
    assert.deepEqual(next.t3.carriedIn[column].ids, ended.t3.carriedOut[column].ids, column)
  assert.deepEqual(ended.t3.carriedOut.business.ids, [late.requestId], 'the ended year is as it was')
  await office.countsIn(late.requestId, 2026, 'unableNotHeld', 'business')
})

for (const { result, says, who } of [
  { result: 'upheld', says: '维持', who: people.gu },
  { result: 'other', says: '其他', who: people.su },
] as const)
  test(`a reconsideration that ends as “${says}” stands in its column of table four`, async () => {
    const caseNumber = `云府复〔2025〕${result === 'upheld' ? 11 : 12}号`
    const one = await refused(who, `2025年处罚决定书之${says}`)
    office.on('2025-11-20')
    await clerkRegisters(office, one, { kind: 'reconsideration', organ: '云汀市人民政府', caseNumber })
    assert.ok((await office.facts(2025)).t4.reconsideration.pending.ids.length > 0)
    office.on('2025-12-18')
    await clerkRecordsResult(office, caseNumber, result)
    const { t4 } = await office.facts(2025)
    assert.equal(t4.reconsideration[result].value, 1)
    assert.equal(t4.reconsideration.pending.value, 0)
    assert.match(await (await remedyPage(office, caseNumber)).words(), new RegExp(says))
    await office.countsIn(one.requestId, 2025, 'unableNotHeld')
  })

test('a reconsideration that is open at the end of the year is carried as pending, and counted again with its result in the next', async () => {
  const caseNumber = '云府复〔2025〕13号'
  const one = await refused(people.liang, '2025年处罚决定书之未审结')
  office.on('2025-12-24')
  await clerkRegisters(office, one, { kind: 'reconsideration', organ: '云汀市人民政府', caseNumber })
  office.on('2026-01-20')
  await clerkRecordsResult(office, caseNumber, 'upheld')
  const [ended, next] = await Promise.all([office.facts(2025), office.facts(2026)])
  assert.equal(ended.t4.reconsideration.pending.value, 1)
  assert.equal(next.t4.reconsideration.upheld.value, 1)
})

test('an answer that a reconsideration quashes is given anew, in its own letter, and the year that is over stays as it was', async () => {
  const caseNumber = '云府复〔2025〕14号'
  const one = await refused(people.han, '2025年处罚决定书之纠正')
  office.on('2025-12-25')
  await clerkRegisters(office, one, { kind: 'reconsideration', organ: '云汀市人民政府', caseNumber })
  office.on('2026-01-19')
  const before = JSON.stringify((await office.facts(2025)).t3)
  await clerkRecordsResult(office, caseNumber, 'corrected', { reanswerDueOn: '2026-02-13' })
  office.on('2026-02-02')
  const paper = await clerkAnswersAnew(office, one, caseNumber, '无法提供：不属于本机关负责公开', {
    reason: '经再次检索，该处罚由市场监督管理部门作出',
    'rightAgency.name': '云汀市市场监督管理局',
    'rightAgency.contact': '电话：0000-3456780',
    'evidence.responsibleAgency': '市编办职责清单',
  })
  await sendOut(office, paper, {
    series: '公复',
    says: ['经再次检索', '云汀市市场监督管理局'],
    articles: ['第三十六条第五项'],
    remedy: 'free',
  })
  assert.match(await (await remedyPage(office, caseNumber)).words(), /重新答复2026年2月2日/)
  assert.equal(JSON.stringify((await office.facts(2025)).t3), before)
  await office.countsIn(one.requestId, 2025, 'unableNotHeld')
  assert.equal((await office.facts(2026)).t4.reconsideration.corrected.value, 1)
})

test('a suit after a reconsideration and a suit without one stand in their own blocks of table four', async () => {
  const one = await refused(people.he, '2025年处罚决定书之诉讼')
  office.on('2025-11-20')
  await clerkRegisters(office, one, {
    kind: 'reconsideration',
    organ: '云汀市人民政府',
    caseNumber: '云府复〔2025〕15号',
  })
  office.on('2025-12-02')
  await clerkRecordsResult(office, '云府复〔2025〕15号', 'upheld')
  office.on('2025-12-16')
  await clerkRegisters(office, one, {
    kind: 'litigation',
    organ: '云汀市城东区人民法院',
    caseNumber: '（2025）云0102行初7号',
    after: '云府复〔2025〕15号',
  })
  const other = await refused(people.lawyers, '2025年处罚决定书之直接起诉')
  office.on('2025-12-16')
  await clerkRegisters(office, other, {
    kind: 'litigation',
    organ: '云汀市城东区人民法院',
    caseNumber: '（2025）云0102行初8号',
  })
  office.on('2026-03-02')
  await clerkRecordsResult(office, '（2025）云0102行初7号', 'upheld')
  const [ended, next] = await Promise.all([office.facts(2025), office.facts(2026)])
  assert.deepEqual(
    [ended.t4.litigationAfterReconsideration.pending.value, ended.t4.litigationDirect.pending.value],
    [1, 1],
  )
  assert.deepEqual(
    [next.t4.litigationAfterReconsideration.upheld.value, next.t4.litigationDirect.pending.value],
    [1, 1],
  )
})

test('the pages these ways pass have no fault of access and fit a phone', () => {
  assert.deepEqual([...office.checked].sort(), [...looked].sort())
})
