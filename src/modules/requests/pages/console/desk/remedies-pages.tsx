import type { PlainDay } from '../../../../../law/calendar/plain-day.ts'
import { outcomeCodes, outcomeOf } from '../../../../../law/outcomes/outcomes.ts'
import { outcomeWords } from '../../../../../law/outcomes/words.ts'
import type { Stopped } from '../../../../../platform/http/form.ts'
import {
  Button,
  Buttons,
  Choice,
  ConsolePage,
  Empty,
  ErrorSummary,
  FactsList,
  Field,
  Figures,
  Notice,
  Panel,
  problemOf,
  Table,
  Tag,
  When,
  WorkHead,
  type ConsoleFrame,
} from '../../../../../platform/html/index.ts'
import { remedyResults } from '../../../model.ts'
import type { Remedy } from '../../../store/remedies.ts'
import { newPaperAt } from '../addresses.ts'
import { remedyKindWords, remedyResultWords } from '../../../words.ts'

export const remediesAt = '/console/remedies'

/** A remedy with the number of the case it is about. */
export interface RemedyLine extends Remedy {
  readonly requestNumber: string | null
}

function Result({ remedy }: { readonly remedy: Remedy }) {
  if (remedy.result === null) return <Tag kind="wait">尚未审结</Tag>
  if (remedy.result === 'upheld') return <Tag kind="good">{remedyResultWords.upheld}</Tag>
  if (remedy.result === 'corrected') return <Tag kind="bad">{remedyResultWords.corrected}</Tag>
  return <Tag kind="void">{remedyResultWords.other}</Tag>
}

/** What was typed into the form for a new remedy. */
export interface TypedRemedy {
  readonly kind: string
  readonly requestNumber: string
  readonly organ: string
  readonly caseNumber: string
  readonly notifiedOn: string
  readonly afterRemedyId: string
  readonly note: string
}

