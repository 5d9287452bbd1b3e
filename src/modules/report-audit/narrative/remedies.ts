import type { NarrativeFact } from '../../../law/report-form/model.ts'
import type { Told } from './facts.ts'
import { fact, isTableLabel, negation, topicAt } from './facts.ts'
import type { Quantity, Sentence } from './sentences.ts'

const parts: readonly (readonly [string, RegExp])[] = [
  ['upheld', /结果维持|维持|驳回/],
  ['corrected', /结果纠正|纠正|撤销|确认违法|责令/],
  ['pending', /尚未审结|未审结|尚未办结|未结|正在审理|审理中/],
  ['other', /其他结果|撤回|终止|不予受理/],
]
const disclosure = /信息公开|政务公开|依申请|申请公开/

/**
 * Reconsideration and litigation about disclosure as the text says (table four). Cases about other matters are left out:
 * the words must stand under disclosure (section one's requests part, section four, or 政府信息公开 in the sentence).
 */
export function remedyFacts(told: Told): NarrativeFact[] {
  const facts: NarrativeFact[] = []
  for (const sentence of told.sentences) {
    if (sentence.section === 0 || isTableLabel(sentence)) continue
    if (sentence.section === 5 || sentence.section === 2) continue
    for (const quantity of sentence.quantities) facts.push(...counted(told, sentence, quantity))
    facts.push(...negated(told, sentence))
  }
  return facts
}

function concernsDisclosure(sentence: Sentence, clause: number): boolean {
  if (
    sentence.section === 3 ||
    sentence.section === 4 ||
    sentence.heading === 'requests' ||
    sentence.heading === 'remedies'
  )
    return true
  const told = sentence.clauses
    .slice(0, clause + 1)
    .map((one) => one.text)
    .join(',')
  return disclosure.test(told)
}

function counted(told: Told, sentence: Sentence, quantity: Quantity): NarrativeFact[] {
  const clause = sentence.clauses[quantity.clause]
  if (clause === undefined || clause.planned || quantity.percent) return []
  if (!/^(?:|件|件次|起|宗|例|次|个)$/.test(quantity.unit)) return []
  if (!concernsDisclosure(sentence, quantity.clause)) return []
  const { lead, tail } = quantity
  if (/率|比|较|占|答辩|应诉负责|出庭|培训/.test(lead)) return []
  const review = /复议/
  const suit = /诉讼|起诉|应诉/
  const inTail = /^[^,、]{0,14}(?:行政)?(?:复议|诉讼)/.test(tail) && !/无|未/.test(tail)
  const words = lead + (inTail ? (/^[^,、和及]{0,20}/.exec(tail)?.[0] ?? '') : '')
  let id: string | null = null
  if (review.test(words) && suit.test(words)) {
    // 「行政复议0件、行政诉讼0件」 is cut at the number; both words before one number are counted together.
    id =
      /复议后(?:起诉|提起|诉讼)/.test(words) && !/复议(?!后)/.test(words.replace(/未经复议|复议后/g, ''))
        ? 'litigation.afterReconsideration'
        : 'reconsiderationAndLitigation'
    if (/未经复议直接/.test(words)) id = 'litigation.direct'
  } else if (review.test(words)) id = 'reconsideration'
  else if (suit.test(words)) id = 'litigation'
  const part = parts.find(([, name]) =>
    new RegExp(`(?:${name.source})(?:的|结果|案件|情况|有|为|共|:|")*$`).test(lead),
  )
  const partAfter = parts.find(([, name]) =>
    new RegExp(`^(?:案件|的|均|被|已|结果|为|得到|获)*(?:${name.source})`).test(tail),
  )
  const asPart = part ?? (partAfter && (/其中|^,?$/.test(lead) || id === null) ? partAfter : undefined)
  if (asPart !== undefined) {
    const block = blockBefore(sentence, quantity)
    if (block === null) return []
    id = `${block}.${asPart[0]}`
  } else if (id !== null) {
    if (/败诉|胜诉|维持|纠正|撤销/.test(lead)) return []
    if (/其中/.test(lead) && !id.startsWith('litigation.')) return []
    if (topicAt(sentence, quantity.clause) !== 'remedies' && !inTail) return []
  }
  if (id === null) return []
  const made = fact(told, sentence, id, quantity.value, quantity, { approximate: quantity.approximate })
  return made ? [made] : []
}

