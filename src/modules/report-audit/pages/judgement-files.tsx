import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import { writeDocx } from '../../../documents/write/docx.ts'
import { cell, paragraph, writtenDay, type OfficialDocument } from '../../../documents/write/model.ts'
import { PageHead, renderPage, StandAlonePage, Table, Tag, WideTable } from '../../../platform/html/index.ts'
import type { JudgedFile } from '../judge-file.ts'
import { checkedWords } from '../form-words.ts'
import { judgementSheet } from '../letters/judgement-sheet.ts'
import { JudgementView } from './judgement-view.tsx'
import { numberFindings, verdictInWords } from './numbered-findings.ts'

/** A judgement to be kept as a file. */
export interface JudgementToKeep {
  readonly judged: JudgedFile
  /** The file it was compared with as last year's report. */
  readonly previous?: string | undefined
  readonly judgedOn: PlainDay
}

const besideOf = (previous: string | undefined): string | null =>
  previous === undefined ? null : `还对照了上一年的报告（${previous}）。`

const titleOf = ({ report }: JudgedFile): string =>
  `${report.agency ?? '没有写明机关的报告'}${report.year === null ? '' : `${report.year}年`}政府信息公开工作年度报告`

/** The judgement as one web page that stands alone: findings beside the source, every place marked, tables as they were read. */
export function judgementPage({ judged, previous, judgedOn }: JudgementToKeep): string {
  const { report, findings } = judged
  return renderPage(
    <StandAlonePage title={`检查结果：${titleOf(judged)}`}>
      <PageHead title={titleOf(judged)} kind={`检查于 ${writtenDay(judgedOn)}`}>
        {`文件“${report.file}”，${checkedWords(report, '还原并检查')}`}
      </PageHead>
      <JudgementView report={report} findings={findings} beside={besideOf(previous)} />
    </StandAlonePage>,
  )
}

/** The judgement as a Word file to work from. */
export function judgementDocx({ judged, previous, judgedOn }: JudgementToKeep): Promise<Uint8Array> {
  const { report, findings } = judged
  return writeDocx(
    judgementSheet({
      report,
      findings,
      judgedOn,
      beside: besideOf(previous),
      issuer: report.agency ?? '公开',
    }),
  )
}

/** One report of many in the list of them. */
export interface BatchRow {
  readonly name: string
  readonly agency: string | null
  readonly year: number | null
  /** 三处错误，两处存疑; null when the file could not be used. */
  readonly verdict: string | null
  readonly isClean: boolean
  /** Why it could not be used. */
  readonly sentence?: string
  /** Where its judgement lies, beside the list. */
  readonly href?: string
}

/** What the list says of a judged file. */
export function batchRow(name: string, { report, findings }: JudgedFile, href?: string): BatchRow {
  return {
    name,
    agency: report.agency,
    year: report.year,
    verdict: verdictInWords(numberFindings(findings)),
    isClean: !findings.some((finding) => finding.severity === 'error'),
    ...(href === undefined ? {} : { href }),
  }
}

function sumOf(rows: readonly BatchRow[]): string {
  const judged = rows.filter(({ verdict }) => verdict !== null)
  const clean = judged.filter(({ verdict }) => verdict === '没有发现问题').length
  return `共 ${rows.length} 份：${clean} 份没有发现问题，${judged.length - clean} 份有发现，${rows.length - judged.length} 份不能用。`
}

/** The list of many judgements as a web page that stands alone. */
export function batchPage(rows: readonly BatchRow[], judgedOn: PlainDay): string {
  const title = '政府信息公开工作年度报告检查结果'
  return renderPage(
    <StandAlonePage title={title}>
      <PageHead title={title} kind={`检查于 ${writtenDay(judgedOn)}`}>
        {sumOf(rows)}
      </PageHead>
      <WideTable name="检查结果" stacks>
        <Table
          caption="各份报告的检查结果"
          stack
          rows={rows}
          columns={[
            {
              title: '报告',
              kind: 'title',
              cell: ({ agency, name, href }) =>
                href ? <a href={href}>{agency ?? name}</a> : (agency ?? name),
            },
            {
              title: '年度',
              kind: 'number',
              cell: ({ year }) => (year === null ? '没有读出' : String(year)),
            },
            {
              title: '检查',
              cell: ({ verdict, isClean, sentence }) =>
                verdict === null ? (
                  <>
                    <Tag kind="void">不能用</Tag> {sentence}
                  </>
                ) : (
                  <Tag kind={isClean ? 'good' : 'bad'}>{verdict}</Tag>
                ),
            },
            { title: '文件', cell: ({ name }) => name },
          ]}
        />
      </WideTable>
    </StandAlonePage>,
  )
}

/** The list of many judgements as a Word file. */
export function batchDocx(rows: readonly BatchRow[], judgedOn: PlainDay): Promise<Uint8Array> {
  const document: OfficialDocument = {
    layout: 'plain',
    letterhead: '公开',
    title: ['政府信息公开工作年度报告检查汇总'],
    body: [
      paragraph(`${writtenDay(judgedOn)}检查。${sumOf(rows)}`),
      {
        kind: 'table',
        caption: '各份报告的检查结果',
        widths: [1, 6, 2, 5, 6],
        headRows: 1,
        size: 'small',
        rows: [
          ['序号', '机关', '年度', '结果', '文件'].map((head) =>
            cell(head, { header: true, align: 'center' }),
          ),
          ...rows.map(({ name, agency, year, verdict, sentence }, index) => [
            cell(index + 1, { align: 'center' }),
            cell(agency ?? '没有读出'),
            cell(year ?? '没有读出', { align: 'center' }),
            cell(verdict ?? `不能用：${sentence ?? ''}`),
            cell(name),
          ]),
        ],
      },
    ],
  }
  return writeDocx(document)
}
