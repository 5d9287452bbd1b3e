import { fileURLToPath } from 'node:url'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { UnreadableDocument } from '../tree.ts'

/** Faces and character tables that come with the library: old files name Song faces without embedding them. */
const library = fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')).replace(/package\.json$/, '')

/**
 * Opens a PDF with everything in it, pictures included; nothing is run or fetched.
 * @throws UnreadableDocument when it is damaged or locked
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const task = getDocument({
    // A copy of its own kind: the library takes no Buffer, and takes the memory of what it is given.
    data: new Uint8Array(bytes),
    cMapUrl: `${library}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${library}standard_fonts/`,
    wasmUrl: `${library}wasm/`,
    iccUrl: `${library}iccs/`,
    useWorkerFetch: false,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    verbosity: 0,
  })
  try {
    return await task.promise
  } catch (error) {
    await task.destroy()
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new UnreadableDocument(
      isLocked ? 'encrypted' : 'damagedPdf',
      isLocked
        ? '文件设有密码，无法处理。请提供没有密码的文件。'
        : 'PDF 文件已损坏，无法处理。请重新导出后再试。',
    )
  }
}
