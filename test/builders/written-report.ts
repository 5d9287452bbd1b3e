import { read } from '../../src/documents/read/index.ts'
import { writeHtmlPage } from '../../src/documents/write/html.ts'
import type { OfficialDocument } from '../../src/documents/write/model.ts'
import { sectionTitles } from '../../src/law/report-form/form-2021.ts'
import { tableFour, tableThree, tableTwo } from '../../src/modules/annual-reports/write/statutory-tables.ts'
import { soundText } from './report.ts'
import { chanceOf, inventTables } from './statutory-tables.ts'

/** What offices write at length: enough to tell a copied report by. */
const atLength = [
  '本年度围绕群众关心的入学招生、校园安全、教师招聘和教育经费使用等事项，及时梳理应当公开的内容，逐项明确责任科室和公开时限，做到应公开尽公开。',
  '对申请人提出的申请，由办公室统一登记、统一编号、统一答复，疑难事项会同法律顾问研究，注重与申请人沟通，努力把问题解决在答复之前。',
  '定期清理门户网站上失效、重复和表述不规范的内容，对历史文件逐件核对效力状态，发现问题当日整改，确保公开内容准确、完整、便于查询。',
  '把政府信息公开纳入年度考核，每季度通报一次工作情况，对推进缓慢的科室由分管负责人约谈，并组织业务骨干到兄弟单位学习交流先进经验。',
  '进一步畅通监督渠道，在政务服务大厅设置公开查阅点，配备专人引导群众查询，收集意见建议并逐条研究办理，反馈结果同步在网站公布。',
].join('\n')

/** A whole report of an invented bureau with the tables of the form, to be written in any format. The same seed, the same report. */
export function writtenReport(seed = 1, year = 2023, agency = '云汀市临浦区教育局'): OfficialDocument {
  const { t2, t3, t4 } = inventTables(chanceOf(seed), 0.3, true)
  const title = (section: number) => `${'一二三四五六'[section - 1]}、${sectionTitles[section - 1]?.title}`
  const text = (section: number) =>
    `${soundText[section] ?? ''}${section === 1 ? `\n${atLength}` : ''}`
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

/** The same as a web page. */
export function reportPage(seed: number, year: number, agency?: string): string {
  return writeHtmlPage(writtenReport(seed, year, agency))
}

/** What is written in a file of any format. */
export async function textOfFile(bytes: Uint8Array): Promise<string> {
  return (await read(bytes)).text
}
