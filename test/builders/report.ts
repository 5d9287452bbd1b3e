import { tableFourOf, tableThreeOf, tableTwoOf } from '../../src/law/report-form/empty-tables.ts'
import { sectionTitles } from '../../src/law/report-form/form-2021.ts'
import type {
  CellReading,
  FormVersion,
  Observation,
  Paragraph,
  RecoveredReport,
  ReportSection,
  T2Cell,
  T3Column,
  T3Row,
  T4Block,
  T4Column,
  TableFour,
  TableThree,
  TableTwo,
} from '../../src/law/report-form/model.ts'
import { readNarrative } from '../../src/modules/report-audit/narrative/index.ts'

/** What differs from the sound report of an invented bureau. */
export interface ReportDraft {
  readonly agency?: string | null
  readonly year?: number | null
  readonly form?: FormVersion
  /** Text by section, lines parted by newlines: 0 before section one, 7 the signature. Replaces that section's text. */
  readonly text?: Readonly<Record<number, string>>
  /** Added to the end of a section's text. */
  readonly more?: Readonly<Record<number, string>>
  readonly t2?: Partial<Record<T2Cell, number | null>> | null
  readonly t3?: Partial<Record<T3Row, Partial<Record<T3Column, number | null>>>> | null
  readonly t4?: Partial<Record<T4Block, Partial<Record<T4Column, number | null>>>> | null
  readonly sections?: readonly Partial<ReportSection>[]
  readonly observations?: readonly Observation[]
  readonly cells?: readonly CellReading[]
  readonly former?: RecoveredReport['former']
  readonly links?: RecoveredReport['links']
  readonly hidden?: RecoveredReport['hidden']
  readonly page?: RecoveredReport['page']
}

export const soundText: Readonly<Record<number, string>> = {
  0: '根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）要求，编制本报告。本报告所列数据的统计期限为2023年1月1日至2023年12月31日。如有疑问，请与我局办公室联系（地址：临浦区文昌路1号，电话：0998-5550101）。',
  1: [
    '（一）主动公开。2023年，我局主动公开政府信息120条，其中通过区政府网站公开80条，微信公众号公开30条，其他方式公开10条。',
    '（二）依申请公开。全年共收到政府信息公开申请5件，其中自然人4件，法人或其他组织1件，办结5件，予以公开4件，无法提供1件，无结转下年度办理的申请。未发生因政府信息公开引起的行政复议、行政诉讼。',
    '（三）政府信息管理。严格执行审核制度，及时清理过期信息。',
    '（四）平台建设。维护好政府网站专栏和公众号。',
    '（五）监督保障。明确专人负责，组织业务培训3次，培训120人次，受理热线工单56件，均已办结。',
  ].join('\n'),
  5: '存在的问题：一是政策解读形式单一；二是信息更新不够及时。下一步，将加强培训，丰富解读形式，提升更新时效。',
  6: '本年度未收取信息处理费。承办人大建议3件、政协提案5件，均已办结并公开答复。',
  7: '云汀市临浦区教育局\n2024年1月15日',
}

/** A report as the reader would recover it: sound unless the draft says otherwise. */
export function report(draft: ReportDraft = {}): RecoveredReport {
  const agency = draft.agency === undefined ? '云汀市临浦区教育局' : draft.agency
  const year = draft.year === undefined ? 2023 : draft.year
  const paragraphs: Paragraph[] = []
  const sections: ReportSection[] = []
  let line = 1
  for (let section = 0; section <= 7; section += 1) {
    const form = sectionTitles.find((one) => one.number === section)
    if (form !== undefined) {
      line += 1
      sections.push({
        number: form.number,
        printedNumber: `${'一二三四五六'[section - 1]}、`,
        title: `${'一二三四五六'[section - 1]}、${form.title}`,
        at: { line },
      })
    }
    const text = [draft.text?.[section] ?? soundText[section] ?? '', draft.more?.[section] ?? '']
      .filter((one) => one !== '')
      .join('\n')
    if (text !== '')
      for (const words of text.split('\n')) {
        line += 1
        paragraphs.push({ text: words, at: { line }, section })
      }
  }
  return {
    file: 'report.txt',
    agency,
    year,
    form: draft.form ?? '2021',
    title: agency === null ? null : `${agency}${year ?? ''}年政府信息公开工作年度报告`,
    tables: {
      t2: draft.t2 === null ? null : tableTwo(draft.t2),
      t3: draft.t3 === null ? null : tableThree(draft.t3),
      t4: draft.t4 === null ? null : tableFour(draft.t4),
    },
    ...(draft.former === undefined ? {} : { former: draft.former }),
    cells: draft.cells ?? [],
    narrative: readNarrative(paragraphs, year),
    sections: draft.sections === undefined ? sections : mergedSections(sections, draft.sections),
    paragraphs,
    observations: draft.observations ?? [],
    text: paragraphs.map((one) => one.text).join('\n'),
    links: draft.links ?? [],
    hidden: draft.hidden ?? [],
    ...(draft.page === undefined ? {} : { page: draft.page }),
  }
}

function mergedSections(
  sound: readonly ReportSection[],
  changes: readonly Partial<ReportSection>[],
): ReportSection[] {
  return changes.map((change, index) => ({
    ...(sound.find((one) => one.number === change.number) ?? sound[index]!),
    ...change,
  }))
}

function tableTwo(changes: ReportDraft['t2']): TableTwo {
  return {
    ...tableTwoOf(0),
    'normativeDocuments.inForce': 7,
    licences: 36,
    penalties: 4,
    feesWan: 12.5,
    ...changes,
  }
}

function tableThree(changes: ReportDraft['t3']): TableThree {
  const t3 = tableThreeOf(0)
  Object.assign(t3.newlyReceived, { natural: 4, business: 1, total: 5 })
  Object.assign(t3.granted, { natural: 3, business: 1, total: 4 })
  Object.assign(t3.unableNotHeld, { natural: 1, total: 1 })
  Object.assign(t3.totalHandled, { natural: 4, business: 1, total: 5 })
  for (const [row, columns] of Object.entries(changes ?? {})) Object.assign(t3[row as T3Row], columns)
  return t3
}

function tableFour(changes: ReportDraft['t4']): TableFour {
  const t4 = tableFourOf(0)
  for (const [block, columns] of Object.entries(changes ?? {})) Object.assign(t4[block as T4Block], columns)
  return t4
}
