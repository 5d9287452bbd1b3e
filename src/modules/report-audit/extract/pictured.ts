import { unread } from '../../../documents/read/ocr/unread.ts'
import type { DocTree } from '../../../documents/tree.ts'
import type { CellReading, Observation } from '../../../law/report-form/model.ts'

/** The pages whose characters were recognised in a picture. */
export function picturedPages(tree: DocTree): ReadonlySet<number> {
  return new Set(
    tree.notes.flatMap(({ code, place }) =>
      code === 'ocr.page' && place?.page !== undefined ? [place.page] : [],
    ),
  )
}

/** A figure that a machine read off a picture is doubtful, whatever it says. */
export function fromPicture(cell: CellReading, pages: ReadonlySet<number>): CellReading {
  if (cell.at.page === undefined || !pages.has(cell.at.page)) return cell
  const how = cell.how === undefined ? '由图片识别' : `由图片识别，${cell.how}`
  return { ...cell, how, doubtful: true }
}

/** Whether an observation is only that a figure was not made out: no mark or word of the agency. */
export function isUnread(one: Observation): boolean {
  return one.quote === unread
}

/** What is said once of a report that was read off pictures. */
export function ofPictures(tree: DocTree): Observation[] {
  const of = (code: string) => tree.notes.filter((note) => note.code === code)
  const places = (code: string) => of(code).map(({ place }) => ({ page: place?.page ?? 1 }))
  const found: Observation[] = []
  if (of('ocr.page').length > 0) found.push({ code: 'reading.fromPicture', at: places('ocr.page') })
  if (of('ocr.unread').length > 0) found.push({ code: 'reading.unreadFigure', at: places('ocr.unread') })
  return found
}
