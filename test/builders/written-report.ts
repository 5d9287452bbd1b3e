import type { OfficialDocument } from '../../src/documents/write/model.ts'
import { sectionTitles } from '../../src/law/report-form/form-2021.ts'
import { tableFour, tableThree, tableTwo } from '../../src/modules/annual-reports/write/statutory-tables.ts'
import { soundText } from './report.ts'
import { chanceOf, inventTables } from './statutory-tables.ts'

/** A whole report of an invented bureau with the tables of the form, to be written in any format. The same seed, the same report. */
export function writtenReport(seed = 1, year = 2023, agency = '云汀市临浦区教育局'): OfficialDocument {
  const { t2, t3, t4 } = inventTables(chanceOf(seed), 0.3, true)
  const title = (section: number) => `${'一二三四五六'[section - 1]}、${sectionTitles[section - 1]?.title}`
  const text = (section: number) =>
    (soundText[section] ?? '')
      .replaceAll('2023', String(year))
      .split('\n')
      .map((line) => ({ kind: 'paragraph' as const, content: [line] }))
  const heading = (section: number) => ({ kind: 'heading' as const, level: 1 as const, text: title(section) })
  return {
    layout: 'plain',
    letterhead: agency,
    title: [agency, `${year}年政府信息公开工作年度报告`],
    body: [
      ...text(0),
      heading(1),
      ...text(1),
      heading(2),
      tableTwo(t2),
      heading(3),
      tableThree(t3),
      heading(4),
      tableFour(t4),
      heading(5),
      ...text(5),
      heading(6),
      ...text(6),
    ],
    signature: { agencies: [agency], on: `${year + 1}-01-15` },
  }
}
