import { letterTemplate } from '../../../letters/catalogue.ts'
import type { LetterId } from '../../../letters/template.ts'
import type { ProcedureAct } from '../../../rules/papers.ts'
import type { TagKind } from '../../../../../platform/html/index.ts'
import type { PaperState } from '../../../rules/papers.ts'

/** What a paper is called in lists. */
export const letterTitle = (letter: LetterId): string => letterTemplate(letter).title

/** The button of each step of procedure, and what it brings. */
export const procedureWords: Readonly<
  Record<ProcedureAct, { readonly title: string; readonly says: string }>
> = {
  clarification: {
    title: '要求补正',
    says: '内容不明确的，收到之日起7个工作日内一次性告知。收到补正以后，20个工作日重新计算（第三十条）。',
  },
  thirdPartyConsultation: {
    title: '征求第三方意见',
    says: '涉及商业秘密、个人隐私等的，书面征求意见，对方有15个工作日。期间不计入答复期限（第三十二条）。',
  },
  agencyConsultation: {
    title: '征求其他机关意见',
    says: '共同制作的信息，逾期不答复视为同意公开（第三十四条）；其他机关没有这条规定。',
  },
  consultationNotice: {
    title: '告知正在征求意见',
    says: '告诉申请人从哪天起不计入期限，不写对方是谁。',
  },
  releaseNotice: {
    title: '告知第三方决定公开',
    says: '第三方不同意，但不公开会对公共利益造成重大影响的，把公开的内容和理由书面告知第三方。',
  },
  extension: {
    title: '延长答复期限',
    says: '经公开机构负责人同意，最多延20个工作日，只能延一次，到期以前告知申请人（第三十三条第二款）。',
  },
  fee: {
    title: '收取信息处理费',
    says: '数量、频次明显超过合理范围的，可以收取；也可以不收。缴清次日重新计算期限（第四十二条）。',
  },
  reasons: {
    title: '要求说明理由',
    says: '申请数量、频次明显超过合理范围的，可以要求说明理由（第三十五条）。等说明的时间不从期限里扣除。',
  },
  deferral: {
    title: '延迟答复',
    says: '理由合理、但无法按期答复的，确定一个合理的延迟期限并告知（第三十五条）。',
  },
}

/** What a paper that stays in the house is for. */
export const internalWords: Readonly<Record<string, { readonly title: string; readonly says: string }>> = {
  D14: {
    title: '请科室协办',
    says: '请有关科室检索、提供原件、提出意见。内部办理的时间不从答复期限中扣除（第四十五条）。',
  },
  D15: {
    title: '保密审查呈批',
    says: '公开以前要审查。由保密审查人员和局领导审签，拟公开、不公开的都写明依据（第十七条）。',
  },
}

export const paperTag: Readonly<Record<PaperState, TagKind>> = {
  draft: 'plain',
  inReview: 'wait',
  approved: 'warn',
  issued: 'wait',
  served: 'good',
  discarded: 'void',
}

/** What to think of before choosing; by the blank's place in the letter. */
const hints: Readonly<Record<string, string>> = {
  'D05.points': '一行一项，一次写全。补正只能告知一次。',
  'D05.guidance': '告诉申请人怎么写才找得到：名称、文号、时间、地点、涉及的人或者事。',
  'D05.until': '给申请人合理的时间。',
  'D06.assessment': '写事实：多少件、什么时间、哪些内容重复，为什么超出合理范围。',
  'D07.reason': '写进告知书，申请人会看到。',
  'D07.days': '1到20个工作日。',
  'D08.replyBy': '写一个做得到的日期。',
  'D09.replyTo': '书面意见送到哪里，写清地址和收件的科室。',
  'D12.publicInterest': '写明不公开会对公共利益造成什么重大影响。',
  'D13.proposal': '写明打算公开、不公开还是部分公开，以及依据。',
  'D14.needed': '一行一项。',
  'D16.quantity': '按件写本件是当月第几件，按量写本件提供多少页。金额由系统按规则算。',
  'D16.counted': '写清是哪个月的件数，或者本件的页数。不同申请的页数不相加。',
  'D20.information': '只写名称，不写涉密内容。',
  'D21.instrument': '只有法律、行政法规可以作依据。例如《中华人民共和国统计法》。',
  'D21.clauseNumber': '例如：第九条',
  'D22.reason': '写明公开后会怎样危及，不能只写结论。',
  'D23.reason': '第三方的理由为什么成立。',
  'D23.publicInterest': '写明已经衡量过公共利益，为什么不公开不会造成重大影响。',
  'D24.reason': '可以不公开，不是必须不公开：写明为什么不宜公开。',
  'D25.reason': '可以不公开，不是必须不公开：写明处于什么阶段，公开会有什么影响。',
  'D26.reason': '可以不公开，不是必须不公开：写明为什么不宜公开。当事人可以依法查阅案卷。',
  'D28.searched': '一行一处：系统、档案室、科室。',
  'D28.keywords': '一行一个。',
  'D29.reason': '写明这项职责归谁、依据是什么。',
  'D29.rightAgency': '能确定的，必须告知名称和联系方式。',
  'D30.reason': '写明现有的是什么，为什么要加工、分析才能形成。',
  'D31.unclear': '写明补正以后还有哪里不清楚。',
  'D32.reason': '写明为什么属于信访、投诉、举报，而不是要一份信息。',
  'D35.assessment': '写明理由为什么不合理。',
}

/** A sentence beside a blank of a letter. */
export const hintOf = (letter: LetterId, name: string): string | undefined => hints[`${letter}.${name}`]
