import { WideTable } from './table.tsx'
import { classes, type Children } from './trusted.ts'

/** How a printed value looks: zero is quiet, blank says 空, wrong and doubtful ones are marked. */
export type ValueMark = 'wrong' | 'doubt' | null

export interface FormHead {
  readonly head: Children
  readonly columns?: number
  readonly rows?: number
  /** What it heads. */
  readonly scope: 'col' | 'colgroup' | 'row' | 'rowgroup'
  /** upright: set from top to bottom · group: a name for several rows · sum: the total column. */
  readonly style?: 'upright' | 'group' | 'sum'
}

export interface FormValue {
  /** As printed; '' is shown as 空, null as an open cell that the document does not hold. */
  readonly value: string | number | null
  readonly columns?: number
  readonly id?: string
  readonly mark?: ValueMark
  /** The list this figure counted. */
  readonly href?: string
  /** Numbers of the findings that point here. */
  readonly findings?: readonly number[]
}

export type FormCell = FormHead | FormValue

export interface FormRow {
  readonly cells: readonly FormCell[]
  /** first: a stronger line above · total: strong · band: a name across the table · columns: names of columns inside the body. */
  readonly style?: readonly ('first' | 'total' | 'band' | 'columns')[]
}

interface FormTableProps {
  readonly name: string
  readonly shape: 'wide-sum' | 'wide-center' | 'center'
  /** Widths: upright 2.25rem, group, rest, number columns. */
  readonly widths?: readonly ('upright' | 'group' | 'rest' | 'number')[]
  readonly head?: readonly FormRow[]
  readonly body: readonly FormRow[]
}

const rowStyles = { first: 'is-first', total: 'is-total', band: 'is-band', columns: 'is-cols' } as const
const headStyles = { upright: 'is-upright', group: 'is-group', sum: 'is-sum' } as const
const shapes = {
  'wide-sum': 'form-table form-table-wide form-table-sum',
  'wide-center': 'form-table form-table-wide form-table-center',
  center: 'form-table form-table-center',
} as const
const widthStyles = { upright: 'is-upright', group: 'is-group', rest: undefined, number: 'is-num' } as const

function more(count: number | undefined): number | undefined {
  return count !== undefined && count > 1 ? count : undefined
}

function Value({ cell }: { readonly cell: FormValue }) {
  const { value, columns, id, mark, href, findings } = cell
  const missing = value === null
  const blank = typeof value === 'string' && value.trim() === ''
  const text = missing ? '' : blank ? '空' : String(value)
  const style = mark
    ? `is-${mark}`
    : missing
      ? 'is-missing'
      : blank
        ? 'is-blank'
        : text === '0'
          ? 'is-zero'
          : undefined
  return (
    <td class={style} id={id} colSpan={more(columns)}>
      {missing ? <span class="sr">文中没有</span> : href ? <a href={href}>{text}</a> : text}
      {findings?.map((number) => (
        <sup key={number}>
          <a href={`#f${number}`} aria-label={`见发现${number}`}>
            {number}
          </a>
        </sup>
      ))}
    </td>
  )
}

function Row({ row }: { readonly row: FormRow }) {
  return (
    <tr class={row.style && classes(...row.style.map((style) => rowStyles[style]))}>
      {row.cells.map((cell) =>
        'head' in cell ? (
          <th
            scope={cell.scope}
            class={cell.style && headStyles[cell.style]}
            colSpan={more(cell.columns)}
            rowSpan={more(cell.rows)}
          >
            {cell.head}
          </th>
        ) : (
          <Value cell={cell} />
        ),
      )}
    </tr>
  )
}

/** A statutory table in its legal form, every cell ruled. On a phone it keeps the form and scrolls. */
export function FormTable({ name, shape, widths, head, body }: FormTableProps) {
  return (
    <WideTable name={name}>
      <table class={shapes[shape]}>
        <caption class="sr">{name}</caption>
        {widths && (
          <colgroup>
            {widths.map((width) => (
              <col class={widthStyles[width]} />
            ))}
          </colgroup>
        )}
        {head && (
          <thead>
            {head.map((row) => (
              <Row row={row} />
            ))}
          </thead>
        )}
        <tbody>
          {body.map((row) => (
            <Row row={row} />
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
