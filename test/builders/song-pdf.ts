import { strToU8 } from 'fflate'
import { gbkOf } from './gbk.ts'
import { isTable, type Piece } from './office-report.ts'
import type { LaidTable } from './statutory-tables.ts'

/** How the text of a font that is not in the file names its characters. */
export type SongEncoding = 'UniGB-UCS2-H' | 'GBK-EUC-H'

const paper = { width: 842, height: 595, margin: 40 }
const size = 8
const leading = 11

/**
 * A report as old office programs print it: Song type that is not in the file (STSong-Light with a predefined map), ruled tables that go
 * on over the page's end. Every character is one em wide but digits, which the font sets in half the room.
 */
export function songPdf(pieces: readonly Piece[], encoding: SongEncoding): Uint8Array {
  const pages: string[] = []
  let page = ''
  let y = paper.height - paper.margin
  const turn = (): void => {
    pages.push(page)
    page = ''
    y = paper.height - paper.margin
  }
  const write = (text: string, x: number, at: number): void => {
    const bytes =
      encoding === 'GBK-EUC-H'
        ? gbkOf(text)
        : Array.from(text).flatMap((one) => [one.charCodeAt(0) >> 8, one.charCodeAt(0) & 255])
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
    page += `BT /F1 ${size} Tf ${x} ${at} Td <${hex}> Tj ET\n`
  }
  const drawTable = (table: LaidTable): void => {
    const usual = (paper.width - 2 * paper.margin) / table.columns
    const widths = Array.from({ length: table.columns }, (_, column) =>
      table.columns === 10 ? (column === 2 ? 190 : column < 2 ? 56 : 65) : usual,
    )
    const xs = [paper.margin]
    for (const width of widths) xs.push((xs.at(-1) ?? 0) + width)
    const wrapped = table.cells.map((cell) => {
      const room = Math.floor(((xs[cell.column + cell.colspan] ?? 0) - (xs[cell.column] ?? 0) - 4) / size)
      return cell.text.match(new RegExp(`.{1,${room}}`, 'gu')) ?? []
    })
    const heights = Array.from({ length: table.rows }, (_, row) =>
      Math.max(
        ...table.cells.map((cell, index) =>
          cell.row <= row && row < cell.row + cell.rowspan
            ? Math.ceil((wrapped[index]?.length ?? 0) / cell.rowspan) * leading + 6
            : 0,
        ),
      ),
    )
    for (let from = 0; from < table.rows; ) {
      let to = from
      let room = y - paper.margin
      while (to < table.rows && (heights[to] ?? 0) <= room) {
        room -= heights[to] ?? 0
        to += 1
      }
      const ys = [y]
      for (let row = from; row < to; row += 1) ys.push((ys.at(-1) ?? 0) - (heights[row] ?? 0))
      for (const [index, cell] of table.cells.entries()) {
        const end = Math.min(to, cell.row + cell.rowspan)
        const begin = Math.max(from, cell.row)
        if (begin >= end) continue
        const [left, right] = [xs[cell.column] ?? 0, xs[cell.column + cell.colspan] ?? 0]
        const [top, bottom] = [ys[begin - from] ?? 0, ys[end - from] ?? 0]
        page += `${left} ${bottom} ${right - left} ${top - bottom} re S\n`
        // The text of a cell cut by the page's end stands on the page where it begins.
        if (cell.row >= from)
          for (const [line, text] of (wrapped[index] ?? []).entries())
            write(text, left + 2, top - size - 2 - line * leading)
      }
      y = ys.at(-1) ?? y
      from = to
      if (from < table.rows) turn()
    }
    y -= 6
  }
  for (const piece of pieces) {
    if (isTable(piece)) {
      drawTable(piece)
      continue
    }
    for (const line of piece.text.match(/.{1,90}/gu) ?? []) {
      if (y < paper.margin + leading) turn()
      y -= leading + 2
      write(line, paper.margin, y)
    }
    y -= 6
  }
  turn()
  return fileOf(pages, encoding)
}

function fileOf(pages: readonly string[], encoding: SongEncoding): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ')}]>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[4 0 R]>>`,
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor 5 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    ...pages.flatMap((content, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${paper.width} ${paper.height}]/Resources<</Font<</F1 3 0 R>>>>/Contents ${7 + index * 2} 0 R>>`,
      `<</Length ${content.length}>>\nstream\n${content}endstream`,
    ]),
  ]
  let file = '%PDF-1.4\n'
  const offsets: number[] = []
  for (const [index, body] of objects.entries()) {
    offsets.push(file.length)
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
  }
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return strToU8(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`,
  )
}
