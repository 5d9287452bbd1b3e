import {
  UnreadableDocument,
  type Block,
  type DocFormat,
  type DocTree,
  type HiddenText,
  type Link,
  type Place,
  type ReadingNote,
  type TableBlock,
  type TableCell,
} from '../tree.ts'
import type { Grid } from './grid.ts'
import { beyondLimit, type ReadLimits } from './limits.ts'
import { zeroWidthsIn } from './zero-width.ts'

/** A heading or paragraph before it has its offsets. */
export interface DraftText {
  readonly kind: 'heading' | 'paragraph'
  readonly level?: number
  readonly text: string
  readonly place?: Place
}

/** A table before it has its offsets. */
export interface DraftTable extends Grid {
  readonly kind: 'table'
  readonly method: TableBlock['method']
  readonly place?: Place
}

export type DraftBlock = DraftText | DraftTable

/** What a reader hands over; everything that follows from it is filled in by `finishTree`. */
export interface Draft {
  readonly format: DocFormat
  readonly encoding?: string
  readonly title?: string
  readonly meta?: Readonly<Record<string, string>>
  readonly blocks: readonly DraftBlock[]
  readonly links?: readonly Link[]
  readonly hidden?: readonly HiddenText[]
  readonly notes?: readonly ReadingNote[]
}

/** Lays the blocks out as one text, gives every block and cell its offsets there, and refuses a file that holds no text at all. */
export function finishTree(draft: Draft, limits: ReadLimits): DocTree {
  if (draft.blocks.length > limits.blocks) {
    throw beyondLimit('tooManyBlocks', `文件超过 ${limits.blocks} 段`)
  }
  const parts: string[] = []
  let length = 0
  const put = (text: string): number => {
    parts.push(text)
    const start = length
    length += text.length
    return start
  }
  let cellCount = 0
  const blocks: Block[] = draft.blocks.map((block) => {
    if (length > 0) put('\n')
    if (block.kind !== 'table') {
      const start = put(inline(block.text))
      return { ...block, place: { ...block.place, start, end: length } }
    }
    cellCount += block.cells.length
    if (cellCount > limits.cells) {
      throw beyondLimit('tooManyCells', `文件里的表格超过 ${limits.cells} 个单元格`)
    }
    const tableStart = length
    const cells: TableCell[] = []
    let row = -1
    for (const cell of block.cells) {
      if (row >= 0) put(cell.row === row ? '\t' : '\n')
      row = cell.row
      const start = put(inline(cell.text))
      cells.push({ ...cell, place: { ...cell.place, start, end: length } })
    }
    return {
      kind: 'table',
      rows: block.rows,
      columns: block.columns,
      cells,
      method: block.method,
      place: { ...block.place, start: tableStart, end: length },
    }
  })
  const text = parts.join('')
  if (text.trim() === '') {
    throw new UnreadableDocument('noText', '文件里没有文字。请提供含有文字的年度报告文件。')
  }
  return {
    format: draft.format,
    ...(draft.encoding !== undefined && { encoding: draft.encoding }),
    ...(draft.title !== undefined && draft.title !== '' && { title: draft.title }),
    meta: draft.meta ?? {},
    text,
    blocks,
    links: draft.links ?? [],
    hidden: draft.hidden ?? [],
    notes: [...(draft.notes ?? []), ...zeroWidthsIn(text)],
  }
}

/** Line breaks and tabs inside a block become blanks of the same length, so that lines of the text are blocks and rows. */
function inline(text: string): string {
  return text.replace(/[\n\t]/g, ' ')
}

/** A table that carries no shape of its own (one cell, or one column) is only a frame around paragraphs. */
export function isFrame(grid: Grid): boolean {
  return grid.columns <= 1
}

/** The paragraphs of a frame: one for each line of each cell. */
export function framedParagraphs(grid: Grid): DraftText[] {
  return grid.cells.flatMap((cell) =>
    cell.text
      .split('\n')
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text): DraftText => ({ kind: 'paragraph', text, ...(cell.place && { place: cell.place }) })),
  )
}
