import { type Finding, type RecoveredReport, t3Columns } from '../report-form/model.ts'
import type { Check, Rule, Subject } from './check.ts'
import { raise } from './check.ts'
import { sumOf } from './told.ts'
import { agencyName, columnName } from './words.ts'

const carried: Rule = {
  code: 'carry.requests',
  severity: 'error',
  title: '上年结转与上年报告不衔接',
  basis: '格式（国办公开办函〔2021〕30号）表三：本年“上年结转”等于上年“结转下年度”（I6）',
  applies: '给出上一年报告时逐栏核对；总计相同而分栏不同的，可能是申请人重新归类，只作存疑。',
  remedy: '请核对上年报告第四项；机关合并、申请人归类调整的，在第六部分说明。',
}
const pending: Rule = {
  code: 'carry.pending',
  severity: 'notice',
  title: '上年未审结案件没有在本年出现',
  basis: '格式（国办公开办函〔2021〕30号）表四（I10）',
  applies: '上年尚未审结数多于本年总计；不把旧案计入本年的机关可以说明。',
  remedy: '请核对旧案是否在本年审结并计入。',
}
const lone: Rule = {
  code: 'carry.remediesWithoutRequests',
  severity: 'warning',
  title: '两年都没有申请却有复议诉讼',
  basis: '格式（国办公开办函〔2021〕30号）表三、表四（A19）',
  applies: '本年、上年表三新收和结转都是0，而表四有案件。',
  remedy: '请核对案件是否因政府信息公开引起，或申请是否漏登。',
}
const after: Rule = {
  code: 'carry.suitsAfterReview',
  severity: 'notice',
  title: '复议后起诉多于两年办结的复议',
  basis: '格式（国办公开办函〔2021〕30号）表四（I11）',
  applies: '给出上一年报告；复议后起诉的总计多于本年和上年已审结的行政复议之和。',
  remedy: '请核对案件是否经过复议；复议机关与本机关统计口径不同的，在第六部分说明。',
}
const apart: Rule = {
  code: 'carry.notComparable',
  severity: 'notice',
  title: '给出的不是上一年的报告',
  basis: '格式（国办公开办函〔2021〕30号）：跨年核对须为同一机关相邻年度（I6）',
  applies: '用作对照的报告不是同一机关的上一年度。',
  remedy: '请换成上一年的报告再核对。',
}

/** Whether the other report is last year's of the same agency, as far as both tell. */
export function follows(
  report: RecoveredReport,
  previous: RecoveredReport | null,
): previous is RecoveredReport {
  if (previous === null) return false
  if (report.year !== null && previous.year !== null && previous.year !== report.year - 1) return false
  const own = agencyName(report)
  const other = agencyName(previous)
  return own === null || other === null || own === other || sameAgency(own, other)
}

/** Names that differ by 市/区 in front or by a renaming share most of their characters. */
function sameAgency(a: string, b: string): boolean {
  const shared = [...new Set(a)].filter((sign) => b.includes(sign)).length
  return shared >= Math.min(new Set(a).size, new Set(b).size) * 0.7
}

/** I6, I10, A19: what was carried out last year comes in this year. */
export const carriedIn: Check = {
  rules: [carried, pending, lone, after, apart],
  run({ report, previous }: Subject) {
    if (previous === null) return []
    const lastYears = previous
    if (!follows(report, previous))
      return [
        raise(apart, {
          what: `对照的是${lastYears.agency ?? '不明机关'}${lastYears.year ?? '不明'}年报告，不是${report.agency ?? '本机关'}${report.year === null ? '' : report.year - 1}年报告，跨年核对没有做`,
          verdict: 'cannotTell',
          at: [{}],
        }),
      ]
    const findings: Finding[] = []
    const now = report.tables.t3
    const before = previous.tables.t3
    if (now !== null && before !== null) {
      const wrong = t3Columns.filter((column) => {
        const left = before.carriedOut[column]
        const right = now.carriedIn[column]
        return left !== null && right !== null && left !== right
      })
      const total = wrong.includes('total')
      const first = total ? 'total' : wrong[0]
      if (first !== undefined)
        findings.push(
          raise(carried, {
            what: total
              ? `表三上年结转总计${now.carriedIn.total}件，上年报告结转下年度却是${before.carriedOut.total}件`
              : `表三上年结转的${wrong.map(columnName).join('、')}各栏与上年报告不同，总计相同`,
            ...(total ? {} : { verdict: 'doubtful' as const, severity: 'warning' as const }),
            expected: before.carriedOut[first],
            found: now.carriedIn[first],
            at: wrong.map((column) => ({ section: 3, table: 't3' as const, row: 'carriedIn', column })),
          }),
        )
    }
    const t4 = report.tables.t4
    const old = previous.tables.t4
    if (t4 !== null && old !== null) {
      const suits = (table: typeof t4, column: 'pending' | 'total') =>
        (table.litigationDirect[column] ?? 0) + (table.litigationAfterReconsideration[column] ?? 0)
      for (const [name, left, right, row] of [
        ['行政复议', old.reconsideration.pending, t4.reconsideration.total, 'reconsideration'],
        ['行政诉讼', suits(old, 'pending'), suits(t4, 'total'), 'litigationDirect'],
      ] as const)
        if (left !== null && right !== null && left > right)
          findings.push(
            raise(pending, {
              what: `上年报告有${left}件${name}尚未审结，本年表四${name}总计只有${right}件`,
              verdict: 'doubtful',
              expected: `≥${left}`,
              found: right,
              at: [{ section: 4, table: 't4', row, column: 'total' }],
            }),
          )
      const concluded = (table: typeof t4) =>
        sumOf([table.reconsideration.upheld, table.reconsideration.corrected, table.reconsideration.other])
      const reviews = sumOf([concluded(t4), concluded(old)])
      const later = t4.litigationAfterReconsideration.total
      // A suit pending from the year before last may stem from a still older review.
      const older = old.litigationAfterReconsideration.pending ?? 0
      if (reviews !== null && later !== null && later > reviews + older)
        findings.push(
          raise(after, {
            what: `表四复议后起诉${later}件，而本年和上年审结的行政复议一共只有${reviews}件`,
            verdict: 'doubtful',
            expected: `≤${reviews + older}`,
            found: later,
            at: [{ section: 4, table: 't4', row: 'litigationAfterReconsideration', column: 'total' }],
          }),
        )
      const cases = (t4.reconsideration.total ?? 0) + suits(t4, 'total')
      const idle = (table: typeof now) =>
        table !== null && table.newlyReceived.total === 0 && table.carriedIn.total === 0
      const oldCases = (old.reconsideration.pending ?? 0) + suits(old, 'pending')
      if (cases > 0 && oldCases === 0 && idle(now) && idle(before))
        findings.push(
          raise(lone, {
            what: `表四有${cases}件复议诉讼，而本年和上年都没有申请`,
            verdict: 'doubtful',
            found: cases,
            at: [{ section: 4, table: 't4' }],
          }),
        )
    }
    return findings
  },
}
