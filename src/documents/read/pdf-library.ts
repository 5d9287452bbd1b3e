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

/** Opens a pdf for reading its text; nothing is drawn, run or fetched. The bytes are copied, since the library takes them over. */
export async function loadPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: `${library}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${library}standard_fonts/`,
    wasmUrl: `${library}wasm/`,
    iccUrl: `${library}iccs/`,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Pictures are not needed for the text; larger ones than this are not even decoded.
    maxImageSize: 1,
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
