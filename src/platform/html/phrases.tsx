import type { VNode } from 'preact'
import { drawings } from './trusted.ts'

const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** A phrase longer than this does not fit a phone's heading line. */
const longest = 9
/** Below this a phrase is too small to stand alone and joins its neighbour. */
const shortest = 3
const never = /^(?:办公[室厅]|[的地得了着过们等之性化者们、，。；：！？）》〉”’】〕…％%号条款项件])/
const opens = /[（《〈“‘【〔]$/
/** Terms that stay whole, though the segmenter takes them apart. */
const terms =
  /(政府信息公开|政府信息|主动公开|依申请公开|年度报告|规范性文件|行政复议|行政诉讼|人民政府|应急管理)/
/** Joining words begin a phrase only where enough stands before them. */
const joins = /^(?:和|及|与|以及|或者?)/
const enoughToJoin = 4
const numbering = /^[一二三四五六七八九十]+、/
/** After these a heading breathes. */
const endsPhrase = /(?:的|关于|印发|政府|办公室|委员会|管委会|[局厅部会院所]|年度?|[，。；：、？》）])$/
/** Before these too. */
const startsPhrase = /^(?:关于|《|（|政府信息|依申请公开|行政诉讼|申请|工作|情况|报告|通知|办法|规定)/

function* segments(text: string): Generator<string> {
  for (const part of text.split(terms))
    if (terms.test(part)) yield part
    else for (const { segment } of words.segment(part)) yield segment
}

/**
 * A Chinese heading cut into phrases, between which a line may break (headings are set with word-break: keep-all, so they break nowhere else).
 * The pieces joined are the text again. No piece starts with a particle or closing mark, and hardly any is longer than nine characters.
 */
export function phrases(text: string): string[] {
  const pieces: string[] = []
  let current = ''
  for (const segment of segments(text)) {
    const stays = current === '' || never.test(segment) || opens.test(current) || /[A-Za-z0-9]$/.test(current)
    const full = current.length + segment.length > longest
    const natural =
      (current.length >= shortest && (endsPhrase.test(current) || startsPhrase.test(segment))) ||
      (joins.test(segment) && current.replace(numbering, '').length >= enoughToJoin)
    if (!stays && (full || natural)) {
      pieces.push(current)
      current = segment
    } else current += segment
  }
  if (current !== '') {
    const before = pieces.at(-1)
    if (before !== undefined && current.length < shortest && before.length + current.length <= longest + 1)
      pieces[pieces.length - 1] = before + current
    else pieces.push(current)
  }
  return pieces
}

const kept = drawings(2000)

/** The text with `<wbr>` between its phrases. */
export function Phrases({ text }: { readonly text: string }): VNode {
  return kept(text, () => (
    <>
      {phrases(text).map((piece, index) => (
        <>
          {index > 0 && <wbr />}
          {piece}
        </>
      ))}
    </>
  ))
}

interface HeadingProps {
  readonly level: 1 | 2 | 3
  readonly text: string
  readonly id?: string
  readonly class?: string
}

/** A heading that breaks between phrases and never inside a word. */
export function Heading({ level, text, id, class: className }: HeadingProps): VNode {
  const Tag = `h${level}` as const
  return (
    <Tag id={id} class={className}>
      <Phrases text={text} />
    </Tag>
  )
}
