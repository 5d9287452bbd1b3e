import { fold, sourceSpan } from '../fold.ts'
import type { Span } from '../spans.ts'

/** Number plates of vehicles (GA 36): a province, a letter, five signs, six for new energy; the letters I and O are not used. */
export function findPlates(source: string): Span[] {
  const folded = fold(source)
  return [
    ...folded.text.matchAll(
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•・. -]?(?=[A-Z0-9]*\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])/g,
    ),
  ].map((match) => sourceSpan(folded, match.index, match.index + match[0].length))
}
