const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** Words that every request holds and that find nothing. */
const empty =
  /^(?:我们|本人|我们的|需要|希望|申请|公开|提供|关于|有关|相关|以及|还有|或者|政府信息|信息|材料|文件|资料|情况|内容|全部|所有|一份|复印件|请问|贵局|贵单位|以来|之间|其中|包括)$/

/** The words of a description that are worth looking for, longest first: two signs and more, years with their 年, at most twenty. */
export function contentWords(text: string): readonly string[] {
  const found = new Set<string>()
  const plain = text.normalize('NFKC').slice(0, 2_000)
  for (const [year] of plain.matchAll(/(?:19|20)\d{2}(?=年|[^\d]|$)/g)) found.add(year)
  for (const { segment, isWordLike } of words.segment(plain))
    if (isWordLike && segment.length >= 2 && !/^\d+$/.test(segment) && !empty.test(segment))
      found.add(segment)
  return [...found].sort((one, other) => other.length - one.length).slice(0, 20)
}
