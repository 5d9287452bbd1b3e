import type { DocTree, HiddenText, ReadingNote } from '../tree.ts'
import { UnreadableDocument } from '../tree.ts'
import { finishTree } from './draft.ts'
import { beyondLimit, type ReadLimits } from './limits.ts'
import { needsOcr } from './ocr.ts'
import { notesOf, recognised } from './ocr/recognised.ts'
import { type ScannedPages, scannedPages } from './ocr/scanned-pages.ts'
import { pageBlocks, type PageBlocks } from './page-blocks.ts'
import { flowPages } from './page-flow.ts'
import { readPdfPage } from './pdf-page.ts'
import { loadPdf, type PdfDocument } from './pdf-library.ts'

/**
 * Reads the text layer of a pdf: every character at its place, ruled and unruled tables, tables over several pages.
 * Scripts, forms and attachments are never touched. Pages that are pictures are read only if asked for.
 * @throws UnreadableDocument `encrypted`, `damagedPdf`, `needsOcr` (pages are pictures, and nothing is to be recognised), `noOcr`
 */
export async function readPdf(bytes: Uint8Array, limits: ReadLimits, recognise = false): Promise<DocTree> {
  const document = await openPdf(bytes)
  const scanned = recognise ? scannedPages(bytes, limits) : undefined
  try {
    return await readOpened(document, limits, scanned)
  } finally {
    await scanned?.close()
    await document.destroy()
  }
}

async function readOpened(
  document: PdfDocument,
  limits: ReadLimits,
  scanned: ScannedPages | undefined,
): Promise<DocTree> {
  if (document.numPages > limits.pages) throw beyondLimit('tooManyPages', `文件超过 ${limits.pages} 页`)
  const pages: PageBlocks[] = []
  const hidden: HiddenText[] = []
  const notes: ReadingNote[] = []
  let characters = 0
  let garbled = 0
  let invisible = 0
  let slantedPage = 0
  let picturePages = 0
  const recognisedPages = new Set<number>()
  for (let number = 1; number <= document.numPages; number += 1) {
    let read: Awaited<ReturnType<typeof readPdfPage>>
    try {
      read = await readPdfPage(await document.getPage(number), number, limits)
    } catch (error) {
      if (error instanceof UnreadableDocument) throw error
      notes.push({
        code: 'pdf.pageDamaged',
        sentence: `第 ${number} 页已损坏，没有读到。`,
        place: { page: number },
      })
      continue
    }
    if (read.items.glyphs.length === 0 && scanned) {
      const pictured = await scanned.read(number)
      if (pictured) {
        characters += pictured.items.glyphs.length
        recognisedPages.add(number)
        notes.push(...notesOf(pictured))
        pages.push(pageBlocks(pictured.items, limits.cells))
        continue
      }
    }
    if (read.items.glyphs.length === 0) picturePages += 1
    characters += read.items.glyphs.length
    garbled += read.garbled
    invisible += read.invisible
    if (read.slanted > 0 && slantedPage === 0) slantedPage = number
    hidden.push(...read.hidden)
    if (read.cut) {
      notes.push({
        code: 'pdf.pageCut',
        sentence: `第 ${number} 页的内容超出上限，只读了一部分。`,
        place: { page: number },
      })
    }
    pages.push(pageBlocks(read.items, limits.cells))
  }
  if (characters === 0) {
    if (notes.length >= document.numPages) throw damaged()
    throw needsOcr('这份 PDF 的页面是图片（扫描件）')
  }
  if (picturePages > 0) {
    notes.push({
      code: 'pdf.picturePages',
      sentence: `有 ${picturePages} 页没有文字，可能是图片，没有读到。`,
    })
  }
  if (slantedPage > 0) {
    notes.push({
      code: 'pdf.slanted',
      sentence: `页面上有斜着印的文字（多为水印），没有读取，最先见于第 ${slantedPage} 页。`,
      place: { page: slantedPage },
    })
  }
  if (garbled * 5 > characters) {
    notes.push({
      code: 'pdf.garbled',
      sentence: '这份 PDF 的字体没有文字对照表，读到的文字多半是乱码，请改用其他格式。',
    })
  }
  if (invisible * 2 > characters) {
    notes.push({
      code: 'pdf.recognised',
      sentence: '这份 PDF 是扫描件，文字来自文字识别，可能有错，请核对原件。',
    })
  }
  const flow = flowPages(pages)
  const meta = await propertiesOf(document)
  if (flow.runningHeads.length > 0) meta['header'] = flow.runningHeads.join(' ')
  const title = meta['title']
  return finishTree(
    {
      format: 'pdf',
      ...(title !== undefined && { title }),
      meta,
      blocks: recognised(flow.blocks, recognisedPages),
      hidden,
      notes: [...notes, ...flow.notes],
    },
    limits,
  )
}

async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    return await loadPdf(bytes)
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new UnreadableDocument('encrypted', '文件设有密码，无法读取。请提供没有密码的文件。')
    }
    if (error instanceof UnreadableDocument) throw error
    throw damaged()
  }
}

function damaged(): UnreadableDocument {
  return new UnreadableDocument('damagedPdf', 'PDF 文件已损坏，无法读取。请重新下载或重新导出后再试。')
}

async function propertiesOf(document: PdfDocument): Promise<Record<string, string>> {
  const meta: Record<string, string> = {}
  try {
    const { info } = await document.getMetadata()
    for (const [key, value] of Object.entries(info)) {
      if (typeof value === 'string' && value.trim() !== '') meta[key.toLowerCase()] = value.slice(0, 2000)
    }
  } catch {
    // A broken information dictionary takes nothing from the text.
  }
  return meta
}
