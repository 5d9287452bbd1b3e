import { strToU8, zipSync } from 'fflate'
import { isTable, type Piece } from './office-report.ts'
import type { LaidTable } from './statutory-tables.ts'

/** An OFD file with one object a line of text and drawn table lines, as the writers of office programs make it. */
export function ofdOf(pieces: readonly Piece[]): Uint8Array {
  const pages: string[][] = [[]]
  let y = 25
  const turn = () => {
    pages.push([])
    y = 25
  }
  for (const piece of pieces) {
    if (isTable(piece)) {
      if (y > 30) turn()
      y = drawTable(pages, piece, y)
      continue
    }
    for (const line of cut(piece.text, 38)) {
      if (y > 275) turn()
      pages.at(-1)?.push(textObject(line, 25, y, 4.2))
      y += 8
    }
  }
  return pack(pages)
}

function drawTable(pages: string[][], table: LaidTable, top: number): number {
  const widths = Array.from({ length: table.columns }, (_, column) =>
    table.columns === 10 ? (column < 3 ? 25 : 12) : table.columns === 15 ? 11.5 : 40,
  )
  const left = widths.map((_, column) => 20 + widths.slice(0, column).reduce((sum, width) => sum + width, 0))
  const height = table.columns === 15 ? 14 : 9
  let pageTop = 0
  let y = top
  const rowTop: { page: number; y: number }[] = []
  for (let row = 0; row < table.rows; row += 1) {
    if (y + height > 285) {
      pages.push([])
      y = 25
    }
    rowTop.push({ page: pages.length - 1, y })
    y += height
  }
  pageTop = rowTop[0]?.page ?? 0
  for (const one of table.cells) {
    const start = rowTop[one.row]
    if (!start) continue
    // A cell that goes on over the page is drawn anew there without its text.
    for (let row = one.row; row < one.row + one.rowspan; row += 1) {
      const here = rowTop[row]
      if (!here) continue
      const x = left[one.column] ?? 20
      const width = widths.slice(one.column, one.column + one.colspan).reduce((sum, own) => sum + own, 0)
      const first = row === one.row || rowTop[row - 1]?.page !== here.page
      const last = row === one.row + one.rowspan - 1 || rowTop[row + 1]?.page !== here.page
      const page = pages[here.page]
      page?.push(
        lineObject(x, here.y, x, here.y + height),
        lineObject(x + width, here.y, x + width, here.y + height),
      )
      if (first) page?.push(lineObject(x, here.y, x + width, here.y))
      if (last) page?.push(lineObject(x, here.y + height, x + width, here.y + height))
    }
    const width = widths.slice(one.column, one.column + one.colspan).reduce((sum, own) => sum + own, 0)
    const size = table.columns === 10 || table.columns === 15 ? 1.9 : 3
    for (const [index, line] of cut(one.text, Math.max(1, Math.floor((width - 1) / size))).entries())
      pages[start.page]?.push(
        textObject(line, (left[one.column] ?? 20) + 0.6, start.y + 0.6 + index * (size + 0.3), size),
      )
  }
  void pageTop
  return y + 6
}

function cut(text: string, count: number): string[] {
  const characters = Array.from(text)
  return Array.from({ length: Math.ceil(characters.length / count) }, (_, index) =>
    characters.slice(index * count, (index + 1) * count).join(''),
  )
}

let id = 100

function textObject(text: string, x: number, y: number, size: number): string {
  id += 1
  const characters = Array.from(text)
  const advance = characters.map((one) => (one.charCodeAt(0) < 256 ? size / 2 : size))
  const total = advance.reduce((sum, own) => sum + own, 0)
  const delta = advance.slice(0, -1).map((own) => Number(own.toFixed(3)))
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<ofd:TextObject ID="${id}" Boundary="${x} ${y} ${total + 1} ${size * 1.2}" Font="2" Size="${size}"><ofd:TextCode X="0" Y="${size * 0.9}" DeltaX="${delta.join(' ')}">${escaped}</ofd:TextCode></ofd:TextObject>`
}

function lineObject(x1: number, y1: number, x2: number, y2: number): string {
  id += 1
  return `<ofd:PathObject ID="${id}" Boundary="${x1} ${y1} ${Math.max(0.1, x2 - x1)} ${Math.max(0.1, y2 - y1)}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L ${x2 - x1} ${y2 - y1}</ofd:AbbreviatedData></ofd:PathObject>`
}

function pack(pages: readonly (readonly string[])[]): Uint8Array {
  const name = 'xmlns:ofd="http://www.ofdspec.org/2016"'
  const head = '<?xml version="1.0" encoding="UTF-8"?>'
  const files: Record<string, Uint8Array> = {
    'OFD.xml': strToU8(
      `${head}<ofd:OFD ${name} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    ),
    'Doc_0/Document.xml': strToU8(
      `${head}<ofd:Document ${name}><ofd:CommonData><ofd:MaxUnitID>99999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${pages
        .map((_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="Pages/Page_${index}/Content.xml"/>`)
        .join('')}</ofd:Pages></ofd:Document>`,
    ),
  }
  for (const [index, objects] of pages.entries())
    files[`Doc_0/Pages/Page_${index}/Content.xml`] = strToU8(
      `${head}<ofd:Page ${name}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="${50 + index}">${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`,
    )
  return zipSync(files)
}
