import { type DocTree, UnreadableDocument } from '../tree.ts'
import { finishTree } from './draft.ts'
import { beyondLimit, type ReadLimits } from './limits.ts'
import { needsOcr } from './ocr.ts'
import { pageBlocks } from './page-blocks.ts'
import { flowPages } from './page-flow.ts'
import { type Glyph, type PageItems, type Segment, segmentsOf } from './page-items.ts'
import { attribute, streamXml, type XmlAttributes } from './xml.ts'
import { unpackZip } from './zip.ts'

/** Millimetres to points. */
const pointsPerMm = 72 / 25.4
const deepestTemplate = 2

/**
 * Reads an OFD file (GB/T 33190-2016): text and ruling lines of every page and its templates, then the same grids as in pdf.
 * Signatures are not verified; text given only as glyph numbers cannot be read.
 * @throws UnreadableDocument `damagedOfd`, `needsOcr`
 */
export function readOfd(bytes: Uint8Array, limits: ReadLimits): DocTree {
  const parts = unpackZip(bytes, (name) => /\.xml$/i.test(name), limits)
  const files = new Map([...parts].map(([name, part]) => [normal(name), part]))
  const roots = textsOf(files, 'ofd.xml', ['DocRoot'], limits)
  if (roots.length === 0) throw damaged()
  const pages: PageItems[] = []
  for (const { text: root } of roots) readDocument(files, normal(root), pages, limits)
  if (pages.length === 0) throw damaged()
  if (pages.every((page) => page.glyphs.length === 0)) throw needsOcr('这份 OFD 的页面是图片')
  const flow = flowPages(pages.map((page) => pageBlocks(page, limits.cells)))
  return finishTree({ format: 'ofd', blocks: flow.blocks, notes: flow.notes }, limits)
}

function damaged(): UnreadableDocument {
  return new UnreadableDocument('damagedOfd', 'OFD 文件已损坏，无法读取。请重新下载或重新导出后再试。')
}

/** Paths differ in case, slashes and leading slash between producers. */
function normal(path: string): string {
  return path
    .trim()
    .replaceAll('\\', '/')
    .replace(/^\/+|^\.\//g, '')
    .toLowerCase()
}

function beside(file: string, path: string): string {
  if (path.trim().startsWith('/')) return normal(path)
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : ''
  const segments: string[] = []
  for (const segment of `${folder}${normal(path)}`.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '.' && segment !== '') segments.push(segment)
  }
  return segments.join('/')
}

interface Found {
  readonly name: string
  readonly text: string
  readonly attributes: XmlAttributes
}

/** Elements of the given names in one part, with their text and attributes. */
function textsOf(
  files: ReadonlyMap<string, Uint8Array>,
  file: string,
  names: readonly string[],
  limits: ReadLimits,
): Found[] {
  const part = files.get(file)
  if (!part) return []
  const found: Found[] = []
  let open: { name: string; text: string; attributes: XmlAttributes } | null = null
  streamXml(
    part,
    {
      open(name, attributes) {
        if (names.includes(name)) open = { name, text: '', attributes }
      },
      text(text) {
        if (open) open.text += text
      },
      close(name) {
        if (open?.name === name) {
          found.push(open)
          open = null
        }
      },
    },
    limits,
  )
  return found
}

function readDocument(
  files: ReadonlyMap<string, Uint8Array>,
  root: string,
  pages: PageItems[],
  limits: ReadLimits,
): void {
  const found = textsOf(files, root, ['Page', 'TemplatePage', 'PhysicalBox'], limits)
  const box = boxOf(found.find(({ name }) => name === 'PhysicalBox')?.text) ?? [0, 0, 210, 297]
  const templates = new Map(
    found
      .filter(({ name }) => name === 'TemplatePage')
      .map(({ attributes }) => [
        attribute(attributes, 'ID') ?? '',
        beside(root, attribute(attributes, 'BaseLoc') ?? ''),
      ]),
  )
  for (const { name, attributes } of found) {
    if (name !== 'Page') continue
    const place = attribute(attributes, 'BaseLoc')
    if (place === undefined) continue
    if (pages.length >= limits.pages) throw beyondLimit('tooManyPages', `文件超过 ${limits.pages} 页`)
    const glyphs: Glyph[] = []
    const segments: Segment[] = []
    const own = { box: box as readonly number[] }
    readContent(files, beside(root, place), templates, glyphs, segments, own, limits, 0)
    pages.push({
      page: pages.length + 1,
      width: (own.box[2] ?? 210) * pointsPerMm,
      height: (own.box[3] ?? 297) * pointsPerMm,
      glyphs,
      segments,
    })
  }
}

function boxOf(text: string | undefined): readonly number[] | null {
  const numbers = (text ?? '').trim().split(/\s+/).map(Number)
  return numbers.length === 4 && numbers.every(Number.isFinite) ? numbers : null
}

interface OpenObject {
  readonly kind: 'text' | 'path'
  readonly boundary: readonly number[]
  readonly matrix: readonly number[]
  readonly size: number
  readonly stroked: boolean
  readonly filled: boolean
}

