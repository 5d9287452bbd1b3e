import type { Finding, RecoveredReport, T2Cell } from '../report-form/model.ts'
import { follows } from './carried-in.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { agencyKind, agencyName, businessOf, t2CellName } from './words.ts'

const own: Rule = {
  code: 'carry.outlier',
  severity: 'notice',
  title: '与上年相差十倍以上',
  basis: '《政府信息公开条例》第六条、第五十条：数据准确（A20）',
  applies: '给出上一年报告，两年中较小的数不少于5，较大的不少于50。',
  remedy: '请核对是否多填或少填了一位，确实如此的在第六部分说明。',
}
const among: Rule = {
  code: 'carry.sisterOutlier',
  severity: 'notice',
  title: '与同类机关相差十倍以上',
  basis: '《政府信息公开条例》第六条、第五十条：数据准确（A20）',
  applies: '一批报告里同一年度、同一级别、同一业务的机关至少8份，中位数不少于5，本机关是中位数的20倍以上。',
  remedy: '请核对是否多填了一位。',
}
const figures: readonly (readonly [
  string,
  (report: RecoveredReport) => number | null,
  Finding['at'][number],
])[] = [
  [
    '本年新收申请',
    (report) => report.tables.t3?.newlyReceived.total ?? null,
    { section: 3, table: 't3', row: 'newlyReceived', column: 'total' },
  ],
  ...(['licences', 'penalties', 'coercion'] as const).map(
    (cell: T2Cell) =>
      [
        t2CellName(cell),
        (report: RecoveredReport) => report.tables.t2?.[cell] ?? null,
        { section: 2, table: 't2', row: cell },
      ] as const,
  ),
]
/** Agencies of the same business and level: the police of one county and of another. */
function alike(report: RecoveredReport, other: RecoveredReport): boolean {
  const [own, name] = [agencyName(report), agencyName(other)]
  if (own === null || name === null) return false
  return businessOf(own) === businessOf(name) && agencyKind(own).level === agencyKind(name).level
}

const small = 5
const fewest = 8

/** A20: numbers ten times those of last year, or twenty times the middle of many sisters; small numbers are let be. */
export const outliers: Check = {
  rules: [own, among],
  run({ report, previous, sisters }) {
    const findings: Finding[] = []
    for (const [name, read, at] of figures) {
      const now = read(report)
      if (now === null) continue
      const before = follows(report, previous) ? read(previous) : null
      if (before !== null) {
        const [low, high] = now < before ? [now, before] : [before, now]
        if (low >= small && high >= 50 && high >= low * 10)
          findings.push(
            raise(own, {
              what: `${name}本年${now}，上年${before}，相差${Math.round(high / low)}倍`,
              verdict: 'doubtful',
              expected: before,
              found: now,
              at: [at],
            }),
          )
      }
      const peers = sisters
        .filter((other) => other !== report && other.year === report.year && alike(report, other))
        .flatMap((other) => read(other) ?? [])
        .sort((a, b) => a - b)
      const middle = peers[Math.floor(peers.length / 2)]
      if (peers.length >= fewest && middle !== undefined && middle >= small && now >= middle * 20)
        findings.push(
          raise(among, {
            what: `${name}${now}，同批${peers.length}份报告的中位数是${middle}`,
            verdict: 'doubtful',
            expected: middle,
            found: now,
            at: [at],
          }),
        )
    }
    return findings
  },
}
