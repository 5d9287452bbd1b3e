import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { applicantLooks, applicantReads } from '../../builders/ways/applicant.ts'
import { othersThan, people } from '../../builders/ways/applicants.ts'
import {
  casePage,
  clerkDraftsReply,
  clerkIssues,
  clerkOpensCase,
  clerkServes,
  officeSigns,
  saved,
  sendOut,
  type Case,
} from '../../builders/ways/clerk.ts'
import {
  clerkAsks,
  clerkJudges,
  consultationPage,
  partyAnswers,
  type Party,
} from '../../builders/ways/consulting.ts'
import { clerkLists } from '../../builders/ways/items.ts'
import type { Letter } from '../../builders/ways/letter.ts'
import { openOffice, type Office } from '../../builders/ways/office.ts'

const looked = [
  '/consultations/-',
  '/console/requests/-/consultations',
  '/console/requests/-/consultations/-',
  '/console/requests/-/papers/new?D09',
  '/console/requests/-/papers/new?D12',
]

let office: Office
before(async () => {
  office = await openOffice(looked)
})
after(() => office.close())

const factory: Party = {
  kind: 'thirdParty',
  name: '云汀市清源化工有限公司',
  information: ['安全设施设计专篇'],
  interest: 'tradeSecret',
}

/** Asks the factory in writing on 5 March, the letter in its hand the same day, and tells the applicant without naming it. */
async function asked(who: Case['who']): Promise<{ readonly one: Case; readonly letter: Letter }> {
  office.on('2026-03-02')
  const one = await clerkOpensCase(office, {
    who,
    channel: 'counter',
    content: '城东化工园区某企业的安全设施设计专篇',
    wantedWay: 'onSite',
  })
  office.on('2026-03-05')
  const paper = await clerkAsks(office, one, factory, { replyTo: '云汀市府前街1号' })
  const letter = await sendOut(
    office,
    paper,
    {
      series: '公征',
      to: factory.name,
      says: [
        '安全设施设计专篇',
        '商业秘密',
        '自收到本意见书之日起15个工作日内',
        '意见送交地址：云汀市府前街1号',
      ],
      articles: ['第十五条、第三十二条'],
      never: [...othersThan(null), one.number],
    },
    'direct',
  )
  const window = await consultationPage(office, one, factory)
  await window.presses('告知申请人')
  const notice = await saved(window, one, {})
  await sendOut(office, notice, {
    series: '公告',
    says: ['已于2026年3月5日就申请公开的信息书面征求第三方的意见', '不计算在答复期限内'],
    articles: ['第三十二条、第三十三条第三款'],
    never: [...othersThan(who), factory.name],
  })
  return { one, letter }
}

/** What may be seen at the office: nothing leaves it, so that the story needs no file. */
const onSite = {
  'giving.way': 'onSite',
  'giving.onSite.place': '本机关档案室',
  'giving.onSite.time': '2026年4月20日上午',
  'giving.onSite.reason': '图纸为大幅面，复制会损坏',
}

async function given(one: Case): Promise<void> {
  await clerkLists(office, one, { title: '安全设施设计专篇', pages: 40 }, { judgement: 'open' })
  const paper = await clerkDraftsReply(office, one, '予以公开', onSite)
  await sendOut(
    office,
    paper,
    {
      series: '公复',
      says: ['安全设施设计专篇（共40页）'],
      articles: ['第三十六条第二项'],
      remedy: 'free',
      never: [...othersThan(one.who), factory.name],
    },
    'direct',
  )
  await office.countsIn(one.requestId, 2026, 'granted')
}

test('a third party that agrees through its one-time link lets the document be given, and the days it took do not count', async () => {
  const { one, letter } = await asked(people.gu)
  office.on('2026-03-12')
  assert.match(await casePage(office, one), /正在征求意见，最早/)
  const applicant = await applicantLooks(office, one)
  assert.match(await applicant.words(), /正在征求意见，期限停算/)
  assert.doesNotMatch(await applicant.words(), /清源/, 'who is asked is not told')
  await partyAnswers(office, one, letter, { opinion: 'agrees' })
  assert.match(await casePage(office, one), /4月7日/, 'five working days were not counted')
  await given(one)
})

test('a third party that says nothing for fifteen working days leaves the decision to the office, which weighs and withholds', async () => {
  const { one } = await asked(people.su)
  office.on('2026-03-27')
  const window = await consultationPage(office, one, factory)
  assert.match(await window.words(), /2026年3月26日/, 'its last day')
  const paper = await clerkDraftsReply(office, one, '保护第三方合法权益', {
    information: '该专篇',
    reason: '其中的工艺参数不为公众所知悉，企业采取了保密措施',
    publicInterest: '安全许可结果已经主动公开',
    'evidence.publicInterestTest': '办公会议纪要',
  })
  await sendOut(office, paper, {
    series: '公复',
    says: ['第三方在规定期限内未提出意见', '工艺参数不为公众所知悉', '安全许可结果已经主动公开'],
    articles: ['第十五条、第三十二条、第三十六条第三项'],
    remedy: 'reviewFirst',
    never: [...othersThan(one.who), factory.name],
  })
  await office.countsIn(one.requestId, 2026, 'refusedThirdPartyRights')
})