/** One page's content, its templates first: they lie underneath. */
function readContent(
  files: ReadonlyMap<string, Uint8Array>,
  file: string,
  templates: ReadonlyMap<string, string>,
  glyphs: Glyph[],
  segments: Segment[],
  page: { box: readonly number[] },
  limits: ReadLimits,
  depth: number,
): void {
  const part = files.get(file)
  if (!part || depth > deepestTemplate) return
  let object: OpenObject | null = null
  let code: { attributes: XmlAttributes; text: string } | null = null
  let inData = false
  let data = ''
  let boxText: string | null = null
  streamXml(
    part,
    {
      open(name, attributes) {
        if (name === 'Template') {
          const template = templates.get(attribute(attributes, 'TemplateID') ?? '')
          if (template) readContent(files, template, templates, glyphs, segments, page, limits, depth + 1)
        } else if (name === 'PhysicalBox') boxText = ''
        else if (name === 'TextObject' || name === 'PathObject') object = objectOf(name, attributes)
        else if (name === 'TextCode') code = { attributes, text: '' }
        else if (name === 'AbbreviatedData') {
          inData = true
          data = ''
        }
      },
      text(text) {
        if (code) code.text += text
        else if (inData) data += text
        else if (boxText !== null) boxText += text
      },
      close(name) {
        if (name === 'PhysicalBox') {
          page.box = boxOf(boxText ?? '') ?? page.box
          boxText = null
        } else if (name === 'TextCode' && code && object?.kind === 'text') {
          putText(object, code.attributes, code.text, glyphs)
          code = null
        } else if (name === 'AbbreviatedData' && object?.kind === 'path') {
          inData = false
          putPath(object, data, segments)
        } else if (name === 'TextObject' || name === 'PathObject') object = null
        if (glyphs.length > limits.glyphsPerPage || segments.length > limits.segmentsPerPage)
          throw beyondLimit('pageTooFull', '有一页的内容过多')
      },
    },
    limits,
  )
}

function objectOf(name: string, attributes: XmlAttributes): OpenObject {
  const numbers = (key: string) => (attribute(attributes, key) ?? '').trim().split(/\s+/).map(Number)
  const boundary = numbers('Boundary')
  const matrix = numbers('CTM')
  return {
    kind: name === 'TextObject' ? 'text' : 'path',
    boundary: boundary.length === 4 && boundary.every(Number.isFinite) ? boundary : [0, 0, 0, 0],
    matrix: matrix.length === 6 && matrix.every(Number.isFinite) ? matrix : [1, 0, 0, 1, 0, 0],
    size: Number(attribute(attributes, 'Size') ?? '3.5') || 3.5,
    stroked: attribute(attributes, 'Stroke') !== 'false',
    filled: attribute(attributes, 'Fill') === 'true',
  }
}

/** From the object's own measure to points on the page. */
function onPage(object: OpenObject, x: number, y: number): readonly [number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = object.matrix
  return [
    ((object.boundary[0] ?? 0) + a * x + c * y + e) * pointsPerMm,
    ((object.boundary[1] ?? 0) + b * x + d * y + f) * pointsPerMm,
  ]
}

/** Distances between characters; `g n v` repeats v n times. */
function distances(text: string | undefined): number[] {
  const words = (text ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  const list: number[] = []
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === 'g') {
      const times = Math.min(Number(words[at + 1]) || 0, 100_000)
      const value = Number(words[at + 2]) || 0
      for (let time = 0; time < times; time += 1) list.push(value)
      at += 2
    } else list.push(Number(words[at]) || 0)
  }
  return list
}

function putText(object: OpenObject, attributes: XmlAttributes, text: string, glyphs: Glyph[]): void {
  let x = Number(attribute(attributes, 'X') ?? '0') || 0
  let y = Number(attribute(attributes, 'Y') ?? '0') || 0
  const across = distances(attribute(attributes, 'DeltaX'))
  const down = distances(attribute(attributes, 'DeltaY'))
  const scale = Math.abs(object.matrix[3] ?? 1) || 1
  const characters = Array.from(text.replace(/[\r\n]+/g, ''))
  for (const [index, character] of characters.entries()) {
    const wide = character.charCodeAt(0) > 0xff ? object.size : object.size * 0.5
    const step = across[index] ?? (down.length > 0 ? 0 : wide)
    if (character.trim() !== '') {
      const [left, base] = onPage(object, x, y)
      // Digits set an em apart are one number, not several: the room up to the next character is theirs.
      const room = step > 0 ? Math.min(object.size, Math.max(step, wide * 0.5)) : wide
      const [right] = onPage(object, x + room, y)
      glyphs.push({ text: character, left, right, base, size: object.size * scale * pointsPerMm })
    }
    x += step
    y += down[index] ?? 0
  }
}

/** M S L C Q A B: corners only; curves end where they end and rule nothing. */
function putPath(object: OpenObject, data: string, segments: Segment[]): void {
  const words = data.trim().split(/[\s,]+/)
  const count: Readonly<Record<string, number>> = { M: 2, S: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 }
  let points: (readonly [number, number])[] = []
  let start: readonly [number, number] | undefined
  const painted = { stroked: object.stroked, filled: object.filled }
  const close = (): void => {
    if (points.length > 1) for (const segment of segmentsOf(points, painted)) segments.push(segment)
    points = []
  }
  for (let at = 0; at < words.length; ) {
    const operator = words[at] ?? ''
    const size = count[operator]
    if (size === undefined) {
      at += 1
      continue
    }
    const numbers = words.slice(at + 1, at + 1 + size).map(Number)
    at += 1 + size
    if (operator === 'C') {
      if (start) points.push(start)
      close()
      continue
    }
    const point = onPage(object, numbers[size - 2] ?? 0, numbers[size - 1] ?? 0)
    if (operator === 'M' || operator === 'S') {
      close()
      start = point
      points = [point]
    } else if (operator === 'L') points.push(point)
    else {
      close()
      points = [point]
    }
  }
  close()
}
