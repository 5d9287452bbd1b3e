/**
 * Runs Typst in a thread of its own: compiling is synchronous and would hold up every other request.
 * Reads only data that ships with the code: the template beside this file and the open fonts of the font package.
 */
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { chooseFaces } from '../fonts/faces.ts'
import { shippedFonts, shippedTemplate } from '../fonts/shipped.ts'
import { printedText, typstInput } from './typst-input.ts'
import type { OfficialDocument } from '../model.ts'

/** What the thread is asked. */
export interface PdfJob {
  readonly id: number
  readonly document: OfficialDocument
}

/** What it answers: bytes, or why not. */
export type PdfAnswer =
  | { readonly id: number; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly id: number; readonly missing: readonly string[] }
  | { readonly id: number; readonly failure: string }

const registered = (workerData as { fonts: readonly Uint8Array[] }).fonts
const shipped = shippedFonts()
const faces = chooseFaces(
  registered,
  shipped.map((font) => font.bytes),
)
const template = shippedTemplate()
// The workspace does not exist: a template that tried to read a file would fail, whatever it was asked.
const compiler = NodeCompiler.create({
  workspace: join(shipped[0].folder, 'no-workspace'),
  fontArgs: [
    ...(registered.length > 0 ? [{ fontBlobs: registered.map((bytes) => Buffer.from(bytes)) }] : []),
    { fontPaths: shipped.map((font) => font.folder) },
  ],
})
const hasHeadingFace = !faces.substituted.some(({ role }) => role === 'heading')

function write({ id, document }: PdfJob): PdfAnswer {
  const texts = printedText(document)
  const missing = [
    ...new Set(
      (['body', 'title', 'heading', 'second'] as const).flatMap((role) => faces.missing(role, texts[role])),
    ),
  ]
  if (missing.length > 0) return { id, missing }
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: {
      document: JSON.stringify(typstInput(document)),
      faces: JSON.stringify({ ...faces.families, headingWeight: hasHeadingFace ? 'regular' : 'bold' }),
    },
  })
  const { result } = compiled
  if (result === null) {
    const found = compiled.takeDiagnostics()?.shortDiagnostics as readonly { message?: string }[] | undefined
    return { id, failure: found?.map((one) => one.message ?? '').join('; ') ?? 'unknown' }
  }
  // PDF/A-2a: fonts inside, tagged, no outside references; see `printed-letters.test.ts` for what is read back. It wants a date: a blank form has none.
  const isDated =
    document.signature !== undefined || document.imprint !== undefined || document.madeOn !== undefined
  const pdf = new Uint8Array(
    compiler.pdf(result, { pdfStandard: isDated ? 'a-2a' : '1.7', creationTimestamp: 0 }),
  )
  const pages = result.numOfPages
  compiler.evictCache(8)
  return { id, pdf, pages }
}

parentPort?.on('message', (job: PdfJob) => {
  let answer: PdfAnswer
  try {
    answer = write(job)
  } catch (error) {
    answer = { id: job.id, failure: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(answer)
})
