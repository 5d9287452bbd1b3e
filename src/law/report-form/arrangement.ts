import { formerT2Form, formerT3Form, type FormerT3RowForm } from './form-2019.ts'
import { t2Form, t3ColumnForm, t3Corner, t3Form, t4BlockForm, t4ColumnForm } from './form-2021.ts'
import type { FormVersion, TableId } from './model.ts'

/**
 * How the three statutory tables stand on paper (国办公开办函〔2021〕30号; for report years 2019 and 2020 国办公开办函〔2019〕60号):
 * heads with their spans, and for each figure the id of its cell. Whoever shows or prints a table fills in the figures.
 */

/** A printed name of a row, a column or several of them. */
export interface ArrangedHead {
  readonly head: string
  readonly columns?: number
  readonly rows?: number
  readonly scope: 'col' | 'colgroup' | 'row' | 'rowgroup'
  /** upright: set from top to bottom · group: names several rows · sum: the total column */
  readonly style?: 'upright' | 'group' | 'sum'
}

/** The place of a figure: `t3.newlyReceived.total`, `t2.licences`, `t4.reconsideration.upheld`. */
export interface ArrangedFigure {
  readonly cell: string
  readonly columns?: number
}

export interface ArrangedRow {
  readonly cells: readonly (ArrangedHead | ArrangedFigure)[]
  /** first: a group begins · total: a sum or balance · band: a name across the table · columns: names of columns inside the body */
  readonly style?: readonly ('first' | 'total' | 'band' | 'columns')[]
}

export interface Arrangement {
  readonly table: TableId
  readonly name: string
  readonly widths?: readonly ('upright' | 'group' | 'rest' | 'number')[]
  readonly head?: readonly ArrangedRow[]
  readonly body: readonly ArrangedRow[]
}

interface KindForm {
  readonly group: string
  readonly label: string
  readonly cells: readonly { readonly heading: string; readonly cell: string }[]
}

/** Table two: a band for each item of Article 20, under it its columns, then a row for each kind of information. */
function arrangeTableTwo(kinds: readonly KindForm[]): Arrangement {
  const body: ArrangedRow[] = []
  let group = ''
  for (const kind of kinds) {
    const spans = spread(kind.cells.length, 3)
    if (kind.group !== group) {
      group = kind.group
      body.push({ cells: [{ head: group, columns: 4, scope: 'colgroup' }], style: ['band'] })
      body.push({
        cells: [
          { head: '信息内容', scope: 'col' },
          ...kind.cells.map(({ heading }, at) => ({
            head: heading,
            columns: spans[at],
            scope: 'col' as const,
          })),
        ],
        style: ['columns'],
      })
    }
    body.push({
      cells: [
        { head: kind.label, scope: 'row' },
        ...kind.cells.map(({ cell }, at) => ({ cell: `t2.${cell}`, columns: spans[at] })),
      ],
    })
  }
  return { table: 't2', name: '主动公开政府信息情况', body }
}

/** Columns shared out among cells, the later ones wider. */
function spread(cells: number, columns: number): number[] {
  const each = Math.floor(columns / cells)
  const over = columns - each * cells
  return Array.from({ length: cells }, (_, at) => each + (at >= cells - over ? 1 : 0))
}

/** Table three: the rows of 本年度办理结果 hang on an upright name, its parts （三）to（六） on group names. */
function arrangeTableThree(forms: readonly FormerT3RowForm[]): Arrangement {
  const stageRows = forms.filter(({ stage }) => stage !== null).length
  let stage: string | null = null
  let group: string | null = null
  const body = forms.map((form): ArrangedRow => {
    const cells: (ArrangedHead | ArrangedFigure)[] = []
    const style: ('first' | 'total')[] = []
    const isTotal = form.stage === null || form.row === 'totalHandled'
    if (isTotal) style.push('total')
    const begins = form.stage !== stage || form.group !== group || form.row === 'totalHandled'
    if (begins && form.row !== 'carriedIn') style.push('first')
    if (form.stage !== null && form.stage !== stage)
      cells.push({ head: form.stage, rows: stageRows, scope: 'rowgroup', style: 'upright' })
    if (form.group !== null && form.group !== group)
      cells.push({
        head: form.group,
        rows: forms.filter((other) => other.group === form.group).length,
        scope: 'rowgroup',
        style: 'group',
      })
    const columns = form.stage === null ? 3 : form.group === null ? 2 : 1
    cells.push({ head: form.number + form.label, columns, scope: 'row' })
    for (const { column } of t3ColumnForm) cells.push({ cell: `t3.${form.row}.${column}` })
    stage = form.stage
    group = form.group
    return style.length > 0 ? { cells, style } : { cells }
  })
  const [first] = body
  if (first && !first.style?.includes('first')) body[0] = { ...first, style: ['total', 'first'] }
  const inGroup = t3ColumnForm.filter((column) => column.group !== null)
  return {
    table: 't3',
    name: '收到和处理政府信息公开申请情况',
    widths: ['upright', 'group', 'rest', ...t3ColumnForm.map(() => 'number' as const)],
    head: [
      {
        cells: [
          { head: t3Corner, columns: 3, rows: 3, scope: 'col' },
          { head: '申请人情况', columns: t3ColumnForm.length, scope: 'colgroup' },
        ],
      },
      {
        cells: t3ColumnForm.flatMap((column): ArrangedHead[] => {
          if (column.group === null)
            return [
              {
                head: column.label,
                rows: 2,
                scope: 'col',
                ...(column.column === 'total' ? { style: 'sum' as const } : {}),
              },
            ]
          return column === inGroup[0]
            ? [{ head: column.group, columns: inGroup.length, scope: 'colgroup' }]
            : []
        }),
      },
      { cells: inGroup.map(({ label }) => ({ head: label, scope: 'col' })) },
    ],
    body,
  }
}

/** Table four: one row of fifteen figures under three blocks. */
function arrangeTableFour(): Arrangement {
  const wide = t4ColumnForm.length
  const inGroup = t4BlockForm.filter(({ group }) => group !== null)
  return {
    table: 't4',
    name: '政府信息公开行政复议、行政诉讼情况',
    head: [
      {
        cells: t4BlockForm.flatMap((block): ArrangedHead[] => {
          if (block.group === null) return [{ head: block.label, columns: wide, rows: 2, scope: 'colgroup' }]
          return block === inGroup[0]
            ? [{ head: block.group, columns: wide * inGroup.length, scope: 'colgroup' }]
            : []
        }),
      },
      { cells: inGroup.map(({ label }) => ({ head: label, columns: wide, scope: 'colgroup' })) },
      {
        cells: t4BlockForm.flatMap(() =>
          t4ColumnForm.map(({ label }) => ({ head: label, scope: 'col' as const })),
        ),
        style: ['columns'],
      },
    ],
    body: [
      {
        cells: t4BlockForm.flatMap(({ block }) =>
          t4ColumnForm.map(({ column }) => ({ cell: `t4.${block}.${column}` })),
        ),
      },
    ],
  }
}

const tableFour = arrangeTableFour()
const arranged: Readonly<Record<FormVersion, readonly [Arrangement, Arrangement, Arrangement]>> = {
  '2021': [arrangeTableTwo(t2Form), arrangeTableThree(t3Form), tableFour],
  '2019': [arrangeTableTwo(formerT2Form), arrangeTableThree(formerT3Form), tableFour],
}

/** Tables two, three and four of a form, as they stand on paper. */
export function arrangedTables(form: FormVersion): readonly [Arrangement, Arrangement, Arrangement] {
  return arranged[form]
}
