import type { FastifyInstance } from 'fastify'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import {
  ConsolePage,
  Figures,
  Panel,
  renderPage,
  Table,
  Tag,
  When,
  WorkHead,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { approvalStepWords } from '../../words.ts'
import { overdueBelow, standingsBelow, type AgencyStanding, type OverdueBelow } from '../../queries/below.ts'

export const superviseAt = '/console/requests-below'

const sum = (rows: readonly AgencyStanding[], of: (row: AgencyStanding) => number): number =>
  rows.reduce((total, row) => total + of(row), 0)

/** Zero is quiet, so that the rest can be seen. */
function Count({ value, kind }: { readonly value: number; readonly kind?: 'bad' | 'warn' }) {
  if (value === 0) return <span class="note">0</span>
  return kind === undefined ? <>{value}</> : <Tag kind={kind}>{String(value)}</Tag>
}

/** What a late case waits for, in words. */
export function whereItIs({ isAssigned, reply, step }: OverdueBelow): string {
  switch (reply) {
    case 'draft':
      return '答复书在拟稿'
    case 'inReview':
      return `答复书等${step === null ? '审签' : approvalStepWords[step]}`
    case 'approved':
      return '答复书已经审签，还没有发出'
    case 'issued':
    case 'served':
      return '答复书已经发出，还没有登记送达'
    default:
      return isAssigned ? '还没有拟答复书' : '还没有分给经办人'
  }
}

/** The agency and those below it: those in trouble first, counts only. */
export function SupervisePage({
  frame,
  standings,
  late,
}: {
  readonly frame: ConsoleFrame
  readonly standings: readonly AgencyStanding[]
  readonly late: readonly OverdueBelow[]
}) {
  const rows = [...standings].sort(
    (one, other) => other.overdue - one.overdue || other.dueSoon - one.dueSoon || other.open - one.open,
  )
  const overdue = rows.filter((row) => row.overdue > 0).length
  return (
    <ConsolePage frame={frame} title="各机关申请办理" current={superviseAt}>
      <WorkHead title="各机关申请办理">
        {overdue === 0 ? '没有机关逾期。' : `${overdue}个机关有逾期的申请，排在最前面。`}
        这里只有件数和编号，没有申请人和申请内容。更正、建议、投诉不计在内。
      </WorkHead>
      <Figures
        layout="band"
        figures={[
          { name: '在办', value: sum(rows, (row) => row.open), unit: '件' },
          { name: '逾期', value: sum(rows, (row) => row.overdue), unit: '件', bad: overdue > 0 },
          { name: '五日内到期', value: sum(rows, (row) => row.dueSoon), unit: '件' },
          { name: '今年收到', value: sum(rows, (row) => row.receivedThisYear), unit: '件' },
          { name: '今年办结', value: sum(rows, (row) => row.closedThisYear), unit: '件' },
        ]}
      />
      {late.length > 0 && (
        <Panel title="逾期的在哪一步">
          <Table
            caption="逾期的申请"
            stack
            rows={late}
            columns={[
              { title: '编号', kind: 'title', cell: ({ number }) => number },
              { title: '机关', cell: ({ agency }) => agency },
              { title: '最迟答复', kind: 'short', cell: ({ dueOn }) => <When day={dueOn} /> },
              {
                title: '逾期',
                kind: 'short',
                cell: ({ workingDaysLate }) => `${workingDaysLate}个工作日`,
              },
              { title: '到了哪一步', cell: whereItIs },
            ]}
          />
        </Panel>
      )}
      <Panel title="逐个机关">
        <Table
          caption="各机关申请办理情况"
          stack
          rows={rows}
          columns={[
            { title: '机关', kind: 'title', cell: (row) => row.name },
            { title: '逾期', kind: 'number', cell: (row) => <Count value={row.overdue} kind="bad" /> },
            { title: '五日内到期', kind: 'number', cell: (row) => <Count value={row.dueSoon} kind="warn" /> },
            { title: '待确认', kind: 'number', cell: (row) => <Count value={row.awaitingConfirmation} /> },
            { title: '在办', kind: 'number', cell: (row) => <Count value={row.open} /> },
            { title: '今年收到', kind: 'number', cell: (row) => <Count value={row.receivedThisYear} /> },
            { title: '今年办结', kind: 'number', cell: (row) => <Count value={row.closedThisYear} /> },
          ]}
        />
      </Panel>
    </ConsolePage>
  )
}

/** How the agencies below stand with their requests, for who supervises them. */
export function mountSupervise(app: FastifyInstance, services: Services): void {
  app.get(superviseAt, async (req, reply) => {
    const { agencyId } = staffOf(req, 'requests.supervise')
    return reply.html(
      renderPage(
        <SupervisePage
          frame={await consoleFrame(services, req)}
          late={await overdueBelow(services.db, agencyId, services.today())}
          standings={await standingsBelow(services.db, agencyId, services.today())}
        />,
      ),
    )
  })
}
