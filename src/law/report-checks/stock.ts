import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'

const rule: Rule = {
  code: 'sum.stock',
  severity: 'warning',
  title: '现行有效件数少于本年净增',
  basis: '格式（国办公开办函〔2021〕30号）表二：现行有效件数不少于制发减废止（I8、I9）',
  applies: '制发、废止、现行有效三个数都读到时核对；当年制发又失效、联合发文等情形可以说明。',
  remedy: '请核对年末现行有效的文件清单；确有原因的，在第六部分说明。',
}

/** I8 and I9 within one year: the stock at year's end cannot be smaller than what was issued less what was repealed. */
export const stock: Check = {
  rules: [rule],
  run({ report }) {
    const t2 = report.tables.t2
    if (t2 === null || report.form === '2019') return []
    return (
      [
        ['normativeDocuments', '行政规范性文件'],
        ['rules', '规章'],
      ] as const
    ).flatMap(([kind, name]) => {
      const issued = t2[`${kind}.issued`]
      const repealed = t2[`${kind}.repealed`]
      const inForce = t2[`${kind}.inForce`]
      if (issued === null || repealed === null || inForce === null || inForce >= issued - repealed) return []
      // A negative or broken count is said by the check of counts.
      if ([issued, repealed, inForce].some((count) => count < 0 || !Number.isInteger(count))) return []
      return [
        raise(rule, {
          what: `表二${name}本年制发${issued}件、废止${repealed}件，现行有效却只有${inForce}件`,
          expected: `≥${issued - repealed}`,
          found: inForce,
          at: [{ section: 2, table: 't2', row: `${kind}.inForce` }],
        }),
      ]
    })
  },
}
