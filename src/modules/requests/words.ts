import type {
  ApplicantKind,
  ApprovalStep,
  ConsultationKind,
  EventType,
  FilePurpose,
  IdentityKind,
  ItemJudgement,
  Opinion,
  RemedyKind,
  RemedyResult,
  RequestKind,
  ServiceWay,
  WantedForm,
  WantedWay,
} from './model.ts'
import type { CaseState } from './rules/case-state.ts'
import type { PaperState } from './rules/papers.ts'

export const applicantKindWords: Readonly<Record<ApplicantKind, string>> = {
  natural: '自然人',
  business: '商业企业',
  research: '科研机构',
  welfare: '社会公益组织',
  legalService: '法律服务机构',
  otherOrg: '其他',
}

export const requestKindWords: Readonly<Record<RequestKind, string>> = {
  information: '政府信息公开申请',
  recordCorrection: '更正申请',
  publicationProposal: '主动公开建议',
  complaint: '投诉举报',
}

export const wantedFormWords: Readonly<Record<WantedForm, string>> = {
  paper: '纸质',
  electronic: '电子文档',
  disc: '光盘',
}

export const wantedWayWords: Readonly<Record<WantedWay, string>> = {
  online: '网上下载',
  email: '电子邮件',
  post: '邮寄',
  pickUp: '自行领取',
  fax: '传真',
  onSite: '当场查阅、抄录',
}

export const identityKindWords: Readonly<Record<IdentityKind, string>> = {
  identityCard: '居民身份证',
  passport: '护照',
  otherPersonal: '其他个人身份证明',
  businessLicence: '营业执照',
  otherOrganisation: '其他单位证明（统一社会信用代码）',
}

export const serviceWayWords: Readonly<Record<ServiceWay, string>> = {
  direct: '直接送达',
  entrusted: '委托其他机关转交',
  post: '邮寄',
  electronic: '电子送达',
}

export const consultationKindWords: Readonly<Record<ConsultationKind, string>> = {
  thirdParty: '第三方',
  coMaker: '共同制作机关',
  otherAgency: '其他机关',
}

export const opinionWords: Readonly<Record<Opinion, string>> = {
  agrees: '同意公开',
  partly: '部分同意',
  objects: '不同意公开',
}

export const approvalStepWords: Readonly<Record<ApprovalStep, string>> = {
  legal: '合法性审核',
  secrecy: '保密审查',
  officeHead: '公开机构负责人审签',
  head: '局领导审签',
}

export const filePurposeWords: Readonly<Record<FilePurpose, string>> = {
  application: '申请材料',
  identity: '身份证明',
  powerOfAttorney: '授权委托书',
  clarification: '补正材料',
  reasons: '理由说明',
  searchRecord: '检索记录',
  evidence: '证据材料',
  opinion: '征求意见答复',
  original: '信息原件',
  release: '供公开的文件',
  letter: '文书',
  serviceProof: '送达凭证',
  paymentProof: '缴费凭证',
  withdrawal: '撤回材料',
  remedy: '复议诉讼材料',
}

export const itemJudgementWords: Readonly<Record<ItemJudgement, string>> = {
  open: '公开',
  partly: '部分公开',
  withheld: '不公开',
  notHeld: '不存在',
  alreadyPublished: '已主动公开',
}

export const remedyKindWords: Readonly<Record<RemedyKind, string>> = {
  reconsideration: '行政复议',
  litigationDirect: '未经复议直接起诉',
  litigationAfterReconsideration: '复议后起诉',
}

export const remedyResultWords: Readonly<Record<RemedyResult, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
}

/** What happened to a case, on its day. */
export const eventTypeWords: Readonly<Record<EventType, string>> = {
  clarificationAsked: '告知补正',
  clarificationAnswered: '收到补正',
  thirdPartyAsked: '征求第三方意见',
  thirdPartyAnswered: '收到第三方意见',
  agencyAsked: '征求其他机关意见',
  agencyAnswered: '收到其他机关意见',
  extended: '延长答复期限',
  feeNoticed: '发出收费通知',
  feePaid: '缴清费用',
  answered: '答复',
  consultationDelivered: '对方收到征求意见书',
  feeNoticeDelivered: '申请人收到收费通知',
  reasonsAsked: '请申请人说明理由',
  reasonsGiven: '收到理由说明',
  deferred: '告知延迟答复',
  withdrawn: '申请人撤回',
}

