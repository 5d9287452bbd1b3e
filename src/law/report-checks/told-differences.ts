import type { Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { passages } from './passages.ts'
import { placeWords } from './told.ts'

const rule: Rule = {
  code: 'text.difference',
  severity: 'warning',
  title: '与上年相比的增减，同一句里就算不拢',
  basis: '《政府信息公开条例》第五十条：年度报告内容准确（B09、B12）',
  applies:
    '同一句写明今年、上年两个数和增减多少（件数或百分比）；句中任何一个同单位的数算得拢就不说，允许四舍五入。',
  remedy: '请按两年的数重算增减。',
}
const before =
  /(?:较|比|与|，|,|（|\()(?:20\d\d年|上年|去年|上一?年度)(?:度|同期|全年)?(?:的|为|是|共|收到|新收|受理|公开|[（(])*(\d[\d,]*)([件条篇次期起宗])[)）]?(?:相比)?[，,]?(?:同比|相比)?(增加|减少|增长|下降|上升|多|少)了?(?:约)?(\d[\d,]*(?:\.\d+)?)(%|％|[件条篇次期起宗])(?:[，,](?:同比)?(?:增长|下降|增幅|降幅|上升)(?:为|达)?(\d+(?:\.\d+)?)[%％])?/g

/** B09, B12: this year, last year and the change, all told in one sentence. */
export const toldDifferences: Check = {
  rules: [rule],
  run({ report }) {
    const findings: Finding[] = []
    for (const one of passages(report, before)) {
      const [last = '', unit = '', verb = '', change = '', measure = '', percent] = one.groups
      const lead = one.sentence.slice(0, one.sentence.indexOf(one.text))
      if (/约|近|余|左右/.test(one.text)) continue
      const then = numberOf(last)
      // Any number of the unit said before may be the one that is compared.
      const candidates = [
        ...lead.matchAll(new RegExp(`(?<![\\d.,])(\\d[\\d,]*)(余|多)?${unit}`, 'g')),
      ].filter((match) => match[2] === undefined)
      const sign = /减少|下降|少/.test(verb) ? -1 : 1
      const fits = (now: number): boolean => {
        const counted = now - then
        const first =
          measure === unit
            ? counted === sign * numberOf(change)
            : /[%％]/.test(measure)
              ? rounds(counted / then, sign, change)
              : true
        return first && (percent === undefined || rounds(counted / then, sign, percent))
      }
      const nearest = candidates.at(-1)?.[1]
      if (nearest === undefined || then === 0 || candidates.some((match) => fits(numberOf(match[1] ?? ''))))
        continue
      const now = numberOf(nearest)
      const ratio = Number((((now - then) / then) * 100).toFixed(2))
      findings.push(
        raise(rule, {
          what: `${placeWords(one.at)}写“${nearest}${unit}……${one.text.replace(/^[，,（(]/, '')}”，按${now}和${then}算应为${now >= then ? '增加' : '减少'}${Math.abs(now - then)}${unit}，${now >= then ? '增长' : '下降'}${Math.abs(ratio)}%`,
          verdict: 'doubtful',
          expected: measure === unit ? Math.abs(now - then) : Math.abs(ratio),
          found: numberOf(change),
          quote: one.sentence,
          at: [one.at],
        }),
      )
    }
    return findings
  },
}

const numberOf = (text: string): number => Number(text.replaceAll(',', ''))

/** Whether a ratio, rounded or cut as the text writes it, gives the told percentage. */
function rounds(ratio: number, sign: number, told: string): boolean {
  const decimals = told.split('.')[1]?.length ?? 0
  return Math.abs(ratio * 100 - sign * Number(told.replaceAll(',', ''))) <= 10 ** -decimals + 1e-9
}
