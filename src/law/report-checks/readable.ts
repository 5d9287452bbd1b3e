import type { At, Finding, RecoveredReport } from '../report-form/model.ts'
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
const picture = rule(
  'reading.fromPicture',
  '数字由图片识别',
  '文件是图片或扫描件，文字和数字由程序识别。此时其他各项都只作存疑。',
  '请对照原件核对，最好另交一份有文字的文件。',
)
const unread = rule(
  'reading.unreadFigure',
  '图片里有数没有认清',
  '图片中的一格有数，几次识别不一致，没有采用。',
  '请对照原件补看。',
)

/** C07: what the reader could not find out; checks that need it keep silent. */
export const readable: Check = {
  rules: [agency, year, form, picture, unread],
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
    const pages = placesOf(report, picture.code)
    if (pages.length > 0)
      findings.push(raise(picture, { what: '由图片识别，数字均需核对', verdict: 'cannotTell', at: pages }))
    const open = placesOf(report, unread.code)
    if (open.length > 0)
      findings.push(
        raise(unread, {
          what: `第${open.map(({ page }) => page).join('、')}页有的数没有认清，按没有读到处理`,
          verdict: 'cannotTell',
          at: open,
        }),
      )
    return findings
  },
}

function placesOf(report: RecoveredReport, code: string): readonly At[] {
  return report.observations.filter((one) => one.code === code).flatMap((one) => one.at)
}

/** Nothing is certain of a report that was read off pictures: what would fail is doubtful. */
export function asDoubtful(findings: readonly Finding[], report: RecoveredReport): readonly Finding[] {
  if (placesOf(report, picture.code).length === 0) return findings
  return findings.map((one) =>
    one.verdict === 'fails'
      ? { ...one, verdict: 'doubtful', severity: one.severity === 'error' ? 'warning' : one.severity }
      : one,
  )
}
