import { formerOtherRow } from '../../../law/report-form/form-2019.ts'
import { t3Form } from '../../../law/report-form/form-2021.ts'
import { keysOf, type RowPattern } from './row-matching.ts'

/** Ways offices print a label that differ from the form by more than a slip of the pen. */
const otherWays: Readonly<Record<string, readonly string[]>> = {
  newlyReceived: [
    '本年新收政府信息公开申请',
    '本年新收申请数量',
    '本年度新收政府信息公开申请数量',
    '新收政府信息公开申请数量',
  ],
  carriedIn: ['上年结转政府信息公开申请', '上年结转申请数量', '上年度结转政府信息公开申请数量'],
  partlyGranted: ['部分公开', '部分公开区分处理的只计这一情形'],
  refusedSecurityStability: ['三安全一稳定', '危及国家安全公共安全经济安全社会稳定'],
  refusedInternalAffairs: ['三类内部事务信息', '属于内部事务信息'],
  refusedDeliberative: ['四类过程性信息', '属于过程性信息'],
  otherCorrectionLapsed: ['申请人无正当理由逾期不补正', '申请人无正当理由逾期不补正行政机关不再处理'],
  otherFeeUnpaid: [
    '申请人逾期未按收费通知要求缴纳费用',
    '申请人逾期未按收费通知要求缴纳费用行政机关不再处理',
  ],
  otherMisc: ['其它'],
  totalHandled: ['合计', '本年度办理结果总计', '办理结果总计'],
  carriedOut: ['结转下年度', '结转下一年度继续办理', '结转下年继续办理'],
}

/** Group labels that carry no values in the form. Where an office adds subtotals they must not be taken for a row. */
const decoysBefore: Readonly<Record<string, readonly string[]>> = {
  granted: ['本年度办理结果'],
  refusedStateSecret: ['不予公开', '不予公开小计'],
  unableNotHeld: ['无法提供', '无法提供小计'],
  notProcessedPetition: ['不予处理', '不予处理小计'],
}

/**
 * The rows of table three in print order with every way of printing them, group labels as decoys, and the single row
 * （六）其他处理 of the form of 2019.
 */
export const t3Patterns: readonly RowPattern[] = t3Form.flatMap((form) => {
  const patterns: RowPattern[] = []
  const decoy = decoysBefore[form.row]
  if (decoy) patterns.push({ id: `group ${form.row}`, keys: keysOf(...decoy), decoy: true })
  if (form.row === 'otherCorrectionLapsed')
    patterns.push({ id: formerOtherRow, keys: keysOf('其他处理', '其它处理') })
  patterns.push({ id: form.row, keys: keysOf(form.label, ...(otherWays[form.row] ?? [])) })
  return patterns
})

/** Only the 25 rows of the form. */
export const t3RowPatterns: readonly RowPattern[] = t3Patterns.filter(
  (pattern) => !pattern.decoy && pattern.id !== formerOtherRow,
)

/** Row labels found one after another in a text that holds labels only, in the order of the form. */
export function labelsInSequence(joined: string): { pattern: RowPattern; at: number }[] {
  const found: { pattern: RowPattern; at: number }[] = []
  let from = 0
  for (const pattern of t3RowPatterns) {
    const hit = pattern.keys
      .map((key) => ({ key, at: joined.indexOf(key, from) }))
      .filter((candidate) => candidate.at >= 0 && candidate.at - from < 60 + (found.length === 0 ? 200 : 0))
      .sort((a, b) => a.at - b.at || b.key.length - a.key.length)[0]
    if (hit === undefined) continue
    // 其他 and 总计 are also column headings and pieces of longer labels: they count only after their neighbours.
    if (hit.key.length <= 2 && found.length === 0) continue
    found.push({ pattern, at: hit.at })
    from = hit.at + hit.key.length
  }
  return found
}
