import type { At, Paragraph, RecoveredReport } from '../report-form/model.ts'

/** A stretch of running text with its place: what checks of wording and identity (D01 to E09) point at. */
export interface Passage {
  readonly text: string
  /** The sentence around it. */
  readonly sentence: string
  readonly at: At
  readonly section: number
  /** The groups of the pattern. */
  readonly groups: readonly (string | undefined)[]
}

/**
 * Every place of the running text where a pattern (with the g flag) stands. Spaces are passed over, as pdf files put them
 * anywhere; `spaces: 'kept'` for patterns that look for blanks.
 */
export function passages(
  report: RecoveredReport,
  pattern: RegExp,
  spaces: 'dropped' | 'kept' = 'dropped',
): Passage[] {
  const found: Passage[] = []
  for (const flow of flowsOf(report)) {
    const { text, at } = spaces === 'kept' ? { text: flow.text, at: null } : tight(flow)
    // Not matchAll: it makes a new pattern each time, for sixty rules on every paragraph of the report.
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (match[0] === '') pattern.lastIndex += 1
      const end = match.index + match[0].length
      const start = at === null ? match.index : (at[match.index] ?? 0)
      const length = (at === null ? end : (at[end - 1] ?? 0) + 1) - start
      found.push({
        text: match[0],
        sentence: sentenceAround(text, match.index, match[0].length),
        at: placeInFlow(flow, start, length),
        section: flow.section,
        groups: match.slice(1),
      })
    }
  }
  return found
}

/** Lines that are one paragraph in truth: copies made from pdf break sentences at the margin. */
export interface Flow {
  readonly text: string
  readonly section: number
  readonly pieces: readonly { readonly paragraph: Paragraph; readonly from: number }[]
}

/** Copies whose longest line is longer than this keep whole paragraphs on one line. */
const widestMargin = 90
/** Fewest characters of a line of a page that was full to the margin. */
const shortestLine = 30
const flowsKept = new WeakMap<RecoveredReport, readonly Flow[]>()

/** The running text with lines broken at a margin put together again. */
export function flowsOf(report: RecoveredReport): readonly Flow[] {
  const kept = flowsKept.get(report)
  if (kept !== undefined) return kept
  const flows: Flow[] = []
  let pieces: Flow['pieces'][number][] = []
  let text = ''
  const margin = report.paragraphs.reduce((widest, one) => Math.max(widest, one.text.trim().length), 0)
  for (const [index, paragraph] of report.paragraphs.entries()) {
    const before = report.paragraphs[index - 1]
    if (before !== undefined && !goesOn(before, paragraph, margin)) {
      flows.push({ text, section: before.section, pieces })
      pieces = []
      text = ''
    }
    pieces.push({ paragraph, from: text.length })
    text += paragraph.text
  }
  const last = report.paragraphs.at(-1)
  if (last !== undefined) flows.push({ text, section: last.section, pieces })
  flowsKept.set(report, flows)
  return flows
}

/** A full line that does not end a sentence goes on in the next line, unless that begins an item or stands far away. */
function goesOn(line: Paragraph, next: Paragraph, margin: number): boolean {
  // A page whose lines have no numbers gives them in order, long paragraphs put together beside short lines.
  const unnumbered = line.at.line === undefined && next.at.line === undefined && line.at.page !== undefined
  const full = unnumbered
    ? line.text.trim().length >= shortestLine
    : margin <= widestMargin &&
      line.text.trim().length >= margin * 0.7 &&
      line.at.line !== undefined &&
      next.at.line === line.at.line + 1
  return (
    full &&
    line.section === next.section &&
    line.at.page === next.at.page &&
    !/[。；;！!？?：:]\s*$/.test(line.text) &&
    !/^\s*(?:根据|按照|[（(]?[一二三四五六七八九十]+[)）、.]|\d{1,2}[.、．)）]|[（(]\d{1,2}[)）])/.test(
      next.text,
    )
  )
}

/** The place of some characters of a flow: in the line they begin on. */
export function placeInFlow(flow: Flow, start: number, length: number): At {
  const piece = flow.pieces.findLast((one) => one.from <= start) ?? flow.pieces[0]
  if (piece === undefined) return {}
  const within = start - piece.from
  return placeIn(piece.paragraph, within, Math.min(length, piece.paragraph.text.length - within))
}

const tightKept = new WeakMap<Flow, { text: string; at: number[] | null }>()

/** A flow without spaces, with the place of every character; worked out once. */
function tight(flow: Flow): { text: string; at: number[] | null } {
  const kept = tightKept.get(flow)
  if (kept !== undefined) return kept
  const made = withoutSpaces(flow.text)
  tightKept.set(flow, made)
  return made
}

/** Without spaces; full-width digits, letters and ＠ as the plain ones they stand for, character for character. */
function withoutSpaces(written: string): { text: string; at: number[] | null } {
  const source = written.replace(/[０-９Ａ-Ｚａ-ｚ＠]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  )
  if (!/\s/.test(source)) return { text: source, at: null }
  let text = ''
  const at: number[] = []
  for (let index = 0; index < source.length; index += 1) {
    const sign = source[index] ?? ''
    if (/\s/.test(sign)) continue
    text += sign
    at.push(index)
  }
  return { text, at }
}

/** The place of some characters of a paragraph; exact when the paragraph knows its own offsets. */
export function placeIn(paragraph: Paragraph, index: number, length: number): At {
  const { start, end, ...where } = paragraph.at
  const section = paragraph.section >= 1 && paragraph.section <= 6 ? { section: paragraph.section } : {}
  if (start === undefined || end === undefined || end - start !== paragraph.text.length)
    return { ...paragraph.at, ...section }
  return { ...where, ...section, start: start + index, end: start + index + length }
}

function sentenceAround(text: string, index: number, length: number): string {
  const before = text.slice(0, index)
  const from =
    Math.max(
      before.lastIndexOf('。'),
      before.lastIndexOf('；'),
      before.lastIndexOf('！'),
      before.lastIndexOf('\n'),
    ) + 1
  const after = /[。；！\n]/.exec(text.slice(index + length))
  return text.slice(from, after === null ? text.length : index + length + after.index + 1).trim()
}

/** The running text of some sections without spaces; 0 is what stands before section one, 7 what stands after six. */
export function textOf(report: RecoveredReport, ...sections: number[]): string {
  return flowsOf(report)
    .filter((flow) => sections.length === 0 || sections.includes(flow.section))
    .map((flow) => tight(flow).text)
    .join('\n')
}

/** Whether enough of a report was read to miss something in it: a page that holds only tables is no report without a preface. */
export function isWholeReport(report: RecoveredReport): boolean {
  const length = textOf(report).length
  return report.sections.length >= 5 ? length >= 150 : report.sections.length >= 3 && length >= 300
}

/** Whether the six-section form applies: free outlines were right for report years before 2019 (Format-2019, Format-2021). */
export function sixSectionsApply(report: RecoveredReport): boolean {
  return report.year === null || report.year >= 2019
}
