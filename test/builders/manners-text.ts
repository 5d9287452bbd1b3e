import { isTable, type OfficeReport, type Piece } from './office-report.ts'
import { type Chance, type LaidCell, type LaidTable, rowsOfLaid } from './statutory-tables.ts'

/** Plain text as people and tools make it out of pages and papers. */

const wide = (text: string): number =>
  Array.from(text).reduce((sum, one) => sum + (one.charCodeAt(0) > 255 ? 2 : 1), 0)

const lines = (pieces: readonly Piece[], draw: (table: LaidTable) => string, between = '\n'): string =>
  pieces.map((piece) => (isTable(piece) ? draw(piece) : piece.text)).join(between)

/** Selected in a browser and pasted: cells with paragraphs inside give line feeds around every tab. */
export function browserCopy(pieces: readonly Piece[]): string {
  return lines(
    pieces,
    (table) =>
      rowsOfLaid(table)
        .map((row) => row.map((one) => `${one.text}\n`).join('\n\t\n'))
        .join('\n'),
    '\n\n',
  )
}

/** A readability tool: every block on a line of its own, wide spaces in front, an empty line after each. */
export function readability(pieces: readonly Piece[]): string {
  return lines(
    pieces.map((piece) => (isTable(piece) ? piece : { ...piece, text: `　　${piece.text}` })),
    (table) =>
      rowsOfLaid(table)
        .flat()
        .map((one) => one.text)
        .filter((text) => text !== '')
        .join('\n\n'),
    '\n\n',
  )
}

/** Text of a page taken with every row on one line and single spaces between; long labels are not wrapped. */
export function innerText(pieces: readonly Piece[]): string {
  return lines(pieces, (table) =>
    rowsOfLaid(table)
      .map((row) => row.map((one) => one.text).join(' '))
      .join('\n'),
  )
}

/** Everything of a table on one line, as search caches keep it; paragraphs on lines. */
export function searchCache(pieces: readonly Piece[]): string {
  return lines(pieces, (table) =>
    rowsOfLaid(table)
      .flat()
      .map((one) => one.text)
      .join(' '),
  )
}

function matrix(table: LaidTable, repeat: boolean): string[][] {
  const grid = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => ''))
  for (const one of table.cells)
    for (let row = one.row; row < one.row + one.rowspan; row += 1)
      for (let column = one.column; column < one.column + one.colspan; column += 1) {
        const line = grid[row]
        if (line && (repeat || (row === one.row && column === one.column))) line[column] = one.text
      }
  return grid
}

/** A converter to markdown that fills merged cells with their text again. */
export function markdownRepeated(pieces: readonly Piece[]): string {
  return lines(
    pieces.map((piece) =>
      isTable(piece)
        ? piece
        : {
            ...piece,
            text:
              piece.kind === 'text' ? piece.text : `${piece.kind === 'title' ? '#' : '##'} **${piece.text}**`,
          },
    ),
    (table) => {
      const rows = matrix(table, true).map((row) => `| ${row.join(' | ')} |`)
      rows.splice(1, 0, `|${' :-: |'.repeat(table.columns)}`)
      return rows.join('\n')
    },
    '\n\n',
  )
}

/** A converter to markdown that writes numbers bold, pads its columns and breaks labels by <br>. */
export function markdownPadded(pieces: readonly Piece[]): string {
  return lines(
    pieces.map((piece) =>
      isTable(piece)
        ? piece
        : {
            ...piece,
            text: piece.kind === 'section' ? `### ${piece.text.replace('、', '、 ')}` : piece.text,
          },
    ),
    (table) => {
      const rows = matrix(table, false).map(
        (row) =>
          `|${row.map((text) => ` ${/^\d/.test(text) && text.length < 8 ? `**${text}**` : text.replace(/^(.{6})(.{3,})$/u, '$1<br>$2')} `.padEnd(14)).join('|')}|`,
      )
      rows.splice(1, 0, `|${'-'.repeat(14)}`.repeat(table.columns) + '|')
      return rows.join('\n')
    },
    '\n\n',
  )
}

