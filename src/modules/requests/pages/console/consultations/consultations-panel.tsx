import type { PlainDay } from '../../../../../law/calendar/plain-day.ts'
import { Empty, Panel, Table, Tag, When } from '../../../../../platform/html/index.ts'
import type { CaseFileView } from '../../../queries/case-file.ts'
import { consultationKindWords } from '../../../words.ts'
import { consultationAt } from './consultation-addresses.ts'
import { consultationStanding } from './consultation-standing.ts'

/** Who was asked in a case, for its page and its own. */
export function ConsultationsPanel({
  file,
  today,
}: {
  readonly file: CaseFileView
  readonly today: PlainDay
}) {
  const { consultations, request } = file
  return (
    <Panel title="征求意见" id="consultations">
      {consultations.length === 0 ? (
        <Empty says="还没有">
          涉及第三方商业秘密、个人隐私的，或者和其他机关共同制作的，先书面征求意见。
        </Empty>
      ) : (
        <Table
          caption={`${request.number}征求的意见`}
          stack
          rows={consultations}
          columns={[
            {
              title: '对象',
              kind: 'title',
              cell: (one) => (
                <>
                  <a class="row-title" href={consultationAt(request.requestId, one.consultationId)}>
                    {one.party.name}
                  </a>
                  <span class="note sub">{consultationKindWords[one.kind]}</span>
                </>
              ),
            },
            {
              title: '发出',
              kind: 'short',
              cell: (one) => (one.sentOn === null ? '' : <When day={one.sentOn} as="list" />),
            },
            {
              title: '对方收到',
              kind: 'short',
              cell: (one) => (one.deliveredOn === null ? '' : <When day={one.deliveredOn} as="list" />),
            },
            {
              title: '对方的期限',
              kind: 'short',
              cell: (one) => {
                const { limitOn } = consultationStanding(one, request.calendar, today)
                return limitOn === null ? '' : <When day={limitOn} as="list" />
              },
            },
            {
              title: '意见',
              cell: (one) => {
                const { kind, says } = consultationStanding(one, request.calendar, today)
                return <Tag kind={kind}>{says}</Tag>
              },
            },
          ]}
        />
      )}
    </Panel>
  )
}
