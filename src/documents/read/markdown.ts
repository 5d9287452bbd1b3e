import type { DocTree, Link } from '../tree.ts'
import { boxedTables } from './boxed-table.ts'
import { finishTree, framedParagraphs, isFrame, type DraftBlock } from './draft.ts'
import { seatCells, type ListedCell } from './grid.ts'
import { blocksOfHtml } from './html.ts'
import type { ReadLimits } from './limits.ts'
import { delimiterRow } from './markdown-marks.ts'

/**
 * Reads Markdown: headings by their hash signs, pipe tables, drawn tables and tables in tags as grids, every other line a
 * paragraph.
 */
export function readMarkdown(text: string, encoding: string, limits: ReadLimits): DocTree {
  const lines = text.split(/\r?\n/)
  const blocks: DraftBlock[] = []
  const links: Link[] = []
  const drawn = boxedTables(lines, limits)
  for (let at = 0; at < lines.length; at += 1) {
    const source = lines[at] ?? ''
    const place = { line: at + 1 }
    const boxed = drawn.find((table) => table.from === at)
    if (boxed) {
      const cells = boxed.grid.cells.map((cell) => ({
        ...cell,
        text: plain(cell.text),
        place: { line: cell.place?.line ?? at + 1 },
      }))
      blocks.push({ kind: 'table', ...boxed.grid, cells, method: 'delimiters', place })
      at = boxed.to
      continue
    }
    const tagged = /<table[\s>]/i.test(source) ? endOfTable(lines, at) : -1
    if (tagged >= at) {
      blocks.push(...blocksOfHtml(lines.slice(at, tagged + 1).join('\n'), limits, at))
      at = tagged
      continue
    }
    for (const match of source.matchAll(/\[([^\]]{0,300})\]\(([^)\s]{1,2000})\)/g)) {
      if (links.length < 20_000) links.push({ text: match[1] ?? '', href: match[2] ?? '', place })
    }
    if (isRow(source) && (isRow(lines[at + 1] ?? '') || delimiterRow.test(lines[at + 1] ?? ''))) {
      const rows: ListedCell[][] = []
      for (; at < lines.length && isRow(lines[at] ?? ''); at += 1) {
        const line = lines[at] ?? ''
        if (delimiterRow.test(line)) continue
        rows.push(
          cellsOf(line).map((cell) => ({
            text: plain(cell),
            rowspan: 1,
            colspan: 1,
            place: { line: at + 1 },
          })),
        )
      }
      at -= 1
      const grid = seatCells(rows, limits)
      if (isFrame(grid)) blocks.push(...framedParagraphs(grid))
      else blocks.push({ kind: 'table', ...grid, method: 'delimiters', place })
      continue
    }
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(source)
    if (heading) {
      const title = plain(heading[2] ?? '')
      if (title !== '') blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: title, place })
      continue
    }
    const paragraph = plain(source.replace(/^\s*>+\s?/, ''))
    if (paragraph !== '' && !/^(?:-{3,}|\*{3,}|_{3,}|```\w*)$/.test(paragraph)) {
      blocks.push({ kind: 'paragraph', text: paragraph, place })
    }
  }
  return finishTree({ format: 'md', encoding, blocks, links }, limits)
}

/** The line on which the table that opens on `from` is closed, tables inside it counted; -1 when it never is. */
function endOfTable(lines: readonly string[], from: number): number {
  let depth = 0
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    depth += (line.match(/<table[\s>]/gi)?.length ?? 0) - (line.match(/<\/table\s*>/gi)?.length ?? 0)
    if (depth <= 0) return at
  }
  return -1
}

function isRow(line: string): boolean {
  return /^\s*\|.*\|/.test(line) || (line.includes('|') && line.split('|').length > 2)
}

function cellsOf(line: string): string[] {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|'))
}

/** Marks of emphasis, links and escapes taken off; the words stay as they are. */
function plain(text: string): string {
  return text
    .replace(/!\[[^\]]{0,300}\]\([^)]{0,2000}\)/g, '')
    .replace(/\[([^\]]{0,300})\]\([^)]{0,2000}\)/g, '$1')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/(\*\*|__)(?=\S)([^*_\n]{0,500}\S)\1/g, '$2')
    .replace(/`([^`\n]{0,1000})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|])/g, '$1')
    .replace(/<\/?(?:u|b|i|p|div|span|center|font|strong|em|sup|sub|mark)(?:\s[^<>]{0,300})?\/?>/gi, '')
    .replace(/&(?:nbsp|ensp|emsp);/g, ' ')
    .trim()
}
