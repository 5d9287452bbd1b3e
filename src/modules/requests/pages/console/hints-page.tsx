import {
  Button,
  Buttons,
  ConsolePage,
  Empty,
  ErrorSummary,
  FactsList,
  Field,
  Notice,
  Panel,
  problemOf,
  Table,
  Tag,
  When,
  WorkHead,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import type { Form, Stopped } from '../../../../platform/http/form.ts'
import type { OpenProposal, PublicationHints } from '../../queries/publication-hints.ts'
import { caseAt, newPaperAt, requestsAt } from './addresses.ts'

export const hintsAt = '/console/publication-hints'

export interface HintsPageProps {
  readonly frame: ConsoleFrame
  readonly hints: PublicationHints
  /** From how many applicants on the house proposes it. */
  readonly several: number
  readonly mayDecide: boolean
  /** What was typed and did not pass. */
  readonly typed: Form | null
  readonly stopped: Stopped | undefined
  readonly said: string | undefined
}

/** Numbers of cases, each the way to its case; no applicant. */
function Cases({
  cases,
}: {
  readonly cases: readonly { readonly requestId: string; readonly number: string }[]
}) {
  return (
    <>
      {cases.map(({ requestId, number }, place) => (
        <span key={requestId}>
          {place > 0 && '、'}
          <a href={caseAt(requestId)} class="num">
            {number}
          </a>
        </span>
      ))}
    </>
  )
}

function Proposals({ proposals }: { readonly proposals: readonly OpenProposal[] }) {
  return (
    <>
      {proposals.map(({ requestId, number }, place) => (
        <span key={requestId}>
          {place > 0 && '；'}
          <a href={caseAt(requestId)} class="num">
            {number}
          </a>
          ，<a href={newPaperAt(requestId, 'D41')}>拟处理告知书</a>
        </span>
      ))}
    </>
  )
}

function OpenHint({
  hint,
  props,
  index,
}: {
  readonly hint: PublicationHints['open'][number]
  readonly props: HintsPageProps
  readonly index: number
}) {
  const { mayDecide, typed, stopped } = props
  const isTyped = typed !== null && typed.text('key') === hint.key
  const problems = isTyped ? stopped?.problems : undefined
  const form = (decision: 'accepted' | 'dismissed', name: 'place' | 'reason') => ({
    value: isTyped && typed.text('decision') === decision ? typed.text(`${name}.${index}`) : '',
    error: problemOf(problems, `${name}.${index}`),
  })
  return (
    <Panel title={hint.information} id={`hint-${index}`}>
      <FactsList
        facts={[
          ...(hint.documentNumber === '' ? [] : [{ name: '文号', value: hint.documentNumber }]),
          { name: '申请过', value: `${hint.applicants}个申请人，都已经公开给他们` },
          { name: '哪几件', value: <Cases cases={hint.cases} /> },
          { name: '最近一次', value: <When day={hint.lastOn} as="list" /> },
          ...(hint.proposals.length === 0
            ? []
            : [{ name: '有人建议', value: <Proposals proposals={hint.proposals} /> }]),
        ]}
      />
      {mayDecide && (
        <>
          <form method="post" action={hintsAt} class="act-form">
            <input type="hidden" name="key" value={hint.key} />
            <input type="hidden" name="at" value={String(index)} />
            <input type="hidden" name="decision" value="accepted" />
            <Field
              name={`place.${index}`}
              label="准备公开在哪里"
              hint="栏目，或者公开的其他方式"
              {...form('accepted', 'place')}
            />
            <Buttons>
              <Button>纳入主动公开</Button>
            </Buttons>
          </form>
          <form method="post" action={hintsAt} class="act-form">
            <input type="hidden" name="key" value={hint.key} />
            <input type="hidden" name="at" value={String(index)} />
            <input type="hidden" name="decision" value="dismissed" />
            <Field
              name={`reason.${index}`}
              label="不主动公开的理由"
              hint="例如只涉及申请人自己，或者内容很快失去时效"
              {...form('dismissed', 'reason')}
            />
            <Buttons>
              <Button look="line">不纳入</Button>
            </Buttons>
          </form>
        </>
      )}
    </Panel>
  )
}

/** Information that several asked for and got: whether everybody should have it, decided by a person; and what was decided. */
export function HintsPage(props: HintsPageProps) {
  const { frame, hints, several, said, stopped } = props
  return (
    <ConsolePage
      frame={frame}
      title="主动公开提示"
      current={hintsAt}
      crumbs={[{ title: '依申请公开', href: requestsAt }, { title: '主动公开提示' }]}
      problems={stopped?.problems.length}
    >
      <WorkHead title="主动公开提示">
        {several}个以上申请人申请过、已经公开给他们的同一信息，可以纳入主动公开（条例第四十四条第一款）。
      </WorkHead>
      {said && (
        <Notice kind="good" announce>
          <p>{said}</p>
        </Notice>
      )}
      <ErrorSummary problems={stopped?.problems} />
      {hints.open.length === 0 && <Empty says="现在没有要看的。" />}
      {hints.open.map((hint, index) => (
        <OpenHint key={hint.key} hint={hint} props={props} index={index} />
      ))}
      {hints.decided.length > 0 && (
        <Panel title="看过的" id="decided">
          <Table
            caption="已经决定的"
            stack
            rows={hints.decided}
            columns={[
              { title: '信息', kind: 'title', cell: (hint) => hint.information },
              {
                title: '决定',
                kind: 'short',
                cell: (hint) =>
                  hint.decision === 'accepted' ? (
                    <Tag kind="good">纳入主动公开</Tag>
                  ) : (
                    <Tag kind="void">不纳入</Tag>
                  ),
              },
              { title: '公开在哪里，或者理由', cell: (hint) => hint.reason },
              { title: '申请人', kind: 'number', cell: (hint) => hint.applicants },
              { title: '日期', kind: 'short', cell: (hint) => <When day={hint.decidedOn} as="list" /> },
              {
                title: '要告知的建议',
                cell: (hint) => (hint.proposals.length === 0 ? '' : <Proposals proposals={hint.proposals} />),
              },
            ]}
          />
        </Panel>
      )}
    </ConsolePage>
  )
}
