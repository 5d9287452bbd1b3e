import type { At, Paragraph, RecoveredReport } from '../../../law/report-form/model.ts'
import type { Children } from '../../../platform/html/index.ts'
import type { NumberedFinding, Weight } from './numbered-findings.ts'

/** A stretch of a paragraph that findings point at. */
export interface Marked {
  readonly from: number
  readonly to: number
  readonly weight: Weight
  /** First is the one whose address this is. */
  readonly numbers: readonly number[]
}

const marks = { error: 'is-bad', doubt: undefined, note: 'is-info' } as const
const weights: readonly Weight[] = ['error', 'doubt', 'note']

/** Whether a place lies in a paragraph: by offset when both know theirs, else by page and line. */
export function liesIn(at: At, paragraph: Paragraph): boolean {
  if (at.table) return false
  const { start, end } = paragraph.at
  if (at.start !== undefined && start !== undefined)
    return at.start >= start && at.start < (end ?? start + paragraph.text.length)
  return at.line !== undefined && at.line === paragraph.at.line && at.page === paragraph.at.page
}

/** Which stretch is meant: the offsets when they hold the quote, else where the quote stands, else all of it. */
function stretch(
  at: At,
  quote: string | undefined,
  paragraph: Paragraph,
): { readonly from: number; readonly to: number } {
  const { text } = paragraph
  if (at.start !== undefined && at.end !== undefined && paragraph.at.start !== undefined) {
    const from = at.start - paragraph.at.start
    const to = at.end - paragraph.at.start
    const inside = from >= 0 && to <= text.length && to > from
    if (
      inside &&
      (quote === undefined || text.slice(from, to).includes(quote) || quote.includes(text.slice(from, to)))
    )
      return { from, to }
  }
  const found = quote === undefined || quote === '' ? -1 : text.indexOf(quote)
  return found >= 0 ? { from: found, to: found + (quote?.length ?? 0) } : { from: 0, to: text.length }
}

/** The marked stretches of a paragraph, in order and apart from each other: where findings overlap, one stretch carries their numbers. */
export function marksIn(paragraph: Paragraph, findings: readonly NumberedFinding[]): Marked[] {
  const found: Marked[] = []
  for (const { number, weight, finding } of findings)
    for (const at of finding.at)
      if (liesIn(at, paragraph))
        found.push({ ...stretch(at, finding.quote, paragraph), weight, numbers: [number] })
  found.sort((a, b) => a.from - b.from || a.to - b.to)
  const apart: Marked[] = []
  for (const mark of found) {
    const before = apart.at(-1)
    if (!before || mark.from >= before.to) {
      if (mark.to > mark.from) apart.push(mark)
      continue
    }
    apart[apart.length - 1] = {
      from: before.from,
      to: Math.max(before.to, mark.to),
      weight: weights.indexOf(mark.weight) < weights.indexOf(before.weight) ? mark.weight : before.weight,
      numbers: [...new Set([...before.numbers, ...mark.numbers])],
    }
  }
  return apart
}

/** Hands out each finding's address once: a second place of the same finding has none of its own. */
function addresses(): (number: number) => string | undefined {
  const given = new Set<number>()
  return (number) => {
    if (given.has(number)) return undefined
    given.add(number)
    return `m${number}`
  }
}

function withMarks(
  text: string,
  found: readonly Marked[],
  addressOf: (number: number) => string | undefined,
): Children {
  let at = 0
  const parts: Children[] = []
  for (const { from, to, weight, numbers } of found) {
    if (from > at) parts.push(text.slice(at, from))
    // The stretch is one place for several findings: the first gives it its address, the others give theirs to their number.
    const ids = numbers.map(addressOf)
    const first = ids.findIndex((id) => id !== undefined)
    parts.push(
      <mark class={marks[weight]} id={ids[first]}>
        {text.slice(from, to)}
        {numbers.map((number, index) => (
          <a
            key={number}
            id={index === first ? undefined : ids[index]}
            href={`#f${number}`}
            aria-label={`见发现${number}`}
          >
            {number}
          </a>
        ))}
      </mark>,
    )
    at = to
  }
  parts.push(text.slice(at))
  return parts
}

/** Numbers of the findings that have a place in the running text, so that a list can lead there. */
export function findingsInText(
  report: Pick<RecoveredReport, 'paragraphs'>,
  findings: readonly NumberedFinding[],
): ReadonlySet<number> {
  const numbers = new Set<number>()
  for (const paragraph of report.paragraphs)
    for (const mark of marksIn(paragraph, findings))
      if (mark.numbers[0] !== undefined) numbers.add(mark.numbers[0])
  return numbers
}

interface ReportSourceProps {
  readonly report: Pick<RecoveredReport, 'paragraphs' | 'sections'>
  readonly findings: readonly NumberedFinding[]
}

/** A line of the source as it is drawn: of the running text, or the heading of a section, which the reading keeps apart. */
type SourceLine = Paragraph & { readonly isHeading: boolean }

/** Whether a heading stands before a paragraph: by offset when both know theirs, else by page and line, else by section. */
function standsBefore(
  { at, number }: RecoveredReport['sections'][number],
  { at: other, section }: Paragraph,
): boolean {
  if (at.start !== undefined && other.start !== undefined) return at.start <= other.start
  if (at.page !== undefined && other.page !== undefined && at.page !== other.page) return at.page < other.page
  if (at.line !== undefined && other.line !== undefined) return at.line <= other.line
  return number <= section
}

/** The running text with the headings of the sections put back in their places. */
function sourceLines({
  paragraphs,
  sections,
}: Pick<RecoveredReport, 'paragraphs' | 'sections'>): SourceLine[] {
  const lines: SourceLine[] = paragraphs.map((paragraph) => ({ ...paragraph, isHeading: false }))
  let from = 0
  for (const heading of sections) {
    const after = lines.findIndex(
      (line, index) => index >= from && !line.isHeading && standsBefore(heading, line),
    )
    const place = after < 0 ? lines.length : after
    lines.splice(place, 0, {
      text: heading.title,
      at: heading.at,
      section: heading.number,
      isHeading: true,
    })
    from = place + 1
  }
  return lines
}

/** The running text with every place marked that a finding points at; numbers lead back to the finding. */
export function ReportSource({ report, findings }: ReportSourceProps) {
  const addressOf = addresses()
  let page: number | undefined
  return (
    <section class="source" tabIndex={0} aria-label="报告原文">
      {sourceLines(report).map((line) => {
        const { at, text } = line
        const turned = at.page !== undefined && at.page !== page
        page = at.page
        const words = withMarks(text, marksIn(line, findings), addressOf)
        return (
          <>
            {turned && <p class="source-page">第{at.page}页</p>}
            {line.isHeading ? (
              <h3>{words}</h3>
            ) : (
              <p>
                <small>{at.line ?? ''}</small>
                <span>{words}</span>
              </p>
            )}
          </>
        )
      })}
    </section>
  )
}
