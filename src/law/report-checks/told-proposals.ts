import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { passages } from './passages.ts'
import { placeWords } from './told.ts'

const rule: Rule = {
  code: 'text.proposalsFinished',
  severity: 'warning',
  title: '建议提案说办结率100%，又说还有没办结的',
  basis: '《政府信息公开条例》第五十条；年度报告第六部分（B08）',
  applies: '同一段里建议提案的办结率、办复率是100%，又写明有几件正在办理、尚未办结；“正在解决”是分类，不算。',
  remedy: '请按交办台账改正其中一处。',
}

/** B08: a full rate beside proposals that are still open. */
export const toldProposals: Check = {
  rules: [rule],
  run({ report }) {
    const open = passages(
      report,
      /(?<!\d)([1-9]\d*)件(?:建议|提案)?(?:正在|尚在|仍在)办理|(?:尚未|未)办[结复]的?([1-9]\d*)件/g,
    )
    return passages(report, /办[结复]率(?:为|达到?|均为)?100[%％]/g).flatMap((rate) => {
      const left = open.find(
        (one) =>
          one.at.line === rate.at.line &&
          one.section === rate.section &&
          /建议|提案/.test(one.sentence) &&
          /建议|提案/.test(rate.sentence) &&
          !/申请|信访|许可/.test(one.sentence),
      )
      if (left === undefined) return []
      return [
        raise(rule, {
          what: `${placeWords(rate.at)}说“${rate.text}”，又说“${left.text}”`,
          verdict: 'doubtful',
          quote: rate.sentence,
          at: [rate.at, left.at],
        }),
      ]
    })
  },
}
