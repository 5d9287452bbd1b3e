import { findDays } from '../../text/dates.ts'
import type { Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { placeIn } from './passages.ts'
import { placeWords } from './told.ts'
import { dayWords } from './words.ts'

const period: Rule = {
  code: 'date.period',
  severity: 'error',
  title: '统计期不是全年',
  basis: '《政府信息公开条例》第四十九条、第五十条：上一年度（D04）',
  applies: '文中写明的统计期起止不是报告年度的1月1日、12月31日。',
  remedy: '请改为报告年度1月1日至12月31日；年中新设机关请写明。',
}
const impossible: Rule = {
  code: 'date.impossible',
  severity: 'error',
  title: '日期不存在',
  basis: '《政府信息公开条例》第六条：公布的信息应当准确（D04）',
  applies: '文中写了历法上没有的日子，如2月30日。',
  remedy: '请改正。',
}

/** D04: the period is the whole year, and every day exists. */
export const statisticalPeriod: Check = {
  rules: [period, impossible],
  run({ report }) {
    const findings: Finding[] = []
    const start = report.narrative.find((one) => one.fact === 'periodStart')
    const end = report.narrative.find((one) => one.fact === 'periodEnd')
    if (report.year !== null) {
      const wrong = [
        start !== undefined && start.value !== `${report.year}-01-01` ? start : undefined,
        end !== undefined && end.value !== `${report.year}-12-31` ? end : undefined,
      ].filter((one) => one !== undefined)
      const first = wrong[0]
      if (first !== undefined)
        findings.push(
          raise(period, {
            what: `${placeWords(first.at)}写的统计期${start === undefined ? '' : `从${dayWords(String(start.value))}`}${end === undefined ? '' : `到${dayWords(String(end.value))}`}，不是${report.year}年1月1日至12月31日`,
            expected: `${report.year}-01-01/${report.year}-12-31`,
            found: `${start?.value ?? ''}/${end?.value ?? ''}`,
            quote: first.quote,
            at: wrong.map((one) => one.at),
          }),
        )
    }
    for (const paragraph of report.paragraphs)
      for (const one of findDays(paragraph.text))
        if (one.day === null)
          findings.push(
            raise(impossible, {
              what: `“${one.raw}”不是历法上有的日子`,
              found: one.raw,
              quote: paragraph.text,
              at: [placeIn(paragraph, one.start, one.end - one.start)],
            }),
          )
    return findings
  },
}
