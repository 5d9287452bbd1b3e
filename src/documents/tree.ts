/**
 * One neutral tree for every kind of file that is read. Readers give it; the judge, the importer and the inspector use it.
 * Nothing in it is repaired: what was found is what stands here, each thing with the place where it was found.
 */

/** Where a thing was found in the source, as exactly as the format allows. */
export interface Place {
  /** Page, counted from 1 (pdf, ofd). */
  readonly page?: number
  /** Line of the decoded text, counted from 1 (txt, md, html source). */
  readonly line?: number
  /** Sheet name (xlsx). */
  readonly sheet?: string
  /** Left, top, right, bottom on the page in points, origin top left (pdf, ofd). */
  readonly box?: readonly [number, number, number, number]
  /** Code-unit offsets in `DocTree.text`. */
  readonly start?: number
  readonly end?: number
}

export interface Link {
  readonly href: string
  readonly text: string
  readonly place: Place
}

/** A heading or paragraph. Plain text gives one block per source line, tabs kept. */
export interface TextBlock {
  readonly kind: 'heading' | 'paragraph'
  /** 1…6 for headings that the format marks as such. */
  readonly level?: number
  readonly text: string
  readonly place: Place
}

export interface TableCell {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowspan: number
  readonly colspan: number
  readonly place: Place
}

export interface TableBlock {
  readonly kind: 'table'
  readonly rows: number
  readonly columns: number
  /** In row-major order of their top left corner. */
  readonly cells: readonly TableCell[]
  readonly place: Place
  /** How the grid was found. `alignment` and `ocr` are doubtful by nature. */
  readonly method: 'markup' | 'lines' | 'alignment' | 'delimiters' | 'ocr'
}

export type Block = TextBlock | TableBlock

/** Text that a reader of the page does not see: display:none, zero size, colour of the paper, off-screen. */
export interface HiddenText {
  readonly text: string
  readonly how: string
  readonly place: Place
}

/** What the reader could not settle or had to do in an unusual way. `code` is stable, `sentence` is Chinese. */
export interface ReadingNote {
  readonly code: string
  readonly sentence: string
  readonly place?: Place
  /** How many times, where that tells something. */
  readonly count?: number
}

export type DocFormat =
  | 'txt'
  | 'md'
  | 'html'
  | 'docx'
  | 'doc'
  | 'wps'
  | 'rtf'
  | 'pdf'
  | 'xlsx'
  | 'xls'
  | 'et'
  | 'csv'
  | 'ofd'
  | 'image'

export interface DocTree {
  readonly format: DocFormat
  /** Character encoding of text formats, as found from the bytes. */
  readonly encoding?: string
  /** Title given by the format's metadata (html title, docProps). */
  readonly title?: string
  readonly meta: Readonly<Record<string, string>>
  /** The visible text in reading order: blocks joined by newlines, cells of a row by tabs. Offsets point into it. */
  readonly text: string
  readonly blocks: readonly Block[]
  readonly links: readonly Link[]
  readonly hidden: readonly HiddenText[]
  readonly notes: readonly ReadingNote[]
}

/** Bytes that cannot be read as a document. The sentence is for a person and says what to do. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument'
  readonly code: string
  constructor(code: string, sentence: string) {
    super(sentence)
    this.code = code
  }
}
