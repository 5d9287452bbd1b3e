import type { Finding } from '../../../law/report-form/model.ts'
import { inFigures } from '../../../platform/html/index.ts'

/** One value of a finding with the word before it: 应为 14. */
export interface ComparedValue {
  readonly label: string
  readonly value: string
}

const longest = 16
const isoDay = /(\d{4})-(\d{2})-(\d{2})/g
const isYear = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1990 && value <= 2100

/**
 * What stood against what, as pairs of word and value. Only where one value must follow from the others is it called 应为: where text
 * and table differ nobody knows which is right, and the middle of other agencies, or last year, is no rule for this one.
 */
export function comparedWords(
  finding: Pick<Finding, 'code' | 'expected' | 'found' | 'at'>,
): readonly ComparedValue[] {
  const [expectedLabel, foundLabel] = labelsOf(finding)
  const areYears = isYear(finding.expected) && isYear(finding.found)
  return [
    { label: expectedLabel, value: shown(finding.expected, areYears) },
    { label: foundLabel, value: shown(finding.found, areYears) },
  ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
}

function labelsOf({ code, at }: Pick<Finding, 'code' | 'at'>): readonly [string, string] {
  if (code === 'carry.sisterOutlier') return ['同类中位数', '本报告']
  if (code === 'carry.outlier') return ['上年', '本年']
  if (code === 'structure.missingColumns') return ['应有栏数', '实有栏数']
  if (code === 'text.contradiction') return ['一处写', '另一处写']
  if (code.startsWith('text.')) return [at.some(({ table }) => table !== undefined) ? '表中' : '算得', '文中']
  return ['应为', '写了']
}

function shown(value: number | string | null | undefined, isYearValue: boolean): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return isYearValue ? String(value) : inFigures(value)
  if (value.length > longest) return null
  const bound = /^([≥≤])(.+)$/.exec(value)
  const plain = (bound?.[2] ?? value).replace(
    isoDay,
    (_, year: string, month: string, day: string) => `${year}年${Number(month)}月${Number(day)}日`,
  )
  if (!bound) return plain
  const isDay = plain.endsWith('日')
  return `${bound[1] === '≥' ? (isDay ? '不早于' : '不少于') : isDay ? '不晚于' : '不多于'}${plain}`
}
