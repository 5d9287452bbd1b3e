import { foldLines, sourceSpan } from '../fold.ts'
import type { Span } from '../spans.ts'
import { before, columnHead } from '../surroundings.ts'

const label = /护照|通行证|旅行证|台胞证|回乡证|passport/i
/** E12345678, EA1234567, G…, of duty D, S, P; passes C, CA, H, M, T, W and K; eight digits of Taiwan. */
const shape =
  /(?<![A-Za-z\d*×])(?:[EGDSPK]\d{8}|E[A-Z]\d{7}|(?:SE|DE|PE)\d{7}|[CWTL][A-Z]?\d{7,8}|[HM]\d{8}(?:\d{2})?|[A-Z]{1,2}\d{6,8}|(?<=台(?:胞|湾居民)[^\d\n]{0,14})\d{8})(?![A-Za-z\d*×])/gi

/** Passports and travel permits, only beside words that say so: the shape alone is that of many a product number. */
export function findPassports(source: string): Span[] {
  const folded = foldLines(source)
  const { text } = folded
  const found: Span[] = []
  for (const match of text.matchAll(shape)) {
    const beside = before(text, match.index, 24)
    const isNamed = label.test(beside) && !/编号|受理|办理|型号|批次|预约/.test(beside.slice(-8))
    if (isNamed || label.test(columnHead(text, match.index)))
      found.push(sourceSpan(folded, match.index, match.index + match[0].length))
  }
  return found
}
