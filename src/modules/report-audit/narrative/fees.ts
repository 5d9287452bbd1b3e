import type { NarrativeFact } from '../../../law/report-form/model.ts'
import type { Told } from './facts.ts'
import { fact, isTableLabel, negation, topicAt } from './facts.ts'

const feeNoun = /信息处理费|(?:政府)?信息公开(?:处理)?费|处理费|收费|费用|任何费/
const wan = 10_000

/** The fee for processing requests (信息处理费, section six); administrative fees of table two are another matter. */
export function feeFacts(told: Told): NarrativeFact[] {
  const facts: NarrativeFact[] = []
  const add = (made: NarrativeFact | null) => {
    if (made) facts.push(made)
  }
  for (const sentence of told.sentences) {
    if (sentence.section === 0 || isTableLabel(sentence)) continue
    if (sentence.section === 5 || sentence.section === 2) continue
    if (sentence.heading === 'fees' && /^(?:无|没有|未发生)。?$/.test(sentence.text))
      add(
        fact(
          told,
          sentence,
          'processingFeeYuan',
          0,
          { start: 0, end: sentence.text.length },
          { negated: true },
        ),
      )
    for (const [index, clause] of sentence.clauses.entries()) {
      if (clause.planned) continue
      const named = /信息处理费|信息公开费|信息公开处理费/.test(clause.text)
      const topic = topicAt(sentence, index)
      const about =
        named ||
        sentence.heading === 'fees' ||
        ((topic === 'requests' || topic === 'fees' || /信息公开|依申请|申请人/.test(sentence.text)) &&
          !/行政事业性/.test(sentence.text))
      if (!about) continue
      for (const match of clause.text.matchAll(
        new RegExp(`${negation.source}|未(?:曾|产生|收取|发生|收到|向|实际|对)?|不收取?|免收|没收取`, 'g'),
      )) {
        const governed = clause.text.slice(match.index + match[0].length)
        const before = clause.text.slice(0, match.index)
        // 「未收费」: the noun begins inside the negation.
        const object = feeNoun.exec(governed) ?? (match[0].endsWith('收') ? /^费/.exec(governed) : null)
        const precedes =
          governed.replace(/^(?:收取|发生|产生|收到|收)?(?:情况|现象)?$/, '') === '' && feeNoun.test(before)
        const free = /免收$|不收取?$/.test(match[0]) && object === null
        if (object === null && !precedes && !free) continue
        if (
          /减免|违规|乱收|擅自/.test(governed) &&
          !/收费及减免|收费、减免|收费和减免|信息处理费/.test(governed)
        )
          continue
        if (/通知/.test(governed) && !/收取/.test(governed)) {
          add(
            fact(
              told,
              sentence,
              'processingFeeCases',
              0,
              { start: clause.start, end: clause.end },
              { negated: true },
            ),
          )
          continue
        }
        add(
          fact(
            told,
            sentence,
            'processingFeeYuan',
            0,
            { start: clause.start + match.index, end: clause.end },
            { negated: true },
          ),
        )
        break
      }
    }
    for (const quantity of sentence.quantities) {
      const clause = sentence.clauses[quantity.clause]
      if (clause === undefined || clause.planned) continue
      const before = sentence.text.slice(0, quantity.start)
      const about =
        sentence.heading === 'fees' ||
        (/收费通知/.test(sentence.text) &&
          (sentence.section === 6 ||
            (/收费通知/.test(quantity.lead) && /信息处理费|信息公开|依申请/.test(sentence.text)))) ||
        /信息处理费|信息公开费|信息公开处理费/.test(before) ||
        /^(?:的)?信息处理费/.test(quantity.tail)
      if (
        !about ||
        /行政事业性/.test(before) ||
        /复议|诉讼|建议|提案|每[件页]|标准|按件|按量/.test(quantity.lead)
      )
        continue
      if (quantity.unit === '元' || quantity.unit === '万元') {
        // 「信息公开费用支出2万元」: what the agency spent.
        if (/(?:支出|经费|预算|投入|花费)[^,]{0,8}$/.test(quantity.lead)) continue
        if (/通知|应收|应缴|开具/.test(quantity.lead)) continue
        // 「发出通知2件，总金额3000元，实际收取1000元」
        if (
          /总金额/.test(quantity.lead) &&
          !/收取|实收/.test(quantity.lead) &&
          /实际收取|实收/.test(sentence.text)
        )
          continue
        const value =
          quantity.unit === '万元' ? Number((quantity.value * wan).toPrecision(12)) : quantity.value
        add(fact(told, sentence, 'processingFeeYuan', value, quantity, { approximate: quantity.approximate }))
      } else if (
        /^(?:件|份|次|起|宗|笔)$/.test(quantity.unit) &&
        /通知|收费|收取|信息处理费/.test(quantity.lead) &&
        // 「发出收费通知2件，实际收取1件200元」: notices are counted, not payments.
        !(/实际收取|实收/.test(quantity.lead) && /收费通知\d/.test(sentence.text)) &&
        !/申请(?:共)?$/.test(quantity.lead)
      ) {
        add(
          fact(told, sentence, 'processingFeeCases', quantity.value, quantity, {
            approximate: quantity.approximate,
          }),
        )
      }
    }
  }
  return facts
}
