import { foldLines, sourceSpan } from '../fold.ts'
import { overlap, type Span } from '../spans.ts'
import { before, isQuoted, sentenceAround } from '../surroundings.ts'
import { isInForm } from './form-around.ts'

const gap = '(?:[ ]{2,}|[ ]?_+[ ]?|[ ]?[Xx×]{1,3}[ ]?)'
/** Signs where a word should stand, whatever is around. */
const signs: readonly RegExp[] = [
  /(?:(?<![\dXx×])20[Xx×\d]{0,2}|[Xx×]{2,4}|二〇[一二三四五六七八九Xx×]{0,2})[ ]?(?:(?<=[Xx×])年(?:[ ]?[Xx×]{1,2}[ ]?月(?:[ ]?[Xx×]{1,2}[ ]?日)?)?|年[ ]?[Xx×]{1,2}[ ]?月[ ]?[Xx×]{1,2}[ ]?日)/g,
  /20\d{0,2}_+[ ]?年(?:[ ]?_+[ ]?月(?:[ ]?_+[ ]?日)?)?/g,
  /(?<![\dA-Za-z*./=?&_×〇一二三四五六七八九-])(?:[Xx×]{2,}|〇{2,}|某某)(?=[ ]?(?:年|月(?!球|饼)|日(?![前常])|件|条(?!形)|份|次|项(?!目)|局(?![长党])|委|县|区|镇|乡|街道|部(?![长队])|单位|万元|元|人次|省|市|个(?![体人])|家单位|户(?!主|籍)))/g,
  /(?<=\p{Script=Han})\*{2,}(?=[ ]?(?:年|月|日|件|万元|条|个(?!人)|次))/gu,
  /(?<![\dXx×])20(?:[Xx×]{2}|\d[Xx×])[ ]?年(?:[ ]?[Xx×]{1,2}[ ]?月)?(?:[ ]?[Xx×]{1,2}[ ]?日)?/g,
  /(?<![Xx×*\d年])[Xx×]{1,2}月[Xx×]{1,2}日/g,
  /(?<=[于至在自从前])[ ]?[Xx×]{1,2}[ ]月[ ]?[Xx×]{1,2}[ ]?日/g,
  /(?<=\[20\d\d\][ ]?第?)(?:[Xx×]+|_+|[ ]+)(?=号)/g,
  /[([](?:请|此处)?(?:填写|填报|填入)[^)\]\n]{0,12}[)\]]/g,
  /\{\{[^{}\n]{1,30}\}\}|\$\{[^{}\n]{1,30}\}|<%[^%\n]{1,30}%>/g,
]
/** Lines and gaps to write on: nothing in a form. */
const lines: readonly RegExp[] = [
  /_{2,}/g,
  new RegExp(`(?:20\\d\\d)[ ]?年${gap}月${gap}日`, 'g'),
  /(?<=^|\n)[ ]*年[ ]{2,}月[ ]{2,}日/g,
  /(?<=[于至在自从前])[ ]{1,8}月[ ]{1,8}日/g,
  /(?<=共计?|合计|金额为?|受理|办结|投资|收到)[ ]{2,}(?=件|元|万元|人|个|次|条)/g,
]
const empty = /【[ \u3000]*】/g
const ofAPerson = /住|籍|出生|身份|车牌|号牌|手机|账号|卡号/

/** Blanks nobody filled in: XX件, ____, 【 】, 2023年  月  日, {{name}}. Masked data, titles and forms that are shown are nothing. */
export function findBlanks(source: string): Span[] {
  const folded = foldLines(source)
  const { text } = folded
  const found: Span[] = []
  const add = (span: Span): void => {
    if (!found.some((one) => overlap(one, span))) found.push(span)
  }
  for (const pattern of signs)
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (isQuoted(text, span) || isMask(text, span)) continue
      add(span)
    }
  for (const pattern of lines)
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (!isInForm(text, span)) add(span)
    }
  const spans = found.map((one) => sourceSpan(folded, one.start, one.end))
  for (const match of text.matchAll(/《[ ]*(?:_{2,}|[Xx×]{2,})[ ]*》/g))
    spans.push(sourceSpan(folded, match.index, match.index + match[0].length))
  for (const match of source.matchAll(empty))
    spans.push({ start: match.index, end: match.index + match[0].length })
  return spans.sort((a, b) => a.start - b.start)
}

/** A sign that hides what is known: of a person, a home, a birthday, an enterprise. */
function isMask(text: string, span: Span): boolean {
  const head = before(text, span.start, 24)
  if (ofAPerson.test(head) || /^(?:出生|生)/.test(text.slice(span.end, span.end + 4))) return true
  // 住××市××区××街道: what follows goes on down a masked address, or names a masked person.
  if (/^[^，。；\n]{0,14}(?:某|路|弄|小区|村|组|幢|栋)/.test(text.slice(span.end, span.end + 18))) return true
  return /脱敏|化名|隐去/.test(sentenceAround(text, span))
}