/** For staff. */
export const caseStateWords: Readonly<Record<CaseState, string>> = {
  awaitingConfirmation: '待确认收到日期',
  running: '办理中',
  paused: '征求意见中',
  waitingForApplicant: '等申请人补正',
  waitingForFee: '等申请人缴费',
  lapsed: '逾期未补正或未缴费，待终止',
  closed: '已办结',
}

/** For the applicant: what is going on and whose turn it is. */
export const caseStateForApplicant: Readonly<Record<CaseState, string>> = {
  awaitingConfirmation: '已经提交，等我们与您确认',
  running: '正在办理',
  paused: '正在征求有关方面的意见',
  waitingForApplicant: '需要您补充',
  waitingForFee: '需要您缴费',
  lapsed: '补充或者缴费的期限已过',
  closed: '已经答复',
}

export const paperStateWords: Readonly<Record<PaperState, string>> = {
  draft: '拟稿',
  inReview: '审签中',
  approved: '已审签，待发出',
  issued: '已发出，待送达',
  served: '已送达',
  discarded: '已作废',
}

/** Permission code to its Chinese name. */
export const permissionWords = {
  'requests.see': '查看申请',
  'requests.register': '登记来件',
  'requests.handle': '办理申请、拟文书',
  'requests.seeApplicant': '查看申请人信息',
  'requests.reviewLegal': '合法性审核',
  'requests.reviewSecrecy': '保密审查（依申请）',
  'requests.approveProcedure': '审签程序文书',
  'requests.approveReply': '审签答复',
  'requests.issue': '发出和送达文书',
  'requests.remedies': '登记复议和诉讼',
  'requests.archive': '归档',
  'requests.settings': '申请设置',
  'requests.supervise': '查看下级机关的申请办理情况',
} as const
export type RequestPermission = keyof typeof permissionWords

/** Journal verb to its Chinese name. */
export const verbWords: Readonly<Record<string, string>> = {
  'submit-request': '网上提交申请',
  'submit-draft': '网上申请的附件入卷',
  'receive-request': '登记来件',
  'confirm-receipt': '确认收到申请之日',
  'assign-request': '分派',
  'split-request': '登记时拆分',
  'link-requests': '关联申请',
  'answer-clarification': '收到补正',
  'give-reasons': '收到理由说明',
  'pay-fee': '登记缴费',
  'withdraw-request': '撤回申请',
  'open-consultation': '拟征求意见',
  'record-delivery': '登记对方收到',
  'answer-consultation': '收到征求意见答复',
  'judge-objection': '判断第三方理由',
  'draft-paper': '拟文书',
  'submit-paper': '送审',
  'approve-paper': '审签同意',
  'send-back-paper': '退回修改',
  'discard-paper': '作废文书',
  'issue-paper': '发出文书',
  'serve-paper': '登记送达',
  'list-item': '列入信息清单',
  'judge-item': '判断信息',
  'release-item': '生成供公开的文件',
  'attach-file': '添加文件',
  'revoke-event': '撤销写错的记录',
  'edit-settings': '修改申请设置',
  'upload-letter-template': '上传文书模板',
  'enable-letter-template': '启用文书模板',
  'revert-letter-template': '改回系统的文书样式',
  'see-applicant': '查看申请人信息',
  'see-file': '下载卷宗文件',
  'export-requests': '下载申请列表',
  'change-contact': '改联系方式',
  'renew-query-code': '换查询码',
  'issue-receipt': '打印接收回执',
  'print-record': '打印登记记录',
  'record-reconsideration': '登记行政复议',
  'record-litigation': '登记行政诉讼',
  'record-remedy-result': '登记复议诉讼结果',
  'archive-request': '归档',
  'fetch-archive': '下载案卷',
  'erase-identity': '删除身份证明',
  'register-platform': '登记受理平台',
  'end-platform': '停用受理平台',
  'remind-handlers': '到期提醒',
  'refresh-case': '重新计算期限',
  'collect-paper': '申请人在网上领取文书',
  'download-file': '申请人下载文件',
  'add-material': '申请人补充材料',
  'rate-service': '申请人评价',
  'accept-hint': '把几个人申请过的信息纳入主动公开',
  'dismiss-hint': '几个人申请过的信息不纳入主动公开',
}
