import type { DocTree } from '../tree.ts'
import { finishTree, framedParagraphs, isFrame, type DraftBlock } from './draft.ts'
import { seatCells, withoutEmptyTracks, type ListedCell } from './grid.ts'
import type { ReadLimits } from './limits.ts'

/** Whether a text is a comma-separated table: several lines, most with the same number (two or more) of separators. */
export function looksLikeCsv(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 40)
  if (lines.length < 3) return false
  const counts = lines.map((line) => (line.replace(/"[^"]*"/g, '').match(/,/g) ?? []).length)
  const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
  if (usual < 2) return false
  return counts.filter((count) => count === usual).length >= lines.length * 0.7
}

/** Reads comma-separated values; blank lines part the tables, quoted fields may hold commas and line breaks. */
export function readCsv(text: string, encoding: string, limits: ReadLimits): DocTree {
  const blocks: DraftBlock[] = []
  let rows: ListedCell[][] = []
  const endTable = (): void => {
    while (rows.length > 0 && rows[0]?.filter((cell) => cell.text !== '').length === 1) {
      const alone = rows.shift()?.find((cell) => cell.text !== '')
      if (alone)
        blocks.push({ kind: 'paragraph', text: alone.text, ...(alone.place && { place: alone.place }) })
    }
    if (rows.length === 0) return
    const grid = withoutEmptyTracks(seatCells(rows, limits))
    if (isFrame(grid)) blocks.push(...framedParagraphs(grid))
    else
      blocks.push({
        kind: 'table',
        ...grid,
        method: 'delimiters',
        ...(rows[0]?.[0]?.place && { place: rows[0][0].place }),
      })
    rows = []
  }
  for (const { fields, line } of records(text)) {
    if (fields.every((field) => field.trim() === '')) endTable()
    else rows.push(fields.map((field) => ({ text: field.trim(), rowspan: 1, colspan: 1, place: { line } })))
  }
  endTable()
  return finishTree({ format: 'csv', encoding, blocks }, limits)
}

function* records(text: string): Generator<{ fields: string[]; line: number }> {
  let fields: string[] = []
  let field = ''
  let quoted = false
  let line = 1
  let startLine = 1
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character === '\n') line += 1
    if (quoted) {
      if (character !== '"') field += character
      else if (text[at + 1] === '"') {
        field += '"'
        at += 1
      } else quoted = false
    } else if (character === '"' && field === '') quoted = true
    else if (character === ',') {
      fields.push(field)
      field = ''
    } else if (character === '\n') {
      yield { fields: [...fields, field.replace(/\r$/, '')], line: startLine }
      fields = []
      field = ''
      startLine = line
    } else field += character
  }
  if (fields.length > 0 || field !== '') yield { fields: [...fields, field], line: startLine }
}