/** Tables drawn with box characters (pandoc, terminal tools), labels wrapped inside their cells, spans left empty. */
export function boxes(pieces: readonly Piece[]): string {
  return lines(
    pieces,
    (table) => {
      const width = table.columns === 15 ? 6 : 12
      const rule = `+${`${'-'.repeat(width + 2)}+`.repeat(table.columns)}`
      const out = [rule]
      for (const row of matrix(table, false)) {
        const wrapped = row.map((text) => wrap(text, width))
        const height = Math.max(1, ...wrapped.map((part) => part.length))
        for (let line = 0; line < height; line += 1)
          out.push(`|${wrapped.map((part) => ` ${pad(part[line] ?? '', width)} `).join('|')}|`)
        out.push(rule)
      }
      return out.join('\n')
    },
    '\n\n',
  )
}

function wrap(text: string, width: number): string[] {
  const parts: string[] = []
  let open = ''
  for (const character of text) {
    if (wide(open + character) > width) {
      parts.push(open)
      open = ''
    }
    open += character
  }
  if (open !== '') parts.push(open)
  return parts
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - wide(text)))

/** A scan read by machine: spaces between characters, full stops for 、, page headers and feet in the middle of tables. */
export function machineRead({ office }: OfficeReport, pieces: readonly Piece[], chance: Chance): string {
  const apart = (text: string): string => (chance() < 0.7 ? Array.from(text).join(' ') : text)
  let page = 1
  const out: string[] = []
  const feet = () => {
    out.push(`- ${page} -`, '', `${office.agency}${office.year}年政府信息公开工作年度报告`, '')
    page += 1
  }
  for (const piece of pieces) {
    if (!isTable(piece)) {
      out.push(...wrap(piece.text, 60).map((line) => (line.length > 12 ? line : apart(line))), '')
      continue
    }
    for (const [index, row] of rowsOfLaid(piece).entries()) {
      out.push(row.map((one) => (one.role === 'value' ? one.text : apart(one.text))).join('   '))
      if (index % 11 === 8) feet()
    }
    out.push('')
  }
  return out.join('\n')
}

/** Printed to paper columns: the headings of each page repeated, label wrapped around the values, page feet. */
export function repeatedHeads({ office }: OfficeReport, pieces: readonly Piece[]): string {
  return lines(pieces, (table) => {
    const rows = rowsOfLaid(table).map((row) => row.map((one) => one.text).join('\t'))
    if (table.columns !== 10) return rows.join('\n')
    const head = rows.slice(0, 3)
    const body = rows.slice(3)
    return [
      ...head,
      ...body.slice(0, 9),
      `第 3 页 共 6 页`,
      office.agency,
      ...head,
      ...body.slice(9, 18),
      '第 4 页 共 6 页',
      office.agency,
      ...head,
      ...body.slice(18),
    ].join('\n')
  })
}

/** Every cell on a line; the labels set in a narrow column come one character a line. */
export function narrowColumns(pieces: readonly Piece[]): string {
  return lines(pieces, (table) =>
    rowsOfLaid(table)
      .flat()
      .flatMap((one: LaidCell) =>
        one.role === 'group' || (one.role === 'heading' && table.columns === 15)
          ? Array.from(one.text)
          : [one.text],
      )
      .join('\n'),
  )
}

/** Tab lines whose empty cells at the end are cut off, with zero left blank. Returns what the copy shows no more. */
export function trimmedTabs(pieces: readonly Piece[]): string {
  return lines(pieces, (table) =>
    matrix(table, false)
      .map((row) => row.join('\t').replace(/\t+$/, ''))
      .join('\n'),
  )
}

/** Cells without their zeros, one space between: where several columns are left nobody can tell which. */
export function droppedZeros(pieces: readonly Piece[]): string {
  return lines(pieces, (table) =>
    rowsOfLaid(table)
      .map((row) =>
        row
          .map((one) => one.text)
          .filter((text) => text !== '')
          .join(' '),
      )
      .join('\n'),
  )
}
