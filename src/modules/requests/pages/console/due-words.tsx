import type { PlainDay } from '../../../../law/calendar/plain-day.ts'
import { outcomeWords } from '../../../../law/outcomes/words.ts'
import { Due, dueInWords, dueState, Tag, type TagKind } from '../../../../platform/html/index.ts'
import type { InboxRow } from '../../queries/inbox.ts'
import type { CaseState } from '../../rules/case-state.ts'

/** What of a case its due day is drawn from. */
export type DueFacts = Pick<
  InboxRow,
  | 'kind'
  | 'state'
  | 'dueOn'
  | 'applicantDueOn'
  | 'daysLeft'
  | 'isOverdue'
  | 'closedOn'
  | 'arrivedOn'
  | 'receivedOn'
>

/** The due day of a case in one look: whose turn it is and until when. */
export function CaseDue({ facts }: { readonly facts: DueFacts }) {
  const { state, dueOn, applicantDueOn, daysLeft, isOverdue } = facts
  const waiting = (says: string, on: PlainDay | null) => (
    <Due state="paused" says={says} on={on} before="至" />
  )
  switch (state) {
    case 'closed':
      return <Due state="met" says="已办结" on={facts.closedOn} />
    case 'awaitingConfirmation':
      return <Due state="soon" says="待确认" on={facts.arrivedOn} before="来件" />
    case 'waitingForApplicant':
      return waiting('等补正', applicantDueOn)
    case 'waitingForFee':
      return waiting('等缴费', applicantDueOn)
    case 'lapsed':
      return <Due state="over" says="待终止" on={applicantDueOn} before="过了" />
    default:
      if (dueOn === null && facts.kind !== 'information')
        return <Due state="plain" says="没有期限" on={facts.receivedOn} before="收到" />
      if (dueOn === null || daysLeft === null) return <Due state="plain" says="算不出来" on={null} />
      return state === 'paused' && !isOverdue ? (
        <Due state="paused" says="等意见" on={dueOn} before="最早" />
      ) : (
        <Due state={dueState(daysLeft, isOverdue)} says={dueInWords(daysLeft, isOverdue)} on={dueOn} />
      )
  }
}

const stateTags: Readonly<Record<CaseState, readonly [TagKind, string]>> = {
  awaitingConfirmation: ['warn', '待确认'],
  running: ['plain', '办理中'],
  paused: ['wait', '征求意见'],
  waitingForApplicant: ['wait', '等补正'],
  waitingForFee: ['wait', '等缴费'],
  lapsed: ['bad', '待终止'],
  closed: ['good', '已办结'],
}

/** The state of a case as a tag; of a closed one, how it ended. */
export function StateTag({ facts }: { readonly facts: Pick<InboxRow, 'state' | 'outcome'> }) {
  const [kind, says] = stateTags[facts.state]
  return (
    <Tag kind={kind}>
      {facts.state === 'closed' && facts.outcome !== null ? outcomeWords[facts.outcome] : says}
    </Tag>
  )
}
