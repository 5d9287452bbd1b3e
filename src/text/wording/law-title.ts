import { foldLines, sourceSpan } from '../fold.ts'
import type { Span } from '../spans.ts'
import { sentenceAround } from '../surroundings.ts'
import { lawsInForce, repealedStatutes } from './statutes.ts'
import { latestYear, yearAt } from './years-around.ts'

export interface LawTitle extends Span {
  /** wrong: no statute is called so; repealed: cited as if it were in force. */
  readonly kind: 'wrong' | 'repealed'
  readonly right: string
}

const disclosure = '《中华人民共和国政府信息公开条例》'
/** Titles that are often written wrongly. */
const wrongTitles: readonly (readonly [RegExp, string])[] = [
  [/^(?:中华人民共和国)?(?:政府|政务)?信息公开法$|^(?:中华人民共和国)?政务公开法$/, disclosure],
  [
    /^(?:中华人民共和国)?(?:政府信息公开管理|政务信息公开|政府公开信息|政府信息|政府信息公开工作|政府信息公开实施)条例$/,
    disclosure,
  ],
  [/^(?:中华人民共和国)?政府信息公开条列$|^中华人民共和国(?:政务|信息|政务信息)公开条例$/, disclosure],
  [/^中华人民共和国环保法$/, '《中华人民共和国环境保护法》'],
  [/^中华人民共和国计划生育法$/, '《中华人民共和国人口与计划生育法》'],
  [/^中华人民共和国劳动保障法$/, '《中华人民共和国劳动法》（或者《劳动保障监察条例》）'],
  [/^中华人民共和国(?:行政复议|行政许可|行政强制|行政诉讼|食品安全|突发事件应对)条例$/, '同名的法'],
  [/^中华人民共和国公务员条例$/, '《中华人民共和国公务员法》'],
  [/^(?:中华人民共和国)?治安处罚法$|^治安管理法$/, '《中华人民共和国治安管理处罚法》'],
  [/^中华人民共和国行政处罚条例$/, '《中华人民共和国行政处罚法》'],
  [/^中华人民共和国政府采购条例$/, '《中华人民共和国政府采购法实施条例》'],
  [/^中华人民共和国信访法$|^中华人民共和国信访工作条例$/, '《信访工作条例》'],
  [/^(?:中华人民共和国)?(?:保密法实施办法|保守秘密法|国家保密法)$/, '《中华人民共和国保守国家秘密法》'],
  [/^中华人民共和国安全法$/, '《中华人民共和国安全生产法》（或者国家安全法）'],
  [/^中华人民共和国(?:民法典总则|民法典合同)法?$/, '《中华人民共和国民法典》'],
]
const repealedByName = new Map(repealedStatutes.map((one) => [one.name, one]))
/** Not the statute itself but a book, a draft or a plan about it. */
const aboutStatute =
  /草案|征求意见|修正案|解释|解读|释义|读本|问答|教程|实务|案例|关于|通知|办法|规定|细则|意见|方案/
const ofThePast =
  /原|旧|废止|失效|当时|施行前|施行后|实施前|取代|代替|修订|修改|历史|曾经|生效前|编纂|汇总|沿革|整合/

/** A repealed statute relied on without title marks. */
const bare =
  /(?<=依据|根据|依照|按照|违反|适用)(?:中华人民共和国)?(合同法|物权法|担保法|婚姻法|继承法|收养法|侵权责任法|民法通则|民法总则)(?=第|规定|的|之规定|有关|等)/g

/** Titles of statutes that are none, and repealed statutes cited as in force. Common short forms are nothing. */
export function findLawTitles(source: string): LawTitle[] {
  const folded = foldLines(source)
  const { text } = folded
  const latest = latestYear(text)
  const found: LawTitle[] = []
  const isPast = (span: Span, endedOn: string): boolean => {
    if (ofThePast.test(sentenceAround(text, span))) return true
    const year = yearAt(text, span.start, latest)
    return year !== null && year < Number(endedOn.slice(0, 4))
  }
  for (const match of text.matchAll(/《([^《》\n]{2,40})》/g)) {
    const span = { start: match.index, end: match.index + match[0].length }
    const title = (match[1] ?? '').replace(/[ ]/g, '').replace(/[(（][^)）]*[)）]$/, '')
    const wrong = wrongTitles.find(([pattern]) => pattern.test(title))
    const name = title.replace(/^中华人民共和国/, '')
    const repealed = repealedByName.get(name)
    if (wrong !== undefined) found.push({ ...span, kind: 'wrong', right: wrong[1] })
    else if (repealed !== undefined) {
      if (!isPast(span, repealed.endedOn)) found.push({ ...span, kind: 'repealed', right: repealed.now })
    } else if (title.startsWith('中华人民共和国') && name.endsWith('法') && !aboutStatute.test(name)) {
      const near = lawsInForce.has(name) ? undefined : nearest(name)
      if (near !== undefined) found.push({ ...span, kind: 'wrong', right: `《中华人民共和国${near}》` })
    }
  }
  for (const match of text.matchAll(bare)) {
    const repealed = repealedByName.get(match[1] ?? '')
    const span = { start: match.index, end: match.index + match[0].length }
    if (repealed !== undefined && !isPast(span, repealed.endedOn))
      found.push({ ...span, kind: 'repealed', right: repealed.now })
  }
  for (const match of text.matchAll(/国务院(?:第?[ ]?492[ ]?号令|令第?[ ]?492[ ]?号)/g)) {
    const span = { start: match.index, end: match.index + match[0].length }
    if (!isPast(span, '2019-05-15') && !/711|2007年/.test(sentenceAround(text, span)))
      found.push({ ...span, kind: 'repealed', right: '国务院令第711号' })
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map((one) => ({ ...one, ...sourceSpan(folded, one.start, one.end) }))
}

/** The one law whose title differs by a sign or two, or by a word put in or left out; undefined when none or several do. */
function nearest(name: string): string | undefined {
  if (name.length < 4) return undefined
  const near = [...lawsInForce].filter((law) => {
    // 消防安全法 for 消防法
    if (law.length === 3 && new RegExp(`^${law.slice(0, 2)}(?:管理|保护|安全|保障)法$`).test(name))
      return true
    if (Math.abs(law.length - name.length) > 3 || law.length < 4) return false
    if (isWithin(name, law) || isWithin(law, name)) return true
    return law.length === name.length && law.length >= 5 && differing(law, name) === 1
  })
  return near.length === 1 ? near[0] : undefined
}

/** Whether the signs of the shorter stand in the longer in the same order, at most three left out, and most are shared. */
function isWithin(shorter: string, longer: string): boolean {
  if (shorter.length >= longer.length || shorter.length < 4) return false
  let at = 0
  for (const sign of longer) if (sign === shorter[at]) at += 1
  return at === shorter.length && longer.length - shorter.length <= 2
}

function differing(a: string, b: string): number {
  let count = 0
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) count += 1
  return count
}
