import type { At, NarrativeFact, RecoveredReport, TableId } from '../report-form/model.ts'
import { agencyKind } from './words.ts'

/** Facts of a kind that speak of the report's own year; those of other years and parts are left out. */
export function toldOf(report: RecoveredReport, id: string): NarrativeFact[] {
  return report.narrative.filter(
    (one) =>
      one.fact === id &&
      one.year === undefined &&
      typeof one.value === 'number' &&
      !saidOfAnotherYear(one) &&
      !isSpent(one),
  )
}

/** 「信息公开费用支出2万元」: what the agency spent, not what applicants paid. */
function isSpent(one: NarrativeFact): boolean {
  return (
    one.fact === 'processingFeeYuan' &&
    Number(one.value) > 0 &&
    /(?:支出|经费|预算)[^，。；]{0,8}\d/.test(one.quote)
  )
}

/** 「较2023年新收的198件增长19%」「上年同期52件」: the number beside which the year’s own number is put. */
function saidOfAnotherYear(one: NarrativeFact): boolean {
  if (one.negated === true) return false
  const quote = one.quote.replace(/[\s,](?=\d{3})|\s/g, '')
  const number = new RegExp(`(?<![\\d.])${one.value}(?![\\d.])`, 'g')
  const places = [...quote.matchAll(number)]
  return (
    places.length > 0 &&
    places.every((place) => {
      const before = quote.slice(Math.max(0, place.index - 16), place.index)
      return /(?:较|相比|同比|比)(?:去年|上年|上一?年度?|前年|20\d\d年度?)[^，,。；;、]{0,12}$|(?:去年|上一?年度?同?期?|前年)[^，,。；;、结转]{0,6}$/.test(
        before,
      )
    })
  )
}

/**
 * Whether a number of the text may be put beside the tables of this report. The tables of a department speak of the
 * department alone, so a number of the whole place says nothing about them; a government's tables may cover the place.
 */
export function comparable(report: RecoveredReport, one: NarrativeFact): boolean {
  return one.scope !== 'region' || agencyKind(report.agency).government
}

/** How a told number stands to a counted one (B02): exact numbers must be equal, vague ones only near. */
export function agrees(one: NarrativeFact, counted: number): boolean {
  const value = Number(one.value)
  if (!one.approximate) return value === counted
  if (value === counted) return true
  if (value === 0) return counted === 0
  // 二十余 is 20 to 29; 约二十 may be a little less.
  const step = 10 ** Math.floor(Math.log10(value))
  return counted >= value - step / 2 && counted <= value + Math.max(step, value * 0.5)
}

/** 「文中第31行」 beside a place; empty when the source has no lines. */
export function placeWords(at: At): string {
  if (at.page !== undefined) return `第${at.page}页`
  if (at.line !== undefined) return `第${at.line}行`
  return ''
}

/** A number as the text says it; 未收到 is 0. */
export function saidAs(one: NarrativeFact): string {
  return one.negated === true ? '0' : `${one.approximate ? '约' : ''}${one.value}`
}

/** A table cell as a place. */
export function cellAt(table: TableId, row: string, column?: string): At {
  return {
    section: { t2: 2, t3: 3, t4: 4 }[table],
    table,
    row,
    ...(column === undefined ? {} : { column }),
  }
}

/** Sum of cells, or null when one of them is not held. */
export function sumOf(values: readonly (number | null)[]): number | null {
  let total = 0
  for (const value of values) {
    if (value === null) return null
    total += value
  }
  return total
}