/** The register of reconsiderations and suits, and the form that adds one. */
export function RemediesPage({
  frame,
  remedies,
  typed,
  mayRecord,
  said,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly remedies: readonly RemedyLine[]
  readonly typed: TypedRemedy
  readonly mayRecord: boolean
  readonly said?: string
  readonly stopped?: Stopped
}) {
  const problems = stopped?.problems
  const pending = remedies.filter(({ result }) => result === null)
  const toAnswer = remedies.filter(
    ({ result, reanswerDueOn, reansweredOn }) =>
      result === 'corrected' && reanswerDueOn !== null && reansweredOn === null,
  )
  return (
    <ConsolePage frame={frame} title="复议和诉讼" current={remediesAt} problems={problems?.length}>
      <WorkHead title="复议和诉讼">
        {pending.length === 0
          ? '现在没有未审结的案件。'
          : `${pending.length}件尚未审结，年底没有结果的计入“尚未审结”。`}
      </WorkHead>
      {said && (
        <Notice kind="good" announce>
          <p>{said}</p>
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      {remedies.length === 0 ? (
        <Empty says="还没有">
          <p>收到行政复议答复通知书或者应诉通知书后，在这里登记。</p>
        </Empty>
      ) : (
        <>
          <Figures
            figures={[
              { name: '尚未审结', value: pending.length, unit: '件' },
              { name: '待重新答复', value: toAnswer.length, unit: '件', bad: toAnswer.length > 0 },
              { name: '登记总数', value: remedies.length, unit: '件' },
            ]}
          />
          <Table
            caption="复议和诉讼登记"
            stack
            rows={remedies}
            columns={[
              {
                title: '案号',
                kind: 'title',
                cell: (remedy) => (
                  <a class="row-title" href={`${remediesAt}/${remedy.remedyId}`}>
                    {remedy.caseNumber}
                  </a>
                ),
              },
              { title: '类型', cell: ({ kind }) => remedyKindWords[kind] },
              { title: '受理机关', cell: ({ organ }) => organ },
              {
                title: '申请',
                kind: 'short',
                cell: ({ requestId, requestNumber }) =>
                  requestId === null ? (
                    <span class="note">未连到申请</span>
                  ) : (
                    <a href={`/console/requests/${requestId}`}>{requestNumber}</a>
                  ),
              },
              { title: '收到通知', kind: 'short', cell: ({ notifiedOn }) => <When day={notifiedOn} /> },
              { title: '结果', kind: 'short', cell: (remedy) => <Result remedy={remedy} /> },
            ]}
          />
        </>
      )}
      {mayRecord && (
        <Panel title="登记一件" id="new-remedy">
          <form method="post" action={remediesAt}>
            <Choice
              name="kind"
              label="类型"
              options={[
                { value: 'reconsideration', label: '行政复议' },
                {
                  value: 'litigation',
                  label: '行政诉讼',
                  hint: '复议后起诉的，在下面选此前的复议；没有选的，算未经复议直接起诉',
                },
              ]}
              value={typed.kind}
              error={problemOf(problems, 'kind')}
            />
            <Field
              name="requestNumber"
              label="申请编号"
              optional
              short
              hint="例如 2026-0017"
              value={typed.requestNumber}
              error={problemOf(problems, 'requestId')}
            />
            <Field
              name="organ"
              label="复议机关或者法院"
              hint="写全称"
              value={typed.organ}
              error={problemOf(problems, 'organ')}
              required
            />
            <Field
              name="caseNumber"
              label="案号"
              value={typed.caseNumber}
              error={problemOf(problems, 'caseNumber')}
              required
            />
            <Field
              name="notifiedOn"
              label="收到答复通知或者应诉通知的日期"
              kind="date"
              short
              value={typed.notifiedOn}
              error={problemOf(problems, 'notifiedOn')}
              required
            />
            <Field
              name="afterRemedyId"
              label="此前的行政复议"
              optional
              kind="pick"
              options={[
                { value: '', label: '没有经过复议' },
                ...remedies
                  .filter(({ kind }) => kind === 'reconsideration')
                  .map(({ remedyId, caseNumber }) => ({ value: remedyId, label: caseNumber })),
              ]}
              value={typed.afterRemedyId}
              error={problemOf(problems, 'afterRemedyId')}
            />
            <Field name="note" label="备注" optional kind="lines" rows={2} value={typed.note} />
            <Buttons>
              <Button>登记</Button>
            </Buttons>
          </form>
        </Panel>
      )}
    </ConsolePage>
  )
}

/** One reconsideration or suit: its facts, and the form for its result. */
export function RemedyPage({
  frame,
  remedy,
  mayRecord,
  mayDraft,
  typed,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly remedy: RemedyLine
  readonly mayRecord: boolean
  readonly mayDraft: boolean
  readonly typed: {
    readonly result: string
    readonly closedOn: string
    readonly reanswerDueOn: string
    readonly note: string
  }
  readonly stopped?: Stopped
}) {
  const problems = stopped?.problems
  const dayOr = (on: PlainDay | null, none: string) => (on === null ? none : <When day={on} />)
  return (
    <ConsolePage frame={frame} title={remedy.caseNumber} current={remediesAt} problems={problems?.length}>
      <WorkHead title={remedy.caseNumber}>
        {remedyKindWords[remedy.kind]}，{remedy.organ}。
      </WorkHead>
      <ErrorSummary problems={problems} />
      <FactsList
        facts={[
          {
            name: '申请',
            value:
              remedy.requestId === null ? (
                '未连到申请'
              ) : (
                <a href={`/console/requests/${remedy.requestId}`}>{remedy.requestNumber}</a>
              ),
          },
          { name: '收到通知', value: dayOr(remedy.notifiedOn, '') },
          { name: '结果', value: <Result remedy={remedy} /> },
          { name: '结案', value: dayOr(remedy.closedOn, '还没有') },
          ...(remedy.result === 'corrected'
            ? [
                { name: '重新答复的期限', value: dayOr(remedy.reanswerDueOn, '决定没有要求') },
                { name: '重新答复', value: dayOr(remedy.reansweredOn, '还没有') },
              ]
            : []),
          { name: '备注', value: remedy.note || '无' },
        ]}
      />
      {remedy.result === 'corrected' && remedy.reansweredOn === null && remedy.requestId !== null && (
        <Notice kind="warn" title="还要重新答复">
          <p>重新答复不改动原来年度的统计，原来的答复留在卷宗里。</p>
        </Notice>
      )}
      {remedy.result === 'corrected' &&
        remedy.reansweredOn === null &&
        remedy.requestId !== null &&
        mayDraft && (
          <Panel title="拟新的答复" id="new-answer">
            <form method="get" action={newPaperAt(remedy.requestId)}>
              <input type="hidden" name="remedy" value={remedy.remedyId} />
              <Field
                name="letter"
                label="重新答复的结果"
                kind="pick"
                options={outcomeCodes
                  .filter((code) => outcomeOf(code).group !== 'otherwiseClosed')
                  .map((code) => ({ value: outcomeOf(code).letter, label: outcomeWords[code] }))}
              />
              <Buttons>
                <Button>拟新的答复书</Button>
              </Buttons>
            </form>
          </Panel>
        )}
      {remedy.result === null && mayRecord && (
        <Panel title="登记结果" id="result">
          <form method="post" action={`${remediesAt}/${remedy.remedyId}`}>
            <input type="hidden" name="version" value={String(remedy.version)} />
            <Choice
              name="result"
              label="结果"
              options={remedyResults.map((value) => ({
                value,
                label: remedyResultWords[value],
                hint:
                  value === 'upheld'
                    ? '维持、驳回请求'
                    : value === 'corrected'
                      ? '撤销、变更、确认违法、责令履行'
                      : '撤回、不予受理、终止、调解',
              }))}
              value={typed.result}
              error={problemOf(problems, 'result')}
            />
            <Field
              name="closedOn"
              label="结案日期"
              kind="date"
              short
              value={typed.closedOn}
              error={problemOf(problems, 'closedOn')}
              required
            />
            <Field
              name="reanswerDueOn"
              label="重新答复的期限"
              optional
              hint="结果是纠正，并且要求重新答复的，写最后一日"
              kind="date"
              short
              value={typed.reanswerDueOn}
              error={problemOf(problems, 'reanswerDueOn')}
            />
            <Field name="note" label="备注" optional kind="lines" rows={3} value={typed.note} />
            <Buttons>
              <Button>登记结果</Button>
            </Buttons>
          </form>
        </Panel>
      )}
    </ConsolePage>
  )
}
