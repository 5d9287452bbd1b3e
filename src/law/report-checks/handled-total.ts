import { resultTies } from '../report-form/ties.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { suspectCell } from './suspect.ts'
import { columnName } from './words.ts'

const rule: Rule = {
  code: 'sum.handled',
  severity: 'error',
  title: '表三办理结果总计不符',
  basis: '格式（国办公开办函〔2021〕30号）表三：（七）总计为各办理结果之和（I3）',
  applies: '该栏各办理结果都读到时才核对。',
  remedy: '请逐行核对办理结果，每件申请只计一种结果。',
}

/** I3: the handled total is the sum of the 21 results, in every column. */
export const handledTotal: Check = {
  rules: [rule],
  run: ({ report }) =>
    resultTies(report.tables, report.former?.otherHandled ?? null)
      .filter((tie) => tie.holds === false)
      .map((tie) => {
        const suspect = suspectCell(report, tie)
        return raise(rule, {
          what: `表三${columnName(tie.target.column ?? 'total')}栏，各项办理结果相加为${tie.expected}，（七）总计却是${tie.found}${suspect.words}`,
          expected: tie.expected,
          found: tie.found,
          at: [{ section: 3, ...tie.target }, ...suspect.at],
        })
      }),
}
