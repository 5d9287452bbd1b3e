/** One band of the tariff that a count reaches into. Money in 分. */
export interface FeeStep {
  /** First and last unit of the band that are charged at its rate. */
  readonly from: number
  readonly to: number
  readonly rateFen: number
  readonly amountFen: number
  /** The band in words. */
  readonly what: string
  readonly basis: string
}

/** What is due, and how it adds up. Money in 分. */
export interface ProcessingFee {
  readonly amountFen: number
  readonly steps: readonly FeeStep[]
}

/** Both methods are progressive on the excess (超额累进): each unit pays the rate of its own band. */
interface Tariff {
  readonly unit: string
  readonly basis: string
  /** Last unit of the band that begins at `from`; Infinity for the open band. */
  readonly bandEnd: (from: number) => number
  readonly rateFen: (from: number) => number
}

const yuan = 100

/**
 * 按件, 信息处理费管理办法 Art 4: up to 10 a month free, 11 to 30 at 100 yuan, from 31 on 100 yuan more for each further ten.
 * The start of 200 yuan at the 31st is the usual reading of 每增加一档提高100元.
 */
const perCase: Tariff = {
  unit: '件',
  basis: '信息处理费管理办法第四条（按件）',
  bandEnd: (from) => (from <= 10 ? 10 : from <= 30 ? 30 : from + 9),
  rateFen: (from) =>
    from <= 10 ? 0 : from <= 30 ? 100 * yuan : 100 * yuan * (1 + Math.ceil((from - 30) / 10)),
}

/** 按量, 信息处理费管理办法 Art 5: up to 30 pages free, 31 to 100 at 10 yuan, 101 to 200 at 20, from 201 at 40. */
const perPage: Tariff = {
  unit: '页',
  basis: '信息处理费管理办法第五条（按量）',
  bandEnd: (from) => (from <= 30 ? 30 : from <= 100 ? 100 : from <= 200 ? 200 : Number.POSITIVE_INFINITY),
  rateFen: (from) => (from <= 30 ? 0 : from <= 100 ? 10 * yuan : from <= 200 ? 20 * yuan : 40 * yuan),
}

/** Larger counts than this are a slip of the pen. */
export const largestCount = 1_000_000

/**
 * The fee for all requests of one applicant received in one calendar month (按件), free ones included in the count.
 * @param cases how many, 0 to a million; RangeError otherwise
 */
export function feeForCases(cases: number): ProcessingFee {
  return feeBy(perCase, cases)
}

/**
 * The fee for the pages given in answer to one request (按量); pages of several requests are never added (trap 47).
 * @param pages sides of A4 or smaller, 0 to a million; RangeError otherwise
 */
export function feeForPages(pages: number): ProcessingFee {
  return feeBy(perPage, pages)
}

function feeBy(tariff: Tariff, count: number): ProcessingFee {
  if (!Number.isInteger(count) || count < 0 || count > largestCount)
    throw new RangeError(`not a count that can be charged: ${count}`)
  const steps: FeeStep[] = []
  let amountFen = 0
  for (let from = 1; from <= count; ) {
    const to = Math.min(count, tariff.bandEnd(from))
    const rateFen = tariff.rateFen(from)
    const bandFen = (to - from + 1) * rateFen
    amountFen += bandFen
    steps.push({
      from,
      to,
      rateFen,
      amountFen: bandFen,
      what: sayBand(tariff, from, to, rateFen, bandFen),
      basis: tariff.basis,
    })
    from = to + 1
  }
  if (steps.length === 0)
    steps.push({
      from: 0,
      to: 0,
      rateFen: 0,
      amountFen: 0,
      what: `没有${tariff.unit}数，不收费`,
      basis: tariff.basis,
    })
  return { amountFen, steps }
}

function sayBand(tariff: Tariff, from: number, to: number, rateFen: number, bandFen: number): string {
  const { unit } = tariff
  const span =
    from === to ? `第${from}${unit}` : `第${from}${unit}至第${to}${unit}，共${to - from + 1}${unit}`
  return rateFen === 0 ? `${span}，不收费` : `${span}，每${unit}${rateFen / yuan}元，计${bandFen / yuan}元`
}
