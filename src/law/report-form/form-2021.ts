import type { T2Cell, T3Column, T3Row, T4Block, T4Column } from './model.ts'

/**
 * The annual report form of 国办公开办函〔2021〕30号 (report years 2021 on) as data: what is printed, in the order of print.
 * Labels are to the letter; ids are the public contract.
 */

export const sectionTitles = [
  { number: 1, title: '总体情况' },
  { number: 2, title: '主动公开政府信息情况' },
  { number: 3, title: '收到和处理政府信息公开申请情况' },
  { number: 4, title: '政府信息公开行政复议、行政诉讼情况' },
  { number: 5, title: '存在的主要问题及改进情况' },
  { number: 6, title: '其他需要报告的事项' },
] as const

export interface T2RowForm {
  /** The item of Article 20 that heads the group. */
  readonly group: string
  readonly label: string
  /** Column heading and cell, in print order. */
  readonly cells: readonly { readonly heading: string; readonly cell: T2Cell }[]
}

export const t2Form: readonly T2RowForm[] = [
  {
    group: '第二十条第（一）项',
    label: '规章',
    cells: [
      { heading: '本年制发件数', cell: 'rules.issued' },
      { heading: '本年废止件数', cell: 'rules.repealed' },
      { heading: '现行有效件数', cell: 'rules.inForce' },
    ],
  },
  {
    group: '第二十条第（一）项',
    label: '行政规范性文件',
    cells: [
      { heading: '本年制发件数', cell: 'normativeDocuments.issued' },
      { heading: '本年废止件数', cell: 'normativeDocuments.repealed' },
      { heading: '现行有效件数', cell: 'normativeDocuments.inForce' },
    ],
  },
  {
    group: '第二十条第（五）项',
    label: '行政许可',
    cells: [{ heading: '本年处理决定数量', cell: 'licences' }],
  },
  {
    group: '第二十条第（六）项',
    label: '行政处罚',
    cells: [{ heading: '本年处理决定数量', cell: 'penalties' }],
  },
  {
    group: '第二十条第（六）项',
    label: '行政强制',
    cells: [{ heading: '本年处理决定数量', cell: 'coercion' }],
  },
  {
    group: '第二十条第（八）项',
    label: '行政事业性收费',
    cells: [{ heading: '本年收费金额（单位：万元）', cell: 'feesWan' }],
  },
]

export interface T3RowForm {
  readonly row: T3Row
  /** 三、本年度办理结果 where the row belongs to it. */
  readonly stage: string | null
  /** （三）不予公开 and the like; null where the row stands alone. */
  readonly group: string | null
  readonly label: string
  /** The number printed before the label. */
  readonly number: string
}

const results = '三、本年度办理结果'
const row = (
  row: T3Row,
  number: string,
  label: string,
  group: string | null,
  stage: string | null = results,
): T3RowForm => ({
  row,
  stage,
  group,
  label,
  number,
})
const refused = '（三）不予公开'
const unable = '（四）无法提供'
const notProcessed = '（五）不予处理'
const other = '（六）其他处理'

export const t3Form: readonly T3RowForm[] = [
  row('newlyReceived', '一、', '本年新收政府信息公开申请数量', null, null),
  row('carriedIn', '二、', '上年结转政府信息公开申请数量', null, null),
  row('granted', '（一）', '予以公开', null),
  row('partlyGranted', '（二）', '部分公开（区分处理的，只计这一情形，不计其他情形）', null),
  row('refusedStateSecret', '1.', '属于国家秘密', refused),
  row('refusedForbiddenByLaw', '2.', '其他法律行政法规禁止公开', refused),
  row('refusedSecurityStability', '3.', '危及“三安全一稳定”', refused),
  row('refusedThirdPartyRights', '4.', '保护第三方合法权益', refused),
  row('refusedInternalAffairs', '5.', '属于三类内部事务信息', refused),
  row('refusedDeliberative', '6.', '属于四类过程性信息', refused),
  row('refusedEnforcementFile', '7.', '属于行政执法案卷', refused),
  row('refusedAdministrativeQuery', '8.', '属于行政查询事项', refused),
  row('unableNotHeld', '1.', '本机关不掌握相关政府信息', unable),
  row('unableNeedsCreation', '2.', '没有现成信息需要另行制作', unable),
  row('unableStillUnclear', '3.', '补正后申请内容仍不明确', unable),
  row('notProcessedPetition', '1.', '信访举报投诉类申请', notProcessed),
  row('notProcessedRepeat', '2.', '重复申请', notProcessed),
  row('notProcessedPublication', '3.', '要求提供公开出版物', notProcessed),
  row('notProcessedExcessive', '4.', '无正当理由大量反复申请', notProcessed),
  row('notProcessedReissue', '5.', '要求行政机关确认或重新出具已获取信息', notProcessed),
  row('otherCorrectionLapsed', '1.', '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', other),
  row(
    'otherFeeUnpaid',
    '2.',
    '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    other,
  ),
  row('otherMisc', '3.', '其他', other),
  row('totalHandled', '（七）', '总计', null),
  row('carriedOut', '四、', '结转下年度继续办理', null, null),
]

/** The note printed in the corner of table three: identity I2. */
export const t3Corner = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

export interface T3ColumnForm {
  readonly column: T3Column
  readonly label: string
  readonly group: string | null
}

export const t3ColumnForm: readonly T3ColumnForm[] = [
  { column: 'natural', label: '自然人', group: null },
  { column: 'business', label: '商业企业', group: '法人或其他组织' },
  { column: 'research', label: '科研机构', group: '法人或其他组织' },
  { column: 'welfare', label: '社会公益组织', group: '法人或其他组织' },
  { column: 'legalService', label: '法律服务机构', group: '法人或其他组织' },
  { column: 'otherOrg', label: '其他', group: '法人或其他组织' },
  { column: 'total', label: '总计', group: null },
]

export const t4BlockForm: readonly {
  readonly block: T4Block
  readonly label: string
  readonly group: string | null
}[] = [
  { block: 'reconsideration', label: '行政复议', group: null },
  { block: 'litigationDirect', label: '未经复议直接起诉', group: '行政诉讼' },
  { block: 'litigationAfterReconsideration', label: '复议后起诉', group: '行政诉讼' },
]

export const t4ColumnForm: readonly { readonly column: T4Column; readonly label: string }[] = [
  { column: 'upheld', label: '结果维持' },
  { column: 'corrected', label: '结果纠正' },
  { column: 'other', label: '其他结果' },
  { column: 'pending', label: '尚未审结' },
  { column: 'total', label: '总计' },
]

/** The 21 rows whose sum is 三（七）总计 (identity I3). */
export const t3ResultRows: readonly T3Row[] = t3Form
  .filter((form) => form.stage !== null && form.row !== 'totalHandled')
  .map((form) => form.row)
