import { strFromU8, unzipSync } from 'fflate'
import { UnreadableDocument } from '../tree.ts'
import { imageMetadata } from './image-metadata.ts'
import { pdfTexts } from './pdf-texts.ts'
import { rawTraces } from './raw-traces.ts'
import { foldTerm, termsIn } from './term-search.ts'

/** Where in a file a trace was found. `unreadable` means that a part could not be looked into: it blocks like a find. */
export type TraceKind =
  | 'text'
  | 'metadata'
  | 'comment'
  | 'attachment'
  | 'bookmark'
  | 'formField'
  | 'link'
  | 'fileName'
  | 'rawBytes'
  | 'unreadable'

export interface Trace {
  readonly kind: TraceKind
  /** The term found; empty for `unreadable`. */
  readonly term: string
  /** Page, part or entry, in words a person can follow. */
  readonly where: string
}

/** A text out of a file, with its place; what the readers of each format give. */
export interface FileText {
  readonly kind: TraceKind
  readonly text: string
  readonly where: string
}

export interface VerifyOptions {
  /** The name under which the file goes out. */
  readonly fileName?: string
}

/** Containers inside containers are followed this deep. */
const deepestNesting = 4
const largestUnpacked = 200 * 1024 * 1024

/**
 * Looks for the terms in everything a file carries: text, metadata, comments, attachments, bookmarks, form fields, links,
 * names, and the raw bytes in UTF-8, UTF-16 and GB18030. Any trace means that the file must not go out.
 * Pictures are not read: what they show has to be looked at by a person.
 * @throws RangeError for a term of fewer than two characters
 */
export async function verifyRedaction(
  bytes: Uint8Array,
  terms: readonly string[],
  { fileName }: VerifyOptions = {},
): Promise<readonly Trace[]> {
  terms.forEach(foldTerm)
  const traces: Trace[] = []
  if (fileName !== undefined) find(traces, { kind: 'fileName', text: fileName, where: '文件名' }, terms)
  await look(traces, bytes, terms, '', 0)
  const seen = new Set<string>()
  return traces.filter(({ kind, term, where }) => {
    const key = `${kind}\n${term}\n${where}`
    return seen.has(key) ? false : Boolean(seen.add(key))
  })
}

function find(traces: Trace[], { kind, text, where }: FileText, terms: readonly string[]): void {
  for (const term of termsIn(text, terms)) traces.push({ kind, term, where })
}

async function look(
  traces: Trace[],
  bytes: Uint8Array,
  terms: readonly string[],
  path: string,
  depth: number,
): Promise<void> {
  if (depth > deepestNesting) {
    traces.push({ kind: 'unreadable', term: '', where: path })
    return
  }
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return lookIntoPdf(traces, bytes, terms, path, depth)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return lookIntoZip(traces, bytes, terms, path, depth)
  if (/^\s*(\ufeff|\u00ef\u00bb\u00bf)?</.test(head)) {
    for (const text of xmlTexts(bytes)) find(traces, { kind: 'text', text, where: path || '文件' }, terms)
  }
  const metadata = imageMetadata(bytes)
  for (const term of rawTraces(metadata ?? bytes, terms)) {
    traces.push({ kind: metadata === null ? 'rawBytes' : 'metadata', term, where: path || '文件' })
  }
}

async function lookIntoPdf(
  traces: Trace[],
  bytes: Uint8Array,
  terms: readonly string[],
  path: string,
  depth: number,
): Promise<void> {
  try {
    const { texts, attachments, streams } = await pdfTexts(bytes)
    for (const text of texts) find(traces, { ...text, where: within(path, text.where) }, terms)
    for (const stream of streams) {
      for (const term of rawTraces(stream, terms)) {
        traces.push({ kind: 'rawBytes', term, where: within(path, 'PDF 数据') })
      }
    }
    for (const { name, content } of attachments) {
      const where = within(path, `附件 ${name}`)
      find(traces, { kind: 'attachment', text: name, where }, terms)
      await look(traces, content, terms, where, depth + 1)
    }
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error
    traces.push({ kind: 'unreadable', term: '', where: within(path, error.message) })
  }
}

async function lookIntoZip(
  traces: Trace[],
  bytes: Uint8Array,
  terms: readonly string[],
  path: string,
  depth: number,
): Promise<void> {
  let parts: Record<string, Uint8Array>
  let total = 0
  try {
    parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize
        if (total > largestUnpacked) throw new RangeError('too large')
        return true
      },
    })
  } catch {
    traces.push({ kind: 'unreadable', term: '', where: path || '压缩包' })
    return
  }
  for (const [name, content] of Object.entries(parts)) {
    const where = within(path, name)
    find(traces, { kind: 'fileName', text: name, where }, terms)
    if (/\.(xml|rels|html?|svg|vml)$/i.test(name)) {
      const kind = kindOfPart(name)
      for (const text of xmlTexts(content)) find(traces, { kind, text, where }, terms)
    } else await look(traces, content, terms, where, depth + 1)
  }
}

function kindOfPart(name: string): TraceKind {
  if (/^docProps\/|meta\.xml$|^customXml\//i.test(name)) return 'metadata'
  if (/comments|people/i.test(name)) return 'comment'
  return name.endsWith('.rels') ? 'link' : 'text'
}

/** The text with the tags taken out (a name cut into runs is whole again), and everything that stands in the tags. */
function xmlTexts(content: Uint8Array): string[] {
  const xml = unescaped(decodeText(content))
  const tags = xml.match(/<[^>]*>/g)?.join('\n') ?? ''
  return [xml.replace(/<[^>]*>/g, ''), tags, decodedAddress(tags)]
}

function decodedAddress(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (sequence) => {
    try {
      return decodeURIComponent(sequence)
    } catch {
      return sequence
    }
  })
}

function decodeText(content: Uint8Array): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content)
  if (content[0] === 0xfe && content[1] === 0xff) return new TextDecoder('utf-16be').decode(content)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return `${new TextDecoder('gb18030').decode(content)}\n${strFromU8(content, true)}`
  }
}

function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => codePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_, decimal: string) => codePoint(Number(decimal)))
    .replaceAll('&amp;', '&')
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

function within(path: string, where: string): string {
  return path === '' ? where : `${path} › ${where}`
}
