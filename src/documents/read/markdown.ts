import type { DocTree, Link } from '../tree.ts'
import { finishTree, framedParagraphs, isFrame, type DraftBlock } from './draft.ts'
import { seatCells, type ListedCell } from './grid.ts'
import type { ReadLimits } from './limits.ts'

const delimiterRow = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/

/** Whether a text is Markdown beyond doubt: headings with hash signs, or a table with its row of dashes. */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.slice(0, 200_000).split(/\r?\n/)
  let headings = 0
  for (const [index, line] of lines.entries()) {
    if (/^#{1,6}\s+\S/.test(line)) headings += 1
    if (line.includes('|') && delimiterRow.test(line) && (lines[index - 1] ?? '').includes('|')) return true
  }
  return headings >= 2
}

/** Reads Markdown: headings by their hash signs, pipe tables as grids, every other line a paragraph. */
export function readMarkdown(text: string, encoding: string, limits: ReadLimits): DocTree {
  const lines = text.split(/\r?\n/)
  const blocks: DraftBlock[] = []
  const links: Link[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const source = lines[at] ?? ''
    const place = { line: at + 1 }
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
    .replaceAll('&nbsp;', ' ')
    .trim()
}
