import { feeForCases, feeForPages, type FeeStep } from '../../../law/fees/processing-fee.ts'

/** One line of the calculation in a fee notice (D16); money in 分. */
export interface FeeLine {
  readonly band: string
  readonly quantity: number
  readonly price: number
  readonly sum: number
}

/**
 * The calculation of a fee notice, by the band (信息处理费管理办法 Art 4, 5). By case one request is one line, at the rate of its
 * place in the month; by volume each band of pages that is charged.
 */
export function feeLines(blanks: Readonly<Record<string, unknown>>): readonly FeeLine[] {
  const quantity = Number(blanks['quantity'])
  const charged = (steps: readonly FeeStep[]) => steps.filter(({ rateFen }) => rateFen > 0)
  if (blanks['method'] === 'perVolume')
    return charged(feeForPages(quantity).steps).map((step) => ({
      band: `第${step.from}页至第${step.to}页`,
      quantity: step.to - step.from + 1,
      price: step.rateFen,
      sum: step.amountFen,
    }))
  const last = charged(feeForCases(quantity).steps).at(-1)
  return last === undefined
    ? []
    : [{ band: `第${quantity}件`, quantity: 1, price: last.rateFen, sum: last.rateFen }]
}
