import { foldLines, sourceSpan } from '../fold.ts'
import type { Span } from '../spans.ts'
import { after, before } from '../surroundings.ts'

const shape =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][ ]?([A-HJ-NP-Z])[ ]?[·.•・-]?[ ]?([A-HJ-NP-Z\d]{4,6})([挂学警港澳使领]?)(?![A-Za-z\d*×-])/gi
const ofAnOffice =
  /公务用?车|公车|执法车|执法用车|警车|警务|巡逻车|公交|出租汽?车|巡游车|校车|消防车|救护车|环卫|洒水车|清扫车|垃圾(?:运输)?车|作业车|应急(?:保障|指挥)车|单位车辆|营运客车|班车|机关车辆|公司(?:所属|所有|名下|的)/

/** Number plates of vehicles (GA 36), whosever they are: a province, a letter, five signs, six for new energy. */
export function findPlates(source: string): Span[] {
  const folded = foldLines(source)
  return platesIn(folded.text).map(({ start, end }) => sourceSpan(folded, start, end))
}

/** Plates of persons' vehicles. Those of police, duty and public transport are nobody's in particular. */
export function findPersonsPlates(source: string): Span[] {
  const folded = foldLines(source)
  const { text } = folded
  return platesIn(text)
    .filter(
      ({ start, end }) =>
        !/[警使领]$/.test(text.slice(start, end)) &&
        !ofAnOffice.test(before(text, start, 16)) &&
        !ofAnOffice.test(after(text, end, 12)),
    )
    .map(({ start, end }) => sourceSpan(folded, start, end))
}

function platesIn(text: string): Span[] {
  return [...text.matchAll(shape)]
    .filter((match) => isIssued((match[2] ?? '').toUpperCase(), match[3] ?? ''))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** Five signs with at most three letters, four before a word of the trade, or six in the two orders of new energy. */
function isIssued(signs: string, word: string): boolean {
  if (signs.length === 6) return /^(?=.?[A-HJ-NP-Z])[A-HJ-NP-Z\d]{2}\d{4}$|^\d{5}[A-HJK]$/.test(signs)
  return (signs.length === 5 || word !== '') && signs.replace(/\D/g, '').length >= 2
}
