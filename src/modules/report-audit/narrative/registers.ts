import type { NarrativeFact } from '../../../law/report-form/model.ts'
import type { Told } from './facts.ts'
import { fact, isTableLabel, negation } from './facts.ts'
import type { Quantity, Sentence } from './sentences.ts'

const countedAs = /^(?:|件|份|个|部|项|起|宗|例|条|次)$/
const told2 = /公开|公示|发布|归集|上传|录入|推送|转发|解读|清理|审查|备案|评估|学习/

/** Normative documents, rules, licences and penalties as the text counts them (table two). Pieces made public are not decisions made. */
export function registerFacts(told: Told): NarrativeFact[] {
  const facts: NarrativeFact[] = []
  for (const sentence of told.sentences) {
    if (sentence.section === 0 || isTableLabel(sentence)) continue
    if (sentence.section === 2 || sentence.section === 3 || sentence.section === 5) continue
    for (const quantity of sentence.quantities) {
      const id = registerFactOf(sentence, quantity)
      if (id === null) continue
      const made = fact(told, sentence, id, quantity.value, quantity, { approximate: quantity.approximate })
      if (made) facts.push(made)
    }
    for (const clause of sentence.clauses) {
      if (clause.planned) continue
      for (const match of clause.text.matchAll(
        new RegExp(`${negation.source}|未(?:制定|制发|制作|出台|印发|作出)`, 'g'),
      )) {
        const governed = match[0] + clause.text.slice(match.index + match[0].length)
        const id = /^(?:未|没有|无)(?:制定|制发|制作|出台|印发|新制发|新制定)[^,]{0,6}规范性文件$/.test(
          governed,
        )
          ? 'normativeDocumentsIssued'
          : /^(?:未|没有|无)(?:制定|制发|制作|出台)[^,]{0,4}规章$/.test(governed)
            ? 'rulesIssued'
            : null
        if (id === null) continue
        const made = fact(
          told,
          sentence,
          id,
          0,
          { start: clause.start + match.index, end: clause.end },
          { negated: true },
        )
        if (made) facts.push(made)
      }
    }
  }
  return facts
}

function registerFactOf(sentence: Sentence, quantity: Quantity): string | null {
  const clause = sentence.clauses[quantity.clause]
  if (clause === undefined || clause.planned || quantity.percent || !countedAs.test(quantity.unit))
    return null
  const lead = quantity.lead
  const words =
    lead +
    (/^(?:行政)?(?:规范性文件|许可|处罚|规章)/.test(quantity.tail)
      ? (/^(?:行政)?(?:规范性文件|许可|处罚|规章)/.exec(quantity.tail)?.[0] ?? '')
      : '')
  if (/较|比|同比|率|其中|拟|草案|征求/.test(lead)) return null
  if (/规范性文件(?:共|共计|总数|总计|为|有|:|"|达|数量)*$/.test(words) && !/党内/.test(words)) {
    if (/现行有效|继续有效|现有|有效的|仍有效/.test(words))
      return /废止|宣布|清理/.test(words) ? null : 'normativeDocumentsInForce'
    if (told2.test(lead) || /废止|失效|修改|修订|报送/.test(words)) return null
    if (/(?:制定|制发|制作|出台|印发|新制发|制定印发|起草并印发)/.test(words))
      return 'normativeDocumentsIssued'
    return null
  }
  if (/规范性文件[^,]{0,8}(?:现行有效|继续有效)(?:的)?(?:共|有|为|:)*$/.test(words))
    return 'normativeDocumentsInForce'
  if (
    /^[、]?(?:现行有效|继续有效)(?:的)?(?:共|有|为|:)*$/.test(lead) &&
    /规范性文件/.test(sentence.text.slice(0, quantity.start))
  )
    return 'normativeDocumentsInForce'
  if (/(?:制定|出台|公布|制发)(?:[省市州])?(?:政府)?规章(?:共|共计)*$/.test(words)) return 'rulesIssued'
  if (told2.test(lead)) return null
  if (
    /(?:作出|办理|办结|审批|核发|实施|完成)[^,]{0,8}行政许可(?:决定|事项|件|审批|办件|业务)*(?:共|共计|总数|:|")*$/.test(
      words,
    )
  )
    return 'licences'
  // 「作出行政许可决定5件、行政处罚决定2件」: one verb for both.
  if (
    /^[、和及]行政处罚(?:决定|案件)?$/.test(lead) &&
    /(?:作出|做出|办理|实施)[^,]{0,8}行政许可/.test(sentence.text.slice(clause.start, quantity.start))
  )
    return 'penalties'
  if (/(?:作出|办理|实施|下达|做出)[^,]{0,8}行政处罚(?:决定|案件|决定书)*(?:共|共计|总数|:|")*$/.test(words))
    return 'penalties'
  return null
}
