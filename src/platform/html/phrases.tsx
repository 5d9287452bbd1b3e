import type { VNode } from 'preact'
import { drawings } from './trusted.ts'

const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** A phrase longer than this does not fit a phone's heading line. */
const longest = 9
/** Below this a phrase is too small to stand alone and joins its neighbour. */
const shortest = 3
const never = /^[的地得了着过们等之性化者们、，。；：！？）》〉”’】〕…％%号条款项件]/
const opens = /[（《〈“‘【〔]$/
/** After these a heading breathes. */
const endsPhrase = /(?:的|关于|印发|政府|办公室|委员会|管委会|[局厅部会院所]|年度?|[，。；：、？》）])$/
/** Before these too. */
const startsPhrase = /^(?:关于|和|及|与|以及|或者?|《|（|工作|情况|报告|通知|办法|规定|管理)/

/**
 * A Chinese heading cut into phrases, between which a line may break (headings are set with word-break: keep-all, so they break nowhere else).
 * The pieces joined are the text again. No piece starts with a particle or closing mark, and hardly any is longer than nine characters.
 */
export function phrases(text: string): string[] {
  const pieces: string[] = []
  let current = ''
  for (const { segment } of words.segment(text)) {
    const stays = current === '' || never.test(segment) || opens.test(current) || /[A-Za-z0-9]$/.test(current)
    const full = current.length + segment.length > longest
    const natural = current.length >= shortest && (endsPhrase.test(current) || startsPhrase.test(segment))
    if (!stays && (full || natural)) {
      pieces.push(current)
      current = segment
    } else current += segment
  }
  if (current !== '') {
    const before = pieces.at(-1)
    if (before !== undefined && current.length < shortest && before.length + current.length <= longest + 2)
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