test('a third party that objects with good reason is heard: nothing is given, and the letter says that it was asked and why it is right', async () => {
  const { one, letter } = await asked(people.liang)
  office.on('2026-03-12')
  await partyAnswers(office, one, letter, { opinion: 'objects', reasons: '含有未公开的工艺参数' })
  const judged = await clerkJudges(office, one, factory, true, '工艺参数属于商业秘密')
  assert.match(await judged.words(), /理由成立/)
  const paper = await clerkDraftsReply(office, one, '保护第三方合法权益', {
    information: '该专篇',
    reason: '工艺参数属于商业秘密',
    publicInterest: '安全许可结果已经主动公开',
    'evidence.publicInterestTest': '办公会议纪要',
  })
  await sendOut(office, paper, {
    series: '公复',
    says: ['第三方不同意公开，其理由经审查成立', '工艺参数属于商业秘密'],
    articles: ['第十五条、第三十二条、第三十六条第三项'],
    remedy: 'reviewFirst',
    never: [...othersThan(one.who), factory.name],
  })
  await office.countsIn(one.requestId, 2026, 'refusedThirdPartyRights')
})

test('a third party whose objection yields to the public interest is told in writing what will be given and why, and what it can do', async () => {
  const { one, letter } = await asked(people.han)
  office.on('2026-03-12')
  await partyAnswers(office, one, letter, { opinion: 'objects', reasons: '不希望公开' })
  const judged = await clerkJudges(office, one, factory, false, '关系周边居民的生命安全')
  await judged.presses('告知第三方决定公开')
  const told = await saved(judged, one, { publicInterest: '专篇关系周边居民的生命安全' })
  await officeSigns(office, told)
  const notice = await clerkIssues(office, told, {
    series: '公告',
    to: factory.name,
    says: [letter.documentNumber, '专篇关系周边居民的生命安全', '决定公开下列信息', '安全设施设计专篇'],
    articles: ['第十五条、第三十二条'],
    remedy: 'thirdParty',
    never: [...othersThan(null), one.number],
  })
  await clerkServes(office, told)
  assert.notEqual(notice.documentNumber, letter.documentNumber)
  await given(one)
})

const coMaker: Party = { kind: 'coMaker', name: '云汀市生态环境局', information: ['联合检查情况通报'] }

test('an agency that made the information too and does not answer in fifteen working days is taken to agree', async () => {
  office.on('2026-03-02')
  const one = await clerkOpensCase(office, {
    who: people.he,
    channel: 'registeredPost',
    content: '化工园区联合检查情况通报',
    wantedWay: 'onSite',
  })
  office.on('2026-03-04')
  const paper = await clerkAsks(office, one, coMaker, { proposal: '拟予以公开' })
  await sendOut(
    office,
    paper,
    {
      series: '公函',
      to: coMaker.name,
      says: [
        '与贵机关共同制作的政府信息',
        '联合检查情况通报',
        '初步意见是：拟予以公开',
        '15个工作日',
        '视为同意公开',
      ],
      articles: ['第三十四条'],
      never: [...othersThan(null), one.number],
    },
    'direct',
  )
  office.on('2026-03-26')
  assert.match(await casePage(office, one), /视为同意公开/)
  await clerkLists(office, one, { title: '联合检查情况通报', pages: 6 }, { judgement: 'open' })
  const reply = await clerkDraftsReply(office, one, '予以公开', onSite)
  await sendOut(
    office,
    reply,
    {
      series: '公复',
      says: ['联合检查情况通报（共6页）'],
      articles: ['第三十六条第二项'],
      remedy: 'free',
    },
    'direct',
  )
  await office.countsIn(one.requestId, 2026, 'granted')
})

test('another agency that is asked answers through its link what the office then says in the applicant’s letter', async () => {
  office.on('2026-03-02')
  const one = await clerkOpensCase(office, {
    who: people.business,
    channel: 'email',
    content: '2025年尾矿库联合执法的全部材料',
    wantedWay: 'email',
  })
  office.on('2026-03-04')
  const party: Party = { kind: 'otherAgency', name: '云汀市自然资源局', information: ['尾矿库联合执法记录'] }
  const paper = await clerkAsks(office, one, party, { proposal: '拟不予公开' })
  const letter = await sendOut(
    office,
    paper,
    {
      series: '公函',
      to: party.name,
      says: ['与贵机关有关的政府信息', '2026年3月25日'],
      articles: ['第三十三条第三款'],
      never: [...othersThan(null), one.number],
    },
    'direct',
  )
  office.on('2026-03-10')
  await partyAnswers(office, one, letter, { opinion: 'objects', reasons: '案件仍在调查' })
  const told = await clerkDraftsReply(office, one, '属于行政执法案卷', {
    information: '该执法记录',
    caseName: '尾矿库联合执法案',
    reason: '案件仍在调查',
    fileAccess: '向本机关执法监督科申请查阅',
    'evidence.natureOfDocument': '执法案卷，自然资源局来函',
  })
  await sendOut(
    office,
    told,
    {
      series: '公复',
      says: ['该执法记录属于尾矿库联合执法案的行政执法案卷信息', '案件仍在调查'],
      articles: ['第十六条第二款'],
      remedy: 'reviewFirst',
    },
    'electronic',
  )
  const applicant = await applicantLooks(office, one)
  await applicantReads(applicant, '政府信息公开申请答复书（不予公开：行政执法案卷信息）')
  await office.countsIn(one.requestId, 2026, 'refusedEnforcementFile', 'business')
})

test('the pages these ways pass have no fault of access and fit a phone', () => {
  assert.deepEqual([...office.checked].sort(), [...looked].sort())
})
