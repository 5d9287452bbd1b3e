import {
  cell,
  type OfficialDocument,
  type WrittenCell,
  type WrittenTable,
} from '../../../documents/write/model.ts'

/** A line of a form: what is asked and what stands there. An empty string leaves the place for writing by hand. */
export type FormLine = readonly [label: string, value: string]

/** A two-column form table: labels on the left, entries on the right. */
export function formTable(caption: string, lines: readonly FormLine[]): WrittenTable {
  return {
    kind: 'table',
    caption,
    widths: [3, 9],
    headRows: 0,
    size: 'normal',
    rows: lines.map(([label, value]): WrittenCell[] => [
      cell(label, { header: true, align: 'center' }),
      cell(value),
    ]),
  }
}

/** A place for a signature and the day, to be written by hand. */
export const signHere = '\n签名：　　　　　　　　　　年　　月　　日'

/** A box of a choice, ticked or not. */
export function box(isTicked: boolean, label: string): string {
  return `${isTicked ? '√' : '□'} ${label}`
}

/** An internal record or a form: title and table, no red head. */
export function recordForm(
  agency: string,
  title: string,
  body: OfficialDocument['body'],
  on?: string,
): OfficialDocument {
  return {
    layout: 'plain',
    letterhead: agency,
    title: [agency, title],
    body,
    ...(on === undefined ? {} : { signature: { agencies: [agency], on } }),
  }
}
