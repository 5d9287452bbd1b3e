import type { HiddenText } from '../tree.ts'
import type { ReadLimits } from './limits.ts'
import { withoutCutFigures } from './cut-figures.ts'
import { segmentsOf, type Glyph, type PageItems, type Segment } from './page-items.ts'
import { pdfOperators as op, type PdfPage } from './pdf-library.ts'

type Matrix = readonly [number, number, number, number, number, number]

interface GraphicsState {
  matrix: Matrix
  font: Font | undefined
  fontSize: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  mode: number
  fill: string
  lineWidth: number
  /** Right edge of the room that is shown. */
  edge: number
}

interface Font {
  readonly unit: number
  readonly vertical: boolean
  readonly defaultAdvance: number
}

/** What one page yields. */
export interface PdfPageReading {
  readonly items: PageItems
  readonly hidden: readonly HiddenText[]
  /** Characters for which the font names no Unicode value. */
  readonly garbled: number
  /** Characters printed invisibly: the text layer of a recognised scan. */
  readonly invisible: number
  /** Characters printed across the page, not read. */
  readonly slanted: number
  /** The page held more than the limits allow. */
  readonly cut: boolean
}

/** A font dictionary without its own matrix counts in thousandths of the type size. */
const usualUnit = 0.001

/**
 * Walks the page's drawing operators and places every character and every ruling line. The library's own text extraction
 * glues neighbouring cells together, so the text matrix, spacings and widths are followed here as its drawing code does.
 */
export async function readPdfPage(
  page: PdfPage,
  number: number,
  limits: ReadLimits,
): Promise<PdfPageReading> {
  const viewport = page.getViewport({ scale: 1 })
  // 0: annotations (stamps, comments, form fields) are not part of the page.
  const list = await page.getOperatorList({ annotationMode: 0 })
  const walker = new PageWalker(page, viewport.transform as unknown as Matrix, limits)
  for (let at = 0; at < list.fnArray.length && !walker.cut; at += 1) {
    walker.step(list.fnArray[at] ?? 0, (list.argsArray[at] ?? []) as readonly unknown[])
  }
  page.cleanup()
  return walker.reading(number, viewport.width, viewport.height)
}

class PageWalker {
  cut = false
  private readonly page: PdfPage
  private readonly limits: ReadLimits
  private readonly glyphs: Glyph[] = []
  private readonly unseen: Glyph[] = []
  private readonly white: Glyph[] = []
  private readonly slanted: Glyph[] = []
  private readonly cutDigits: Glyph[] = []
  private clips = false
  private readonly segments: Segment[] = []
  private readonly shades: { left: number; top: number; right: number; bottom: number }[] = []
  private readonly fonts = new Map<string, Font>()
  private readonly saved: GraphicsState[] = []
  private garbled = 0
  private state: GraphicsState
  private textMatrix: Matrix = identity
  private x = 0
  private y = 0
  private lineX = 0
  private lineY = 0

  constructor(page: PdfPage, start: Matrix, limits: ReadLimits) {
    this.page = page
    this.limits = limits
    this.state = {
      matrix: start,
      font: undefined,
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      fill: '#000000',
      lineWidth: 1,
      edge: Infinity,
    }
  }

  step(operator: number, args: readonly unknown[]): void {
    const { state } = this
    const value = args[0] as number
    switch (operator) {
      case op.save:
        if (this.saved.length < 5_000) this.saved.push({ ...state })
        return
      case op.restore:
        this.state = this.saved.pop() ?? state
        return
      case op.transform:
        state.matrix = multiply(state.matrix, args as unknown as Matrix)
        return
      case op.paintFormXObjectBegin:
        this.saved.push({ ...state })
        if (Array.isArray(args[0])) state.matrix = multiply(state.matrix, args[0] as unknown as Matrix)
        return
      case op.paintFormXObjectEnd:
        this.state = this.saved.pop() ?? state
        return
      case op.beginText:
        this.setTextMatrix(identity)
        return
      case op.setTextMatrix:
        this.setTextMatrix(Array.from(args[0] as ArrayLike<number>) as unknown as Matrix)
        return
      case op.moveText:
        this.moveText(value, args[1] as number)
        return
      case op.setLeadingMoveText:
        state.leading = args[1] as number
        this.moveText(value, args[1] as number)
        return
      case op.nextLine:
        this.moveText(0, state.leading)
        return
      case op.setLeading:
        state.leading = -value
        return
      case op.setFont:
        state.font = this.fontOf(String(args[0]))
        state.fontSize = args[1] as number
        return
      case op.setCharSpacing:
        state.charSpacing = value
        return
      case op.setWordSpacing:
        state.wordSpacing = value
        return
      case op.setHScale:
        state.scale = value / 100
        return
      case op.setTextRise:
        state.rise = value
        return
      case op.setTextRenderingMode:
        state.mode = value
        return
      case op.setLineWidth:
        state.lineWidth = value
        return
      case op.setFillRGBColor:
        state.fill = colorOf(args)
        return
      case op.setFillColorN:
      case op.setFillTransparent:
        state.fill = 'pattern'
        return
      case op.showText:
      case op.showSpacedText:
        this.showText(args[0] as readonly unknown[])
        return
      case op.clip:
      case op.eoClip:
        this.clips = true
        return
      case op.constructPath:
        this.path(value, (args[1] as readonly unknown[])[0] as ArrayLike<number> | null)
        return
      default:
    }
  }

