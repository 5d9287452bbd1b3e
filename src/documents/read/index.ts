import { UnreadableDocument, type DocTree } from '../tree.ts'
import { looksLikeCsv, readCsv } from './delimited.ts'
import { decodeText } from './encoding.ts'
import { beyondLimit, defaultLimits, inMegabytes, type ReadLimits } from './limits.ts'
import { isPageInside, isTextWithTables, looksLikeMarkdown } from './markdown-marks.ts'
import { needsOcr, recogniserFor } from './ocr.ts'
import { textTree } from './plain-text.ts'
import { looksLikeHtml, sniff } from './sniff.ts'
import { entryName, isZip, listZip, unpackZip } from './zip.ts'

export { defaultLimits, type ReadLimits } from './limits.ts'

export interface ReadOptions {
  /** The file's name: only ever used to tell .wps from .doc and .et from .xls, whose bytes do not differ. */
  readonly name?: string
  readonly limits?: Partial<ReadLimits>
  /** Recognises the characters of pictures and scanned pages. Takes seconds a page, so that it is asked for; default: no. */
  readonly recognise?: boolean
}

/**
 * Reads a file of any supported format into the neutral tree. The format is told from the bytes. Same bytes, same tree;
 * nothing is fetched, nothing is executed.
 * @throws UnreadableDocument with one Chinese sentence that says what to do
 */
export async function read(bytes: Uint8Array, options: ReadOptions = {}): Promise<DocTree> {
  const limits = { ...defaultLimits, ...options.limits }
  const kind = sniffWithin(bytes, limits)
  try {
    switch (kind) {
      case 'docx':
        return (await import('./docx.ts')).readDocx(bytes, limits)
      case 'xlsx':
        return (await import('./sheet.ts')).readSheets(bytes, 'xlsx', limits)
      case 'sheets': {
        const format = /\.et$/i.test(options.name ?? '') ? 'et' : 'xls'
        return (await import('./sheet.ts')).readSheets(bytes, format, limits)
      }
      case 'word': {
        const format = /\.wps$/i.test(options.name ?? '') ? 'wps' : 'doc'
        return await (await import('./doc.ts')).readDoc(bytes, format, limits)
      }
      case 'pdf':
        return await (await import('./pdf.ts')).readPdf(bytes, limits, options.recognise)
      case 'ofd':
        return (await import('./ofd.ts')).readOfd(bytes, limits)
      case 'rtf':
        return (await import('./rtf.ts')).readRtf(bytes, limits)
      case 'mime':
        return await readText((await import('./mime.ts')).pageOfMime(bytes), limits)
      case 'image':
        if (!options.recognise) throw needsOcr('这是一张图片')
        return await (await import('./ocr/read-picture.ts')).readPicture(
          bytes,
          await recogniserFor('这是一张图片'),
          limits,
        )
      case 'zip':
        return await readOnlyFile(bytes, options, limits)
      case 'text':
        return await readText(bytes, limits)
      default:
        return kind satisfies never
    }
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : unexpected(error)
  }
}

/** One file of an archive, read or refused. */
export type ArchiveEntry =
  | { readonly name: string; readonly tree: DocTree }
  | { readonly name: string; readonly error: UnreadableDocument }

/**
 * Reads every file of a zip archive, or the one file that the bytes are. Archives inside the archive are not opened.
 * Folders, system files and hidden files are passed over. Names written in GBK are understood.
 */
export async function readMany(bytes: Uint8Array, options: ReadOptions = {}): Promise<ArchiveEntry[]> {
  const limits = { ...defaultLimits, ...options.limits }
  const entries: ArchiveEntry[] = []
  for (const { name, bytes: part } of filesOf(bytes, limits, options.name ?? '')) {
    try {
      const isArchive = part !== bytes && isZip(part) && sniffWithin(part, limits) === 'zip'
      if (isArchive) {
        throw new UnreadableDocument('nestedArchive', '压缩包里又有压缩包，没有打开。请解压后再读。')
      }
      entries.push({ name, tree: await read(part, { ...options, name }) })
    } catch (error) {
      entries.push({ name, error: error instanceof UnreadableDocument ? error : unexpected(error) })
    }
  }
  return entries
}

/** The files of an archive with their bytes, in the archive's order; a file that is no archive stands alone. */
export function filesOf(
  bytes: Uint8Array,
  limits: ReadLimits,
  name: string,
): { readonly name: string; readonly bytes: Uint8Array }[] {
  if (!isZip(bytes) || sniffWithin(bytes, limits) !== 'zip') return [{ name, bytes }]
  const wanted = listZip(bytes, limits)
    .map((entry) => entry.name)
    .filter((entry) => !entry.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$)/i.test(entry))
  const chosen = new Set(wanted)
  const unpacked = unpackZip(bytes, (entry) => chosen.has(entry), limits)
  return [...unpacked].map(([entry, part]) => ({ name: entryName(entry), bytes: part }))
}

/** An archive with a single report in it is as good as the report. */
async function readOnlyFile(bytes: Uint8Array, options: ReadOptions, limits: ReadLimits): Promise<DocTree> {
  const files = filesOf(bytes, limits, options.name ?? '')
  const [only] = files
  if (files.length !== 1 || !only) {
    throw new UnreadableDocument(
      files.length === 0 ? 'empty' : 'archiveOfMany',
      files.length === 0 ? '压缩包里没有文件。' : `压缩包里有 ${files.length} 个文件，请逐个读取。`,
    )
  }
  if (isZip(only.bytes) && sniffWithin(only.bytes, limits) === 'zip') {
    throw new UnreadableDocument('nestedArchive', '压缩包里又有压缩包，没有打开。请解压后再读。')
  }
  return read(only.bytes, { ...options, name: only.name })
}

function sniffWithin(bytes: Uint8Array, limits: ReadLimits): ReturnType<typeof sniff> {
  if (bytes.length > Math.max(limits.bytes, limits.pdfBytes)) throw tooLarge(bytes.length)
  const kind = sniff(bytes, limits)
  const most = kind === 'pdf' || kind === 'zip' ? limits.pdfBytes : limits.bytes
  if (bytes.length > most) throw tooLarge(bytes.length)
  return kind
}

function tooLarge(length: number): UnreadableDocument {
  return beyondLimit('tooLarge', `文件有 ${inMegabytes(length)}`)
}

async function readText(bytes: Uint8Array, limits: ReadLimits): Promise<DocTree> {
  const { text, encoding } = decodeText(bytes)
  const tagged = looksLikeHtml(text)
  const markdown = tagged
    ? !isPageInside(text) && (looksLikeMarkdown(text) || isTextWithTables(text))
    : looksLikeMarkdown(text)
  if (tagged && !markdown) return (await import('./html.ts')).readHtml(text, encoding, limits)
  if (markdown) return (await import('./markdown.ts')).readMarkdown(text, encoding, limits)
  if (looksLikeCsv(text)) return readCsv(text, encoding, limits)
  return textTree(text, encoding)
}

/** A fault of a library on a malformed file: the file is refused, and the cause stays attached for whoever mends the reader. */
function unexpected(cause: unknown): UnreadableDocument {
  const error = new UnreadableDocument(
    'damaged',
    '文件已损坏或格式不规范，无法读取。请用原来的软件打开并重新保存后再试。',
  )
  error.cause = cause
  return error
}
