import type { FastifyInstance } from 'fastify'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import {
  ConsolePage,
  Figures,
  Panel,
  renderPage,
  Table,
  Tag,
  WorkHead,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { standingsBelow, type AgencyStanding } from '../../queries/below.ts'

export const superviseAt = '/console/requests-below'

const sum = (rows: readonly AgencyStanding[], of: (row: AgencyStanding) => number): number =>
  rows.reduce((total, row) => total + of(row), 0)

/** Zero is quiet, so that the rest can be seen. */
function Count({ value, kind }: { readonly value: number; readonly kind?: 'bad' | 'warn' }) {
  if (value === 0) return <span class="note">0</span>
  return kind === undefined ? <>{value}</> : <Tag kind={kind}>{String(value)}</Tag>
}

/** The agency and those below it: those in trouble first, counts only. */
export function SupervisePage({
  frame,
  standings,
}: {
  readonly frame: ConsoleFrame
  readonly standings: readonly AgencyStanding[]
}) {
  const rows = [...standings].sort(
    (one, other) => other.overdue - one.overdue || other.dueSoon - one.dueSoon || other.open - one.open,
  )
  const overdue = rows.filter((row) => row.overdue > 0).length
  return (
    <ConsolePage frame={frame} title="各机关申请办理" current={superviseAt}>
      <WorkHead title="各机关申请办理">
        {overdue === 0 ? '没有机关逾期。' : `${overdue}个机关有逾期的申请，排在最前面。`}
        这里只有件数，没有申请人和申请内容。
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
          standings={await standingsBelow(services.db, agencyId, services.today())}
        />,
      ),
    )
  })
}
