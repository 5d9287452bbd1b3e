import type { ReadLimits } from '../limits.ts'
import { recogniserFor } from '../ocr.ts'
import { loadPdf, type PdfDocument } from '../pdf-library.ts'
import { greyOf } from './grey.ts'
import { type PageRead, readPicturedPage } from './read-page.ts'

/** The pages of a pdf as pictures. */
export interface ScannedPages {
  /** One page, recognised; undefined when it cannot be drawn or the limit of pages is reached. @throws UnreadableDocument `noOcr` */
  read(number: number): Promise<PageRead | undefined>
  close(): Promise<void>
}

const dpi = 200

/** Opens the pdf with its pictures when the first page is asked for. */
export function scannedPages(bytes: Uint8Array, limits: ReadLimits): ScannedPages {
  let opened: PdfDocument | undefined
  let done = 0
  return {
    async read(number) {
      const recogniser = await recogniserFor('这份 PDF 的页面是图片（扫描件）')
      if (done >= limits.picturedPages) return undefined
      done += 1
      opened ??= await loadPdf(bytes, true)
      const drawn = await drawnPage(opened, number, limits)
      return drawn && readPicturedPage(drawn.picture, number, drawn.dpi, recogniser)
    },
    async close() {
      await opened?.destroy()
    },
  }
}

async function drawnPage(document: PdfDocument, number: number, limits: ReadLimits) {
  const page = await document.getPage(number)
  const natural = page.getViewport({ scale: 1 })
  const scale = Math.min(dpi / 72, Math.sqrt(limits.picturePixels / (natural.width * natural.height)))
  const viewport = page.getViewport({ scale })
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
  // One canvas library serves drawing and reading: the document's own.
  const factory = document.canvasFactory as {
    create(width: number, height: number): { context: CanvasRenderingContext2D }
    destroy(made: unknown): void
  }
  const made = factory.create(width, height)
  try {
    made.context.fillStyle = '#ffffff'
    made.context.fillRect(0, 0, width, height)
    await page.render({ canvas: null, canvasContext: made.context, viewport }).promise
    const picture = greyOf(made.context.getImageData(0, 0, width, height).data, width, height)
    return { picture, dpi: scale * 72 }
  } catch {
    return undefined
  } finally {
    factory.destroy(made)
    page.cleanup()
  }
}
