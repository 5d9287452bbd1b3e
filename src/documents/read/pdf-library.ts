import { fileURLToPath } from 'node:url'
import {
  getDocument,
  OPS,
  VerbosityLevel,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'

export type PdfDocument = PDFDocumentProxy
export type PdfPage = PDFPageProxy
export { OPS as pdfOperators }

/** Old producers name Song faces without embedding them; their characters are known only through the shipped tables. */
const library = fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')).replace(/package\.json$/, '')

/** Pixels of a scanned page at most; larger ones are not decoded. */
const largestPicture = 80_000_000

/**
 * Opens a pdf for reading its text, or with its pictures for drawing its pages; nothing is run or fetched. The bytes are copied, since
 * the library takes them over.
 */
export async function loadPdf(bytes: Uint8Array, forDrawing = false): Promise<PdfDocument> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: `${library}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${library}standard_fonts/`,
    wasmUrl: `${library}wasm/`,
    iccUrl: `${library}iccs/`,
    useWorkerFetch: false,
    useSystemFonts: false,
    fontExtraProperties: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    ...(forDrawing
      ? { maxImageSize: largestPicture }
      : // Pictures are not needed for the text; larger ones than this are not even decoded.
        { disableFontFace: true, maxImageSize: 1 }),
    enableXfa: false,
    stopAtErrors: false,
    disableAutoFetch: true,
    disableStream: true,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    return await task.promise
  } catch (error) {
    await task.destroy()
    throw error
  }
}
