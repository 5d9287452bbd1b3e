import { type Block, type DocTree, type TableBlock, UnreadableDocument } from '../tree.ts'
import { type BoxedTable, boxedTables } from './boxed-table.ts'
import { defaultLimits } from './limits.ts'
import { decodeText } from './encoding.ts'
import { zeroWidthsIn } from './zero-width.ts'

/** Text files beyond this many bytes are not reports. */
export const plainTextLimit = 20 * 1024 * 1024

/**
 * Reads a text file of any encoding: one block a line, tabs kept, blank lines kept as empty blocks (in tables copied one
 * cell a line they part the rows). Page feeds end a line.
 * @throws UnreadableDocument `empty`, `binary` or `tooLarge`
 */
export function readPlainText(bytes: Uint8Array): DocTree {
  if (bytes.length > plainTextLimit)
    throw new UnreadableDocument('tooLarge', '文件超过20MB，不像是年度报告，请检查后重新提供。')
  const { text, encoding } = decodeText(bytes)
  return textTree(text, encoding)
}

/** The tree of a text that is already decoded. */
export function textTree(decoded: string, encoding = 'utf-8'): DocTree {
  if (decoded.trim() === '') throw new UnreadableDocument('empty', '文件里没有文字，请换一个有内容的文件。')
  const text = decoded.replaceAll('\r\n', '\n').replace(/[\r\u2028\u2029\u0085]/g, '\n')
  const blocks: Block[] = []
  let start = 0
  let line = 1
  let page = 1
  const paged = text.includes('\f')
  const lines = text.split('\n')
  const drawn = boxedTables(lines, defaultLimits)
  const starts: number[] = []
  for (const whole of lines) {
    starts.push(start)
    const boxed = drawn.find((table) => line > table.from && line <= table.to + 1)
    if (boxed !== undefined) {
      start += whole.length + 1
      line += 1
      if (line === boxed.to + 2) blocks.push(tableOf(boxed, starts))
      continue
    }
    let within = start
    for (const part of whole.split('\f')) {
      if (within > start) page += 1
      const place = { line, start: within, end: within + part.length }
      blocks.push({ kind: 'paragraph', text: part, place: paged ? { page, ...place } : place })
      within += part.length + 1
    }
    start += whole.length + 1
    line += 1
  }
  return { format: 'txt', encoding, meta: {}, text, blocks, links: [], hidden: [], notes: zeroWidthsIn(text) }
}

/** A table drawn with characters as a block, its places counted from the beginning of the text. */
function tableOf({ from, to, grid }: BoxedTable, starts: readonly number[]): TableBlock {
  return {
    kind: 'table',
    rows: grid.rows,
    columns: grid.columns,
    method: 'delimiters',
    cells: grid.cells.map(({ text, row, column, rowspan, colspan, place }) => {
      const offset = starts[(place?.line ?? 1) - 1] ?? 0
      return {
        text,
        row,
        column,
        rowspan,
        colspan,
        place: { ...place, start: offset + (place?.start ?? 0), end: offset + (place?.end ?? 0) },
      }
    }),
    place: { line: from + 1, start: starts[from] ?? 0, end: starts[to] ?? 0 },
  }
}
