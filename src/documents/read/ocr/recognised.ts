import type { ReadingNote } from '../../tree.ts'
import type { DraftBlock } from '../draft.ts'
import type { PageRead } from './read-page.ts'

/** What a reader of the tree must know of a page read from its picture. */
export function notesOf({ items: { page }, unread }: PageRead): ReadingNote[] {
  const notes: ReadingNote[] = [
    { code: 'ocr.page', sentence: `第 ${page} 页由图片识别，数字均需核对。`, place: { page } },
  ]
  if (unread > 0)
    notes.push({
      code: 'ocr.unread',
      sentence: `第 ${page} 页有 ${unread} 格的数没有认清，没有采用。`,
      place: { page },
    })
  return notes
}

/** Tables of those pages are marked as recognised. */
export function recognised(blocks: readonly DraftBlock[], pages: ReadonlySet<number>): DraftBlock[] {
  return blocks.map((block) =>
    block.kind === 'table' && block.cells.some((cell) => pages.has(cell.place?.page ?? 0))
      ? { ...block, method: 'ocr' }
      : block,
  )
}
