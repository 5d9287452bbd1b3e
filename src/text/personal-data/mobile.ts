import { foldLines, sourceSpan } from '../fold.ts'
import { overlap, type Span } from '../spans.ts'
import { isOtherNumber, webAddresses } from '../surroundings.ts'

/** Three, four and four digits together or parted the ways people write them, or every digit by itself. */
const written =
  /(?:(?<![\dA-Za-z.*×]|\d-)|(?<=(?:tel|phone|mobile|mob|\bT|\bM|[^\d]\.)))(?:\(?(?:\+|00)?86\)?[- ]?)?0?1(?:[- ][3-9](?:[- ]\d){9}|[3-9](?:\d(?:[- ]?\d{4}){2}|\d{2}[- ]\d{3}[- ]\d{4}))(?![\dA-Za-z*×]|\.\d|-\d)/gi
/** What follows an amount or a running number. */
const counted =
  /^(?:[ ]?(?:元|万|亿|美元|吨|千克|公斤|平方|立方|千瓦|人次|人民币|号(?!码|[（(,，。、;；]|$)))/

/** Mobile numbers of the mainland: eleven digits from 13 to 19, also written 138-0000-0000. Masked ones are nothing. */
export function findMobileNumbers(source: string): Span[] {
  const folded = foldLines(source)
  const { text } = folded
  const addresses = webAddresses(text)
  const found: Span[] = []
  for (const match of text.matchAll(written)) {
    const span = { start: match.index, end: match.index + match[0].length }
    if (counted.test(text.slice(span.end, span.end + 4)) || isOtherNumber(text, span.start)) continue
    if (addresses.some((one) => overlap(one, span))) continue
    found.push(sourceSpan(folded, span.start, span.end))
  }
  return found
}
