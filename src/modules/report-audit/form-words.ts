import type { RecoveredReport } from '../../law/report-form/model.ts'

/** The first year for which tables and six sections were asked for (国办公开办函〔2019〕60号). */
const firstFormYear = 2019

/** By which form a report was looked through: 「按2021年版格式」; an older one is not checked by any. Goes before 检查, 还原. */
export function formWords({ form, year }: Pick<RecoveredReport, 'form' | 'year'>): string {
  return isBeforeForms(year) ? '早于2019年版格式，未按表格核对' : `按${form}年版格式`
}

/** The same as a sentence's end: what was done. */
export function checkedWords(report: Pick<RecoveredReport, 'form' | 'year'>, done: string): string {
  return isBeforeForms(report.year) ? formWords(report) : `${formWords(report)}${done}`
}

const isBeforeForms = (year: number | null): boolean => year !== null && year < firstFormYear
