import { beijingDay } from '../../../../law/calendar/plain-day.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  ConsolePage,
  ErrorSummary,
  Field,
  LiveRegion,
  Notice,
  Panel,
  problemOf,
  Progress,
  Tag,
  when,
  WorkHead,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import type { FieldProblem } from '../../../../platform/refusals.ts'
import type { Batch } from '../../store/batches.ts'
import type { Check, CheckEntry } from '../../store/checks.ts'
import type { WithinReach } from '../../store/reach.ts'
import { CheckList, isFinished, progressInWords, readCount } from '../check-list.tsx'
import { auditHome } from './judged-page.tsx'

interface ListProps {
  readonly base: string
  readonly checks: readonly CheckEntry[]
}

/** The part of a batch's page that is drawn anew while the files are read. */
export function ConsoleBatchProgress({ base, checks }: ListProps) {
  return (
    <>
      <Progress
        name={progressInWords(checks)}
        says=""
        value={readCount(checks)}
        max={Math.max(1, checks.length)}
      />
      <ConsoleCheckList base={base} checks={checks} />
    </>
  )
}

function Registered({ check }: { readonly check: CheckEntry }) {
  if (check.importedEdition !== null) return <Tag kind="good">{`已登记，第${check.importedEdition}版`}</Tag>
  if (check.state === 'done' && check.reportOf === null)
    return <Tag kind="warn">{check.agency === null ? '没有读出机关' : '机关目录里没有'}</Tag>
  return null
}

function ConsoleCheckList({ base, checks }: ListProps) {
  return (
    <CheckList
      checks={checks}
      hrefOf={({ number }) => `${base}/${number}`}
      more={{ title: '登记', cell: (check) => <Registered check={check} /> }}
    />
  )
}

interface ConsoleBatchProps {
  readonly frame: ConsoleFrame
  readonly batch: Batch
  readonly checks: readonly CheckEntry[]
  /** Checks that can be registered at once. */
  readonly ready: number
  readonly said?: string
  readonly problems?: readonly FieldProblem[]
}

/** The files of a batch, the worst first once all are read. */
export function ConsoleBatchPage({ frame, batch, checks, ready, said, problems }: ConsoleBatchProps) {
  const base = `${auditHome}/batches/${batch.batchId}`
  const finished = isFinished(checks)
  const title = finished ? `${checks.length}份报告的检查结果` : '正在检查'
  return (
    <ConsolePage
      frame={frame}
      title={title}
      current={auditHome}
      crumbs={[{ title: '报告检查', href: auditHome }, { title: '这一批' }]}
      islands={finished ? [] : ['live-region']}
      problems={problems?.length}
    >
      <WorkHead
        title={title}
        acts={
          finished &&
          checks.length > 1 && (
            <ButtonLink href={`${base}.csv`} look="line" icon="download">
              结果表 CSV
            </ButtonLink>
          )
        }
      >
        {`${when(beijingDay(batch.submittedAt))}提交，保留到${when(beijingDay(batch.expiresAt))}。登记过的报告不受影响。`}
      </WorkHead>
      {said && <Notice kind="good" announce title={said} />}
      <ErrorSummary problems={problems} title="没有办成" />
      {finished ? (
        <ConsoleCheckList base={base} checks={worstFirst(checks)} />
      ) : (
        <LiveRegion src={`${base}/progress`} again={base} every={1}>
          <ConsoleBatchProgress base={base} checks={checks} />
        </LiveRegion>
      )}
      <form method="post">
        <Buttons>
          {ready > 0 && (
            <Button look="seal" formAction={`${base}/import`}>
              {`${ready}份登记为已发布的报告`}
            </Button>
          )}
        </Buttons>
      </form>
      <details class="triage">
        <summary>删除这一批</summary>
        <form method="post" action={`${base}/discard`}>
          <p>{`${checks.length}份报告和检查结果都会删除，不能恢复。已经登记的报告和对它们的判断不受影响。`}</p>
          <Buttons>
            <Button look="line">全部删除</Button>
          </Buttons>
        </form>
      </details>
    </ConsolePage>
  )
}

/** What could not be read, then most errors, then most findings. */
export function worstFirst(checks: readonly CheckEntry[]): readonly CheckEntry[] {
  const errors = (check: CheckEntry): number =>
    check.state === 'unreadable'
      ? Number.MAX_SAFE_INTEGER
      : check.findings.filter(({ severity, verdict }) => severity === 'error' && verdict === 'fails').length
  return [...checks].sort(
    (a, b) => errors(b) - errors(a) || b.findings.length - a.findings.length || a.number - b.number,
  )
}

/** Why a report belongs to no agency yet, and what helps. */
function notPlacedWords({ agency, reportOf }: Check): string {
  if (reportOf !== null) return '文件里没有读出年度。填好年度，就可以登记和逐处判断。'
  return agency === null
    ? '文件里没有读出是哪个机关。选好机关和年度，就可以登记和逐处判断。'
    : `文件写的是${agency}，机关目录里没有这个名称。它是下面某个机关的，请选好；目录里还没有的，请系统管理员先把机关录入目录，再来登记和逐处判断。`
}

interface PlaceProps {
  readonly base: string
  readonly check: Check
  readonly reach: readonly WithinReach[]
  readonly typed: (name: string) => string
  readonly problems?: readonly FieldProblem[]
}

/** Whose report a check is, and registering it as published. */
export function PlacePanel({ base, check, reach, typed, problems }: PlaceProps) {
  const agency = reach.find(({ agencyId }) => agencyId === check.reportOf)
  const isPlaced = agency !== undefined && check.reportYear !== null
  return (
    <Panel title="报告属于" id="place">
      <p>
        {isPlaced
          ? `${agency.name}，${check.reportYear}年度。`
          : check.reportOf !== null && !agency
            ? '这是别的机关的报告，只能看，不能登记。'
            : notPlacedWords(check)}
        {check.importedEdition !== null && agency && (
          <>
            {' '}
            <a href={`${auditHome}/reports/${agency.slug}/${check.reportYear}`}>
              {`已登记为第${check.importedEdition}版`}
            </a>
          </>
        )}
      </p>
      {isPlaced && check.importedEdition === null && (
        <form method="post" action={`${base}/import`}>
          <Buttons>
            <Button look="seal">登记为已发布的报告</Button>
          </Buttons>
        </form>
      )}
      <details class="triage" open={!isPlaced}>
        <summary>{isPlaced ? '不对，改一下' : '选机关和年度'}</summary>
        <form method="post" action={`${base}/place`}>
          <Field
            name="agencyId"
            label="机关"
            kind="pick"
            value={typed('agencyId') || (check.reportOf ?? '')}
            options={[
              { value: '', label: '请选' },
              ...reach.map((one) => ({
                value: one.agencyId,
                label: `${'　'.repeat(one.depth)}${one.name}`,
              })),
            ]}
            error={problemOf(problems, 'agencyId')}
          />
          <Field
            name="year"
            label="报告年度"
            inputMode="numeric"
            short
            value={typed('year') || (check.reportYear === null ? '' : String(check.reportYear))}
            error={problemOf(problems, 'year')}
          />
          <Buttons>
            <Button look="line">保存</Button>
          </Buttons>
        </form>
      </details>
    </Panel>
  )
}
