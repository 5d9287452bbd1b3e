import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { read } from '../../src/documents/read/index.ts'
import type { DocTree } from '../../src/documents/tree.ts'
import { writeDocx } from '../../src/documents/write/docx.ts'
import { writeHtmlPage } from '../../src/documents/write/html.ts'
import { openPdfWriter } from '../../src/documents/write/pdf/write-pdf.ts'
import { writtenReport } from './written-report.ts'

/** A sound report in every format that is read: what the fuzzing spoils and the benches measure. */
export const seedFormats = [
  'txt',
  'html',
  'md',
  'docx',
  'doc',
  'xlsx',
  'xls',
  'pdf',
  'ofd',
  'rtf',
  'zip',
] as const
export type SeedFormat = (typeof seedFormats)[number]

/** One line of the document tree: a paragraph, or the cells of a row. */
function linesOf(tree: DocTree): string[][] {
  return tree.blocks.flatMap((block) => {
    if (block.kind !== 'table') return [[block.text]]
    return Array.from({ length: block.rows }, (_, row) =>
      block.cells.filter((cell) => cell.row === row).map((cell) => cell.text.replace(/\s+/g, '')),
    )
  })
}

const rtfText = (text: string): string =>
  Array.from(text, (sign) => {
    const code = sign.charCodeAt(0)
    return code < 128 ? sign.replace(/[\\{}]/, '\\$&') : `\\u${code > 32767 ? code - 65536 : code}?`
  }).join('')

/** A page of text lines, each character placed: as much of OFD (GB/T 33190) as a reader needs. */
function ofd(lines: readonly (readonly string[])[]): Uint8Array {
  const space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
  const head = '<?xml version="1.0" encoding="UTF-8"?>'
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const perPage = 50
  const pages = Array.from({ length: Math.ceil(lines.length / perPage) }, (_, page) => {
    const objects = lines
      .slice(page * perPage, (page + 1) * perPage)
      .flatMap((cells, line) =>
        cells.map(
          (text, cell) =>
            `<ofd:TextObject ID="${100 + page * 5000 + line * 20 + cell}" Boundary="${20 + cell * 22} ${20 + line * 5} 170 4" Font="1" Size="3"><ofd:TextCode X="0" Y="3" DeltaX="g ${Math.max(1, text.length - 1)} 3">${escaped(text)}</ofd:TextCode></ofd:TextObject>`,
        ),
      )
    return `${head}<ofd:Page ${space}><ofd:Content><ofd:Layer ID="${10 + page}">${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`
  })
  return zipSync({
    'OFD.xml': strToU8(
      `${head}<ofd:OFD ${space} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    ),
    'Doc_0/Document.xml': strToU8(
      `${head}<ofd:Document ${space}><ofd:CommonData><ofd:MaxUnitID>99999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>${pages.map((_, page) => `<ofd:Page ID="${2 + page}" BaseLoc="Pages/Page_${page}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
    ),
    'Doc_0/PublicRes.xml': strToU8(
      `${head}<ofd:Res ${space} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="SimSun"/></ofd:Fonts></ofd:Res>`,
    ),
    ...Object.fromEntries(
      pages.map((page, index) => [`Doc_0/Pages/Page_${index}/Content.xml`, strToU8(page)]),
    ),
  })
}

/** The report of that seed in every format. The old Word file is the same for every seed: it was saved once by an office program. */
export async function seedFiles(seed = 1): Promise<ReadonlyMap<SeedFormat, Uint8Array>> {
  const report = writtenReport(seed)
  const html = strToU8(writeHtmlPage(report))
  const lines = linesOf(await read(html))
  const text = strToU8(lines.map((cells) => cells.join('\t')).join('\n'))
  const pdfWriter = openPdfWriter({ threads: 1 })
  const pdf = await pdfWriter.write(report)
  await pdfWriter.close()
  const sheet = utils.aoa_to_sheet(lines)
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '年度报告')
  const rtf = lines.map((cells) =>
    cells.length === 1
      ? `\\pard ${rtfText(cells[0] ?? '')}\\par`
      : `\\trowd${cells.map((_, index) => `\\cellx${(index + 1) * 900}`).join('')} ${cells.map((cell) => `\\intbl ${rtfText(cell)}\\cell`).join(' ')}\\row`,
  )
  const markdown = lines.map((cells) => (cells.length === 1 ? `${cells[0]}\n` : `| ${cells.join(' | ')} |`))
  return new Map<SeedFormat, Uint8Array>([
    ['txt', text],
    ['html', html],
    ['md', strToU8(`# ${markdown.join('\n')}`)],
    ['docx', await writeDocx(report)],
    ['doc', new Uint8Array(readFileSync(join('test', 'reports', 'formats', 'report.doc')))],
    ['xlsx', new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)],
    ['xls', new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer)],
    ['pdf', pdf],
    ['ofd', ofd(lines)],
    ['rtf', strToU8(`{\\rtf1\\ansi\\uc1\n${rtf.join('\n')}\n}`)],
    ['zip', zipSync({ '报告.txt': text })],
  ])
}
