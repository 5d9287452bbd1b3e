import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { agencyKind, agencyName, t2CellName } from './words.ts'

const rule: Rule = {
  code: 'cell.rulesPower',
  severity: 'error',
  title: '没有规章制定权的机关填了规章',
  basis: '《立法法》第九十一条、第九十三条；格式（国办公开办函〔2021〕30号）表二（A09）',
  applies: '县级以下政府和地方各级部门的表二规章三格不为0时；机关名称读不出级别时不说。',
  remedy:
    '规章只能由国务院部门、省级和设区的市（自治州）政府制定，请改为0；如果填的是规范性文件，请移到下一行。',
}

/** Only governments of provinces, cities with districts and prefectures make 规章; a county or a local department cannot. */
export const rulesPower: Check = {
  rules: [rule],
  run({ report }) {
    const t2 = report.tables.t2
    const name = agencyName(report)
    if (t2 === null || name === null || report.form === '2019') return []
    const kind = agencyKind(name)
    const department =
      !kind.government &&
      kind.level !== null &&
      /(?:局|委员会|委|厅|办公室|中心|队|站|所|大队|支队)$/.test(name) &&
      !/政府办公[厅室]$/.test(name)
    const below = kind.government && (kind.level === 'county' || kind.level === 'township')
    if (!department && !below) return []
    const wrong = (['rules.issued', 'rules.repealed', 'rules.inForce'] as const).filter(
      (cell) => (t2[cell] ?? 0) > 0,
    )
    const first = wrong[0]
    if (first === undefined) return []
    return [
      raise(rule, {
        what: `表二${wrong.map((cell) => `${t2CellName(cell)}填${t2[cell]}`).join('、')}，而${name}没有规章制定权`,
        expected: 0,
        found: t2[first],
        at: wrong.map((row) => ({ section: 2, table: 't2' as const, row })),
      }),
    ]
  },
}
