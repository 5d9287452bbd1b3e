import { defaultLimits } from '../../../documents/read/index.ts'
import { sniff } from '../../../documents/read/sniff.ts'
import { readPdfPage } from '../../../documents/read/pdf-page.ts'
import { boxesOfTerms, type SeatedPage } from '../../../documents/redact/find-boxes.ts'
import { openPdf } from '../../../documents/redact/open-pdf.ts'
import { redactDocx } from '../../../documents/redact/redact-docx.ts'
import { redactPdf, TermsNotCovered, type RedactionBox } from '../../../documents/redact/redact-pdf.ts'
import { retypesetDocument } from '../../../documents/redact/retypeset.ts'
import { verifyRedaction } from '../../../documents/redact/verify-redaction.ts'
import { isReadWhole } from '../../../documents/redact/read-whole.ts'
import { read } from '../../../documents/read/index.ts'
import { MissingGlyphs, writePdf } from '../../../documents/write/pdf/write-pdf.ts'
import { UnreadableDocument } from '../../../documents/tree.ts'

/** A place to black out on a page, as a person measures it on paper: millimetres from the upper left corner. */
export interface MaskRegion {
  readonly page: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type Masked =
  | { readonly bytes: Uint8Array; readonly mediaType: string; readonly ending: 'docx' | 'pdf' | 'txt' }
  /** Why nothing was made, each in one sentence. */
  | { readonly refused: readonly string[] }

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const pointsPerMillimetre = 72 / 25.4

/**
 * Makes the copy that goes out. A Word file or a plain text that was read whole is typeset anew with blocks where something is
 * withheld; another Word file is cleaned and masked in its text; a PDF is drawn as pictures and painted over. Nothing of
 * the original's metadata, comments, attachments or earlier versions is taken along, with or without terms.
 */
export async function maskFile(
  bytes: Uint8Array,
  terms: readonly string[],
  regions: readonly MaskRegion[],
  madeOn?: string,
): Promise<Masked> {
  try {
    const kind = sniff(bytes, defaultLimits)
    if (terms.length > 0 && regions.length === 0 && (await isNothingMasked(bytes, kind, terms)))
      return { refused: [nothingMasked] }
    if ((kind === 'docx' || kind === 'text') && terms.length > 0 && regions.length === 0) {
      const pdf = await retypeset(bytes, kind, terms, madeOn)
      if (pdf !== null) return { bytes: pdf, mediaType: 'application/pdf', ending: 'pdf' }
    }
    if (kind === 'docx') {
      if (regions.length > 0)
        return { refused: ['Word 文件不能按位置遮盖，请写要遮盖的词，或者先另存为 PDF。'] }
      return { bytes: redactDocx(bytes, terms).bytes, mediaType: wordType, ending: 'docx' }
    }
    // A plain text carries nothing beside its words: with nothing to mask it goes out as it is.
    if (kind === 'text' && terms.length === 0 && regions.length === 0)
      return { bytes, mediaType: 'text/plain', ending: 'txt' }
    if (kind !== 'pdf')
      return {
        refused: ['系统只能遮盖 Word（docx）、PDF 和纯文本。请另存为其中一种，或者上传已经遮盖好的文件。'],
      }
    const boxes = [...(await boxesOf(bytes, terms)), ...regions.map(boxOfRegion)]
    return { bytes: await redactPdf(bytes, boxes, { terms }), mediaType: 'application/pdf', ending: 'pdf' }
  } catch (error) {
    if (error instanceof UnreadableDocument) return { refused: [error.message] }
    if (error instanceof TermsNotCovered)
      return {
        refused: error.missed.map(({ page, term }) => `第${page}页的“${term}”没有遮住，请按位置补上。`),
      }
    if (error instanceof RangeError)
      return { refused: ['按位置遮盖的地方不在文件的页面上，请核对页码和毫米数。'] }
    throw error
  }
}

const nothingMasked = '要遮盖的词在原件里一个也没有找到，什么也没有遮住。请核对写法；扫描的页面要按位置遮盖。'

/** Whether none of the terms stands anywhere in the file: its copy would be called masked and show everything. */
async function isNothingMasked(bytes: Uint8Array, kind: string, terms: readonly string[]): Promise<boolean> {
  if ((await verifyRedaction(bytes, terms)).length > 0) return false
  if (kind === 'pdf') return (await boxesOf(bytes, terms)).length === 0
  if (kind !== 'docx' && kind !== 'text') return false
  // Over the edges of lines and cells the typesetting finds what a search does not.
  const tree = await read(bytes, { name: kind === 'docx' ? '原件.docx' : '原件.txt' })
  const [masked, plain] = [retypesetDocument(tree, terms), retypesetDocument(tree, [])]
  return JSON.stringify(masked) === JSON.stringify(plain)
}

/** The document typeset anew without the terms; null when it holds more than its text, or a character that no face can draw. */
async function retypeset(
  bytes: Uint8Array,
  kind: 'docx' | 'text',
  terms: readonly string[],
  madeOn: string | undefined,
): Promise<Uint8Array | null> {
  const tree = await read(bytes, { name: kind === 'docx' ? '原件.docx' : '原件.txt' })
  if (!isReadWhole(bytes, tree)) return null
  try {
    return await writePdf({
      ...retypesetDocument(tree, terms),
      ...(madeOn === undefined ? {} : { madeOn }),
    })
  } catch (error) {
    if (error instanceof MissingGlyphs) return null
    throw error
  }
}

/** Where the terms stand on the pages, from the seats of the printed characters. */
async function boxesOf(bytes: Uint8Array, terms: readonly string[]): Promise<readonly RedactionBox[]> {
  if (terms.length === 0) return []
  const pdf = await openPdf(bytes)
  try {
    const pages: SeatedPage[] = []
    for (let page = 1; page <= pdf.numPages; page += 1)
      pages.push({
        page,
        glyphs: (await readPdfPage(await pdf.getPage(page), page, defaultLimits)).items.glyphs,
      })
    return boxesOfTerms(pages, terms)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

function boxOfRegion({ page, left, top, width, height }: MaskRegion): RedactionBox {
  const points = (millimetres: number) => millimetres * pointsPerMillimetre
  return { page, box: [points(left), points(top), points(left + width), points(top + height)] }
}
