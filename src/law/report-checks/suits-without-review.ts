import { t3ResultRows } from '../report-form/form-2021.ts'
import type { T3Row } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { cellAt } from './told.ts'

const rule: Rule = {
  code: 'cell.suitWithoutReview',
  severity: 'notice',
  title: '应当先复议的却填了直接起诉',
  basis: '《行政复议法》第二十三条第一款第四项：对不予公开的决定应当先申请行政复议（A18）',
  applies:
    '报告年度2024年起，表四“未经复议直接起诉”大于0，而表三的结果除了予以公开，只有条例第十四条至第十六条的不予公开。',
  remedy: '请核对案件是否属于复议后起诉，或针对的是往年的答复。',
}
const firstYear = 2024
/** Articles 14 to 16: state secrets, forbidden by law, security and stability, third parties, internal, deliberative, enforcement files. */
const reviewFirst: ReadonlySet<T3Row> = new Set([
  'refusedStateSecret',
  'refusedForbiddenByLaw',
  'refusedSecurityStability',
  'refusedThirdPartyRights',
  'refusedInternalAffairs',
  'refusedDeliberative',
  'refusedEnforcementFile',
])

/** A18: since 2024 a refusal under Articles 14 to 16 goes to reconsideration before it goes to court. */
export const suitsWithoutReview: Check = {
  rules: [rule],
  run({ report }) {
    const t3 = report.tables.t3
    const suits = report.tables.t4?.litigationDirect.total ?? 0
    if (t3 === null || suits <= 0 || report.year === null || report.year < firstYear) return []
    const held = t3ResultRows.filter((row) => t3[row].total !== 0 && row !== 'granted')
    if (held.length === 0 || held.some((row) => t3[row].total === null || !reviewFirst.has(row))) return []
    // A request not answered in time may be sued over directly.
    if ((t3.carriedOut.total ?? 1) > 0) return []
    return [
      raise(rule, {
        what: `表四“未经复议直接起诉”${suits}件，而本年不予公开的理由都属于应当先申请行政复议的情形`,
        verdict: 'doubtful',
        expected: 0,
        found: suits,
        at: [cellAt('t4', 'litigationDirect', 'total'), ...held.map((row) => cellAt('t3', row, 'total'))],
      }),
    ]
  },
}
