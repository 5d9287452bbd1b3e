import { openPdf } from './open-pdf.ts'

/** A page as a picture to measure on. Sizes of the page in millimetres. */
export interface PagePicture {
  readonly png: Uint8Array
  readonly wide: number
  readonly high: number
}

const millimetresPerPoint = 25.4 / 72

/** Widest and highest picture in pixels. */
const largest = 1600

/** Sizes of the pages of a PDF in millimetres, the first of them. @throws UnreadableDocument */
export async function pageSizes(
  bytes: Uint8Array,
  most: number,
): Promise<readonly { wide: number; high: number }[]> {
  const pdf = await openPdf(bytes)
  try {
    const sizes: { wide: number; high: number }[] = []
    for (let number = 1; number <= Math.min(pdf.numPages, most); number += 1) {
      const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 })
      sizes.push({
        wide: Math.round(width * millimetresPerPoint),
        high: Math.round(height * millimetresPerPoint),
      })
    }
    return sizes
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** Draws one page. @throws UnreadableDocument; RangeError when there is no such page */
export async function pagePicture(bytes: Uint8Array, number: number): Promise<PagePicture> {
  const pdf = await openPdf(bytes)
  try {
    if (!Number.isInteger(number) || number < 1 || number > pdf.numPages)
      throw new RangeError(`no page ${number}`)
    const page = await pdf.getPage(number)
    const natural = page.getViewport({ scale: 1 })
    const scale = Math.min(2, largest / Math.max(natural.width, natural.height))
    const viewport = page.getViewport({ scale })
    const factory = pdf.canvasFactory as {
      create(width: number, height: number): { canvas: unknown; context: unknown }
      destroy(made: unknown): void
    }
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
    const made = factory.create(width, height)
    const context = made.context as CanvasRenderingContext2D
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, width, height)
    await page.render({ canvas: null, canvasContext: context, viewport }).promise
    const png = new Uint8Array(
      (made.canvas as { toBuffer(mime: 'image/png'): Uint8Array }).toBuffer('image/png'),
    )
    factory.destroy(made)
    return {
      png,
      wide: Math.round(natural.width * millimetresPerPoint),
      high: Math.round(natural.height * millimetresPerPoint),
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}
