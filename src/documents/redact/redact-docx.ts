import { strFromU8, strToU8, zipSync } from 'fflate'
import { maskText } from '../write/model.ts'
import { docxParts } from './docx-parts.ts'
import { spansOf } from './term-search.ts'
import { localName, parseXml, writeXml, type XmlElement } from './xml-tree.ts'

export interface RedactedDocx {
  readonly bytes: Uint8Array
  /** Pictures left in the file: no program can say what they show, a person has to look. */
  readonly pictures: readonly string[]
}

/** Whole parts that have no place in a document given out. */
const removedParts =
  /^(docProps\/(custom\.xml|thumbnail\.[^/]+)|customXml\/.*|word\/(comments[^/]*\.xml|people\.xml|vbaProject\.bin|vbaData\.xml|embeddings\/.*|activeX\/.*|attachedToolbars\.bin|printerSettings\/.*|_rels\/(comments|vba)[^/]*\.rels))$/i

/** Elements dropped with everything in them: deleted and moved-away text, comments, former formatting, embedded objects. */
const droppedElements = new Set(
  'del moveFrom delText delInstrText commentRangeStart commentRangeEnd commentReference annotationRef moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlDelRangeStart rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange tblGridChange numberingChange object control OLEObject docVars mailMerge rsids attachedTemplate proofErr lastRenderedPageBreak'.split(
    ' ',
  ),
)

/** Elements replaced by their content: inserted text is accepted as it stands. */
const unwrappedElements = new Set(['ins', 'moveTo', 'smartTag'])

/**
 * Masks terms in a Word file and removes everything that could carry them unseen: tracked deletions, comments, authors,
 * document properties, thumbnails, embedded files, custom data, macros. Terms are found across runs.
 * @throws UnreadableDocument when the file is no readable docx
 */
export function redactDocx(bytes: Uint8Array, terms: readonly string[]): RedactedDocx {
  const parts = docxParts(bytes)
  const kept: Record<string, Uint8Array> = {}
  const pictures: string[] = []
  for (const [name, content] of Object.entries(parts)) {
    if (removedParts.test(name) || name.endsWith('/')) continue
    if (!/\.(xml|rels)$/i.test(name)) {
      pictures.push(name)
      kept[name] = content
      continue
    }
    const root = parseXml(strFromU8(content))
    if (name === 'docProps/core.xml' || name === 'docProps/app.xml') root.children = []
    else if (name === '[Content_Types].xml') {
      root.children = root.children.filter(
        (child) => !isEntryOf(child, 'PartName', (part) => removedParts.test(part.slice(1))),
      )
    } else if (name.endsWith('.rels')) cleanRelations(root, terms)
    else cleanPart(root, terms)
    kept[name] = strToU8(writeXml(root))
  }
  return { bytes: zipSync(kept, { mtime: new Date(1980, 0, 1) }), pictures }
}

function isEntryOf(child: XmlElement | string, attribute: string, gone: (value: string) => boolean): boolean {
  return typeof child !== 'string' && gone(child.attributes[attribute] ?? '')
}

/** Relations to removed parts go; a link whose address holds a term leads nowhere. */
function cleanRelations(root: XmlElement, terms: readonly string[]): void {
  root.children = root.children.filter((child) => {
    if (typeof child === 'string') return true
    const target = child.attributes.Target ?? ''
    if (child.attributes.TargetMode === 'External') {
      if (/\/(oleObject|attachedTemplate|frame|subDocument)$/.test(child.attributes.Type ?? '')) return false
      if (spansOf(decoded(target), terms).length > 0) child.attributes.Target = 'about:blank'
      return true
    }
    const path = target.replace(/^\/|^\.\.\//, '')
    return !removedParts.test(path) && !removedParts.test(`word/${path}`)
  })
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** One part of the document: unseen things out, authors out, terms masked in text and attributes. */
function cleanPart(root: XmlElement, terms: readonly string[]): void {
  prune(root, terms)
  for (const texts of textRuns(root)) maskTexts(texts, terms)
}

function prune(element: XmlElement, terms: readonly string[]): void {
  const children: (XmlElement | string)[] = []
  for (const child of element.children) {
    if (typeof child === 'string') {
      children.push(child)
      continue
    }
    const name = localName(child)
    // <w:ins/> inside a run's or row's properties only marks an insertion.
    if (droppedElements.has(name)) continue
    prune(child, terms)
    if (unwrappedElements.has(name)) children.push(...child.children)
    else children.push(child)
  }
  element.children = children
  for (const [key, value] of Object.entries(element.attributes)) {
    const plain = key.slice(key.indexOf(':') + 1)
    if (plain.startsWith('rsid') || /^(author|initials|date|dateUtc|userId|providerId)$/.test(plain)) {
      delete element.attributes[key]
    } else if (!key.startsWith('xmlns')) {
      const masked = maskString(value, terms)
      if (masked !== value) element.attributes[key] = masked
    }
  }
}

/** Texts that are read together: those of one paragraph, text boxes inside it apart; elsewhere those of one element. */
function textRuns(root: XmlElement): XmlElement[][] {
  const groups: XmlElement[][] = []
  const walk = (element: XmlElement, group: XmlElement[]): void => {
    const name = localName(element)
    const own = name === 'p' ? [] : group
    if (own !== group) groups.push(own)
    if (element.children.some((child) => typeof child === 'string' && child.trim() !== '')) own.push(element)
    for (const child of element.children) if (typeof child !== 'string') walk(child, own)
  }
  const outside: XmlElement[] = []
  groups.push(outside)
  walk(root, outside)
  return groups
}

/** Cuts each found term out of all the runs it spans; the mask stands where it began. */
function maskTexts(elements: readonly XmlElement[], terms: readonly string[]): void {
  const texts = elements.map((element) =>
    element.children.filter((child) => typeof child === 'string').join(''),
  )
  const spans = spansOf(texts.join(''), terms)
  if (spans.length === 0) return
  let at = 0
  elements.forEach((element, index) => {
    const text = texts[index] ?? ''
    const start = at
    at += text.length
    let masked = ''
    let kept = start
    for (const span of spans) {
      if (span.end <= start || span.start >= at) continue
      masked += text.slice(kept - start, Math.max(0, span.start - start))
      if (span.start >= start) masked += maskText
      kept = Math.min(span.end, at)
    }
    masked += text.slice(kept - start)
    if (masked === text) return
    element.children = [masked, ...element.children.filter((child) => typeof child !== 'string')]
    if (localName(element) === 't') element.attributes['xml:space'] = 'preserve'
  })
}

function maskString(text: string, terms: readonly string[]): string {
  let masked = ''
  let at = 0
  for (const { start, end } of spansOf(text, terms)) {
    masked += text.slice(at, start) + maskText
    at = end
  }
  return masked + text.slice(at)
}
