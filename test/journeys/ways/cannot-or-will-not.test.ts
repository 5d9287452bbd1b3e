import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { T3Column, T3Row } from '../../../src/law/report-form/model.ts'
import { applicantApplies, applicantLooks } from '../../builders/ways/applicant.ts'
import { people, type Person } from '../../builders/ways/applicants.ts'
import {
  clerkDrafts,
  clerkDraftsReply,
  clerkOpensCase,
  sendOut,
  type Arrival,
} from '../../builders/ways/clerk.ts'
import { openOffice, type Office } from '../../builders/ways/office.ts'
import type { Typed } from '../../builders/ways/window.ts'

const looked = ['/console/requests/-/acts/applicant']

let office: Office
before(async () => {
  office = await openOffice(looked)
})
after(() => office.close())

interface Answer {
  readonly title: string
  readonly arrival: Arrival
  readonly column?: T3Column
  readonly reply: string
  readonly typed: Typed
  readonly series: '公复' | '公告'
  readonly says: readonly string[]
  readonly articles: readonly string[]
  readonly row: T3Row
}

const answers: readonly Answer[] = [
  {
    title:
      'a plan that never was is answered as not existing, with where it was searched for and by which words',
    arrival: { who: people.gu, channel: 'fax', content: '云汀市2019年烟花爆竹零售点布点专项规划' },
    reply: '政府信息不存在',
    typed: {
      searched: ['办公自动化系统', '文书档案室'],
      keywords: ['烟花爆竹', '布点规划'],
      'evidence.searchRecord': '3月9日由办公室检索，没有结果，检索记录两页',
    },
    series: '公复',
    says: [
      '以“烟花爆竹”“布点规划”等为检索词，对办公自动化系统、文书档案室进行了检索',
      '所申请公开的政府信息不存在',
    ],
    articles: ['第三十六条第四项'],
    row: 'unableNotHeld',
  },
  {
    title: 'a building permit is another agency’s to give: the letter names it and how to reach it',
    arrival: { who: people.business, channel: 'registeredPost', content: '城东区云栖路改造工程施工许可证' },
    column: 'business',
    reply: '不属于本机关负责公开',
    typed: {
      reason: '施工许可由住房和城乡建设主管部门核发，本机关没有该项职责',
      'rightAgency.name': '云汀市住房和城乡建设局',
      'rightAgency.contact': '电话：0000-3456789',
      'evidence.responsibleAgency': '市编办职责清单',
    },
    series: '公复',
    says: [
      '不属于本机关负责公开的政府信息',
      '建议你单位向云汀市住房和城乡建设局提出申请（电话：0000-3456789）',
    ],
    articles: ['第十条、第三十六条第五项'],
    row: 'unableNotHeld',
  },
  {
    title: 'an analysis that would have to be made first is not made for the asking',
    arrival: {
      who: people.research,
      channel: 'email',
      content: '2020年至2025年各街道事故与企业规模对照分析',
    },
    column: 'research',
    reply: '没有现成信息需要另行制作',
    typed: {
      reason: '只有逐起事故的材料，要从案卷中逐件摘录再分析',
      'evidence.needForProcessing': '统计科说明',
    },
    series: '公复',
    says: ['没有现成的2020年至2025年各街道事故与企业规模对照分析', '逐件摘录再分析', '本机关决定不予提供'],
    articles: ['第三十八条'],
    row: 'unableNeedsCreation',
  },
  {
    title:
      'a report of somebody else’s wrong in the form of a request is not handled as one, and is told where to go',
    arrival: { who: people.su, channel: 'counter', content: '请查处城东区某加油站违规经营并告知结果' },
    reply: '信访举报投诉类申请',
    typed: {
      kind: 'report',
      reason: '内容是反映他人违法行为并要求查处',
      channelHint: '安全生产举报电话12350',
      'evidence.petitionNature': '申请书全文要求查处，没有指向信息',
    },
    series: '公告',
    says: ['以政府信息公开申请的形式进行举报活动', '安全生产举报电话12350'],
    articles: ['第三十九条第一款'],
    row: 'notProcessedPetition',
  },
  {
    title:
      'a yearbook that stands in every bookshop is no matter of a request: the letter says where to get it',
    arrival: { who: people.newspaper, channel: 'ordinaryPost', content: '《云汀年鉴（2025）》' },
    column: 'otherOrg',
    reply: '要求提供公开出版物',
    typed: {
      publication: '《云汀年鉴（2025）》',
      where: '云汀市图书馆地方文献阅览室',
      'evidence.publicationPlace': '图书馆馆藏目录',
    },
    series: '公告',
    says: ['《云汀年鉴（2025）》属于公开出版物', '云汀市图书馆地方文献阅览室'],
    articles: ['第三十九条第二款'],
    row: 'notProcessedPublication',
  },
  {
    title:
      'who wants a decision that he holds already to be certified once more is told that this is no disclosure',
    arrival: {
      who: people.liang,
      channel: 'oral',
      content: '请确认云应急罚〔2025〕11号决定书的效力并重新出具',
    },
    reply: '要求确认或重新出具已获取信息',
    typed: {
      held: '云应急罚〔2025〕11号行政处罚决定书',
      how: '本机关已于2025年6月18日直接送达',
      'evidence.alreadyHeld': '送达回证',
    },
    series: '公告',
    says: ['已经获取云应急罚〔2025〕11号行政处罚决定书', '本机关已于2025年6月18日直接送达'],
    articles: ['第二条、第三十八条'],
    row: 'notProcessedReissue',
  },
]

