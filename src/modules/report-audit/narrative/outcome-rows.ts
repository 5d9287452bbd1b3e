import type { NarrativeFact } from '../../../law/report-form/model.ts'
import type { Told } from './facts.ts'
import { fact, isTableLabel, topicAt } from './facts.ts'
import type { Quantity, Sentence } from './sentences.ts'

/** Single rows of table three as texts name them; the fact is called by the row. */
const rows: readonly (readonly [string, string])[] = [
  ['unableNotHeld', '本(?:机关|单位|局|行政机关)不掌握(?:相关)?(?:政府)?(?:信息)?|不掌握相关(?:政府)?信息'],
  ['unableNeedsCreation', '没有现成(?:的)?(?:政府)?信息(?:,?需要?另行制作)?|需要?另行制作'],
  ['unableStillUnclear', '补正后(?:的)?(?:申请)?(?:内容)?(?:仍|仍然|依然)不明确'],
  ['refusedStateSecret', '(?:属于|涉及)国家秘密'],
  ['refusedThirdPartyRights', '保护第三方合法权益|(?:损害|涉及|侵害)第三方合法权益'],
  ['refusedInternalAffairs', '(?:属于|涉及)?(?:三类)?内部事务(?:类)?信息'],
  ['refusedDeliberative', '(?:属于|涉及)?(?:四类)?过程性信息'],
  ['refusedEnforcementFile', '(?:属于|涉及)?行政执法案卷(?:信息)?'],
  ['refusedAdministrativeQuery', '(?:属于|涉及)?行政查询事项'],
  ['notProcessedPetition', '信访(?:、)?举报(?:、)?投诉类(?:申请|事项)?'],
  ['notProcessedRepeat', '重复申请'],
  ['notProcessedExcessive', '无正当理由大量反复申请'],
  ['otherCorrectionLapsed', '(?:申请人)?(?:无正当理由)?逾期不补正'],
]
const closes =
  '(?:的|类|申请|情形|情况|事项|无法提供|不予公开|不予处理|不再处理|作|其他处理|有|为|共|计|:|"|,)*'

/** How many requests ended by a single reason as the text names it: 本机关不掌握5件. A list of reasons before one number tells none. */
export function outcomeRowFacts(told: Told): NarrativeFact[] {
  const facts: NarrativeFact[] = []
  for (const sentence of told.sentences) {
    if (sentence.section !== 1 && sentence.section !== 3) continue
    if (isTableLabel(sentence)) continue
    for (const quantity of sentence.quantities) {
      const row = rowOf(sentence, quantity)
      if (row === null) continue
      const made = fact(told, sentence, row, quantity.value, quantity, { approximate: quantity.approximate })
      if (made) facts.push(made)
    }
  }
  return facts
}

function rowOf(sentence: Sentence, quantity: Quantity): string | null {
  const clause = sentence.clauses[quantity.clause]
  if (clause === undefined || clause.planned || !/^(?:件|件次|宗|份)$/.test(quantity.unit)) return null
  const topic = topicAt(sentence, quantity.clause)
  if (topic !== 'requests' && !/申请/.test(sentence.text)) return null
  const before = named(quantity.lead, (words) => new RegExp(`(?:${words})${closes}$`))
  // 「重复申请2件合并答复」 says what was done with them, not that they were refused for it.
  if (before !== null)
    return /^(?:$|[、和及]|(?:依法|均|,)*(?:无法提供|不予公开|不予处理|不再处理))/.test(quantity.tail)
      ? before
      : null
  // 「2件因本机关不掌握相关政府信息无法提供」; not 「收到3件，重复申请1件」, where the name belongs to the next number.
  const reason = /^[^,、和及]*/.exec(quantity.tail)?.[0] ?? ''
  const next = sentence.quantities[sentence.quantities.indexOf(quantity) + 1]
  if (next?.clause === quantity.clause || /收到|受理|接收|新收|其中/.test(quantity.lead)) return null
  return named(reason, (words) => new RegExp(`^(?:因|系|为|是|属于?|均|,)*(?:${words})${closes}$`))
}

/** The one row whose name closes (or opens) the words; null when several are named, or when they stand for others too. */
function named(all: string, pattern: (row: string) => RegExp): string | null {
  const words = all.replace(/^[、和及]/, '')
  if (/等|和|及|、(?!举报|投诉)|或|比|较|占|率|上年|去年/.test(words)) return null
  const found = rows.filter(([, name]) => pattern(name).test(words))
  const mentioned = rows.filter(([, name]) => new RegExp(name).test(words))
  return found.length === 1 && mentioned.length === 1 ? (found[0]?.[0] ?? null) : null
}
