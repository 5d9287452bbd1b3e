import { balanceTies } from '../report-form/ties.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { suspectCell } from './suspect.ts'
import { columnName } from './words.ts'

const rule: Rule = {
  code: 'sum.balance',
  severity: 'error',
  title: '表三收支不平',
  basis: '格式（国办公开办函〔2021〕30号）表三注：第一项加第二项之和，等于第三项加第四项之和（I2）',
  applies: '一、二、三（七）、四各有数的栏逐栏核对。',
  remedy: '请核对本年新收、上年结转、办理总计、结转下年四个数，使一加二等于三（七）加四。',
}

/** I2: what came in equals what went out and what is carried on, in every column. */
export const balance: Check = {
  rules: [rule],
  run: ({ report }) =>
    balanceTies(report.tables)
      .filter((tie) => tie.holds === false)
      .map((tie) => {
        const suspect = suspectCell(report, tie)
        const column = tie.target.column ?? 'total'
        return raise(rule, {
          what: `表三${columnName(column)}栏，本年新收加上年结转为${tie.expected}，办理总计加结转下年却为${tie.found}${suspect.words}`,
          expected: tie.expected,
          found: tie.found,
          at: [
            { section: 3, table: 't3', row: 'newlyReceived', column },
            ...tie.parts.slice(1).map((part) => ({ section: 3, ...part })),
            { section: 3, ...tie.target },
            ...suspect.at,
          ],
        })
      }),
}
