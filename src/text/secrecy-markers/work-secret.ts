import { foldLines, sourceSpan } from '../fold.ts'
import type { Span } from '../spans.ts'
import { isQuoted, sentenceAround } from '../surroundings.ts'

const markers = [
  /(?<!\p{Script=Han})工作秘密[ ]*[★☆✩⭐◆●▲](?:[ ]*(?:长期|[一二三四五六七八九十]+年|\d{1,3}[ ]*(?:年|个月|月|天|日)))?/gu,
  /密级[ ]*[:：][ ]*工作秘密/g,
  /(?<=(?:^|\n)[ \t]*[(["]?)工[ ]{0,2}作[ ]{0,2}秘[ ]{0,2}密(?:[ ]*(?:长期|\d{1,3}[ ]*(?:年|个月)))?(?:[ ,，]+(?:内部使用|注意保[存密]|不得外传|请勿外传|妥善保管))?(?=[)\]"]?[ \t]*(?:$|\n|\t))/g,
  /(?<=[([])工作秘密(?:[,，:： ]?(?:不得|请勿|严禁|注意|妥善)[^)\]\n]{0,12})?(?=[)\]])/g,
  /(?:本|此)(?:文件|材料|资料|件|文|档案|方案)(?:内容)?(?:属于?|系|为|是|涉及)工作秘密/g,
]

/** Marks of work secrets (保守国家秘密法第六十四条). Rules about work secrets are nothing. */
export function findWorkSecretMarkers(source: string): Span[] {
  const folded = foldLines(source)
  const { text } = folded
  const found: Span[] = []
  for (const marker of markers)
    for (const match of text.matchAll(marker)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (isQuoted(text, span) || /标注|标志|标识|字样|标明|注明/.test(sentenceAround(text, span))) continue
      if (!found.some((one) => one.start < span.end && span.start < one.end)) found.push(span)
    }
  return found.sort((a, b) => a.start - b.start).map((one) => sourceSpan(folded, one.start, one.end))
}