/** Which remedy the parts that follow belong to: the last one named before the number. */
function blockBefore(
  sentence: Sentence,
  quantity: Quantity,
): 'reconsideration' | 'litigation' | 'reconsiderationAndLitigation' | null {
  const told = sentence.text.slice(0, quantity.start)
  // 「行政诉讼2件，均为复议后起诉，1件维持」: all of them, so the part is the lawsuits' own.
  if (/诉讼\d+[件起宗],均为?复议后(?:起诉|提起)[^;。]*$/.test(told)) return 'litigation'
  // 「复议后起诉3件，维持2件」: parts of a part.
  if (/(?:复议后|直接)(?:起诉|提起)[^,;]{0,6}\d+[件起宗](?!.*(?:行政诉讼|行政复议))/.test(told)) return null
  const before = told.replace(/未经复议|复议后/g, '')
  const review = before.lastIndexOf('复议')
  const suit = Math.max(before.lastIndexOf('诉讼'), before.lastIndexOf('起诉'))
  if (review < 0 && suit < 0) return null
  if (
    review >= 0 &&
    suit >= 0 &&
    Math.abs(review - suit) <= 8 &&
    !/\d/.test(before.slice(Math.min(review, suit), Math.max(review, suit)))
  )
    return 'reconsiderationAndLitigation'
  return review > suit ? 'reconsideration' : 'litigation'
}

function negated(told: Told, sentence: Sentence): NarrativeFact[] {
  const facts: NarrativeFact[] = []
  for (const [index, clause] of sentence.clauses.entries()) {
    if (clause.planned) continue
    for (const match of clause.text.matchAll(new RegExp(`${negation.source}|未因`, 'g'))) {
      const governed = clause.text.slice(match.index + match[0].length)
      const before = clause.text.slice(0, match.index)
      if (/如$|若$/.test(before)) continue
      const review = /复议/.test(governed)
      const suit = /诉讼|起诉/.test(governed)
      const after = governed === '' || /^(?:发生|出现|收到|情况|。)?$/.test(governed)
      const reviewBefore = after && /复议/.test(before)
      const suitBefore = after && /诉讼|起诉/.test(before)
      if (!review && !suit && !reviewBefore && !suitBefore) continue
      if (
        /败诉|被纠正|纠错|未经复议直接|复议后|超期|逾期/.test(governed) ||
        /结果纠正|被撤销|确认违法/.test(governed)
      )
        continue
      if (/经复议/.test(governed) && !/行政复议/.test(governed)) continue
      if (!concernsDisclosure(sentence, index)) continue
      const span = { start: clause.start + match.index, end: clause.end }
      // 「未发生行政复议，行政诉讼情况」: the list goes on after a comma.
      const next = sentence.clauses[index + 1]
      const goesOn =
        review &&
        !suit &&
        next !== undefined &&
        /^(?:行政|提起|被)?(?:行政)?诉讼(?:的)?(?:情况|案件|情形)?$/.test(next.text)
      const both = (review && suit) || (reviewBefore && suitBefore) || goesOn
      const ids = both
        ? ['reconsideration', 'litigation', 'reconsiderationAndLitigation']
        : review || reviewBefore
          ? ['reconsideration']
          : ['litigation']
      for (const id of ids) {
        const made = fact(told, sentence, id, 0, span, { negated: true })
        if (made) facts.push(made)
      }
      break
    }
  }
  return facts
}
