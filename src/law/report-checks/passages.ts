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
  for (const paragraph of report.paragraphs) {
    const { text, at } =
      spaces === 'kept' ? { text: paragraph.text, at: null } : withoutSpaces(paragraph.text)
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      const start = at === null ? match.index : (at[match.index] ?? 0)
      const length = (at === null ? end : (at[end - 1] ?? 0) + 1) - start
      found.push({
        text: match[0],
        sentence: sentenceAround(text, match.index, match[0].length),
        at: placeIn(paragraph, start, length),
        section: paragraph.section,
        groups: match.slice(1),
      })
    }
  }
  return found
}

function withoutSpaces(source: string): { text: string; at: number[] | null } {
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
  return report.paragraphs
    .filter((paragraph) => sections.length === 0 || sections.includes(paragraph.section))
    .map((paragraph) => paragraph.text.replace(/\s/g, ''))
    .join('\n')
}

/** Whether enough of a report was read to miss something in it: a page that holds only tables is no report without a preface. */
export function isWholeReport(report: RecoveredReport): boolean {
  return report.sections.length >= 3 && textOf(report).length >= 300
}

/** Whether the six-section form applies: free outlines were right for report years before 2019 (Format-2019, Format-2021). */
export function sixSectionsApply(report: RecoveredReport): boolean {
  return report.year === null || report.year >= 2019
}
