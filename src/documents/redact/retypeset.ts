import type { DocTree, TableBlock } from '../tree.ts'
import type { Inline, OfficialDocument, WrittenBlock, WrittenCell } from '../write/model.ts'
import { spansOf, type Span } from './term-search.ts'

/**
 * A document that was read whole, set anew with a block where a term stood. Terms are looked for in the text as one: a number that
 * goes on in the next line, paragraph or cell is found, and each place it touches gets a block. Nothing but visible text is taken over:
 * no title, author, comment, deletion or hidden word can come along.
 */
export function retypesetDocument(tree: DocTree, terms: readonly string[]): OfficialDocument {
  const pieces = tree.blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.map(({ text }) => text) : [block.text],
  )
  const spans = spansOf(pieces.join('\n'), terms)
  let piece = 0
  let at = 0
  const next = (): readonly Inline[] => {
    const text = pieces[piece] ?? ''
    const content = cut(text, at, spans)
    piece += 1
    at += text.length + 1
    return content
  }
  return {
    layout: 'plain',
    letterhead: '',
    title: [],
    body: tree.blocks.flatMap((block): WrittenBlock[] => {
      if (block.kind === 'table') return [tableOf(block, next)]
      const content = next()
      if (content.length === 0) return []
      return [
        block.kind === 'heading'
          ? {
              kind: 'paragraph',
              content: bold(content),
              placed: block.level === 1 ? 'center' : 'indent',
              keepWithNext: true,
            }
          : { kind: 'paragraph', content },
      ]
    }),
  }
}

const bold = (content: readonly Inline[]): readonly Inline[] =>
  content.map((part) => (typeof part === 'string' ? { text: part, bold: true } : part))

/** The text of a piece that begins at `start` of the whole, with a block for every span that touches it. */
function cut(text: string, start: number, spans: readonly Span[]): readonly Inline[] {
  const content: Inline[] = []
  const end = start + text.length
  let kept = start
  for (const span of spans) {
    if (span.end <= start || span.start >= end) continue
    if (span.start > kept) content.push(text.slice(kept - start, span.start - start))
    content.push({ mask: true })
    kept = Math.min(span.end, end)
  }
  if (kept < end) content.push(text.slice(kept - start))
  return content.filter((part) => typeof part !== 'string' || part.trim() !== '')
}

/** A table with its spans. What the grid leaves open is an empty cell, so that no later one moves into its place. */
function tableOf({ rows, columns, cells }: TableBlock, next: () => readonly Inline[]): WrittenBlock {
  const open = Array.from({ length: rows }, () => Array.from({ length: columns }, () => true))
  const widest = Array.from({ length: columns }, () => 1)
  const written: { readonly row: number; readonly column: number; readonly cell: WrittenCell }[] = cells.map(
    (one) => {
      const content = next()
      const colspan = Math.max(1, Math.min(one.colspan, columns - one.column))
      const rowspan = Math.max(1, Math.min(one.rowspan, rows - one.row))
      for (let row = one.row; row < one.row + rowspan; row += 1)
        for (let column = one.column; column < one.column + colspan; column += 1)
          (open[row] ?? [])[column] = false
      if (colspan === 1) widest[one.column] = Math.max(widest[one.column] ?? 1, Math.min(one.text.length, 24))
      return { row: one.row, column: one.column, cell: { content, colspan, rowspan } }
    },
  )
  open.forEach((line, row) =>
    line.forEach((isOpen, column) => {
      if (isOpen) written.push({ row, column, cell: { content: [] } })
    }),
  )
  return {
    kind: 'table',
    caption: '表格',
    widths: widest.map((width) => width + 3),
    headRows: 0,
    rows: Array.from({ length: rows }, (_, row) =>
      written
        .filter((one) => one.row === row)
        .sort((one, other) => one.column - other.column)
        .map(({ cell }) => cell),
    ),
  }
}
