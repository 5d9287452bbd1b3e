import { UnreadableDocument } from '../tree.ts'
import { writeImagePdf, type PicturePage } from './image-pdf.ts'
import { missedTerms, type MissedTerm } from './missed-terms.ts'
import { openPdf } from './open-pdf.ts'

/** A place to black out: page from 1; left, top, right, bottom in points from the page's upper left corner. */
export interface RedactionBox {
  readonly page: number
  readonly box: readonly [left: number, top: number, right: number, bottom: number]
}

export interface RedactPdfOptions {
  readonly dpi?: number
  /** JPEG quality, 1 to 100. */
  readonly quality?: number
  /** Pages at most; more are refused. */
  readonly pages?: number
  /** Words that must not stay legible: if the page's text has one outside every box, nothing is written. */
  readonly terms?: readonly string[]
}

/** Words that would stay legible in the picture; says which and on which pages. */
export class TermsNotCovered extends Error {
  override readonly name = 'TermsNotCovered'
  readonly missed: readonly MissedTerm[]
  constructor(missed: readonly MissedTerm[]) {
    super(
      `还有没遮住的地方：${missed.map(({ page, term }) => `第${page}页“${term}”`).join('、')}。请补上遮盖后再生成。`,
    )
    this.missed = missed
  }
}

/** Points added round each box: a box that fits exactly would leave the edges of the strokes. */
const bleed = 1

/** More pixels than this on one page are not drawn; the page is drawn coarser instead. */
const largestPage = 40_000_000

interface Canvas {
  toBuffer(mime: 'image/jpeg', quality: number): Uint8Array
}

/**
 * Blacks out places of a PDF made elsewhere. Each page is drawn as a picture, the boxes are painted over it, and a new file
 * is made of the pictures alone: text layer, metadata, comments, attachments, form fields and earlier versions are gone.
 * The result cannot be searched or read aloud; give the text of the open parts along with it where that is needed.
 * Once a page is a picture, no search can find a name that was left legible: give the `terms`, they are checked before.
 * @throws UnreadableDocument for a damaged, locked or too long file; RangeError for a box on a page that is not there, or beside its page;
 * TermsNotCovered when a term stands outside the boxes
 */
export async function redactPdf(
  bytes: Uint8Array,
  boxes: readonly RedactionBox[],
  { dpi = 200, quality = 85, pages: mostPages = 500, terms = [] }: RedactPdfOptions = {},
): Promise<Uint8Array> {
  const pdf = await openPdf(bytes)
  try {
    if (pdf.numPages > mostPages) {
      throw new UnreadableDocument('tooManyPages', `文件超过${mostPages}页，请拆分后再遮盖。`)
    }
    for (const { page } of boxes) {
      if (!Number.isInteger(page) || page < 1 || page > pdf.numPages) throw new RangeError(`no page ${page}`)
    }
    for (const box of boxes) demandOnPage(box, (await pdf.getPage(box.page)).getViewport({ scale: 1 }))
    const missed: MissedTerm[] = []
    for (let number = 1; number <= pdf.numPages && terms.length > 0; number += 1) {
      const own = boxes.filter(({ page }) => page === number).map(({ box }) => box)
      missed.push(...(await missedTerms(await pdf.getPage(number), number, own, terms)))
    }
    if (missed.length > 0) throw new TermsNotCovered(missed)
    const pictures: PicturePage[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const natural = page.getViewport({ scale: 1 })
      const scale = Math.min(dpi / 72, Math.sqrt(largestPage / (natural.width * natural.height)))
      const viewport = page.getViewport({ scale })
      const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
      // One canvas library serves drawing and reading: the document's own.
      const factory = pdf.canvasFactory as {
        create(width: number, height: number): { canvas: unknown; context: unknown }
        destroy(made: unknown): void
      }
      const made = factory.create(width, height)
      const context = made.context as CanvasRenderingContext2D
      context.fillStyle = '#ffffff'
      context.fillRect(0, 0, width, height)
      await page.render({ canvas: null, canvasContext: context, viewport }).promise
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.globalAlpha = 1
      context.globalCompositeOperation = 'source-over'
      context.fillStyle = '#000000'
      for (const { page: on, box } of boxes) {
        if (on !== number) continue
        const [left, top, right, bottom] = box
        context.fillRect(
          (left - bleed) * scale,
          (top - bleed) * scale,
          (right - left + 2 * bleed) * scale,
          (bottom - top + 2 * bleed) * scale,
        )
      }
      const jpeg = (made.canvas as Canvas).toBuffer('image/jpeg', quality)
      pictures.push({
        jpeg: new Uint8Array(jpeg),
        pixelWidth: width,
        pixelHeight: height,
        width: natural.width,
        height: natural.height,
      })
      factory.destroy(made)
      page.cleanup()
    }
    return writeImagePdf(pictures)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** A box beside the page blackens nothing, and the copy would look as if something had been withheld. @throws RangeError */
function demandOnPage(
  { page, box: [left, top, right, bottom] }: RedactionBox,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const isSome = [left, top, right, bottom].every(Number.isFinite) && right > left && bottom > top
  if (!isSome || left >= width || top >= height || right <= 0 || bottom <= 0)
    throw new RangeError(`a box beside page ${page}`)
}
