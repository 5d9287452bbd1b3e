import { foldLines, sourceSpan } from '../fold.ts'
import type { Span } from '../spans.ts'
import { isQuoted, sentenceAround } from '../surroundings.ts'

const level = '(?:绝[ ]{0,4}密|机[ ]{0,4}密|秘[ ]{0,4}密)'
const period =
  '(?:[ ]*[(\\[]?(?:长期|启用前|公开前|解密前|[一二三四五六七八九十]+年|\\d{1,3}[ ]*(?:年|个月|月|天|日))[)\\]]?)?'
const markers = [
  // 秘密★10年
  new RegExp(`(?<!\\p{Script=Han}[^\\p{Script=Han}\\s"]?)${level}级?[ ]*[★☆✩⭐]${period}`, 'gu'),
  // 密级：机密, with nothing else to choose from
  new RegExp(`密[ ]{0,4}级[ ]*[:：][ ]*${level}(?:级|件)?(?![ ]*[、/|□☐或和\\p{Script=Han}])`, 'gu'),
  // a line of its own
  new RegExp(
    `(?<=(?:^|\\n)[ \\t]*[(\\["]?)${level}(?:级|件)?${period}(?=[)\\]"]?[ \\t]*(?:$|\\n|\\t))`,
    'gu',
  ),
  /(?:本|此)(?:文件|材料|资料|件|文|档案|方案)(?:内容)?(?:属于?|系|为|是|涉及)(?:绝密|机密|秘密)?级?(?:国家秘密|绝密|机密件?|秘密件|秘密级)/g,
]
/** Said of markers, not marked. */
const aboutMarkers = /标注|标志|标识|字样|形式为|标明|注明|印有|盖有|格式|样式/

/** Marks of state secrets on a paper (保守国家秘密法: 密级★保密期限). Speaking of secrecy marks nothing. */
export function findStateSecretMarkers(source: string): Span[] {
  const folded = foldLines(source)
  const { text } = folded
  const found: Span[] = []
  for (const marker of markers)
    for (const match of text.matchAll(marker)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (isQuoted(text, span) || aboutMarkers.test(sentenceAround(text, span))) continue
      if (!found.some((one) => one.start < span.end && span.start < one.end)) found.push(span)
    }
  return found.sort((a, b) => a.start - b.start).map((one) => sourceSpan(folded, one.start, one.end))
}