  private setTextMatrix(matrix: Matrix): void {
    this.textMatrix = matrix
    this.x = 0
    this.y = 0
    this.lineX = 0
    this.lineY = 0
  }

  private moveText(x: number, y: number): void {
    this.lineX += x
    this.lineY += y
    this.x = this.lineX
    this.y = this.lineY
  }

  private fontOf(name: string): Font {
    const known = this.fonts.get(name)
    if (known) return known
    let unit = usualUnit
    let vertical = false
    let defaultAdvance = -1000
    if (this.page.commonObjs.has(name)) {
      const font = this.page.commonObjs.get(name) as {
        fontMatrix?: ArrayLike<number>
        vertical?: boolean
        defaultVMetrics?: ArrayLike<number>
      }
      unit = font.fontMatrix?.[0] || usualUnit
      vertical = font.vertical === true
      defaultAdvance = font.defaultVMetrics?.[0] ?? -1000
    }
    const font = { unit, vertical, defaultAdvance }
    this.fonts.set(name, font)
    return font
  }

  private showText(items: readonly unknown[]): void {
    const { state } = this
    const font = state.font
    if (!font || state.fontSize === 0 || !Array.isArray(items)) return
    const across = multiply(state.matrix, this.textMatrix)
    const widthUnit = state.fontSize * font.unit
    const typeSize = Math.abs(state.fontSize) * Math.hypot(across[2], across[3])
    const sink = this.sinkOf(across)
    let advance = 0
    for (const item of items) {
      if (typeof item === 'number') {
        advance += ((font.vertical ? 1 : -1) * item * state.fontSize) / 1000
        continue
      }
      const glyph = item as {
        unicode?: string
        width?: number
        isSpace?: boolean
        vmetric?: ArrayLike<number>
        isInFont?: boolean
      } | null
      if (!glyph) continue
      const width = glyph.width ?? 0
      const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing
      if (font.vertical) {
        const down = (glyph.vmetric?.[0] ?? font.defaultAdvance) * widthUnit
        const [x, y] = apply(across, this.x, this.y + advance + down / 2 + state.rise)
        this.keep(sink, glyph.unicode, x - typeSize / 2, x + typeSize / 2, y + typeSize * 0.36, typeSize)
        advance += down - spacing
      } else {
        const own = width * widthUnit
        const [x0, y0] = apply(across, this.x + advance * state.scale, this.y + state.rise)
        const [x1, y1] = apply(across, this.x + (advance + own) * state.scale, this.y + state.rise)
        this.keep(sink, glyph.unicode, Math.min(x0, x1), Math.max(x0, x1), Math.max(y0, y1), typeSize)
        advance += own + spacing
      }
    }
    if (font.vertical) this.y += advance
    else this.x += advance * state.scale
    if (this.glyphs.length + this.unseen.length + this.white.length > this.limits.glyphsPerPage)
      this.cut = true
  }

  private sinkOf(across: Matrix): Glyph[] {
    const { mode, fill } = this.state
    if (mode === 3 || mode === 7) return this.unseen
    if (isSlanted(across)) return this.slanted
    return isWhite(fill) ? this.white : this.glyphs
  }

  private keep(
    sink: Glyph[],
    unicode: string | undefined,
    left: number,
    right: number,
    base: number,
    size: number,
  ): void {
    const text =
      unicode === undefined ? '' : unicode.normalize('NFC').replace(/[\u0000-\u0008\u200b\ufeff\u00ad]/g, '')
    if (text === '' || !Number.isFinite(left + right + base + size) || size < 0.5) return
    // Private characters are what a font without a table to Unicode leaves behind.
    if (/[\ue000-\uf8ff\ufffd]/.test(text)) this.garbled += 1
    const isCut = right > this.state.edge + size * 0.2 && /^\d$/.test(text)
    // Compatibility forms of the radicals block look like their characters and are meant as them.
    const home = isCut ? this.cutDigits : sink
    home.push({
      text: /[\u2e80-\u2fdf\uf900-\ufaff]/.test(text) ? text.normalize('NFKC') : text,
      left,
      right,
      base,
      size,
    })
  }

