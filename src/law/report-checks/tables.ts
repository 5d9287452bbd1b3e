import { type Finding, type TableId, t3Columns, t3Rows } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { sixSectionsApply } from './passages.ts'
import { rowName, tableNames } from './words.ts'

const basis = '《政府信息公开条例》第五十条；格式（国办公开办函〔2021〕30号）'
const missing: Rule = {
  code: 'structure.missingTable',
  severity: 'error',
  title: '缺少法定表格',
  basis: `${basis}（A06）`,
  applies: '三张表中有读不到的；表格若是图片，文字读不到，也算缺。',
  remedy: '请补上表格；表格不要用图片，没有发生的填0。',
}
const columns: Rule = {
  code: 'structure.missingColumns',
  severity: 'error',
  title: '表三缺少申请人分栏',
  basis: `${basis}表三（A07）`,
  applies: '表三大多数行只有一个数，没有自然人、法人或其他组织各栏。',
  remedy: '请按格式补齐七栏，每格填数，没有的填0。',
}
const rows: Rule = {
  code: 'structure.missingRow',
  severity: 'error',
  title: '表三缺行',
  basis: `${basis}表三（A07）`,
  applies: '表三大部分行都在，而个别行整行没有；2019年格式的“其他处理”一行不算。',
  remedy: '请按格式补齐该行，没有的填0。',
}
const ids: readonly TableId[] = ['t2', 't3', 't4']

/** A06, A07: the three tables are there with all their rows and columns. */
export const tables: Check = {
  rules: [missing, columns, rows],
  run({ report }) {
    const findings: Finding[] = []
    // Before 2019 no tables were laid down.
    if (!sixSectionsApply(report)) return findings
    const absent = ids.filter((id) => report.tables[id] === null && !(id === 't2' && report.form === '2019'))
    if (absent.length === 3)
      findings.push(
        raise(missing, {
          what: '表二、表三、表四都没有读到',
          verdict: 'doubtful',
          at: absent.map((table) => ({ section: Number(table.slice(1)), table })),
        }),
      )
    else
      for (const table of absent) {
        const section = report.sections.find((one) => one.number === Number(table.slice(1)))
        findings.push(
          raise(missing, {
            what: `没有${tableNames[table]}`,
            ...(section === undefined ? {} : { quote: section.title }),
            at: [{ ...section?.at, section: Number(table.slice(1)), table }],
          }),
        )
      }
    const t3 = report.tables.t3
    if (t3 === null) return findings
    const applicants = t3Columns.filter((column) => column !== 'total')
    const totalsOnly = t3Rows.filter(
      (row) => t3[row].total !== null && applicants.every((column) => t3[row][column] === null),
    )
    if (totalsOnly.length >= 15) {
      findings.push(
        raise(columns, {
          what: `表三有${totalsOnly.length}行只有一个数，没有按申请人类别分栏，无法核对`,
          expected: 7,
          found: 1,
          at: [{ section: 3, table: 't3' }],
        }),
      )
    }
    const noted = new Set(report.cells.filter((cell) => cell.table === 't3').map((cell) => cell.row))
    for (const one of report.observations)
      if (one.code !== 'structure.missingRow')
        for (const at of one.at) if (at.row !== undefined) noted.add(at.row)
    const empty = t3Rows.filter(
      (row) => !noted.has(row) && t3Columns.every((column) => t3[row][column] === null),
    )
    const split = report.form === '2019' ? empty.filter((row) => !row.startsWith('other')) : empty
    if (split.length > 0 && split.length <= 10 && t3Rows.length - empty.length >= 12)
      findings.push(
        raise(rows, {
          what: `表三没有${split.map((row) => `“${rowName(row)}”`).join('、')}`,
          at: split.map((row) => ({ section: 3, table: 't3' as const, row })),
        }),
      )
    return findings
  },
}
