import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { loadPdf } from '../../src/documents/read/pdf-library.ts'
import { type PicturePage, writeImagePdf } from '../../src/documents/redact/image-pdf.ts'
import { type Chance, chanceOf } from './statutory-tables.ts'

/** How a page was scanned. */
export interface ScanManner {
  readonly name: string
  readonly dpi: number
  /** Degrees clockwise. */
  readonly turn?: number
  /** Most that a pixel is off, of 255. */
  readonly noise?: number
  /** The page was read at this share of its fineness and blown up again. */
  readonly blur?: number
  /** Shade of the paper, 255 is white. */
  readonly paper?: number
  /** JPEG quality; without it PNG. */
  readonly jpeg?: number
}

export const scanManners: readonly ScanManner[] = [
  { name: '200 dpi, clean', dpi: 200 },
  { name: '150 dpi, clean', dpi: 150 },
  { name: '200 dpi, turned by 0.8 degrees, jpeg', dpi: 200, turn: 0.8, jpeg: 60 },
  { name: '150 dpi, turned by 2 degrees the other way', dpi: 150, turn: -2 },
  { name: '200 dpi, noisy, grey paper', dpi: 200, turn: 0.3, noise: 50, paper: 215 },
  { name: '200 dpi, blurred, noisy, jpeg', dpi: 200, turn: -0.5, blur: 0.6, noise: 25, jpeg: 50 },
  { name: '100 dpi, as a small picture', dpi: 100, jpeg: 75 },
]

/** A scanned page: the picture as a file, and as a page of a pdf. */
export interface Scan {
  readonly bytes: Uint8Array
  readonly page: PicturePage
}

/** Draws the pages of a pdf and has them look as if scanned in that manner. */
export async function scansOf(pdf: Uint8Array, manner: ScanManner, seed = 1): Promise<Scan[]> {
  const document = await loadPdf(pdf, true)
  const scans: Scan[] = []
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const natural = page.getViewport({ scale: 1 })
      const viewport = page.getViewport({ scale: manner.dpi / 72 })
      const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
      const drawn = createCanvas(width, height)
      const pen = drawn.getContext('2d')
      pen.fillStyle = '#ffffff'
      pen.fillRect(0, 0, width, height)
      await page.render({ canvas: null, canvasContext: pen as unknown as CanvasRenderingContext2D, viewport })
        .promise
      const scanned = spoiltPage(drawn, manner, chanceOf(seed * 100 + number))
      const jpeg = new Uint8Array(scanned.toBuffer('image/jpeg', manner.jpeg ?? 92))
      scans.push({
        bytes: manner.jpeg === undefined ? new Uint8Array(scanned.toBuffer('image/png')) : jpeg,
        page: { jpeg, pixelWidth: width, pixelHeight: height, width: natural.width, height: natural.height },
      })
    }
  } finally {
    await document.destroy()
  }
  return scans
}

function spoiltPage(drawn: Canvas, manner: ScanManner, chance: Chance): Canvas {
  const { width, height } = drawn
  const scanned = createCanvas(width, height)
  const pen = scanned.getContext('2d')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, height)
  pen.translate(width / 2, height / 2)
  pen.rotate(((manner.turn ?? 0) * Math.PI) / 180)
  pen.translate(-width / 2, -height / 2)
  if (manner.blur === undefined) pen.drawImage(drawn, 0, 0)
  else {
    const small = createCanvas(Math.round(width * manner.blur), Math.round(height * manner.blur))
    small.getContext('2d').drawImage(drawn, 0, 0, small.width, small.height)
    pen.drawImage(small, 0, 0, width, height)
  }
  if (manner.noise === undefined && manner.paper === undefined) return scanned
  const image = pen.getImageData(0, 0, width, height)
  const paper = (manner.paper ?? 255) / 255
  for (let at = 0; at < image.data.length; at += 4) {
    const off = (chance() - 0.5) * 2 * (manner.noise ?? 0)
    for (let part = at; part < at + 3; part += 1) image.data[part] = (image.data[part] ?? 0) * paper + off
  }
  pen.putImageData(image, 0, 0)
  return scanned
}

/** The pages as a pdf of pictures. */
export function scannedPdf(scans: readonly Scan[]): Uint8Array {
  return writeImagePdf(scans.map(({ page }) => page))
}
