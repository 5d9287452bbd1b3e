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

/** C07: what the reader could not find out; checks that need it keep silent. */
export const readable: Check = {
  rules: [agency, year],
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
    return findings
  },
}
