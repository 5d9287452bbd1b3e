import { fold, keyOf } from '../../../text/fold.ts'
import { readCell } from './cell-value.ts'
import type { PrintedCell, PrintedRow } from './printed-rows.ts'

/** A printed row recognised as the title of one of the six statutory sections. */
export interface SectionHeading {
  readonly number: 1 | 2 | 3 | 4 | 5 | 6
  readonly printedNumber: string | null
  readonly title: string
  readonly row: number
}

type SectionNumber = SectionHeading['number']

const numbering =
  /^\s*((?:第?[一二三四五六七八九十]{1,2}(?:部分|章)?|\d{1,2})\s*[、.．,，:：]|第[一二三四五六七]部分)?\s*(.*)$/s

/** How each section is called, by meaning. Tested against the key of the title without its number. */
const meanings: readonly (readonly [SectionNumber, RegExp])[] = [
  [
    1,
    /^(?:政府信息公开)?(?:工作)?(?:总体|基本|概括|整体)(?:工作)?(?:情况|概况|概述)$|^(?:工作)?概(?:况|述)$|^政府信息公开(?:工作)?(?:总体|基本)?情况$/,
  ],
  [2, /^(?:行政机关|本机关|本单位)?主动公开政府信息(?:的|工作)?(?:情况)?$|^政府信息主动公开情况$/],
  [
    3,
    /^(?:行政机关|本机关|本单位|政府信息公开)?(?:收到|受理)(?:和|及|与|并)?处理.*申请.*$|^(?:收到和处理|处理)?政府信息公开申请(?:的)?(?:情况|办理情况)$|^依申请公开政府信息(?:的)?情况$/,
  ],
  [
    4,
    /^(?:因)?(?:政府)?信息公开.*(?:复议|诉讼).*(?:情况)?$|^(?:被)?(?:申请|提起)?行政复议.*诉讼(?:的)?情况$/,
  ],
  [5, /^.{0,12}存在(?:的)?(?:主要)?(?:问题|不足|困难).{0,14}$|^主要问题(?:及|和)改进.{0,6}$/],
  [
    6,
    /^(?:其他|其它|其余)?(?:需要|应当|应)?(?:报告|说明)的(?:其他|其它)?(?:有关)?(?:事项|情况|内容)$|^其他需要.{0,6}事项$|^其他事项$/,
  ],
]

/**
 * Finds the titles of the six sections by meaning, whatever their number says or whether it is there at all.
 * A table of contents is passed over; of several candidates the ones in rising order are kept.
 */
export function findSections(rows: readonly PrintedRow[]): SectionHeading[] {
  const candidates: SectionHeading[] = []
  for (const [index, row] of rows.entries()) {
    const heading = headingOf(row, index)
    if (heading) candidates.push(heading)
  }
  const real = rising(candidates.filter((_, index) => !inContents(candidates, index)))
  if (real.length >= 3) return real
  // Some offices number the six sections （一） to （六）: believed where a section bears the very number of the form.
  const bracketed = rows.flatMap((row, index) => {
    const heading = headingOf(row, index, 'bracketed')
    return heading === null || ordinals[heading.number - 1] !== heading.printedNumber ? [] : [heading]
  })
  const chain = rising(bracketed.filter((_, index) => !inContents(bracketed, index)))
  return chain.length >= 4 && chain.length > real.length ? chain : real
}

const ordinals = ['（一）', '（二）', '（三）', '（四）', '（五）', '（六）']

