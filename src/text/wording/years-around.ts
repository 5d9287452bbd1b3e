import { lineAround } from '../surroundings.ts'

/** Years written as days of the text: not those of document numbers and titles. */
const year = /(?<![\d〔[])((?:19|20)\d\d)(?=[ ]?年|[.\-/]\d{1,2}(?![\d号])|年度)/g

function yearsOf(text: string): { readonly year: number; readonly at: number }[] {
  return [...text.replace(/《[^《》\n]{0,80}》/g, (title) => ' '.repeat(title.length)).matchAll(year)].map(
    (match) => ({ year: Number(match[1]), at: match.index }),
  )
}

/** Until when a text speaks of a place in it: the year told before it in its line, or after it, or the latest of the text; null when none is told. */
export function yearAt(text: string, at: number, latest: number | null): number | null {
  const { line, start } = lineAround(text, at)
  const told = yearsOf(line)
  const earlier = told.filter((one) => one.at + start <= at).at(-1)
  if (earlier !== undefined) return earlier.year
  const later = told[0]
  if (later !== undefined) return later.year
  return latest
}

/** The latest year that a text tells, plans beyond reason left out; null when it tells none. */
export function latestYear(text: string): number | null {
  const years = yearsOf(text).map((one) => one.year)
  return years.length === 0 ? null : Math.max(...years)
}
