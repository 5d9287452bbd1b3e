import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { T3Column, T3Row } from '../../../src/law/report-form/model.ts'
import { people } from '../../builders/ways/applicants.ts'
import {
  casePage,
  clerkDraftsReply,
  clerkOpensCase,
  sendOut,
  type Arrival,
} from '../../builders/ways/clerk.ts'
import { openOffice, type Office } from '../../builders/ways/office.ts'
import type { Typed } from '../../builders/ways/window.ts'

const looked = [
  '/console/requests',
  '/console/requests/new',
  '/console/requests/-',
  '/console/requests/-/acts/confirmReceipt',
  '/console/requests/-/papers/new',
  '/console/requests/-/papers/new?D22',
  '/console/requests/-/papers/-',
]

let office: Office
before(async () => {
  office = await openOffice(looked)
})
after(() => office.close())

interface Refusal {
  readonly title: string
  readonly arrival: Arrival
  readonly column: T3Column
  /** The reply's name on the page of all replies. */
  readonly reply: string
  readonly typed: Typed
  readonly says: readonly string[]
  readonly articles: readonly string[]
  readonly remedy: 'reviewFirst' | 'free'
  readonly row: T3Row
}

const review = '第三十六条第三项'

const refusals: readonly Refusal[] = [
  {
    title:
      'a request at the counter for what is a state secret is refused on Art 14 without a word of what is secret',
    arrival: { who: people.gu, channel: 'counter', content: '云汀市重点目标防护方案' },
    column: 'natural',
    reply: '属于国家秘密',
    typed: { information: '该方案', 'evidence.classificationMark': '市国家保密局鉴定意见，存保密柜' },
    says: ['申请公开“云汀市重点目标防护方案”', '该方案属于依法确定的国家秘密', '本机关决定对该方案不予公开'],
    articles: ['第十四条', review],
    remedy: 'reviewFirst',
    row: 'refusedStateSecret',
  },
  {
    title:
      'a research institute that writes by e-mail for survey forms is refused because a law forbids it, and the clause is quoted',
    arrival: { who: people.research, channel: 'email', content: '2025年企业安全生产统计调查单个企业报表' },
    column: 'research',
    reply: '其他法律行政法规禁止公开',
    typed: {
      information: '该报表',
      instrument: '《中华人民共和国统计法》',
      clauseNumber: '第二十八条',
      clauseText: '统计调查中获得的能够识别单个统计调查对象身份的资料应当予以保密',
      'evidence.forbiddingClause': '统计法第二十八条',
    },
    says: ['《中华人民共和国统计法》第二十八条规定', '属于上述规定禁止公开的政府信息'],
    articles: ['第十四条', review],
    remedy: 'reviewFirst',
    row: 'refusedForbiddenByLaw',
  },
  {
    title:
      'a request by fax for the wiring of the city’s alarm is refused because it would endanger public security, with the danger told',
    arrival: { who: people.liang, channel: 'fax', content: '城市消防远程监控系统接线图' },
    column: 'natural',
    reply: '危及“三安全一稳定”',
    typed: {
      information: '该接线图',
      dangers: ['publicSecurity'],
      reason: '公开后会被用来破坏报警系统',
      'evidence.riskOpinion': '消防专家风险评估意见，局长签批',
    },
    says: ['经评估，该接线图公开后可能危及公共安全：公开后会被用来破坏报警系统'],
    articles: ['第十四条', review],
    remedy: 'reviewFirst',
    row: 'refusedSecurityStability',
  },
  {
    title: 'a request by ordinary letter for the duty roster is refused as internal affairs, and says why',
    arrival: { who: people.su, channel: 'ordinaryPost', content: '云汀市应急管理局2025年值班排班表' },
    column: 'natural',
    reply: '属于三类内部事务信息',
    typed: {
      information: '该排班表',
      kind: 'logistics',
      reason: '该信息只用于内部值守安排，不对外产生影响',
      'evidence.natureOfDocument': '办公室说明，内部排班，不产生外部影响',
    },
    says: ['该排班表属于行政机关内部事务信息中的后勤管理信息', '该信息只用于内部值守安排'],
    articles: ['第十六条第一款', review],
    remedy: 'reviewFirst',
    row: 'refusedInternalAffairs',
  },
  {
    title:
      'an association that sends a registered letter for the minutes of a discussion is refused as a step of deliberation',
    arrival: { who: people.welfare, channel: 'registeredPost', content: '应急预案修订专家讨论记录' },
    column: 'welfare',
    reply: '属于四类过程性信息',
    typed: {
      information: '该讨论记录',
      kind: 'discussionRecord',
      reason: '预案尚未定稿，公开会影响专家独立发表意见',
      'evidence.natureOfDocument': '讨论记录，预案仍在修订',
    },
    says: ['该讨论记录是本机关在履行行政管理职能过程中形成的讨论记录', '预案尚未定稿'],
    articles: ['第十六条第二款', review],
    remedy: 'reviewFirst',
    row: 'refusedDeliberative',
  },
  {
    title:
      'a law firm that asks at the counter for a penalty file is refused because it is an enforcement file',
    arrival: { who: people.lawyers, channel: 'counter', content: '云应急罚〔2025〕11号案件的询问笔录' },
    column: 'legalService',
    reply: '属于行政执法案卷',
    typed: {
      information: '该询问笔录',
      caseName: '云应急罚〔2025〕11号案',
      reason: '笔录涉及举报人，公开会影响以后的调查',
      fileAccess: '向本机关执法监督科（电话：0000-7654321）申请查阅',
      'evidence.natureOfDocument': '行政处罚案卷第7至12页',
    },
    says: [
      '该询问笔录属于云应急罚〔2025〕11号案的行政执法案卷信息',
      '笔录涉及举报人',
      '查阅方式为：向本机关执法监督科',
    ],
    articles: ['第十六条第二款', review],
    remedy: 'reviewFirst',
    row: 'refusedEnforcementFile',
  },
  {
    title:
      'somebody who asks by word of mouth for a land register is told where the law lets it be looked up, and may go to review or to court',
    arrival: { who: people.han, channel: 'oral', content: '城东区云栖路8号厂房的不动产登记资料' },
    column: 'natural',
    reply: '属于行政查询事项',
    typed: {
      information: '不动产登记资料',
      instrument: '《不动产登记暂行条例》',
      registry: '云汀市不动产登记中心（电话：0000-2345678）',
      way: '权利人持身份证明到窗口查询',
      'evidence.specialLaw': '不动产登记暂行条例第二十七条',
    },
    says: [
      '《不动产登记暂行条例》对其获取有专门规定',
      '云汀市不动产登记中心',
      '口头提出、由本机关代为填写的',
    ],
    articles: ['第三十六条第七项'],
    remedy: 'free',
    row: 'refusedAdministrativeQuery',
  },
]

for (const refusal of refusals)
  test(refusal.title, async () => {
    office.on('2026-03-02')
    const one = await clerkOpensCase(office, refusal.arrival)
    office.on('2026-03-12')
    const paper = await clerkDraftsReply(office, one, refusal.reply, refusal.typed)
    await sendOut(office, paper, {
      series: '公复',
      says: [`申请编号：${one.number}`, '2026年3月2日收到', '2026年3月12日', ...refusal.says],
      articles: refusal.articles,
      remedy: refusal.remedy,
    })
    assert.match(await casePage(office, one), /3月12日/)
    await office.countsIn(one.requestId, 2026, refusal.row, refusal.column)
  })

test('the pages these ways pass have no fault of access and fit a phone', () => {
  assert.deepEqual([...office.checked].sort(), [...looked].sort())
})
