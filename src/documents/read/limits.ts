import { UnreadableDocument } from '../tree.ts'

/** What one file may cost at most. Every value can be set by the caller; the defaults hold any honest annual report many times over. */
export interface ReadLimits {
  /** Bytes of the file itself. */
  readonly bytes: number
  /** Bytes of a pdf, which carries its fonts and pictures. */
  readonly pdfBytes: number
  /** Bytes of a web page, its pictures not counted. */
  readonly htmlBytes: number
  /** Entries of a zip container (docx, xlsx, ofd, an archive of reports). */
  readonly zipEntries: number
  /** Declared size of everything that is unpacked from one container, in bytes. */
  readonly zipTotal: number
  /** Declared size of one unpacked part, in bytes. */
  readonly zipPart: number
  /** Unpacked to packed size of a part of more than a megabyte. */
  readonly zipRatio: number
  /** Nesting of elements: deeper ones are taken flat (html) or refused (XML). */
  readonly depth: number
  /** A rowspan or colspan counts at most this much. */
  readonly span: number
  /** Columns of one table. */
  readonly columns: number
  /** Cells of all tables together. */
  readonly cells: number
  /** Blocks (headings, paragraphs, tables). */
  readonly blocks: number
  /** Pages of a pdf or ofd. */
  readonly pages: number
  readonly glyphsPerPage: number
  readonly segmentsPerPage: number
  /** Pixels of one picture. */
  readonly picturePixels: number
  /** Pages of which the characters are recognised; each takes seconds. */
  readonly picturedPages: number
  readonly sheets: number
  readonly sheetRows: number
  readonly sheetColumns: number
}

const megabyte = 1024 * 1024

export const defaultLimits: ReadLimits = {
  bytes: 20 * megabyte,
  pdfBytes: 50 * megabyte,
  htmlBytes: 10 * megabyte,
  zipEntries: 2_000,
  zipTotal: 100 * megabyte,
  zipPart: 50 * megabyte,
  zipRatio: 200,
  depth: 500,
  span: 100,
  columns: 1_000,
  cells: 300_000,
  blocks: 300_000,
  pages: 500,
  glyphsPerPage: 100_000,
  segmentsPerPage: 200_000,
  picturePixels: 40_000_000,
  picturedPages: 60,
  sheets: 20,
  sheetRows: 20_000,
  sheetColumns: 200,
}

/** The refusal for a file that is larger, in any sense, than a report can be. `what` names the measure in Chinese. */
export function beyondLimit(code: string, what: string): UnreadableDocument {
  return new UnreadableDocument(code, `${what}，超出了读取的上限。请确认这是一份年度报告，必要时拆分后再读。`)
}

/** `21.4 MB` for a sentence. */
export function inMegabytes(bytes: number): string {
  return `${(bytes / megabyte).toFixed(bytes < 10 * megabyte ? 1 : 0)} MB`
}
