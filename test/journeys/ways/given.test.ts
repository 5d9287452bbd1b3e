import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { read } from '../../../src/documents/read/index.ts'
import { applicantApplies, applicantLooks, applicantReads } from '../../builders/ways/applicant.ts'
import { people } from '../../builders/ways/applicants.ts'
import {
  clerkDraftsReply,
  clerkIssues,
  clerkOpensCase,
  clerkServes,
  officeSigns,
  sendOut,
} from '../../builders/ways/clerk.ts'
import { clerkLists, clerkReleases, wordFile } from '../../builders/ways/items.ts'
import { openOffice, type Office } from '../../builders/ways/office.ts'
import { squeezed } from '../../builders/ways/window.ts'

const looked = [
  '/requests/new',
  '/requests/apply/-/who',
  '/requests/apply/-/what',
  '/requests/apply/-/how',
  '/requests/apply/-/review',
  '/requests/track',
  '/requests/case',
  '/console/requests/-/items',
  '/console/requests/-/items/-',
  '/console/requests/-/papers/new?D19',
]

let office: Office
before(async () => {
  office = await openOffice(looked)
})
after(() => office.close())

test('what was asked for in the portal is given in full; the applicant collects the letter and the document, and that day is the answer', async () => {
  office.on('2026-03-02')
  const one = await applicantApplies(office, { who: people.shen, content: '2025年应急演练评估报告' })
  office.on('2026-03-11')
  const window = await clerkLists(
    office,
    one,
    { title: '2025年应急演练评估报告', pages: 3 },
    {
      judgement: 'open',
    },
  )
  await clerkReleases(window, await wordFile('2025年应急演练评估报告', ['演练检验了预案，总体达到目的。']))
  const paper = await clerkDraftsReply(office, one, '予以公开', {})
  const signed = await officeSigns(office, paper)
  assert.deepEqual(signed, ['合法性审核', '保密审查', '局领导审签'])
  const letter = await clerkIssues(office, paper, {
    series: '公复',
    says: [
      `申请编号：${one.number}`,
      '通过网上申请渠道提交的',
      '2025年应急演练评估报告（共3页）',
      '以电子文档形式随本答复书一并提供',
    ],
    articles: ['第三十六条第二项'],
    remedy: 'free',
  })
  await clerkServes(office, paper, 'electronic')
  assert.equal((await office.facts(2026)).t3.granted.total.value, 0, 'sent is not yet received')

  office.on('2026-03-13')
  const applicant = await applicantLooks(office, one)
  assert.match(await applicant.words(), /答复已经作出，请您领取/)
  const text = await applicantReads(applicant, '政府信息公开申请答复书（予以公开）')
  assert.ok(text.includes(letter.documentNumber))
  assert.match(await applicant.words(), /3月13日已经答复/)
  const given = await applicant.saves(applicant.page.locator('#papers a[href*="/files/"]'))
  assert.match(squeezed((await read(given.bytes)).text), /演练检验了预案/)
  await office.countsIn(one.requestId, 2026, 'granted')
})

test('a newspaper that asks by e-mail for what is public already is told the exact place of it', async () => {
  office.on('2026-03-02')
  const one = await clerkOpensCase(office, {
    who: people.newspaper,
    channel: 'email',
    content: '云应急罚〔2025〕11号行政处罚决定书',
  })
  const paper = await clerkDraftsReply(office, one, '予以公开（已主动公开）', {
    'places.0.title': '云应急罚〔2025〕11号行政处罚决定书',
    'places.0.where': '云汀市应急管理局门户网站“行政处罚”栏目',
    'places.0.publishedOn': '2025-06-18',
  })
  await sendOut(office, paper, {
    series: '公复',
    says: ['已经主动公开', '公开日期：2025年6月18日', '“行政处罚”栏目', '你单位通过电子邮件提交的'],
    articles: ['第三十六条第一项'],
    remedy: 'free',
  })
  await office.countsIn(one.requestId, 2026, 'granted', 'otherOrg')
})

test('a record that names a person is given with the name covered; the letter says what is withheld and why, and how each part may be contested', async () => {
  office.on('2026-03-02')
  const one = await applicantApplies(office, { who: people.business, content: '《现场检查记录》' })
  const window = await clerkLists(
    office,
    one,
    { title: '现场检查记录', pages: 1 },
    {
      judgement: 'partly',
      what: '负责人的姓名和电话',
      'because.ground': 'thirdPartyRights',
      'because.thirdPartyRights.interest': 'personalPrivacy',
      'because.thirdPartyRights.opinion': 'notAsked',
      'because.thirdPartyRights.reason': '属于能够识别特定自然人的个人信息',
      'because.thirdPartyRights.publicInterest': '检查结果已经全部公开',
    },
  )
  await clerkReleases(
    window,
    await wordFile('现场检查记录', ['负责人：欧阳测试，联系电话：13800001111。', '检查发现三处隐患。']),
  )
  const paper = await clerkDraftsReply(office, one, '部分公开', {})
  await sendOut(
    office,
    paper,
    {
      series: '公复',
      says: ['现场检查记录（不予公开的内容已作遮盖）（共1页）', '负责人的姓名和电话'],
      articles: ['第三十七条', '第十五条、第三十六条第三项'],
      remedy: 'byParts',
      never: ['欧阳测试', '13800001111', '征求了第三方意见', '第三十二条'],
    },
    'electronic',
  )
  const applicant = await applicantLooks(office, one)
  await applicantReads(applicant, '政府信息公开申请答复书（部分公开）')
  const given = await applicant.saves(applicant.page.locator('#papers a[href*="/files/"]'))
  const text = squeezed((await read(given.bytes)).text)
  assert.match(text, /检查发现三处隐患/)
  assert.doesNotMatch(text, /欧阳测试|13800001111/)
  await office.countsIn(one.requestId, 2026, 'partlyGranted', 'business')
})

test('what is too heavy to copy is laid out to be read at the office, with place, time and reason in the letter', async () => {
  office.on('2026-03-02')
  const one = await clerkOpensCase(office, {
    who: people.gu,
    channel: 'counter',
    content: '1998年防汛指挥图原件',
    wantedWay: 'onSite',
  })
  await clerkLists(office, one, { title: '1998年防汛指挥图', pages: 12 }, { judgement: 'open' })
  const paper = await clerkDraftsReply(office, one, '予以公开', {
    'giving.way': 'onSite',
    'giving.onSite.place': '本机关档案室',
    'giving.onSite.time': '2026年3月10日上午',
    'giving.onSite.reason': '原图为大幅面晒蓝图，复制会损坏',
  })
  await sendOut(
    office,
    paper,
    {
      series: '公复',
      says: ['复制会损坏', '请于2026年3月10日上午到本机关档案室查阅'],
      articles: ['第四十条'],
      remedy: 'free',
    },
    'direct',
  )
  await office.countsIn(one.requestId, 2026, 'granted')
})

test('the pages these ways pass have no fault of access and fit a phone', () => {
  assert.deepEqual([...office.checked].sort(), [...looked].sort())
})
