import type { NarrativeFact } from '../../../law/report-form/model.ts'
import type { Told } from './facts.ts'
import { clauseAt } from './facts.ts'
import type { Quantity, Sentence } from './sentences.ts'

const lastYear = (year: number | null) =>
  new RegExp(
    `(?:较|比|与|同|相比于?)(?:于)?(?:上一?年度?|去年|前一年|${year === null ? '20\\d{2}年度?' : `${year - 1}年度?`})|同比|比上年|较上年`,
  )

/** 「比2022年多14条」「同比增长12.5%」: what the text says changed since last year. A percentage carries the unit "%". */
export function comparisonFacts(told: Told, facts: readonly NarrativeFact[]): NarrativeFact[] {
  const found: NarrativeFact[] = []
  const against = lastYear(told.year)
  for (const sentence of told.sentences) {
    if (sentence.section === 5) continue
    for (const quantity of sentence.quantities) {
      const clause = clauseAt(sentence, quantity.start)
      if (clause === undefined || clause.planned) continue
      const words = sentence.text.slice(clause.start, quantity.start)
      const previous = sentence.clauses[quantity.clause - 1]?.text ?? ''
      const compares =
        against.exec(words) ??
        (/^(?:增加|减少|增长|下降|上升)[了约]*$/.test(quantity.lead) ||
        (/(?:增加|减少|增长|下降|上升)[了约]*$/.test(quantity.lead) && /(?:相比|相较|比)$/.test(previous))
          ? against.exec(previous)
          : null)
      if (compares === null) continue
      const direction =
        /(增加|增长|上升|提高|提升|多|增|减少|下降|降低|少|减)(?:了|约|近|幅度?(?:为|达)?|幅|率为?|:)*$/.exec(
          words,
        )
      if (!direction) continue
      const sign = /减|降|少/.test(direction[1] ?? '') ? -1 : 1
      const of = subjectOf(sentence, quantity, facts)
      if (of === null) continue
      // 「增长1.5倍」 is 150 %.
      const times = quantity.unit === '倍'
      const change = sign * (times ? Number((quantity.value * 100).toPrecision(12)) : quantity.value)
      found.push({
        fact: 'comparedWithLastYear',
        value: change,
        approximate: quantity.approximate,
        of,
        change,
        ...(quantity.percent || times ? { unit: '%' as const } : {}),
        quote: sentence.quote(clause.start, clause.end),
        at: sentence.at(clause.start, clause.end),
      })
    }
  }
  return found
}

/** What is compared: by the clause's own words, else the fact told just before in the sentence. */
function subjectOf(sentence: Sentence, quantity: Quantity, facts: readonly NarrativeFact[]): string | null {
  const clause = sentence.clauses[quantity.clause]?.text ?? ''
  const words = clause.slice(0, clause.length)
  if (/申请/.test(words)) return /办结|答复/.test(words) ? 'requestsHandled' : 'requestsReceived'
  if (/复议/.test(words)) return 'reconsideration'
  if (/诉讼/.test(words)) return 'litigation'
  if (/政协|提案/.test(words)) return 'proposalsCppcc'
  if (/人大|建议/.test(words)) return 'proposalsNpc'
  if (/行政许可/.test(words)) return 'licences'
  if (/行政处罚/.test(words)) return 'penalties'
  if (/规范性文件/.test(words)) return 'normativeDocumentsIssued'
  const named = /(政府网站|门户网站|网站|微信公众号|公众号|微信|微博|政务新媒体|新媒体)/.exec(words)?.[1]
  if (named !== undefined) {
    const known = facts.find((one) => one.fact.startsWith('published.') && one.fact.includes(named))
    return known?.fact ?? `published.${named}`
  }
  if (/主动公开|公开(?:政府|政务)?信息|发布(?:政府|政务|各类)?信息/.test(words)) return 'publishedTotal'
  if (/粉丝|阅读|关注|访问|浏览|点击|培训|会议|活动|经费|收入|考核|排名|满意度|分/.test(words)) return null
  const earlier = facts.filter(
    (one) =>
      one.at.line === sentence.at(0, 1).line &&
      one.quote.length > 0 &&
      sentence.text.length > 0 &&
      typeof one.value === 'number' &&
      (one.year === undefined || one.fact.startsWith('requests')),
  )
  const before = sentence.quantities[sentence.quantities.indexOf(quantity) - 1]
  return before === undefined ? null : (earlier.findLast((one) => one.value === before.value)?.fact ?? null)
}
