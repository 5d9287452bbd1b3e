import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'

const rule: Rule = {
  code: 'structure.formerForm',
  severity: 'error',
  title: '表二沿用2019年格式',
  basis: '格式（国办公开办函〔2021〕30号）代替国办公开办函〔2019〕60号（C08）',
  applies: '报告年度2021年起，表二仍是“本年新制作、本年新公开、对外公开总数量”等旧栏。',
  remedy: '请改用2021年格式重新填表二。',
}
const firstYear = 2021

/** C08: table two of the form of 2019 in a report for 2021 or later. */
export const formerForm: Check = {
  rules: [rule],
  run({ report }) {
    if (report.year === null || report.year < firstYear || (report.former?.t2 ?? null) === null) return []
    const section = report.sections.find((one) => one.number === 2)
    return [
      raise(rule, {
        what: `${report.year}年报告的表二用的是2019年的格式`,
        at: [{ ...section?.at, section: 2, table: 't2' }],
      }),
    ]
  },
}
