import type { Channel } from '../../../law/clock/case.ts'
import type { LetterId } from '../letters/template.ts'
import type { ApplicantKind, RequestKind, ServiceWay } from '../model.ts'
import type { PaperReached } from './tell-papers.ts'

/** One invented request of the demo year, told in working days. */
export interface DemoStory {
  /** Working days before today on which it was received. */
  readonly ago: number
  readonly kind: ApplicantKind
  readonly name: string
  readonly channel: Channel
  /** The content; else that of the letter's own example. */
  readonly content?: string
  /** What it is, when it is no request for information. */
  readonly matter?: Exclude<RequestKind, 'information'>
  /** The information given out by a release. */
  readonly gives?: string
  /** A paper of an open case that is on its way, and how far it has come. */
  readonly paper?: {
    readonly letter: LetterId
    readonly after: number
    readonly reached: Exclude<PaperReached, 'served'>
  }
  /** What happens before the reply, each so many working days after receipt. */
  readonly before?: readonly DemoStep[]
  /** The reply and the working day after receipt on which it goes out; none for an open case. */
  readonly reply?: { readonly letter: LetterId; readonly after: number; readonly way?: ServiceWay }
  readonly remedy?: 'upheld' | 'corrected' | 'pending'
}

export type DemoStep =
  | { readonly step: 'clarify'; readonly after: number; readonly answerAfter: number | null }
  | {
      readonly step: 'consult'
      readonly after: number
      readonly answerAfter: number | null
      readonly opinion: 'agrees' | 'objects'
    }
  | { readonly step: 'consultAgency'; readonly after: number; readonly answerAfter: number | null }
  | { readonly step: 'extend'; readonly after: number; readonly days: number }
  | { readonly step: 'reasons'; readonly after: number; readonly answerAfter: number | null }
  | { readonly step: 'fee'; readonly after: number; readonly payAfter: number | null }
  | { readonly step: 'withdraw'; readonly after: number }

const story = (
  ago: number,
  kind: ApplicantKind,
  name: string,
  channel: Channel,
  rest: Omit<DemoStory, 'ago' | 'kind' | 'name' | 'channel'>,
): DemoStory => ({ ago, kind, name: `${name}（示例）`, channel, ...rest })

const wantedByTwo = '云汀市尾矿库2025年安全生产专项检查报告'

