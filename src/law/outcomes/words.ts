import type { EvidenceKind, OutcomeCode, OutcomeGroup, Remedy } from './outcomes.ts'

/** Chinese for every outcome, as table three prints it where it prints it (国办公开办函〔2021〕30号). */
export const outcomeWords: Readonly<Record<OutcomeCode, string>> = {
  alreadyPublished: '予以公开（已主动公开）',
  released: '予以公开',
  partlyReleased: '部分公开',
  stateSecret: '不予公开：属于国家秘密',
  forbiddenByOtherLaw: '不予公开：其他法律行政法规禁止公开',
  securityAndStability: '不予公开：危及“三安全一稳定”',
  thirdPartyRights: '不予公开：保护第三方合法权益',
  internalAffairs: '不予公开：属于三类内部事务信息',
  deliberativeProcess: '不予公开：属于四类过程性信息',
  enforcementFile: '不予公开：属于行政执法案卷',
  administrativeLookup: '不予公开：属于行政查询事项',
  notHeldNoRecord: '无法提供：政府信息不存在',
  notHeldOtherAgency: '无法提供：不属于本机关负责公开',
  wouldNeedCreating: '无法提供：没有现成信息需要另行制作',
  stillUnclear: '无法提供：补正后申请内容仍不明确',
  petition: '不予处理：信访举报投诉类申请',
  duplicate: '不予处理：重复申请',
  printedPublication: '不予处理：要求提供公开出版物',
  excessive: '不予处理：无正当理由大量反复申请',
  reissue: '不予处理：要求确认或重新出具已获取信息',
  clarificationLapsed: '其他处理：逾期不补正',
  feeUnpaid: '其他处理：逾期未缴费',
  otherReason: '其他处理：撤回等其他情形',
}

/** Chinese for the groups of table three (国办公开办函〔2021〕30号). */
export const outcomeGroupWords: Readonly<Record<OutcomeGroup, string>> = {
  released: '予以公开',
  partlyReleased: '部分公开',
  withheld: '不予公开',
  cannotProvide: '无法提供',
  notProcessed: '不予处理',
  otherwiseClosed: '其他处理',
}

/** What the applicant may do, in one sentence (行政复议法第二十条、第二十三条; 行政诉讼法第四十五条、第四十六条). */
export const remedyWords: Readonly<Record<Remedy, string>> = {
  reviewFirst: '不同意答复，应当先在60日内申请行政复议；对复议决定不服，可以在15日内提起行政诉讼。',
  free: '不同意答复，可以在60日内申请行政复议，也可以在6个月内提起行政诉讼。',
  byParts:
    '对不予公开的部分，应当先在60日内申请行政复议；对其他部分，可以申请行政复议，也可以在6个月内提起行政诉讼。',
  none: '本件已经终止办理，需要时可以重新申请。',
}

/** What must be in the file for the ground (国办函〔2021〕132号; 法释〔2025〕8号: the agency bears the burden of proof). */
export const evidenceWords: Readonly<Record<EvidenceKind, string>> = {
  publicAddress: '已公开信息的准确位置（网址、栏目、标题、日期）',
  providedInformation: '提供的政府信息',
  separationRecord: '区分处理记录：哪些公开，哪些不公开及理由',
  classificationMark: '密级标志或者保密行政管理部门的意见（不上传涉密原文）',
  forbiddingClause: '禁止公开的法律、行政法规条款',
  riskOpinion: '风险评估意见',
  consultationRecord: '征求第三方意见的信函、送达凭证和答复',
  publicInterestTest: '公共利益衡量意见',
  natureOfDocument: '信息性质、所处阶段和不宜公开的理由',
  specialLaw: '专门规定查询办法的法律、行政法规',
  searchRecord: '检索记录：检索的系统、档案、关键词、人员和日期',
  responsibleAgency: '职责依据和负责公开的机关',
  needForProcessing: '需要加工、分析的理由',
  clarificationNotice: '补正告知书及送达凭证',
  unclearPoints: '补正后仍不明确之处',
  petitionNature: '申请内容属于信访、投诉、举报的理由',
  earlierReply: '此前的申请和答复',
  publicationPlace: '公开出版物的名称和获取途径',
  countsAndReasons: '申请数量频次、说明理由告知书、对理由的审查意见',
  alreadyHeld: '申请人已经获取该信息的证明',
  feeNotice: '收费通知书及送达凭证',
  withdrawal: '撤回申请书或者终止情形的证明',
}
