import { foldLines, sourceSpan } from '../fold.ts'
import type { Span } from '../spans.ts'
import { isQuoted, sentenceAround } from '../surroundings.ts'

const order =
  '(?:请?注意保[存密管]|妥善保管|不得外传|请勿外传|严禁外传|切勿外传|禁止外传|不准外传|不得外泄|不得翻印|请勿(?:转发|传播|扩散)|严禁(?:转发|复制|传播|扩散)|不得(?:公开|扩散|传播|转发)|请勿公开|会后收回|阅后(?:收回|即焚|销毁)|用后收回|仅供参考)'
const paper =
  '(?:资料|文件|材料|刊物|参考|参阅|情况|使用|传阅|掌握|明电|讲话|稿件|(?:讨论|审议|征求意见|送审)?稿|信息|简报)'
const edgeBefore = '(?<=(?:^|\\n)[ \\t]*[(\\["]?|[(\\[])'
const edgeAfter = '(?=[!！。.]?[)\\]"]?[ \\t]*(?:$|\\n|\\t)|[)\\]])'
const markers = [
  new RegExp(`(?:内部${paper}|涉密(?:文件|资料|材料))[,，、:：;；!！· ]*${order}(?:[,，、 ]*${order})*`, 'g'),
  new RegExp(
    `${edgeBefore}(?:内[ ]{0,2}部[ ]{0,2}${paper}|${order.replace('|仅供参考', '')})${edgeAfter}`,
    'g',
  ),
  /(?:仅供|只供|供)(?:[\p{Script=Han}]{0,6})(?:内部|领导|系统内)(?:[\p{Script=Han}]{0,6})(?:参考|参阅|使用|传阅|掌握|学习|阅读)/gu,
  /(?:仅限|限于?)(?:[\p{Script=Han}]{0,6})内部(?:[\p{Script=Han}]{0,4})(?:使用|传阅|阅读|掌握|参考|发行|发放)/gu,
  /(?:此件|本件|此文|本文件?|本通知|本方案|本报告|本意见|本纪要|本函|本资料|本材料)(?:不予|不得|不宜|不对外|不得对外|暂不|请勿|不)公开/g,
  /(?:公开属性|公开选项|公开方式|公开类别|公开类型|公开形式|公开范围|发布属性|是否公开|主动公开)[ ]*[:：][ ]*(?:不予公开|不公开|不宜公开|内部公开|不对外公开|内部|否)(?![、/□☐|或\p{Script=Han}])/gu,
]
/** Said of markers or by swindlers, not marked. */
const aboutMarkers = /标注|标志|标识|字样|标明|注明|印有|骗局|诈骗|警惕|谣言|所谓/

/** Marks that a paper is not for the public: 内部资料 注意保存, 此件不予公开, 公开属性：不予公开. */
export function findNotPublicMarkers(source: string): Span[] {
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
