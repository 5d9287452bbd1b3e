import type { NarrativeFact } from '../../../law/report-form/model.ts'
import type { Told } from './facts.ts'
import { fact, isTableLabel, negation } from './facts.ts'
import type { Quantity, Sentence } from './sentences.ts'

type Kind = 'proposalsNpc' | 'proposalsCppcc' | 'proposals'

const classes: readonly (readonly [string, RegExp])[] = [
  ['lead', /(?:单独)?主办|独办|单办|分办|牵头(?:办理)?/],
  ['joint', /会办|协办|(?:配合|协助)办理|参与办理/],
  ['A', /(?<![A-Za-z])A(?:类)?(?:的)?|所提问题已经?解决/],
  ['B', /(?<![A-Za-z])B(?:类)?(?:的)?|列入计划/],
  ['C', /(?<![A-Za-z])C(?:类)?(?:的)?|留作参考/],
]
const countedAs = /^(?:|件|条|份|个|项|件次)$/

/** Deputies' suggestions and CPPCC proposals handled, with their classes (主办/会办, A/B/C) as parts. */
export function proposalFacts(told: Told): NarrativeFact[] {
  const facts: NarrativeFact[] = []
  for (const sentence of told.sentences) {
    if (sentence.section === 0 || isTableLabel(sentence)) continue
    if (sentence.section === 2 || sentence.section === 3 || sentence.section === 5) continue
    if (!/建议|提案/.test(sentence.text) && sentence.heading !== 'proposals') continue
    const plain: NarrativeFact[] = []
    const levels: Levelled[] = []
    for (const quantity of sentence.quantities) {
      const id = proposalFactOf(sentence, quantity)
      if (id === null) continue
      const made = fact(told, sentence, id, quantity.value, quantity, { approximate: quantity.approximate })
      if (made === null) continue
      const clause = sentence.clauses[quantity.clause]
      const own = levelOf(sentence.text.slice(clause?.start ?? 0, quantity.start))
      if (own === null || id.includes('.')) plain.push(made)
      else levels.push({ level: own, fact: made })
    }
    facts.push(...byLevelTogether(levels), ...plain)
    facts.push(...negated(told, sentence))
  }
  return facts
}

function kindOf(words: string): Kind | null {
  const npc = /人大(?:代表)?(?:的)?(?:建议|议案|意见)|代表(?:建议|议案)|人大代表/.test(words)
  const cppcc = /政协(?:委员)?(?:的)?(?:提案)?|委员提案|(?<!建议)提案/.test(words)
  if (npc && cppcc) return 'proposals'
  if (npc) return 'proposalsNpc'
  if (cppcc) return /建议提案|建议和提案|建议、提案/.test(words) ? 'proposals' : 'proposalsCppcc'
  return /建议提案|两案|建议和提案/.test(words) ? 'proposals' : null
}

function proposalFactOf(sentence: Sentence, quantity: Quantity): string | null {
  const clause = sentence.clauses[quantity.clause]
  if (clause === undefined || clause.planned || quantity.percent || !countedAs.test(quantity.unit))
    return null
  const { lead, tail } = quantity
  if (
    /意见建议|征求|采纳|整改|合理化|率|较|比|同比|网民|群众建议|答复\d*$|公开(?:了)?(?:答复|办理)?/.test(
      lead.slice(-12),
    ) &&
    !/(?:人大|政协|代表).{0,10}$/.test(lead)
  )
    return null
  if (/采纳|征求|公开|发布|满意|解决|落实/.test(lead)) {
    if (/公开|发布|满意|采纳|征求/.test(lead)) return null
  }
  const part = classes.find(([, name]) =>
    new RegExp(`(?:${name.source})(?:的|件|答复|共|计|建议|提案|:|"|为|类)*$`).test(lead),
  )
  if (part) {
    const kind = lastKind(sentence, quantity.start)
    return kind === null ? null : `${kind}.${part[0]}`
  }
  const inTail = /^(?:的)?(?:[省市县区州国镇]{0,3}级?)?(?:人大|政协|代表|建议|提案)/.test(tail)
    ? kindOf(tail.slice(0, 16))
    : null
  // 「2件人大代表建议和3件政协委员提案」: what is named before the number belongs to the number before.
  const inLead = inTail !== null && /[和与及、]$/.test(lead) ? null : kindOf(lead)
  const before = sentence.text.slice(0, quantity.start)
  if (/^(?:共计?|合计|总计)$/.test(lead) && kindOf(before) === 'proposals') return 'proposals'
  const among = before.lastIndexOf('其中')
  // 「政协提案11件，其中市政协提案3件」: a part of what was counted before.
  if (inLead !== null && among >= 0 && kindOf(before.slice(0, among)) === inLead) return null
  if (inLead !== null && !lead.endsWith('其中')) {
    // A number after the verb that follows the noun counts what was done with them: 「提案11件」, not 「提案，召开会议3次」.
    const gap = lead.slice(
      Math.max(
        lead.lastIndexOf('案'),
        lead.lastIndexOf('建议'),
        lead.lastIndexOf('委员'),
        lead.lastIndexOf('议案'),
      ),
    )
    if (gap.length > 12) return null
    return inLead
  }
  if (
    inTail !== null &&
    !/其中/.test(lead) &&
    /^(?:[^,]{0,24}(?:承办|办理|收到|接收|接到|办结|办复|交办|共|有|答复|涉及|了)的?|.{0,16}[和与及、]|)$/.test(
      lead,
    )
  )
    return inTail
  return null
}

