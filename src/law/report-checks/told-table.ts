import type { At, Finding, NarrativeFact, RecoveredReport } from '../report-form/model.ts'
import type { Rule } from './check.ts'
import { raise } from './check.ts'
import { agrees, comparable, placeWords, saidAs, toldOf } from './told.ts'
import { agencyKind } from './words.ts'

/** One kind of told number and what the tables say about it (B01 to B07). */
export interface Counterpart {
  readonly fact: string
  readonly rule: Rule
  /** 「收到申请」: how the number is called in the message. */
  readonly name: string
  /** The number the tables hold; null when they do not. */
  readonly counted: (report: RecoveredReport) => number | null
  /** Further readings under which the sentence is right: 受理 may count what was carried in. */
  readonly alsoRight?: (report: RecoveredReport, one: NarrativeFact) => readonly (number | null)[]
  readonly at: readonly At[]
  /** 「表三本年新收总计」 */
  readonly cells: string
}

/**
 * Puts every told number of a kind beside the table. One finding for each different wrong number (its other places beside it).
 * A number of the whole place, of another year, or one that fits another sound reading is no fault.
 */
export function againstTable(report: RecoveredReport, pair: Counterpart): Finding[] {
  const counted = pair.counted(report)
  if (counted === null) return []
  const wrong = new Map<string, NarrativeFact[]>()
  const all = toldOf(report, pair.fact)
  // Another sentence that says the right number for this agency shows that the odd one counts something wider.
  const rightBeside = all.some((one) => one.scope !== 'region' && agrees(one, counted))
  for (const one of all) {
    if (agrees(one, counted) || isPart(report, one, all, counted) || isOfOthers(one, counted)) continue
    if (!comparable(report, one)) continue
    if (one.scope === 'region' && rightBeside) continue
    if (one.scope === 'own' && coversPlace(report)) continue
    const others = pair.alsoRight?.(report, one) ?? []
    if (others.some((value) => value !== null && agrees(one, value))) continue
    const key = `${one.value}`
    wrong.set(key, [...(wrong.get(key) ?? []), one])
  }
  const findings: Finding[] = []
  for (const facts of wrong.values()) {
    const first = facts[0]
    if (first === undefined) continue
    const soft = first.approximate || first.scope === 'region' || rightBeside
    findings.push(
      raise(pair.rule, {
        what: `文中（${[placeWords(first.at), '“', shortened(first.quote, first.negated === true ? undefined : (first.value ?? undefined)), '”'].join('')}）说${pair.name}${saidAs(first)}件，${pair.cells}却是${counted}件`,
        ...(soft ? { verdict: 'doubtful' as const, severity: 'warning' as const } : {}),
        expected: counted,
        found: typeof first.value === 'number' ? first.value : null,
        quote: first.quote,
        at: [...facts.map((one) => one.at), ...pair.at],
      }),
    )
  }
  return findings
}

/** Whether a government's report counts the whole place, so that a number of the government alone says nothing of its tables. */
function coversPlace(report: RecoveredReport): boolean {
  const { government, township } = agencyKind(report.agency)
  return government && !township && report.narrative.some((one) => one.scope === 'region')
}

/**
 * Whether a number is only a part of the right whole: of a sentence that also says the whole, of numbers that make it up
 * (本级205件，县区1583件，部门679件), or the government's own beside the right number of the whole place.
 */
function isPart(
  report: RecoveredReport,
  one: NarrativeFact,
  all: readonly NarrativeFact[],
  counted: number,
): boolean {
  if (one.value === 0 || Number(one.value) > counted) return false
  if (
    new RegExp(`(?:共|合计|总计|累计|总数)[^\\d。；]{0,4}${counted}件`).test(one.quote.replace(/[\s,]/g, ''))
  )
    return true
  const beside = all.filter((other) => other.quote === one.quote && !other.approximate)
  if (beside.some((other) => other !== one && agrees(other, counted))) return true
  if (beside.length > 1 && beside.reduce((sum, other) => sum + Number(other.value), 0) === counted)
    return true
  return (
    /本级|本机关|政府办|直属|部门/.test(one.quote) &&
    agencyKind(report.agency).government &&
    all.some((other) => agrees(other, counted))
  )
}

/** Work done for others, or a wider whole of which the right number is told as a part. */
function isOfOthers(one: NarrativeFact, counted: number): boolean {
  if (one.negated === true || one.value === 0) return false
  const quote = one.quote.replace(/\s/g, '')
  const clauses = quote.split(/[，。；、,;]/)
  const at = clauses.findIndex((clause) => new RegExp(`(?<![\\d.])${one.value}(?![\\d.])`).test(clause))
  const near = `${clauses[at] ?? ''}，${clauses[at + 1] ?? ''}`
  if (/转交|转送|转来|转办|移送|移交|协助|协办|代为|作为第三方/.test(near)) return true
  // 「法定期限内答复12件，延期答复1件」
  if (/(?:期限内|按时|按期)答复\d+件[，,、].{0,4}(?:延期|逾期)/.test(quote)) return true
  // 「行政复议案件15件，其中涉政府信息公开2件」
  return new RegExp(`其中[^。；]{0,12}(?:信息|政务)公开[^。；]{0,20}(?<!\\d)${counted}[件起宗]`).test(quote)
}

/**
 * The sentence in at most 40 characters.
 * @param value the number that is spoken of: the piece around it is shown, from a comma on
 */
export function shortened(quote: string, value?: number | string): string {
  const plain = quote.replace(/\s+/g, '')
  if (plain.length <= 40) return plain
  const at = value === undefined ? 0 : new RegExp(`(?<![\\d.])${value}(?![\\d.])`).exec(plain)?.index
  if (at === undefined || at < 36) return `${plain.slice(0, 38)}…`
  const comma = /[，,；;。：:（(](?=[^，,；;。：:（(]{4,}$)/.exec(plain.slice(at - 24, at))
  const from = at - 24 + (comma === null ? 0 : comma.index + 1)
  return `…${plain.slice(from, from + 36)}${from + 36 < plain.length ? '…' : ''}`
}