function headingOf(
  row: PrintedRow,
  index: number,
  numbered: 'plainly' | 'bracketed' = 'plainly',
): SectionHeading | null {
  const texts = row.cells.filter((cell) => cell.text.trim() !== '')
  if (texts.length === 0 || texts.length > 3) return null
  const text = texts.map((cell) => cell.text).join('')
  if (text.length > 60 || /[。；]/.test(text)) return null
  const folded = fold(text)
    .text.replace(/[.…·\s]*\d*\s*$/, '')
    .replace(/^[\s*_#=~`>]+(?=\S)|[*_#=~`]+$/g, '')
  // （一）… is a theme inside a section, unless all sections are numbered so.
  const bracket = /^\s*\(\s*([一二三四五六七八九十\d]+)\s*\)(.*)$/s.exec(folded)
  if ((bracket !== null) !== (numbered === 'bracketed')) return null
  const [, printed, rest = ''] =
    bracket === null ? (numbering.exec(folded) ?? []) : ['', `（${bracket[1] ?? ''}）`, bracket[2]]
  const key = keyOf(rest)
  if (key.length < 3 || key.length > 34) return null
  for (const [number, meaning] of meanings) {
    if (!meaning.test(key)) continue
    if (printed !== undefined && /^\d/.test(printed) && number <= 2) return null
    if (number === 4 && !/复议/.test(key)) continue
    return { number, printedNumber: printed?.trim() ?? null, title: text.trim(), row: index }
  }
  return null
}

/**
 * Old word processor files run a whole table together with the title after it, cell by cell. A cell that is a numbered
 * section title ends the row it stands in; so does a sentence that goes on after the last figures.
 */
export function partAtTitles(rows: readonly PrintedRow[]): readonly PrintedRow[] {
  if (rows.every((row) => row.shape !== 'fields' || (row.cells.length <= 12 && !endsInProse(row))))
    return rows
  return rows.flatMap((row) => {
    const long = row.shape === 'fields' && row.cells.length > 12
    if (!long && !endsInProse(row)) return [row]
    const parts: PrintedRow[] = []
    let open: PrintedCell[] = []
    const close = () => {
      if (open.length > 0) parts.push({ ...row, cells: open, text: open.map((cell) => cell.text).join('\t') })
      open = []
    }
    for (const [index, cell] of row.cells.entries()) {
      const line: PrintedRow = {
        ...row,
        shape: 'line',
        cells: [{ ...cell, x: 0 }],
        text: cell.text,
        place: cell.place,
      }
      const heading = long && /^\s*[一二三四五六]、/.test(cell.text) ? headingOf(line, 0) : null
      const sentence = index === row.cells.length - 1 && endsInProse(row)
      if (heading === null && !sentence) open.push(cell)
      else {
        close()
        parts.push(line)
      }
    }
    close()
    return parts.length > 1 ? parts : [row]
  })
}

/** A row of figures that runs on into the paragraph after the table. */
function endsInProse(row: PrintedRow): boolean {
  const last = row.cells.at(-1)
  return (
    row.shape === 'fields' &&
    last !== undefined &&
    row.cells.length >= 6 &&
    last.text.length >= 6 &&
    /[。；]\s*$/.test(last.text) &&
    row.cells.slice(-6, -1).every((cell) => readCell(cell.text).kind !== 'text')
  )
}

/** Titles that follow each other line by line, three or more at once, are a table of contents. */
function inContents(candidates: readonly SectionHeading[], index: number): boolean {
  const own = candidates[index]
  if (own === undefined) return false
  let first = index
  while (first > 0 && near(candidates[first - 1], candidates[first])) first -= 1
  let last = index
  while (last + 1 < candidates.length && near(candidates[last], candidates[last + 1])) last += 1
  if (last - first < 2) return false
  return candidates.some((other) => other.number === own.number && other.row > (candidates[last]?.row ?? 0))
}

function near(a: SectionHeading | undefined, b: SectionHeading | undefined): boolean {
  return a !== undefined && b !== undefined && b.row - a.row <= 1 && b.number > a.number
}

/** The longest rising chain of candidates; of equal ones the one with more printed numbers, then the earlier. */
function rising(candidates: readonly SectionHeading[]): SectionHeading[] {
  const best: { score: number; from: number }[] = []
  for (const [index, heading] of candidates.entries()) {
    const own = 1 + (heading.printedNumber === null ? 0 : 0.1)
    let score = own
    let from = -1
    for (let before = 0; before < index; before += 1) {
      const earlier = candidates[before]
      const value = best[before]?.score ?? 0
      if (earlier !== undefined && earlier.number < heading.number && value + own > score) {
        score = value + own
        from = before
      }
    }
    best.push({ score, from })
  }
  let at = best.reduce((top, entry, index) => (entry.score > (best[top]?.score ?? -1) ? index : top), 0)
  const chain: SectionHeading[] = []
  while (at >= 0 && candidates[at] !== undefined) {
    chain.unshift(candidates[at] as SectionHeading)
    at = best[at]?.from ?? -1
  }
  return chain
}
