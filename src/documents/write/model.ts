/**
 * One neutral model of an official document. A room composes it once; PDF, docx, HTML and plain text are written from it,
 * so the four can never say different things. Everything is plain data: it survives JSON and can be kept beside a case.
 */

/** A stretch of text. A mask stands where something is withheld; what it hides is not in the model at all. */
export type Inline = string | { readonly text: string; readonly bold?: boolean } | { readonly mask: true }

/** What a block is in its letter, where an agency's own form of the letter has a place for it: `opening`, `remedy`, `closing`. */
export type LetterPart = 'opening' | 'remedy' | 'closing'

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly part?: LetterPart
  readonly content: readonly Inline[]
  /** `flush` starts at the margin (an addressee), `indent` two characters in (running text, the default), `center` in the middle. */
  readonly placed?: 'indent' | 'flush' | 'center'
  /** Never the last line of a page: stays with what follows. */
  readonly keepWithNext?: boolean
}

/** Level 1 is 一、 (Hei), level 2 is （一） (Kai), level 3 is 1. (Fangsong): GB/T 9704-2012 7.3.3. The number is part of the text. */
export interface HeadingBlock {
  readonly kind: 'heading'
  readonly part?: LetterPart
  readonly level: 1 | 2 | 3
  readonly text: string
}

/** Numbered items; the number is printed text, so that every reader of the file finds it. */
export interface ItemsBlock {
  readonly kind: 'items'
  /** `1.` gives 1. 2. 3., `（1）` gives （1）（2）, `（一）` gives （一）（二）. */
  readonly numbering: '1.' | '（1）' | '（一）'
  readonly items: readonly (readonly Inline[])[]
}

export interface WrittenCell {
  readonly content: readonly Inline[]
  readonly colspan?: number
  readonly rowspan?: number
  readonly align?: 'start' | 'center' | 'end'
  /** A row or column header, marked as such in HTML. */
  readonly header?: boolean
}

export interface WrittenTable {
  readonly kind: 'table'
  /** What the table is, for those who cannot see it; printed above it only when `showCaption`. */
  readonly caption: string
  readonly showCaption?: boolean
  /** Relative column widths; their number is the number of columns. */
  readonly widths: readonly number[]
  /** How many leading rows are heads, repeated on each page the table reaches. */
  readonly headRows: number
  readonly rows: readonly (readonly WrittenCell[])[]
  /** Kept whole on one page. */
  readonly whole?: boolean
  /** Character size: `normal` 小四 for forms, `small` 五号, `tiny` 小五 for wide statutory tables. */
  readonly size?: 'normal' | 'small' | 'tiny'
}

export interface PageBreakBlock {
  readonly kind: 'pageBreak'
}

export type WrittenBlock = ParagraphBlock | HeadingBlock | ItemsBlock | WrittenTable | PageBreakBlock

/** Who signs and when. The place of the seal is kept free around both lines; a seal is never drawn. */
export interface Signature {
  /** Full names; more than one for a joint document. */
  readonly agencies: readonly string[]
  /** YYYY-MM-DD */
  readonly on: string
}

/** The imprint (版记) at the foot of the last page. */
export interface Imprint {
  readonly copiesTo?: string
  readonly issuedBy: string
  /** YYYY-MM-DD */
  readonly issuedOn: string
}

/**
 * `letter` is the letter form of GB/T 9704-2012 10.1 (red agency name, double red rules); `decree` the document form
 * (red head, single rule); `plain` starts with the title (forms, records, annual reports).
 */
export type Layout = 'letter' | 'decree' | 'plain'

export interface OfficialDocument {
  readonly layout: Layout
  /** Name of the issuing agency at the head; printed red by `letter` and `decree`, not at all by `plain`. */
  readonly letterhead: string
  /** e.g. 某应急公复〔2026〕3号 */
  readonly documentNumber?: string
  /** One entry per line, broken where the sense breaks. */
  readonly title: readonly string[]
  /** Without the colon. */
  readonly addressee?: string
  readonly body: readonly WrittenBlock[]
  /** Names of enclosures (附件). */
  readonly enclosures?: readonly string[]
  readonly signature?: Signature
  /** The note in brackets under the date (附注): contact person, phone, address. Without the brackets. */
  readonly note?: string
  readonly imprint?: Imprint
  /**
   * YYYY-MM-DD, for the file's own properties where no day is printed: PDF/A wants one. A form that is not filled in has none.
   */
  readonly madeOn?: string
}

/** 2026-03-05 as 2026年3月5日; RangeError when the text is no day. */
export function writtenDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) throw new RangeError(`not a day: ${day}`)
  return `${Number(match[1])}年${Number(match[2])}月${Number(match[3])}日`
}

const chineseDigits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 1…99 in Chinese numerals: 21 is 二十一. */
export function chineseOrdinal(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`not between 1 and 99: ${n}`)
  if (n <= 10) return chineseDigits[n] ?? ''
  const tens = Math.floor(n / 10)
  const ones = n % 10
  return `${tens > 1 ? chineseDigits[tens] : ''}十${ones > 0 ? chineseDigits[ones] : ''}`
}

/** The printed number of the item at `index` (from 0). */
export function itemNumber(numbering: ItemsBlock['numbering'], index: number): string {
  if (numbering === '（一）') return `（${chineseOrdinal(index + 1)}）`
  return numbering === '1.' ? `${index + 1}. ` : `（${index + 1}）`
}

/** What a mask prints: always the same width, so that its length says nothing of what it hides. */
export const maskText = '■■■■'

/** The text of a stretch as printed, masks included. */
export function inlineText(content: readonly Inline[]): string {
  return content
    .map((part) => (typeof part === 'string' ? part : 'mask' in part ? maskText : part.text))
    .join('')
}

/** A running paragraph, the commonest block. */
export function paragraph(...content: readonly Inline[]): ParagraphBlock {
  return { kind: 'paragraph', content }
}

/** A table cell holding one text. */
export function cell(text: string | number, options: Omit<WrittenCell, 'content'> = {}): WrittenCell {
  return { content: [String(text)], ...options }
}
