import { toMarkup } from './to-markup.ts'
import { attribute, classes, trusted, type Children } from './trusted.ts'

/** One column: how it is called and what stands in it. */
export interface Column<Row> {
  readonly title: string
  readonly cell: (row: Row) => Children
  /** number: right, tabular · title: heads its row (and its entry on a phone) · short: never broken. */
  readonly kind?: 'number' | 'title' | 'short'
  /** Address that sorts by this column, and the order now in force. */
  readonly sort?: { readonly href: string; readonly now: 'ascending' | 'descending' | null }
  /** Left out of the head for the eye (a column of buttons), still told to those who listen. */
  readonly titleUnseen?: boolean
}

interface TableProps<Row> {
  /** What the table holds, for those who listen; `captionSeen` prints it. */
  readonly caption: string
  readonly captionSeen?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Rows become entries on a phone, title first. */
  readonly stack?: boolean
  /** The row one is at. */
  readonly isNow?: (row: Row) => boolean
  readonly rowId?: (row: Row) => string
}

const arrows = { ascending: ' ↑', descending: ' ↓' } as const
const cellStyles = { number: 'num', short: 'nowrap', title: undefined } as const

function ColumnHead<Row>({ column }: { readonly column: Column<Row> }) {
  const { title, sort, kind, titleUnseen } = column
  return (
    <th scope="col" class={kind && cellStyles[kind]} aria-sort={sort?.now ?? undefined}>
      {sort ? (
        <a href={sort.href}>
          {title}
          {sort.now && arrows[sort.now]}
        </a>
      ) : titleUnseen ? (
        <span class="sr">{title}</span>
      ) : (
        title
      )}
    </th>
  )
}

/**
 * The rows as markup. Tables are where pages get long, so here the tags are joined by hand (a fifth of the time of one node
 * for each cell); what stands in the cells is drawn and escaped as everywhere.
 */
function rowLines<Row>({ columns, rows, stack, isNow, rowId }: TableProps<Row>): string {
  const opens = columns.map(({ kind, title, titleUnseen }) =>
    kind === 'title'
      ? '<th scope="row">'
      : `<td${attribute('class', kind && cellStyles[kind])}${attribute('data-label', stack && !titleUnseen ? title : undefined)}>`,
  )
  const closes = columns.map(({ kind }) => (kind === 'title' ? '</th>' : '</td>'))
  let lines = ''
  for (const row of rows) {
    lines += `<tr${attribute('id', rowId?.(row))}${isNow?.(row) ? ' class="is-now"' : ''}>`
    for (let at = 0; at < columns.length; at += 1)
      lines += `${opens[at]}${toMarkup(columns[at]?.cell(row))}${closes[at]}`
    lines += '</tr>'
  }
  return lines
}

/** A working table: caption, typed columns, sorting by links. Draw `Empty` instead when there are no rows. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionSeen, columns, stack } = props
  return (
    <table class={classes('table', stack && 'table-stack')}>
      <caption class={captionSeen ? undefined : 'sr'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <ColumnHead column={column} />
          ))}
        </tr>
      </thead>
      <tbody>{trusted(rowLines(props))}</tbody>
    </table>
  )
}

/** A table wider than a phone scrolls by itself, by finger and by key. */
export function WideTable(props: {
  readonly name: string
  /** The table inside turns into entries on a phone, so there is nothing to slide. */
  readonly stacks?: boolean
  readonly children: Children
}) {
  const { name, stacks, children } = props
  return (
    <>
      <p class={classes('note table-scroll-hint', stacks && 'is-stacked')}>左右滑动，看完整的表</p>
      {/* A region that scrolls must be reachable by key. */}
      <div class="table-wrap" tabIndex={0} role="region" aria-label={`${name}，可左右滑动`}>
        {children}
      </div>
    </>
  )
}
