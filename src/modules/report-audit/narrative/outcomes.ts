import type { NarrativeFact } from '../../../law/report-form/model.ts'
import type { Told } from './facts.ts'
import { fact, isTableLabel, negation, topicAt } from './facts.ts'
import type { Quantity, Sentence } from './sentences.ts'

/** Outcome groups of table three as the text names them; subsets (信息不存在, 国家秘密) are not the whole group. */
const groups: readonly (readonly [string, RegExp])[] = [
  ['notProcessed', /不予处理/],
  ['otherClosed', /其他(?:方式)?处理|作其他处理/],
  ['refused', /不予公开|不同意公开|不公开/],
  ['partlyGranted', /(?:予以)?部分公开|部分予以公开/],
  ['unable', /无法提供|不能提供/],
  ['granted', /(?<!不)予以(?:全部)?公开|(?<!不)同意公开|全部公开|予公开/],
]

/** 「办理公文公开属性审查1340件，其中不予公开442件」 sorts documents, not requests. */
const aboutDocuments =
  /(?:公文|文件|发文)(?:的)?(?:信息)?(?:公开)?(?:属性)?(?:源头)?(?:审查|审核|认定)|公开属性|审[核查](?:政府|各类|拟发)?(?:公文|文件|发文)/

/** How many requests were granted, partly granted, refused … as the text says. */
export function outcomeFacts(told: Told): NarrativeFact[] {
  const facts: NarrativeFact[] = []
  for (const sentence of told.sentences) {
    if (sentence.section === 0 || isTableLabel(sentence)) continue
    if (sentence.section === 5 || sentence.section === 2 || aboutDocuments.test(sentence.text)) continue
    for (const quantity of sentence.quantities) {
      const id = outcomeOf(sentence, quantity)
      if (id === null) continue
      const made = fact(told, sentence, id, quantity.value, quantity, { approximate: quantity.approximate })
      if (made) facts.push(made)
    }
    for (const [index, clause] of sentence.clauses.entries()) {
      if (clause.planned || topicAt(sentence, index) !== 'requests') continue
      for (const match of clause.text.matchAll(negation)) {
        const governed = clause.text.slice(match.index + match[0].length)
        const named = groups.find(([, words]) =>
          new RegExp(
            `^(?:任何|有|依法|政府信息公开)?(?:${words.source})(?:的)?(?:申请|情况|情形|信息|事项|件)?$`,
          ).test(governed),
        )
        if (!named) continue
        const made = fact(
          told,
          sentence,
          named[0],
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

function outcomeOf(sentence: Sentence, quantity: Quantity): string | null {
  const clause = sentence.clauses[quantity.clause]
  if (clause === undefined || clause.planned || quantity.percent) return null
  if (!/^(?:|件|件次|条|份|宗|个|起|例|次|项)$/.test(quantity.unit)) return null
  const { lead, tail } = quantity
  if (
    /复议|诉讼|建议|提案|规范性文件|目录|会议|比|较|占|率/.test(lead) ||
    /^(?:建议|提案|目录|文件)/.test(tail)
  )
    return null
  const talks = topicAt(sentence, quantity.clause) === 'requests' || /申请/.test(sentence.text)
  if (!talks) return null
  if (/^(?:其中|:|、|")*(?:依法)?公开"?$/.test(lead)) return 'granted'
  for (const [id, words] of groups) {
    const before = new RegExp(
      `(?:${words.source})(?:的|类|答复|决定|申请|信息|政府信息|处理|情形|告知书|情况|数量|件数|有|为|共|计|:|"|\\))*$`,
    )
    if (before.test(lead)) return id
    // 「3件予以公开」「对3件申请予以公开」, not 「收到3件，予以公开2件」.
    const after = new RegExp(
      `^(?:的)?(?:政府信息公开)?(?:申请)?(?:均|依法|已|全部|作出|为|属于|答复)*(?:${words.source})(?:的)?(?:决定|答复|处理|告知|情形)?(?:$|[、和])`,
    )
    if (after.test(tail)) return /收到|受理|接收|新收|共办理/.test(lead) ? null : id
  }
  return null
}
