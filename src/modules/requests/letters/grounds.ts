import { z } from 'zod'
import type { T3Row } from '../../../law/report-form/model.ts'
import { choice, list, text } from './blanks.ts'
import { clause, sentence } from './phrases.ts'

/*
 * Grounds for withholding (条例 Art 14 to 16) and for not being able to give. Each ground knows its blanks, its articles and
 * its reasoning, so that a refusal and the refused part of a partial release read the same.
 */

/** The grounds as a clerk knows them. */
const groundWords = {
  stateSecret: '依法确定为国家秘密（第十四条）',
  forbiddenByOtherLaw: '法律、行政法规禁止公开（第十四条）',
  securityAndStability: '公开后可能危及“三安全一稳定”（第十四条）',
  thirdPartyRights: '第三方商业秘密、个人隐私等合法权益（第十五条）',
  internalAffairs: '内部事务信息（第十六条第一款，可以不公开）',
  deliberativeProcess: '过程性信息（第十六条第二款，可以不公开）',
  enforcementFile: '行政执法案卷信息（第十六条第二款，可以不公开）',
  notHeld: '经检索不存在（第三十六条第四项）',
  wouldNeedCreating: '没有现成信息，需要加工、分析（第三十八条）',
} as const

const stateSecret = z.object({ ground: z.literal('stateSecret') })

const forbiddenByOtherLaw = z.object({
  ground: z.literal('forbiddenByOtherLaw'),
  /** A law or an administrative regulation; nothing lower can forbid disclosure (Art 14). */
  instrument: text('禁止公开的法律或者行政法规名称')
    .refine((name) => /^《[^《》]+》$/.test(name), { message: '法律、行政法规名称请写全称并加书名号。' })
    .refine(
      (name) =>
        !/^《[^》]{0,12}(省|市|自治区|自治州|县|区)/.test(name) || name.startsWith('《中华人民共和国'),
      {
        message: '只有法律、行政法规可以规定禁止公开；地方性法规、规章和规范性文件不能作为依据。',
      },
    ),
  clauseNumber: text('条款序号').refine((value) => /^第[〇零一二三四五六七八九十百]+条/.test(value), {
    message: '条款序号请写成“第四十二条第一款”的样子。',
  }),
  clauseText: text('条款内容'),
})

const dangers = {
  nationalSecurity: '国家安全',
  publicSecurity: '公共安全',
  economicSecurity: '经济安全',
  socialStability: '社会稳定',
} as const

const securityAndStability = z.object({
  ground: z.literal('securityAndStability'),
  dangers: list('可能危及的方面', choice('可能危及的方面', dangers)),
  reason: text('可能危及的理由'),
})

const interests = {
  tradeSecret: '第三方商业秘密',
  personalPrivacy: '第三方个人隐私',
  otherRights: '第三方合法权益',
} as const

const thirdPartyRights = z.object({
  ground: z.literal('thirdPartyRights'),
  interest: choice('涉及的第三方权益', interests),
  /** What the third party said when asked in writing (Art 32). */
  opinion: choice('第三方意见', {
    objected: '不同意公开，理由成立',
    silent: '期限内没有提出意见',
    /** Art 15 protects what is plainly private without anybody being asked; a letter must not claim that somebody was. */
    notAsked: '没有征求：只遮盖明显属于个人隐私的内容',
  }),
  reason: text('公开会损害第三方合法权益的理由'),
  /** Why withholding does not gravely harm the public interest. */
  publicInterest: text('公共利益衡量意见'),
})

const internalKinds = { personnel: '人事管理', logistics: '后勤管理', workflow: '内部工作流程' } as const
const internalAffairs = z.object({
  ground: z.literal('internalAffairs'),
  kind: choice('内部事务信息的种类', internalKinds),
  reason: text('不予公开的理由'),
})

const processKinds = {
  discussionRecord: '讨论记录',
  draft: '过程稿',
  negotiationLetter: '磋商信函',
  requestReport: '请示报告',
} as const
const deliberativeProcess = z.object({
  ground: z.literal('deliberativeProcess'),
  kind: choice('过程性信息的种类', processKinds),
  reason: text('不予公开的理由'),
})

const enforcementFile = z.object({
  ground: z.literal('enforcementFile'),
  caseName: text('所属行政执法案件'),
  reason: text('不予公开的理由'),
})

const notHeld = z.object({
  ground: z.literal('notHeld'),
  search: text('检索情况'),
})

const wouldNeedCreating = z.object({
  ground: z.literal('wouldNeedCreating'),
  reason: text('需要加工、分析的理由'),
})

