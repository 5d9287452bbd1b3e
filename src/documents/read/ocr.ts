import { UnreadableDocument } from '../tree.ts'

/** A picture of a page as found: an image file, or pixels taken from a pdf. */
export interface PagePicture {
  /** Page the picture stands for, counted from 1. */
  readonly page: number
  /** Bytes of an image file (PNG, JPEG, TIFF, BMP…). */
  readonly file: Uint8Array
}

/** A word or run of characters that was recognised. */
export interface RecognisedText {
  readonly text: string
  /** Left, top, right, bottom in pixels. */
  readonly box: readonly [number, number, number, number]
  /** 0 to 1. */
  readonly confidence: number
}

/** A straight ruling line found on the picture, in pixels. */
export interface RecognisedLine {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

export interface RecognisedPage {
  readonly width: number
  readonly height: number
  readonly texts: readonly RecognisedText[]
  readonly lines: readonly RecognisedLine[]
}

/**
 * Recognises characters on pictures. No implementation is part of the base installation; what one yields is always marked
 * doubtful and needs a person's look.
 */
export interface OcrPort {
  recognise(picture: PagePicture): Promise<RecognisedPage>
}

/** The refusal for pictures and scans when no character recognition is at hand. */
export function needsOcr(what: string): UnreadableDocument {
  return new UnreadableDocument(
    'needsOcr',
    `${what}，没有可以读取的文字。请提供含有文字的文件（docx、pdf、html 等），或安装文字识别组件后再试。`,
  )
}
