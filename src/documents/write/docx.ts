import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IBordersOptions,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import {
  itemNumber,
  maskText,
  writtenDay,
  type Inline,
  type OfficialDocument,
  type WrittenBlock,
  type WrittenTable,
} from './model.ts'

/*
 * Measures in twentieths of a point. Lines are exact and no character grid is used: LibreOffice spreads characters of a
 * lines-and-characters grid to about twenty a line. Faces are named, not embedded; the PDF is the fixed form.
 */
const mm = (value: number): number => Math.round((value / 25.4) * 1440)
const pitch = 579
const character = 320
const textWidth = mm(156)
const red = 'D7000F'
const faces = {
  body: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' },
  title: { ascii: '方正小标宋简体', hAnsi: '方正小标宋简体', eastAsia: '方正小标宋简体' },
  heading: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' },
  second: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '楷体_GB2312' },
  number: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' },
}

/**
 * The document as a Word file (docx) in the measures of GB/T 9704-2012, for agencies that go on working on it.
 * The same document gives the same bytes: the file carries no time and no name of a person.
 */
export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const isLetter = document.layout === 'letter'
  const file = new Document({
    title: document.title.join(''),
    creator: document.letterhead,
    lastModifiedBy: document.letterhead,
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { font: faces.body, size: 32, language: { eastAsia: 'zh-CN' } } } },
    },
    sections: [
      {
        properties: {
          titlePage: isLetter,
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: {
              top: mm(37),
              bottom: mm(35),
              left: mm(28),
              right: mm(26),
              header: mm(15),
              footer: isLetter ? mm(17) : mm(24),
            },
          },
        },
        footers: {
          default: new Footer({ children: [pageNumber(AlignmentType.RIGHT)] }),
          even: new Footer({ children: [pageNumber(AlignmentType.LEFT)] }),
          ...(isLetter ? { first: new Footer({ children: [firstPageRule()] }) } : {}),
        },
        children: [
          ...head(document),
          ...(document.addressee === undefined ? [] : [text(`${document.addressee}：`, { keepNext: true })]),
          ...document.body.flatMap((block, index) =>
            bodyBlock(block, index >= document.body.length - 2 && document.signature !== undefined),
          ),
          ...foot(document),
        ],
      },
    ],
  })
  return withoutTimes(await Packer.toBuffer(file))
}

type Line = Paragraph | Table

const exact = { line: pitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
const indent = { firstLine: 2 * character }

function text(
  content: string | readonly Inline[],
  options: IParagraphOptions = {},
  run: IRunOptions = {},
): Paragraph {
  return new Paragraph({
    spacing: exact,
    alignment: AlignmentType.BOTH,
    ...options,
    children: runs(typeof content === 'string' ? [content] : content, run),
  })
}

function runs(content: readonly Inline[], run: IRunOptions = {}): TextRun[] {
  return content.flatMap((part) => {
    const bold = typeof part !== 'string' && 'bold' in part ? part.bold : undefined
    const plain = typeof part === 'string' ? part : 'mask' in part ? maskText : part.text
    return plain.split('\n').map(
      (line, index) =>
        new TextRun({
          characterSpacing: -4,
          ...run,
          ...(bold === undefined ? {} : { bold }),
          ...(index > 0 ? { break: 1 } : {}),
          text: line,
        }),
    )
  })
}

function head(document: OfficialDocument): Line[] {
  const number = document.documentNumber
  const title = document.title.map((line, index) =>
    text(
      line,
      {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { ...exact, line: 660, after: index === document.title.length - 1 ? pitch / 2 : 0 },
        ...(index === 0 ? { heading: 'Heading1' as const } : {}),
      },
      titleRun(44),
    ),
  )
  if (document.layout === 'plain') {
    return [...(number === undefined ? [] : [text(number, { alignment: AlignmentType.RIGHT })]), ...title]
  }
  const isLetter = document.layout === 'letter'
  const size = Math.min(isLetter ? 68 : 84, Math.floor((2 * 425) / [...document.letterhead].length))
  const mark = text(
    document.letterhead,
    {
      alignment: AlignmentType.CENTER,
      spacing: { before: isLetter ? 0 : mm(25), after: isLetter ? 240 : 2 * pitch },
      indent: isLetter ? { left: -mm(8), right: -mm(6) } : {},
      border: isLetter
        ? { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, color: red, size: 24, space: 8 } }
        : {},
    },
    { ...titleRun(size), color: red },
  )
  if (isLetter) {
    return [mark, text(number ?? '', { alignment: AlignmentType.RIGHT }), text(''), ...title]
  }
  const rule = { bottom: { style: BorderStyle.SINGLE, color: red, size: 12, space: 8 } }
  return [mark, text(number ?? '', { alignment: AlignmentType.CENTER, border: rule }), text(''), ...title]
}