for (const { title, arrival, column, reply, typed, row, ...expected } of answers)
  test(title, async () => {
    office.on('2026-03-02')
    const one = await clerkOpensCase(office, arrival)
    office.on('2026-03-10')
    const paper = await clerkDraftsReply(office, one, reply, typed)
    await sendOut(office, paper, { ...expected, remedy: 'free' })
    await office.countsIn(one.requestId, 2026, row, column)
  })

const clarification: Typed = {
  points: ['所需政府信息的名称、文号或者形成时间'],
  guidance: '如需要行政处罚信息，可以写明企业名称和年份',
}

test('a request that nobody understands is clarified once online, the count begins anew, and what is still unclear cannot be given', async () => {
  office.on('2026-03-02')
  const one = await applicantApplies(office, { who: people.han, content: '有关安全生产的所有材料' })
  office.on('2026-03-06')
  const asking = await clerkDrafts(office, one, '要求补正', clarification)
  await sendOut(office, asking, {
    series: '公补',
    says: ['所需政府信息的名称、文号或者形成时间', '请在2026年3月27日前（含当日）补正'],
    articles: ['第三十条'],
  })
  office.on('2026-03-12')
  const applicant = await applicantLooks(office, one)
  assert.match(await applicant.words(), /请您补正，最迟3月27日/)
  await applicant.fills({ content: '还是有关安全生产的所有材料' })
  await applicant.presses('提交补正')
  assert.match(
    await applicant.words(),
    /最迟4月10日答复您/,
    '20 working days from 12 March, Qingming left out',
  )
  office.on('2026-03-16')
  const paper = await clerkDraftsReply(office, one, '补正后申请内容仍不明确', {
    unclear: '补正后的内容仍没有写明名称、文号或者其他特征',
    'evidence.unclearPoints': '补正书原文',
  })
  await sendOut(office, paper, {
    series: '公复',
    says: ['于2026年3月6日作出', '2026年3月12日收到您的补正材料', '补正后申请内容仍不明确'],
    articles: ['第二十九条第二款、第三十条'],
    remedy: 'free',
  })
  await office.countsIn(one.requestId, 2026, 'unableStillUnclear')
})

test('the same person who asks the same again is told by number and day that it has been answered', async () => {
  const who: Person = people.he
  office.on('2026-03-02')
  const content = '2024年防汛物资采购合同'
  const first = await clerkOpensCase(office, { who, channel: 'counter', content })
  const reply = await clerkDraftsReply(office, first, '政府信息不存在', {
    searched: ['文书档案室'],
    keywords: ['防汛物资'],
    'evidence.searchRecord': '检索没有结果',
  })
  const letter = await sendOut(office, reply, { series: '公复', says: [], remedy: 'free' })
  office.on('2026-04-09')
  const again = await clerkOpensCase(office, { who, channel: 'counter', content })
  const clerk = await office.staff('officer')
  await clerk.presses('查看申请人信息')
  await clerk.fills({ purpose: 'identity' })
  await clerk.presses('查看')
  assert.ok(
    (await clerk.words()).includes(who.identityNumber),
    'it is the same person: looked up and noted down',
  )
  const paper = await clerkDraftsReply(office, again, '重复申请', {
    earlierNumber: letter.documentNumber,
    earlierOn: '2026-03-02',
    'evidence.earlierReply': '前一件的答复书和送达凭证',
  })
  await sendOut(office, paper, {
    series: '公告',
    says: [`2026年3月2日作出${letter.documentNumber}答复`, '不再处理'],
    articles: ['第三十六条第六项'],
    remedy: 'free',
  })
  await office.countsIn(again.requestId, 2026, 'notProcessedRepeat')
})

test('the page that names the applicant has no fault of access and fits a phone', () => {
  assert.deepEqual([...office.checked].sort(), [...looked].sort())
})
