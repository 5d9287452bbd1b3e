import { type T3Column, t3Columns } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { cellAt, sumOf } from './told.ts'
import { columnName } from './words.ts'

const rule: Rule = {
  code: 'cell.excessiveWithoutRepeat',
  severity: 'warning',
  title: '没有大量申请却按“大量反复申请”处理',
  basis: '《政府信息公开条例》第三十五条：申请的数量、频次明显超过合理范围（A13）',
  applies: '表三“无正当理由大量反复申请”大于0，而同一类申请人全年（含上年结转）不超过5件。',
  remedy: '请核对该件是否应计入“重复申请”或其他结果，并查看说明理由的要求是否已发出。',
}
const few = 5

/** A13, Article 35: someone who applied excessively cannot stand in a column of a handful of requests. */
export const applicantVolume: Check = {
  rules: [rule],
  run({ report }) {
    const t3 = report.tables.t3
    if (t3 === null) return []
    return t3Columns
      .filter((column): column is T3Column => column !== 'total')
      .flatMap((column) => {
        const excessive = t3.notProcessedExcessive[column]
        const intake = sumOf([t3.newlyReceived[column], t3.carriedIn[column]])
        if (excessive === null || excessive <= 0 || intake === null || intake > few) return []
        return [
          raise(rule, {
            what: `表三${columnName(column)}栏“无正当理由大量反复申请”${excessive}件，而这类申请人全年只有${intake}件申请`,
            verdict: 'doubtful',
            expected: 0,
            found: excessive,
            at: [cellAt('t3', 'notProcessedExcessive', column), cellAt('t3', 'newlyReceived', column)],
          }),
        ]
      })
  },
}
