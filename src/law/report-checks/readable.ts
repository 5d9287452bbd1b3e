import type { Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'

const rule = (code: string, title: string, applies: string, remedy: string): Rule => ({
  code,
  severity: 'notice',
  title,
  basis: '格式（国办公开办函〔2021〕30号）：标题写明机关全称和年度（C07）',
  applies,
  remedy,
})
const agency = rule(
  'reading.unknownAgency',
  '读不出是哪个机关的报告',
  '标题、正文、落款都找不到机关名称。',
  '请在标题写机关全称。',
)
const year = rule(
  'reading.unknownYear',
  '读不出是哪一年的报告',
  '标题、正文、统计期都找不到年度。',
  '请在标题写年度。',
)
const form = rule(
  'reading.beforeForms',
  '那一年还没有统一的格式',
  '报告年度早于2019年。',
  '数字和部分是否齐全，请对照当年的要求人工核对。',
)

/** C07: what the reader could not find out; checks that need it keep silent. */
export const readable: Check = {
  rules: [agency, year, form],
  run({ report }) {
    const findings: Finding[] = []
    const at = [report.paragraphs[0]?.at ?? {}]
    if (report.agency === null)
      findings.push(
        raise(agency, { what: '没有读出机关名称，与机关有关的检查没有做', verdict: 'cannotTell', at }),
      )
    if (report.year === null)
      findings.push(
        raise(year, { what: '没有读出报告年度，与年度有关的检查没有做', verdict: 'cannotTell', at }),
      )
    // Format-2019 was the first with tables and six sections: silence about an earlier report is no praise.
    if (report.year !== null && report.year < 2019)
      findings.push(
        raise(form, {
          what: `${report.year}年还没有统一的表格和部分，三张表和六个部分没有检查`,
          verdict: 'cannotTell',
          at,
        }),
      )
    return findings
  },
}
