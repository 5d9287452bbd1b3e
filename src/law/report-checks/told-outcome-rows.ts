import type { RecoveredReport, T3Row } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { cellAt } from './told.ts'
import { againstTable, type Counterpart } from './told-table.ts'
import { rowName } from './words.ts'

const rule: Rule = {
  code: 'text.outcomeRow',
  severity: 'warning',
  title: '单项办理结果件数文表不符',
  basis: '格式（国办公开办函〔2021〕30号）表三：一件申请只计一种结果（B02）',
  applies:
    '文中按表三的行名说到件数（如“本机关不掌握5件”“重复申请2件”）时；几种情形合说一个数的、带“等”字的不比。',
  remedy: '请按答复书逐件核对结果，把文字和表三改成同一个数。',
}
const rows: readonly T3Row[] = [
  'unableNotHeld',
  'unableNeedsCreation',
  'unableStillUnclear',
  'refusedStateSecret',
  'refusedThirdPartyRights',
  'refusedInternalAffairs',
  'refusedDeliberative',
  'refusedEnforcementFile',
  'refusedAdministrativeQuery',
  'notProcessedPetition',
  'notProcessedRepeat',
  'notProcessedExcessive',
  'otherCorrectionLapsed',
]

/** B02: a single row of table three as the text counts it. The same reason may be told in parts, so the sum of them is right too. */
export const toldOutcomeRows: Check = {
  rules: [rule],
  run: ({ report }) =>
    rows.flatMap((row) => {
      const pair: Counterpart = {
        fact: row,
        rule,
        name: rowName(row).replace(/^三（.）(?:\d\.)?/, ''),
        counted: (read: RecoveredReport) => read.tables.t3?.[row].total ?? null,
        at: [cellAt('t3', row, 'total')],
        cells: `表三“${rowName(row)}”总计`,
      }
      const told = report.narrative.filter((one) => one.fact === row && one.year === undefined)
      const counted = pair.counted(report)
      const sum = told.reduce((all, one) => all + Number(one.value), 0)
      return sum === counted ? [] : againstTable(report, pair)
    }),
}
