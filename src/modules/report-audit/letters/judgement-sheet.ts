import type { Finding, RecoveredReport } from '../../../law/report-form/model.ts'
import { basisWords } from '../basis-words.ts'
import { checkedWords } from '../form-words.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import {
  cell,
  paragraph,
  writtenDay,
  type OfficialDocument,
  type WrittenBlock,
} from '../../../documents/write/model.ts'
import {
  numberFindings,
  placeInWords,
  verdictInWords,
  weightWords,
  type NumberedFinding,
} from '../pages/numbered-findings.ts'

export interface JudgementSheetOf {
  readonly report: RecoveredReport
  readonly findings: readonly Finding[]
  readonly judgedOn: PlainDay
  /** Which other reports were looked at, in one sentence; null when none. */
  readonly beside: string | null
  /** What stands over the sheet: the site's name. */
  readonly issuer: string
}

/** 检查单: the judgement of one report as a paper to work from, every finding with its place and what to do. */
export function judgementSheet({
  report,
  findings,
  judgedOn,
  beside,
  issuer,
}: JudgementSheetOf): OfficialDocument {
  const numbered = numberFindings(findings)
  return {
    layout: 'plain',
    letterhead: issuer,
    title: ['政府信息公开工作年度报告检查单'],
    body: [
      paragraph(
        `${report.agency ?? '没有写明机关'}，${report.year === null ? '没有写明年度' : `${report.year}年度`}，文件“${report.file}”，${writtenDay(judgedOn)}${checkedWords(report, '检查')}。${beside ?? ''}`,
      ),
      paragraph({ text: `${verdictInWords(numbered)}。`, bold: true }),
      ...(numbered.length > 0 ? [findingsTable(numbered)] : []),
      ...doubtfulReadings(report),
      paragraph(
        '检查只看报告自己以及一起对照的报告，没有矛盾不等于数字就是真的；存疑的请对照原件核实。原件排版复杂、扫描或者转换过的，读数可能有误。',
      ),
    ],
  }
}

function findingsTable(numbered: readonly NumberedFinding[]): WrittenBlock {
  return {
    kind: 'table',
    caption: '发现的问题',
    widths: [1, 2, 8, 4, 5],
    headRows: 1,
    size: 'small',
    rows: [
      ['序号', '程度', '问题', '位置', '依据'].map((head) => cell(head, { header: true, align: 'center' })),
      ...numbered.map(({ number, weight, finding }) => [
        cell(number, { align: 'center' }),
        cell(weightWords[weight].says, { align: 'center' }),
        cell(finding.message),
        cell([...new Set(finding.at.map(placeInWords))].slice(0, 8).join('，')),
        cell(basisWords(finding.basis)),
      ]),
    ],
  }
}

/** Cells that were read in an unusual way: a person should look at them in the source. */
function doubtfulReadings(report: RecoveredReport): readonly WrittenBlock[] {
  const doubtful = report.cells.filter((reading) => reading.doubtful)
  if (doubtful.length === 0) return []
  return [
    paragraph(`读不准的有${doubtful.length}格，请对照原件：`),
    {
      kind: 'table',
      caption: '读不准的格',
      widths: [6, 3, 7],
      headRows: 1,
      size: 'small',
      rows: [
        ['格', '原样', '怎样读的'].map((head) => cell(head, { header: true, align: 'center' })),
        ...doubtful
          .slice(0, 200)
          .map((reading) => [
            cell(placeInWords({ table: reading.table, row: reading.row, ...columnOf(reading) })),
            cell(reading.raw === '' ? '空' : reading.raw, { align: 'center' }),
            cell(reading.how ?? '读不准'),
          ]),
      ],
    },
  ]
}

function columnOf({ column }: { readonly column?: string }): { readonly column?: string } {
  return column === undefined ? {} : { column }
}
