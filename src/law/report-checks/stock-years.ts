import type { Finding } from '../report-form/model.ts'
import { follows } from './carried-in.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'

const rule = (code: string, title: string): Rule => ({
  code,
  severity: 'warning',
  title,
  basis: '格式（国办公开办函〔2021〕30号）表二：现行有效等于上年现行有效加制发减废止（I7、I9）',
  applies: '给出上一年报告，且两年都用2021年格式；自动失效、清理、机构调整都可能使其不等，所以只作提醒。',
  remedy: '请核对文件清单；有自动失效、清理等情形的，在第六部分说明。',
})
const documents = rule('carry.normativeDocuments', '规范性文件存量与上年不衔接')
const rules = rule('carry.rules', '规章存量与上年不衔接')

/** I7, I9: this year's stock is last year's plus issued less repealed. */
export const stockYears: Check = {
  rules: [documents, rules],
  run({ report, previous }) {
    if (!follows(report, previous) || report.form === '2019' || previous.form === '2019') return []
    const now = report.tables.t2
    const before = previous.tables.t2
    if (now === null || before === null) return []
    const findings: Finding[] = []
    for (const [one, kind, name] of [
      [documents, 'normativeDocuments', '规范性文件'],
      [rules, 'rules', '规章'],
    ] as const) {
      const stock = before[`${kind}.inForce`]
      const issued = now[`${kind}.issued`]
      const repealed = now[`${kind}.repealed`]
      const found = now[`${kind}.inForce`]
      if (stock === null || issued === null || repealed === null || found === null) continue
      const expected = stock + issued - repealed
      if (expected === found) continue
      findings.push(
        raise(one, {
          what: `${name}上年现行有效${stock}件，本年制发${issued}件、废止${repealed}件，应为${expected}件，表二现行有效却是${found}件`,
          verdict: 'doubtful',
          expected,
          found,
          at: [{ section: 2, table: 't2', row: `${kind}.inForce` }],
        }),
      )
    }
    return findings
  },
}
