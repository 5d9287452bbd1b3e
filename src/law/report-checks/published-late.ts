import type { Finding, NarrativeFact, RecoveredReport } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { agencyKind, agencyName, dayWords } from './words.ts'

const basis = '《政府信息公开条例》第四十九条（C09）'
const late: Rule = {
  code: 'date.publishedLate',
  severity: 'error',
  title: '超过法定日期公布',
  basis,
  applies:
    '部门次年1月31日后公布，县级以上政府3月31日后公布；乡镇和2018年以前的报告按3月31日；隔年的多半是页面迁移，只作存疑。',
  remedy: '部门应在每年1月31日前、政府应在3月31日前公布，请查明原因，今后提前安排。',
}
const signedLate: Rule = {
  code: 'date.signedLate',
  severity: 'error',
  title: '落款晚于法定公布日期',
  basis,
  applies: '同上，看落款日期；公布日期已经报过的不再说。',
  remedy: '请核对落款日期。',
}
const early: Rule = {
  code: 'date.signedEarly',
  severity: 'error',
  title: '落款早于统计期结束',
  basis: '《政府信息公开条例》第四十九条：报告上一年度的工作（F01）',
  applies: '落款日期在报告年度12月31日之前。',
  remedy: '数据应统计到12月31日，请核对落款日期（年份容易写成上一年）。',
}
const reversed: Rule = {
  code: 'date.signedAfterPublished',
  severity: 'error',
  title: '落款晚于公布日期',
  basis,
  applies: '页面公布日期早于文末落款日期。',
  remedy: '请核对两个日期。',
}

/** C09: published and signed in time, in the right order. */
export const publishedLate: Check = {
  rules: [late, signedLate, early, reversed],
  run({ report }) {
    const year = report.year
    if (year === null) return []
    const findings: Finding[] = []
    const published = day(report, 'publishedOn')
    const signed = day(report, 'signedOn')
    const limit = limitOf(report, year)
    const limitWords = limit.endsWith('01-31') ? '1月31日' : '3月31日'
    if (published && published.on > limit) {
      const moved = Number(published.on.slice(0, 4)) > year + 1
      findings.push(
        raise(late, {
          what: `公布日期是${dayWords(published.on)}，晚于${year + 1}年${limitWords}`,
          ...(moved ? { verdict: 'doubtful' as const, severity: 'warning' as const } : {}),
          expected: limit,
          found: published.on,
          quote: published.fact.quote,
          at: [published.fact.at],
        }),
      )
    }
    if (signed && signed.on < `${year}-12-31`)
      findings.push(
        raise(early, {
          what: `落款日期是${dayWords(signed.on)}，报告年度${year}年还没有结束`,
          expected: `≥${year}-12-31`,
          found: signed.on,
          quote: signed.fact.quote,
          at: [signed.fact.at],
        }),
      )
    else if (signed && signed.on > limit && !(published && published.on > limit))
      findings.push(
        raise(signedLate, {
          what: `落款日期是${dayWords(signed.on)}，晚于${year + 1}年${limitWords}`,
          expected: limit,
          found: signed.on,
          quote: signed.fact.quote,
          at: [signed.fact.at],
        }),
      )
    if (signed && published && signed.on > published.on)
      findings.push(
        raise(reversed, {
          what: `落款日期${dayWords(signed.on)}晚于公布日期${dayWords(published.on)}`,
          expected: `≤${published.on}`,
          found: signed.on,
          quote: signed.fact.quote,
          at: [signed.fact.at, published.fact.at],
        }),
      )
    return findings
  },
}

/** Last day for publishing: departments January 31, governments (and what may count as one) March 31 of the next year. */
function limitOf(report: RecoveredReport, year: number): string {
  // Until the revision took force on May 15, 2019, everybody had until March 31.
  if (year <= 2018) return `${year + 1}-03-31`
  const name = agencyName(report)
  const kind = agencyKind(name)
  const known = name !== null && !kind.government && !kind.township && !/政府办公[厅室]$/.test(name)
  return known ? `${year + 1}-01-31` : `${year + 1}-03-31`
}

function day(report: RecoveredReport, id: string): { on: string; fact: NarrativeFact } | null {
  const fact = report.narrative.find((one) => one.fact === id)
  return fact !== undefined && typeof fact.value === 'string' ? { on: fact.value, fact } : null
}