/** A year of the emergency bureau: every row of table three at least once, all six kinds of applicant, every channel, and open cases in every state. */
export const demoStories: readonly DemoStory[] = [
  // Two applicants get the same report: whether everybody should have it is on the to-do list (条例 Art 44).
  story(262, 'natural', '沈青禾', 'counter', {
    content: wantedByTwo,
    gives: wantedByTwo,
    reply: { letter: 'D18', after: 9, way: 'direct' },
  }),
  story(258, 'business', '云汀金石矿业有限公司', 'registeredPost', {
    before: [{ step: 'extend', after: 18, days: 15 }],
    reply: { letter: 'D19', after: 30 },
    remedy: 'upheld',
  }),
  story(251, 'legalService', '云汀远山律师事务所', 'online', {
    reply: { letter: 'D17', after: 4, way: 'electronic' },
  }),
  story(240, 'natural', '顾南乔', 'ordinaryPost', { reply: { letter: 'D20', after: 12 } }),
  story(236, 'research', '云汀大学公共安全研究所', 'email', { reply: { letter: 'D21', after: 15 } }),
  story(229, 'natural', '周晓棠', 'online', { reply: { letter: 'D22', after: 16 }, remedy: 'upheld' }),
  story(222, 'business', '云汀宏川化工有限公司', 'counter', {
    before: [{ step: 'consult', after: 3, answerAfter: 11, opinion: 'objects' }],
    reply: { letter: 'D23', after: 20, way: 'direct' },
  }),
  story(214, 'natural', '梁一禾', 'fax', { reply: { letter: 'D24', after: 10 } }),
  story(207, 'otherOrg', '云栖社区业主委员会', 'registeredPost', { reply: { letter: 'D25', after: 13 } }),
  story(199, 'legalService', '云汀远山律师事务所', 'counter', {
    reply: { letter: 'D26', after: 8, way: 'direct' },
    remedy: 'pending',
  }),
  story(191, 'natural', '沈青禾', 'online', { reply: { letter: 'D27', after: 5, way: 'electronic' } }),
  story(186, 'welfare', '云汀市防灾减灾促进会', 'email', {
    reply: { letter: 'D28', after: 14 },
    remedy: 'corrected',
  }),
  story(178, 'natural', '韩知微', 'oral', { reply: { letter: 'D29', after: 6 } }),
  story(171, 'research', '云汀大学公共安全研究所', 'online', {
    reply: { letter: 'D30', after: 11, way: 'electronic' },
  }),
  story(165, 'natural', '苏棠', 'counter', {
    content: '有关安全生产的所有材料',
    before: [{ step: 'clarify', after: 4, answerAfter: 12 }],
    reply: { letter: 'D31', after: 22 },
  }),
  story(158, 'natural', '贺云舟', 'online', { reply: { letter: 'D32', after: 5, way: 'electronic' } }),
  story(149, 'natural', '顾南乔', 'registeredPost', { reply: { letter: 'D33', after: 7 } }),
  story(141, 'otherOrg', '云汀城市报社', 'email', { reply: { letter: 'D34', after: 3 } }),
  story(133, 'natural', '贺云舟', 'online', {
    content: '贵局2025年以来全部会议通知、全部考勤记录、全部车辆使用记录',
    before: [{ step: 'reasons', after: 5, answerAfter: 12 }],
    reply: { letter: 'D35', after: 18, way: 'electronic' },
  }),
  story(126, 'business', '云汀宏川化工有限公司', 'counter', {
    reply: { letter: 'D36', after: 6, way: 'direct' },
  }),
  story(118, 'natural', '方以晴', 'online', {
    content: '以前的通报',
    before: [{ step: 'clarify', after: 3, answerAfter: null }],
    reply: { letter: 'D37', after: 22, way: 'electronic' },
  }),
  story(112, 'natural', '贺云舟', 'online', {
    content: '2020年至2025年全部安全生产检查文书，约六百页',
    before: [{ step: 'fee', after: 6, payAfter: null }],
    reply: { letter: 'D38', after: 30, way: 'electronic' },
  }),
  story(97, 'natural', '韩知微', 'counter', {
    content: '某养老院的消防检查记录',
    before: [{ step: 'withdraw', after: 4 }],
  }),
  story(88, 'welfare', '云汀市防灾减灾促进会', 'online', {
    reply: { letter: 'D17', after: 5, way: 'electronic' },
  }),
  story(76, 'business', '云汀金石矿业有限公司', 'registeredPost', {
    content: '本公司尾矿库2025年专项检查报告',
    before: [
      { step: 'consultAgency', after: 3, answerAfter: 14 },
      { step: 'extend', after: 17, days: 10 },
    ],
    reply: { letter: 'D18', after: 28 },
  }),
  story(61, 'natural', '周晓棠', 'online', {
    content: wantedByTwo,
    gives: wantedByTwo,
    reply: { letter: 'D18', after: 12, way: 'electronic' },
  }),
  // Open today, one in every state.
  story(24, 'natural', '陆明远', 'registeredPost', {
    content: '云汀市2024年自然灾害救灾资金发放标准和发放汇总表',
  }),
  story(20, 'business', '云汀恒达物流有限公司', 'counter', {
    content: '某危险化学品运输企业2025年双随机抽查结果',
  }),
  story(17, 'natural', '沈青禾', 'online', { content: '云汀市应急避难场所名录和容量' }),
  story(14, 'legalService', '云汀远山律师事务所', 'registeredPost', {
    content: '云汀市宏川化工有限公司安全设施设计专篇',
    before: [{ step: 'consult', after: 4, answerAfter: null, opinion: 'objects' }],
  }),
  story(11, 'natural', '苏棠', 'online', {
    content: '事故资料',
    before: [{ step: 'clarify', after: 5, answerAfter: null }],
  }),
  // Papers on their way: each signer has one waiting, one may go out, one is a draft, one extension is to be decided.
  story(18, 'research', '云汀大学公共安全研究所', 'email', {
    content: '云汀市2015年以来地质灾害隐患点历次核查记录',
    paper: { letter: 'D07', after: 16, reached: 'officeHead' },
  }),
  story(16, 'natural', '许念之', 'counter', {
    paper: { letter: 'D28', after: 11, reached: 'head' },
  }),
  story(15, 'business', '云汀恒达物流有限公司', 'registeredPost', {
    paper: { letter: 'D26', after: 11, reached: 'secrecy' },
  }),
  story(13, 'natural', '方以晴', 'fax', { paper: { letter: 'D24', after: 9, reached: 'legal' } }),
  story(12, 'otherOrg', '云栖社区业主委员会', 'counter', {
    paper: { letter: 'D29', after: 8, reached: 'draft' },
  }),
  story(10, 'welfare', '云汀市防灾减灾促进会', 'online', {
    paper: { letter: 'D17', after: 8, reached: 'approved' },
  }),
  // No requests for information: they have no day of the statute (条例 Art 41, 44, 47).
  story(19, 'natural', '梁一禾', 'counter', {
    matter: 'recordCorrection',
    content: '贵局公布的烟花爆竹零售点名单里，我的店名写错了一个字，有许可证为证',
  }),
  story(8, 'natural', '宋知夏', 'online', {
    matter: 'complaint',
    content: '某街道办事处对我的政府信息公开申请一直没有答复',
  }),
  story(5, 'otherOrg', '云汀城市报社', 'email', {
    matter: 'publicationProposal',
    content: `建议主动公开${wantedByTwo}`,
  }),
  story(9, 'natural', '贺云舟', 'online', {
    content: '2023年至2026年全部行政检查文书，约四百页',
    before: [{ step: 'fee', after: 4, payAfter: null }],
  }),
  story(6, 'research', '云汀大学公共安全研究所', 'email', {
    content: '云汀市2015年以来地质灾害隐患点变化情况',
  }),
  story(4, 'otherOrg', '云汀城市报社', 'online', { content: '2026年防汛应急响应启动和终止的通知' }),
  story(2, 'natural', '梁一禾', 'counter', { content: '某烟花爆竹零售点许可证的发放依据和现场核查表' }),
  story(1, 'welfare', '云汀市防灾减灾促进会', 'registeredPost', { content: '云汀市应急救援队伍名录' }),
]

/** What came in today and has not been confirmed with the applicant. */
export const demoUnconfirmed: readonly Pick<DemoStory, 'kind' | 'name' | 'content'>[] = [
  { kind: 'natural', name: '宋知夏（示例）', content: '云栖街道2025年消防安全专项整治台账' },
  { kind: 'business', name: '云汀新港仓储有限公司（示例）', content: '本公司2024年安全生产标准化评审意见' },
]