/**
 * Whose classes the number counts: by the words of its own clause; within brackets, what stands right before them;
 * else all that was named before in the sentence.
 */
function lastKind(sentence: Sentence, before: number): Kind | null {
  const index = sentence.clauses.findIndex((one) => before >= one.start && before < one.end)
  const own = kindOf(sentence.text.slice(sentence.clauses[index]?.start ?? 0, before))
  if (own !== null) return own
  const bracket = sentence.text.lastIndexOf('(', before)
  if (bracket > sentence.text.lastIndexOf(')', before))
    for (let earlier = index - 1; earlier >= 0; earlier -= 1) {
      const kind = kindOf(sentence.clauses[earlier]?.text ?? '')
      if (kind !== null) return kind
    }
  return kindOf(sentence.text.slice(0, before))
}

interface Levelled {
  readonly level: string
  readonly fact: NarrativeFact
}

/** 「省人大建议2件，市人大建议5件」: numbers of one kind by level are parts of one number. */
function byLevelTogether(told: readonly Levelled[]): NarrativeFact[] {
  const kept: NarrativeFact[] = []
  const seen = new Set<string>()
  for (const { level, fact: one } of told) {
    const same = kept.findIndex((other) => other.fact === one.fact)
    const first = kept[same]
    const known = seen.has(`${one.fact} ${level}`)
    seen.add(`${one.fact} ${level}`)
    if (first === undefined || known) kept.push(one)
    else
      kept[same] = {
        ...first,
        value: Number(first.value) + Number(one.value),
        approximate: first.approximate || one.approximate,
      }
  }
  return kept
}

/** The level of the people's congress or conference a clause speaks of: 国, 省, 市, 县 … */
function levelOf(words: string): string | null {
  const found = [...words.matchAll(/(全国|[国省市县区州镇乡])级?(?:人大|政协)/g)].at(-1)?.[1]
  return found === undefined ? null : found.replace('全国', '国')
}

function negated(told: Told, sentence: Sentence): NarrativeFact[] {
  const facts: NarrativeFact[] = []
  for (const clause of sentence.clauses) {
    if (clause.planned) continue
    for (const match of clause.text.matchAll(negation)) {
      const governed = clause.text.slice(match.index + match[0].length)
      const before = clause.text.slice(0, match.index)
      const object =
        /^(?:到|过|任何|承办|办理|涉及|本年度|省|市|县|区|州|级|的|需|有|交办|主办|单位|我局|年)*((?:人大|政协|代表|建议|提案|委员|议案)[^,]{0,24})$/.exec(
          governed,
        )
      const precedes =
        /^(?:情况|任务|件)?$/.test(governed) &&
        /(?:建议|提案)(?:办理|答复|公开)?(?:情况|事项)?(?::)?$/.test(before)
      if (object === null && !precedes) continue
      const words = object?.[1] ?? before
      if (/不满意|逾期|难以|不属|网民|意见建议|评价|解决|列入/.test(words) || /对.{0,8}结果/.test(words))
        continue
      const kind = kindOf(words)
      if (kind === null) continue
      const ids = kind === 'proposals' ? ['proposalsNpc', 'proposalsCppcc'] : [kind]
      for (const id of ids) {
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
