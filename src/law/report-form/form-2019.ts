import { t3Form, type T3RowForm } from './form-2021.ts'
import type { T2Cell, T3Row } from './model.ts'

/**
 * The annual report form of 国办公开办函〔2019〕60号 (report years 2019 and 2020) as data. Table two asked for other things;
 * table three had one row for （六）其他处理; table four was the same.
 */

/** Cells of the former table two that the present form does not have. */
export const formerT2Cells = [
  'rules.made',
  'rules.opened',
  'rules.totalOpen',
  'normativeDocuments.made',
  'normativeDocuments.opened',
  'normativeDocuments.totalOpen',
  'licences.itemsBefore',
  'licences.itemsChange',
  'otherServices.itemsBefore',
  'otherServices.itemsChange',
  'otherServices.decisions',
  'penalties.itemsBefore',
  'penalties.itemsChange',
  'coercion.itemsBefore',
  'coercion.itemsChange',
  'fees.itemsBefore',
  'fees.itemsChange',
  'procurement.items',
  'procurement.amountWan',
] as const
export type FormerT2Cell = (typeof formerT2Cells)[number]

export interface FormerT2RowForm {
  readonly group: string
  readonly label: string
  /** In print order. 处理决定数量 is the same cell in both forms; the others exist in this form only. */
  readonly cells: readonly { readonly heading: string; readonly cell: FormerT2Cell | T2Cell }[]
}

const items = <B extends FormerT2Cell, C extends FormerT2Cell, D extends FormerT2Cell | T2Cell>(
  group: string,
  label: string,
  before: B,
  change: C,
  decisions: D,
): FormerT2RowForm => ({
  group,
  label,
  cells: [
    { heading: '上一年项目数量', cell: before },
    { heading: '本年增/减', cell: change },
    { heading: '处理决定数量', cell: decisions },
  ],
})
const first = '第二十条第（一）项'

export const formerT2Form: readonly FormerT2RowForm[] = [
  {
    group: first,
    label: '规章',
    cells: [
      { heading: '本年新制作数量', cell: 'rules.made' },
      { heading: '本年新公开数量', cell: 'rules.opened' },
      { heading: '对外公开总数量', cell: 'rules.totalOpen' },
    ],
  },
  {
    group: first,
    label: '规范性文件',
    cells: [
      { heading: '本年新制作数量', cell: 'normativeDocuments.made' },
      { heading: '本年新公开数量', cell: 'normativeDocuments.opened' },
      { heading: '对外公开总数量', cell: 'normativeDocuments.totalOpen' },
    ],
  },
  items('第二十条第（五）项', '行政许可', 'licences.itemsBefore', 'licences.itemsChange', 'licences'),
  items(
    '第二十条第（五）项',
    '其他对外管理服务事项',
    'otherServices.itemsBefore',
    'otherServices.itemsChange',
    'otherServices.decisions',
  ),
  items('第二十条第（六）项', '行政处罚', 'penalties.itemsBefore', 'penalties.itemsChange', 'penalties'),
  items('第二十条第（六）项', '行政强制', 'coercion.itemsBefore', 'coercion.itemsChange', 'coercion'),
  {
    group: '第二十条第（八）项',
    label: '行政事业性收费',
    cells: [
      { heading: '上一年项目数量', cell: 'fees.itemsBefore' },
      { heading: '本年增/减', cell: 'fees.itemsChange' },
    ],
  },
  {
    group: '第二十条第（九）项',
    label: '政府集中采购',
    cells: [
      { heading: '采购项目数量', cell: 'procurement.items' },
      { heading: '采购总金额', cell: 'procurement.amountWan' },
    ],
  },
]

/** Id of the single row （六）其他处理; it has no counterpart in the present form. */
export const formerOtherRow = 'otherHandled'

export type FormerT3RowForm = Omit<T3RowForm, 'row'> & { readonly row: T3Row | typeof formerOtherRow }

/** The 23 rows of the former table three, in print order. */
export const formerT3Form: readonly FormerT3RowForm[] = t3Form.flatMap((form): FormerT3RowForm[] => {
  if (form.row === 'otherCorrectionLapsed')
    return [{ row: formerOtherRow, stage: form.stage, group: null, label: '其他处理', number: '（六）' }]
  return form.group === '（六）其他处理' ? [] : [form]
})