function titleRun(size: number): IRunOptions {
  return { font: faces.title, size, bold: false, color: '000000', characterSpacing: 0 }
}

/** @param keepNext the last two blocks stay with the signature: the page with the seal also carries text */
function bodyBlock(block: WrittenBlock, keepNext: boolean): Line[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        text(block.content, {
          keepNext: keepNext || block.keepWithNext === true,
          ...(block.placed === 'center'
            ? { alignment: AlignmentType.CENTER }
            : block.placed === 'flush'
              ? {}
              : { indent }),
        }),
      ]
    case 'heading': {
      const font = block.level === 1 ? faces.heading : block.level === 2 ? faces.second : faces.body
      return [
        text(
          block.text,
          { indent, keepNext: true, heading: `Heading${(block.level + 1) as 2 | 3 | 4}` },
          { font, size: 32, bold: false, color: '000000' },
        ),
      ]
    }
    case 'items':
      return block.items.map((item, index) =>
        text([itemNumber(block.numbering, index), ...item], {
          indent,
          keepNext: keepNext && index === block.items.length - 1,
        }),
      )
    case 'table':
      return tableLines(block)
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true, spacing: exact })]
  }
}

const cellSizes = { normal: 24, small: 21, tiny: 18 }

function tableLines(table: WrittenTable): Line[] {
  const size = cellSizes[table.size ?? 'small']
  const total = table.widths.reduce((sum, width) => sum + width, 0)
  const columnWidths = table.widths.map((width) => Math.round((width / total) * textWidth))
  const spacing = { line: size * 14, lineRule: LineRuleType.EXACT, before: 20, after: 20 }
  const last = table.rows.length - 1
  const places = cellPlaces(table)
  const rows = table.rows.map(
    (row, rowIndex) =>
      new TableRow({
        cantSplit: true,
        tableHeader: rowIndex < table.headRows,
        children: row.map((one, cellIndex) => {
          const start = places[rowIndex]?.[cellIndex] ?? 0
          const span = one.colspan ?? 1
          return new TableCell({
            columnSpan: span,
            rowSpan: one.rowspan ?? 1,
            verticalAlign: VerticalAlignTable.CENTER,
            width: {
              size: columnWidths.slice(start, start + span).reduce((sum, width) => sum + width, 0),
              type: WidthType.DXA,
            },
            margins: { left: 60, right: 60 },
            children: [
              new Paragraph({
                spacing,
                keepNext: table.whole === true && rowIndex < last,
                alignment:
                  one.align === 'center'
                    ? AlignmentType.CENTER
                    : one.align === 'end'
                      ? AlignmentType.RIGHT
                      : AlignmentType.LEFT,
                children: runs(one.content, { size, characterSpacing: 0, snapToGrid: false }),
              }),
            ],
          })
        }),
      }),
  )
  return [
    ...(table.showCaption
      ? [text(table.caption, { alignment: AlignmentType.CENTER, keepNext: true }, { size: size + 3 })]
      : []),
    new Table({
      rows,
      columnWidths,
      width: { size: textWidth, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
    }),
    // Two tables in a row would grow together without a paragraph between them.
    new Paragraph({ spacing: { line: 120, lineRule: LineRuleType.EXACT } }),
  ]
}

/** The column in which each cell of each row starts, spans from above taken into account. */
function cellPlaces(table: WrittenTable): number[][] {
  const columns = table.widths.length
  const openUntil = Array.from({ length: columns }, () => 0)
  return table.rows.map((row, rowIndex) => {
    let column = 0
    return row.map((one) => {
      while (column < columns && (openUntil[column] ?? 0) > rowIndex) column += 1
      const start = column
      for (let step = 0; step < (one.colspan ?? 1); step += 1) {
        openUntil[column + step] = rowIndex + (one.rowspan ?? 1)
      }
      column += one.colspan ?? 1
      return start
    })
  })
}

/** Enclosures, signature, note, imprint. The date stands four characters in; the longer of name and date sets the block. */
function foot(document: OfficialDocument): Line[] {
  const { signature, imprint, note } = document
  const enclosures = document.enclosures ?? []
  const lines: Line[] = enclosures.map((name, index) =>
    text(`${index === 0 ? '附件：' : '　　　'}${enclosures.length > 1 ? `${index + 1}. ` : ''}${name}`, {
      indent: {
        left: 5 * character + (enclosures.length > 1 ? 400 : 0),
        hanging: 3 * character + (enclosures.length > 1 ? 400 : 0),
      },
      alignment: AlignmentType.LEFT,
      keepNext: true,
      ...(index === 0 ? { spacing: { ...exact, before: pitch } } : {}),
    }),
  )
  if (signature !== undefined) {
    const date = writtenDay(signature.on)
    const dateWidth = writtenWidth(date)
    const widest = Math.max(dateWidth, ...signature.agencies.map(writtenWidth))
    const block = Math.min(widest, textWidth)
    const right = Math.max(0, 4 * character - Math.max(0, (widest - dateWidth) / 2))
    const place = { left: Math.max(0, Math.floor(textWidth - block - right)), right: Math.floor(right) }
    for (const [index, line] of [...signature.agencies, date].entries()) {
      lines.push(
        text(line, {
          alignment: AlignmentType.CENTER,
          indent: place,
          keepNext: index < signature.agencies.length || note !== undefined,
          keepLines: true,
          ...(index === 0 ? { spacing: { ...exact, before: 2 * pitch } } : {}),
        }),
      )
    }
  }
  if (note !== undefined) lines.push(text(`（${note}）`, { indent, alignment: AlignmentType.LEFT }))
  if (imprint !== undefined) {
    const rule = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 1 }
    const printed = [
      ...(imprint.copiesTo === undefined ? [] : [`抄送：${imprint.copiesTo}。`]),
      ...(document.layout === 'letter' ? [] : [`${imprint.issuedBy}　　${writtenDay(imprint.issuedOn)}印发`]),
    ]
    const border: IBordersOptions =
      document.layout === 'letter' ? {} : { top: rule, bottom: rule, between: rule }
    for (const [index, line] of printed.entries()) {
      lines.push(
        text(
          line,
          {
            border,
            keepNext: index < printed.length - 1,
            spacing: { ...exact, before: index === 0 ? pitch : 0 },
          },
          { size: 28 },
        ),
      )
    }
  }
  return lines
}

/** Width in 三号 characters: digits and letters are half as wide. */
function writtenWidth(line: string): number {
  return [...line].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1), 0) * character
}

function pageNumber(alignment: (typeof AlignmentType)['RIGHT' | 'LEFT']): Paragraph {
  const run = { font: faces.number, size: 28 }
  return new Paragraph({
    alignment,
    indent: { left: 280, right: 280 },
    children: [
      new TextRun({ ...run, text: '— ' }),
      new TextRun({ ...run, children: [PageNumber.CURRENT] }),
      new TextRun({ ...run, text: ' —' }),
    ],
  })
}

function firstPageRule(): Paragraph {
  return new Paragraph({
    indent: { left: -mm(8), right: -mm(6) },
    border: { top: { style: BorderStyle.THIN_THICK_SMALL_GAP, color: red, size: 24, space: 1 } },
    children: [],
  })
}

/** The library stamps the moment of writing into the file; a document must not depend on when it was asked for. */
function withoutTimes(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const core = parts['docProps/core.xml']
  if (core !== undefined) {
    const cleaned = strFromU8(core).replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
    parts['docProps/core.xml'] = strToU8(cleaned)
  }
  return zipSync(parts, { mtime: new Date(1980, 0, 1), level: 6 })
}
