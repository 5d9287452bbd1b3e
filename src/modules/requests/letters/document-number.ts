/** The parts of a document number (发文字号), GB/T 9704-2012 7.2.5. */
export interface DocumentNumberParts {
  /** The agency's code and the series, e.g. 云应急公复. */
  readonly code: string
  /** Four digits. */
  readonly year: number
  /** Running number of the year, from 1. Who hands it out without gaps is the store. */
  readonly number: number
}

/**
 * 云应急公复〔2026〕3号: full year in six-cornered brackets, no 第, no leading zeros.
 * @throws RangeError when a part cannot stand in a document number
 */
export function documentNumber({ code, year, number }: DocumentNumberParts): string {
  if (!/^\p{Script=Han}{2,12}$/u.test(code)) throw new RangeError(`not a document code: ${code}`)
  if (!Number.isInteger(year) || year < 1949 || year > 9999) throw new RangeError(`not a year: ${year}`)
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`not a running number: ${number}`)
  return `${code}〔${year}〕${number}号`
}

/** Reads a document number; null when it is written in any other way (square or round brackets, 第, leading zeros). */
export function parseDocumentNumber(text: string): DocumentNumberParts | null {
  const match = /^(\p{Script=Han}{2,12})〔(\d{4})〕([1-9]\d*)号$/u.exec(text)
  if (!match) return null
  return { code: match[1] ?? '', year: Number(match[2]), number: Number(match[3]) }
}
