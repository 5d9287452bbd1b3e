import { beijingDay } from '../../../../law/calendar/plain-day.ts'
import {
  Button,
  Buttons,
  ConsolePage,
  Empty,
  ErrorSummary,
  FileDrop,
  Notice,
  Panel,
  problemOf,
  Table,
  Tabs,
  Tag,
  when,
  WorkHead,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import type { FieldProblem } from '../../../../platform/refusals.ts'
import type { ReportEntry } from '../../queries/published-reports.ts'
import type { TriageCount } from '../../queries/triage-of-year.ts'
import { megabytesInWords, submissionLimits } from '../../rules/submission.ts'
import type { Batch } from '../../store/batches.ts'
import type { WithinReach } from '../../store/reach.ts'
import type { Rectification } from '../../store/rectifications.ts'
import { letterAddress } from '../../to-do.ts'
import { acceptedTypes } from '../portal/judge-pages.tsx'
import { auditHome } from './judged-page.tsx'

const limits = submissionLimits.console

export const letterStates = {
  issued: { says: '等整改', kind: 'wait' },
  answered: { says: '已反馈', kind: 'info' },
  closed: { says: '已办结', kind: 'good' },
} as const

/** A letter with the names of both sides. */
export interface ListedLetter extends Rectification {
  readonly agencyName: string
  readonly byName: string
}

interface ReportRow {
  readonly agency: WithinReach
  readonly report: ReportEntry | null
  /** What this office has said of its findings. */
  readonly triage: TriageCount | null
}

interface AuditHomeProps {
  readonly frame: ConsoleFrame
  readonly once: string
  readonly problems?: readonly FieldProblem[]
  readonly said?: string
  readonly batches: readonly (Batch & { readonly count: number })[]
  readonly year: number | null
  readonly years: readonly number[]
  readonly rows: readonly ReportRow[]
  readonly letters: readonly ListedLetter[]
}

/** Where staff check drafts and published reports, and see how the reports of their agencies stand. */
export function AuditHomePage(props: AuditHomeProps) {
  const { frame, once, problems, said, batches, year, years, rows, letters } = props
  return (
    <ConsolePage
      frame={frame}
      title="报告检查"
      current={auditHome}
      islands={['file-drop']}
      problems={problems?.length}
    >
      <WorkHead title="报告检查">发布前检查草稿，发布后登记存档；上级可以一次检查六十个机关的报告。</WorkHead>
      {said && <Notice kind="good" announce title={said} />}
      <ErrorSummary problems={problems} title="这些文件没有收下" />
      <form class="judge-drop" method="post" action={auditHome} encType="multipart/form-data">
        <input type="hidden" name="once" value={once} />
        <FileDrop
          name="reports"
          label="把报告拖到这里，或者从电脑里选"
          hint={`一次${limits.files}份以内，每份不超过${megabytesInWords(limits.fileBytes)}，也可以是压缩包。上年的报告一起放进来，就能查结转。没有登记的文件${limits.keptDays}天后自动删除。`}
          error={problemOf(problems, 'reports')}
          multiple
          accept={acceptedTypes}
          largest={limits.fileBytes}
        />
        <Buttons>
          <Button>开始检查</Button>
        </Buttons>
      </form>
      {batches.length > 0 && <Batches batches={batches} />}
      <Panel title="各机关已发布的报告">
        {year === null ? (
          <Empty says="还没有登记过报告">检查以后，在结果页上登记为已发布的报告。</Empty>
        ) : (
          <>
            <Tabs
              name="年度"
              tabs={years.map((one) => ({
                title: `${one}年`,
                href: `${auditHome}?year=${one}`,
                chosen: one === year,
              }))}
            />
            <Reports year={year} rows={rows} />
          </>
        )}
      </Panel>
      {letters.length > 0 && <Letters letters={letters} />}
    </ConsolePage>
  )
}

function Batches({ batches }: Pick<AuditHomeProps, 'batches'>) {
  return (
    <Panel title="检查过的">
      <Table
        caption="检查过的"
        stack
        rows={batches}
        columns={[
          {
            title: '提交',
            kind: 'title',
            cell: (batch) => (
              <a href={`${auditHome}/batches/${batch.batchId}`}>
                {`${when(beijingDay(batch.submittedAt), 'list')}，${batch.count}份`}
              </a>
            ),
          },
          { title: '保留到', kind: 'short', cell: (batch) => when(beijingDay(batch.expiresAt), 'list') },
          {
            title: '状态',
            cell: (batch) =>
              batch.readAt ? <Tag kind="good">检查完了</Tag> : <Tag kind="wait">正在检查</Tag>,
          },
        ]}
      />
    </Panel>
  )
}

function Reports({ year, rows }: { readonly year: number; readonly rows: readonly ReportRow[] }) {
  return (
    <Table
      caption={`${year}年各机关的报告`}
      stack
      rows={rows}
      columns={[
        {
          title: '机关',
          kind: 'title',
          cell: ({ agency, report }) =>
            report ? <a href={`${auditHome}/reports/${agency.slug}/${year}`}>{agency.name}</a> : agency.name,
        },
        { title: '结果', cell: ({ report }) => <ReportVerdict report={report} /> },
        { title: '由人判断', cell: ({ triage }) => triageInWords(triage) },
      ]}
    />
  )
}

/** 「还有3处没看，2处属实，1处不算问题」; empty where nothing was found. */
export function triageInWords(triage: TriageCount | null): string {
  if (triage === null) return ''
  const { open, confirmed, dismissed } = triage
  if (open + confirmed + dismissed === 0) return ''
  if (confirmed + dismissed === 0) return '都还没看'
  return [
    open > 0 ? `还有${open}处没看` : '都看过了',
    ...(confirmed > 0 ? [`${confirmed}处属实`] : []),
    ...(dismissed > 0 ? [`${dismissed}处不算问题`] : []),
  ].join('，')
}

function ReportVerdict({ report }: { readonly report: ReportEntry | null }) {
  if (report === null) return <span class="quiet">没有登记</span>
  if (report.errors > 0) return <Tag kind="bad">{`${report.errors}处错误，共${report.findings}处`}</Tag>
  if (report.findings > 0) return <Tag kind="warn">{`${report.findings}处存疑或提示`}</Tag>
  return <Tag kind="good">没有发现问题</Tag>
}

function Letters({ letters }: Pick<AuditHomeProps, 'letters'>) {
  return (
    <Panel title="整改通知">
      <Table
        caption="整改通知"
        stack
        rows={letters}
        columns={[
          {
            title: '文号',
            kind: 'title',
            cell: (letter) => <a href={letterAddress(letter)}>{letter.documentNumber}</a>,
          },
          {
            title: '机关',
            cell: (letter) => `${letter.byName}致${letter.agencyName}，${letter.year}年报告`,
          },
          { title: '期限', kind: 'short', cell: (letter) => when(letter.dueOn, 'list') },
          {
            title: '状态',
            cell: ({ state }) => <Tag kind={letterStates[state].kind}>{letterStates[state].says}</Tag>,
          },
        ]}
      />
    </Panel>
  )
}