/** One reason why something is not given, with the blanks its reasoning needs. */
export const groundBlanks = z
  .discriminatedUnion('ground', [
    stateSecret,
    forbiddenByOtherLaw,
    securityAndStability,
    thirdPartyRights,
    internalAffairs,
    deliberativeProcess,
    enforcementFile,
    notHeld,
    wouldNeedCreating,
  ])
  .meta({ title: '理由', words: groundWords })

export const groundShapes = {
  stateSecret,
  forbiddenByOtherLaw,
  securityAndStability,
  thirdPartyRights,
  internalAffairs,
  deliberativeProcess,
  enforcementFile,
  notHeld,
  wouldNeedCreating,
}

export type Ground = z.output<typeof groundBlanks>
export type GroundCode = Ground['ground']

export interface GroundForm {
  /** Articles of the Regulation, as printed after 《条例》. */
  readonly articles: string
  readonly row: T3Row
  /** Art 14 to 16: review comes before any suit. */
  readonly isRefusal: boolean
}

export const groundForms: Readonly<Record<GroundCode, GroundForm>> = {
  stateSecret: { articles: '第十四条', row: 'refusedStateSecret', isRefusal: true },
  forbiddenByOtherLaw: { articles: '第十四条', row: 'refusedForbiddenByLaw', isRefusal: true },
  securityAndStability: { articles: '第十四条', row: 'refusedSecurityStability', isRefusal: true },
  thirdPartyRights: { articles: '第十五条、第三十二条', row: 'refusedThirdPartyRights', isRefusal: true },
  internalAffairs: { articles: '第十六条第一款', row: 'refusedInternalAffairs', isRefusal: true },
  deliberativeProcess: { articles: '第十六条第二款', row: 'refusedDeliberative', isRefusal: true },
  enforcementFile: { articles: '第十六条第二款', row: 'refusedEnforcementFile', isRefusal: true },
  notHeld: { articles: '第三十六条第四项', row: 'unableNotHeld', isRefusal: false },
  wouldNeedCreating: { articles: '第三十八条', row: 'unableNeedsCreation', isRefusal: false },
}

/** The articles a letter cites for a ground. Art 32 is about asking the third party: where nobody was asked it is no basis. */
export function articlesFor(ground: Ground): string {
  return ground.ground === 'thirdPartyRights' && ground.opinion === 'notAsked'
    ? '第十五条'
    : groundForms[ground.ground].articles
}

const consulted = {
  objected: '本机关依照《条例》第三十二条的规定书面征求了第三方意见，第三方不同意公开，其理由经审查成立：',
  silent:
    '本机关依照《条例》第三十二条的规定书面征求了第三方意见，第三方在规定期限内未提出意见，本机关依法进行了审查：',
  notAsked: '',
} as const

/** Why `what` is not given: facts and reasons, without the decision. Never any content of what is withheld. */
export function groundReasons(ground: Ground, what: string): string {
  switch (ground.ground) {
    case 'stateSecret':
      return `${what}属于依法确定的国家秘密。`
    case 'forbiddenByOtherLaw':
      return `${ground.instrument}${ground.clauseNumber}规定：“${clause(ground.clauseText)}。”${what}属于上述规定禁止公开的政府信息。`
    case 'securityAndStability':
      return `经评估，${what}公开后可能危及${ground.dangers.map((danger) => dangers[danger]).join('、')}：${sentence(ground.reason)}`
    case 'thirdPartyRights':
      return [
        `${what}涉及${interests[ground.interest]}。`,
        consulted[ground.opinion],
        sentence(ground.reason),
        `同时，${clause(ground.publicInterest)}，不公开不会对公共利益造成重大影响。`,
      ].join('')
    case 'internalAffairs':
      return `${what}属于行政机关内部事务信息中的${internalKinds[ground.kind]}信息。${sentence(ground.reason)}法律、法规、规章也没有规定该信息应当公开。`
    case 'deliberativeProcess':
      return `${what}是本机关在履行行政管理职能过程中形成的${processKinds[ground.kind]}，属于过程性信息。${sentence(ground.reason)}法律、法规、规章也没有规定该信息应当公开。`
    case 'enforcementFile':
      return `${what}属于${clause(ground.caseName)}的行政执法案卷信息。${sentence(ground.reason)}法律、法规、规章也没有规定该信息应当公开。`
    case 'notHeld':
      return `${sentence(ground.search)}经检索，本机关没有制作或者获取过${what}，该信息不存在。`
    case 'wouldNeedCreating':
      return `本机关没有现成的${what}，需要对现有信息进行加工、分析才能形成：${sentence(ground.reason)}`
  }
}