  private path(paint: number, data: ArrayLike<number> | null): void {
    if (!data) return
    if (this.clips) this.narrow(data)
    const stroked =
      paint === op.stroke ||
      paint === op.closeStroke ||
      paint === op.fillStroke ||
      paint === op.eoFillStroke ||
      paint === op.closeFillStroke ||
      paint === op.closeEOFillStroke
    const filled =
      paint === op.fill ||
      paint === op.eoFill ||
      paint === op.fillStroke ||
      paint === op.eoFillStroke ||
      paint === op.closeFillStroke ||
      paint === op.closeEOFillStroke
    if (!stroked && !filled) return
    const painted = { stroked, filled: filled && !isWhite(this.state.fill) }
    let points: [number, number][] = []
    const end = (): void => {
      if (points.length > 1 && this.segments.length < this.limits.segmentsPerPage) {
        for (const segment of segmentsOf(points, painted)) this.segments.push(segment)
        if (filled) this.shade(points)
      }
      points = []
    }
    const add = (x: number, y: number): void => {
      points.push([...apply(this.state.matrix, x, y)])
    }
    // The library's own encoding: 0 move, 1 line, 2 cubic, 3 quadratic, 4 close, each followed by its coordinates.
    for (let at = 0; at < data.length; ) {
      const code = data[at]
      at += 1
      if (code === 0) {
        end()
        add(data[at] ?? 0, data[at + 1] ?? 0)
        at += 2
      } else if (code === 1) {
        add(data[at] ?? 0, data[at + 1] ?? 0)
        at += 2
      } else if (code === 2 || code === 3) {
        end()
        at += code === 2 ? 6 : 4
        add(data[at - 2] ?? 0, data[at - 1] ?? 0)
      } else if (code === 4) {
        const [first] = points
        if (first) points.push(first)
      } else break
    }
    end()
  }

  /** What follows is shown only inside the path: its corners are enough, as rooms are boxes. */
  private narrow(data: ArrayLike<number>): void {
    this.clips = false
    let right = -Infinity
    // Each corner of a box comes with its code: 0 move, 1 line, 4 close.
    for (let at = 0; at < data.length; ) {
      const code = data[at]
      if (code === 4) at += 1
      else if (code === 0 || code === 1) {
        right = Math.max(right, apply(this.state.matrix, data[at + 1] ?? 0, data[at + 2] ?? 0)[0])
        at += 3
      } else return
    }
    if (right > -Infinity) this.state.edge = Math.min(this.state.edge, right)
  }

  /** Coloured grounds: white type on them can be read. */
  private shade(points: readonly (readonly [number, number])[]): void {
    if (isWhite(this.state.fill) || this.shades.length >= 2_000) return
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    this.shades.push({
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    })
  }

  reading(number: number, width: number, height: number): PdfPageReading {
    const glyphs = this.glyphs
    const hidden: HiddenText[] = []
    const whiteUnseen: Glyph[] = []
    for (const glyph of this.white) {
      const x = (glyph.left + glyph.right) / 2
      const y = glyph.base - glyph.size * 0.36
      const onShade = this.shades.some((s) => x >= s.left && x <= s.right && y >= s.top && y <= s.bottom)
      if (onShade) glyphs.push(glyph)
      else whiteUnseen.push(glyph)
    }
    keepHidden(whiteUnseen, 'color', number, hidden)
    // A page of invisible text only is a recognised scan: that text is what there is to read.
    let invisible = 0
    if (this.unseen.length > glyphs.length) {
      invisible = this.unseen.length
      for (const glyph of this.unseen) glyphs.push(glyph)
    } else keepHidden(this.unseen, 'invisible', number, hidden)
    // Words across the page are a mark of the copy and would fall into the cells under them; a page scanned askew is slanted throughout.
    const isAskew = this.slanted.length > glyphs.length
    if (isAskew) for (const glyph of this.slanted) glyphs.push(glyph)
    const onPage: Glyph[] = []
    const offPage: Glyph[] = []
    for (const glyph of glyphs) {
      const inside =
        glyph.right > -2 && glyph.left < width + 2 && glyph.base > -2 && glyph.base - glyph.size < height + 2
      if (inside) onPage.push(glyph)
      else offPage.push(glyph)
    }
    keepHidden(offPage, 'offScreen', number, hidden)
    return {
      items: {
        page: number,
        width,
        height,
        glyphs: withoutCutFigures(onPage, [...offPage, ...this.cutDigits]),
        segments: this.segments,
      },
      hidden,
      garbled: this.garbled,
      invisible,
      slanted: isAskew ? 0 : this.slanted.length,
      cut: this.cut,
    }
  }
}

function keepHidden(glyphs: readonly Glyph[], how: string, page: number, hidden: HiddenText[]): void {
  const text = glyphs
    .map((glyph) => glyph.text)
    .join('')
    .trim()
  if (text !== '') hidden.push({ text, how, place: { page } })
}

const identity: Matrix = [1, 0, 0, 1, 0, 0]

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ]
}

function apply(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]
}

function colorOf(args: readonly unknown[]): string {
  const [first, green, blue] = args
  if (typeof first === 'string') return first.toLowerCase()
  return `#${[first, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
}

/** Neither level nor upright by more than eight degrees. */
function isSlanted([a, b]: Matrix): boolean {
  return Math.min(Math.abs(a), Math.abs(b)) > Math.hypot(a, b) * 0.14
}

function isWhite(color: string): boolean {
  return /^#f[c-f]f[c-f]f[c-f]$/.test(color)
}
