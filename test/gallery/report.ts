import { t2Cells, t3Columns, t3Rows, t4Blocks, t4Columns } from '../../src/law/report-form/model.ts'
import type {
  CellReading,
  Finding,
  Paragraph,
  RecoveredReport,
  TableFour,
  TableThree,
  TableTwo,
} from '../../src/law/report-form/model.ts'

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>
}

const t2: TableTwo = {
  ...zeros(t2Cells),
  'normativeDocuments.issued': 2,
  'normativeDocuments.repealed': 1,
  'normativeDocuments.inForce': 9,
  licences: 412,
  penalties: 203,
  coercion: 6,
  feesWan: 18.46,
}

const t3 = Object.fromEntries(t3Rows.map((row) => [row, zeros(t3Columns)])) as TableThree
Object.assign(t3.newlyReceived, { natural: 14, business: 3, legalService: 1, total: 18 })
Object.assign(t3.carriedIn, { natural: 1, total: 1 })
Object.assign(t3.granted, { natural: 8, business: 2, total: 10 })
Object.assign(t3.partlyGranted, { natural: 2, legalService: 1, total: 3 })
Object.assign(t3.refusedThirdPartyRights, { natural: 1, total: 1 })
Object.assign(t3.refusedEnforcementFile, { natural: null })
Object.assign(t3.refusedAdministrativeQuery, { natural: null })
Object.assign(t3.unableNotHeld, { natural: 2, business: 1, total: 3 })
Object.assign(t3.notProcessedPetition, { natural: 1, total: 1 })
Object.assign(t3.totalHandled, { natural: 14, business: 3, legalService: 1, total: 17 })
Object.assign(t3.carriedOut, { natural: 1, total: 1 })
Object.assign(t3.otherMisc, { research: null, welfare: null })

const t4 = Object.fromEntries(t4Blocks.map((block) => [block, zeros(t4Columns)])) as TableFour

const lines: readonly (readonly [number, string, number])[] = [
  [6, '望岚县应急管理局2025年政府信息公开工作年度报告', 0],
  [
    8,
    '根据《政府信息公开工作条例》和国务院办公厅有关要求，现公布2025年度报告。本报告数据统计期限为2025年1月1日至12月31日。',
    0,
  ],
  [9, '对本报告有疑问的，请与青岑县应急管理局办公室联系，电话：0000-8801 5566。', 0],
  [11, '一、总体情况', 1],
  [
    12,
    '（一）主动公开情况。全年通过政府网站公开信息214条，其中政策文件12条、预警信息46条、行政处罚31条，其他125条。',
    1,
  ],
  [14, '（二）依申请公开情况。2025年共收到政府信息公开申请21件，均在法定期限内答复，', 1],
  [15, '上年结转1件，已全部办结。未发生因政府信息公开引起的行政复议和行政诉讼。', 1],
  [17, '（三）政府信息管理情况。严格落实“三审三校”，发布前逐条进行保密审查，全年未发生失泄密事件。', 1],
  [19, '（四）平台建设情况。及时维护县政府网站本局专栏，栏目更新及时率100%。', 1],
  [21, '（五）监督保障情况。组织业务培训2次，46人次参加。', 1],
]
let offset = 0
const paragraphs: Paragraph[] = lines.map(([line, text, section]) => {
  const start = offset
  offset += text.length + 1
  return { text, section, at: { line, start, end: start + text.length } }
})

const cells: CellReading[] = [
  { table: 't3', row: 'refusedEnforcementFile', column: 'natural', raw: '', at: { table: 't3' } },
  { table: 't3', row: 'refusedAdministrativeQuery', column: 'natural', raw: '/', at: { table: 't3' } },
  {
    table: 't3',
    row: 'granted',
    column: 'natural',
    raw: '8',
    at: { table: 't3' },
    how: '跨页接上',
    doubtful: true,
  },
]

/** An invented report with the usual faults. */
export const faultyReport: RecoveredReport = {
  file: '望岚县应急局2025.docx',
  agency: '望岚县应急管理局',
  year: 2025,
  form: '2021',
  title: '望岚县应急管理局2025年政府信息公开工作年度报告',
  tables: { t2, t3, t4 },
  cells,
  narrative: [],
  sections: [{ number: 1, printedNumber: '一、', title: '总体情况', at: { line: 11 } }],
  paragraphs,
  observations: [],
  text: lines.map(([, text]) => text).join('\n'),
  links: [],
  hidden: [],
}

const basis = '国办公开办函〔2021〕30号'
export const findings: readonly Finding[] = [
  {
    code: 'text.requestsReceived',
    severity: 'error',
    verdict: 'fails',
    message: '正文说收到21件，表三是18件。同一年新收申请的数量，两处应当相同，请核对后改正一处。',
    expected: 18,
    found: 21,
    quote: '2025年共收到政府信息公开申请21件',
    at: [
      { line: 14, section: 1 },
      { table: 't3', row: 'newlyReceived', column: 'total' },
    ],
    basis,
  },
  {
    code: 'carry.in',
    severity: 'error',
    verdict: 'fails',
    message: '上年结转与2024年报告对不上。2024年报告写明结转下年3件，本年应当从3件接起。',
    expected: 3,
    found: 1,
    quote: '上年结转1件',
    at: [{ line: 15 }, { table: 't3', row: 'carriedIn', column: 'total' }],
    basis,
  },
  {
    code: 'sum.column',
    severity: 'error',
    verdict: 'fails',
    message: '办结总计不等于各项之和。第三项（一）至（六）相加为18。',
    expected: 18,
    found: 17,
    at: [{ table: 't3', row: 'totalHandled', column: 'total' }],
    basis,
  },
  {
    code: 'cell.blank',
    severity: 'warning',
    verdict: 'cannotTell',
    message: '两格不是数。一格空着，一格是斜线。可能是0，也可能是漏填，我们不替它猜。',
    at: [
      { table: 't3', row: 'refusedEnforcementFile', column: 'natural' },
      { table: 't3', row: 'refusedAdministrativeQuery', column: 'natural' },
    ],
    basis,
  },
  {
    code: 'identity.otherAgency',
    severity: 'warning',
    verdict: 'doubtful',
    message: '提到的机关不是本机关。标题是望岚县，正文出现“青岑县应急管理局”，像是沿用了别处的文字。',
    quote: '青岑县应急管理局',
    at: [{ line: 9 }],
    basis: '《条例》第五十条',
  },
  {
    code: 'wording.lawTitle',
    severity: 'notice',
    verdict: 'fails',
    message: '条例名称不完整。应为《中华人民共和国政府信息公开条例》。',
    quote: '《政府信息公开工作条例》',
    at: [{ line: 8 }],
    basis: '国务院令第711号',
  },
]

/** The same agency a year later, in the form of 2019 and with table two missing: what an old, damaged copy looks like. */
export const damagedReport: RecoveredReport = {
  ...faultyReport,
  file: '青岑县应急局2020.txt',
  form: '2019',
  year: 2020,
  tables: { t2: null, t3, t4: null },
  former: { t2: null, otherHandled: { ...zeros(t3Columns), natural: 1, total: 1 } },
  cells: [],
}
