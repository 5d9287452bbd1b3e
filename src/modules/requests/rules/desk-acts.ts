import { addWorkingDays, workingDaysBetween, type Calendar } from '../../../law/calendar/calendar.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { ClockEvent } from '../../../law/clock/case.ts'
import { clarificationDays, longestExtension } from '../../../law/clock/course.ts'
import type { Reason } from '../../../law/reason.ts'
import type { RequestSettings } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import type { RequestPermission } from '../words.ts'
import { whatIf, type CaseCourse, type CaseStanding } from './case-state.ts'
import { actsOfOtherMatters, reasonAgainst, type CaseAct } from './transitions.ts'

/** What the pages of a case offer: steps of the statute, what came in, order in the house. */
export const deskActs = [
  'reply',
  'askClarification',
  'consult',
  'extend',
  'noticeFee',
  'askReasons',
  'defer',
  'confirmReceipt',
  'answerClarification',
  'giveReasons',
  'payFee',
  'withdraw',
  'assign',
  'split',
  'link',
  'attach',
  'renewCode',
  'printReceipt',
] as const
export type DeskAct = (typeof deskActs)[number]

/** All that decides what may be done to a case now. */
export interface DeskGround {
  readonly course: CaseCourse & { readonly splitFrom: string | null }
  readonly standing: CaseStanding
  readonly calendar: Calendar
  readonly today: PlainDay
  readonly settings: RequestSettings
  /** Papers that are not discarded. */
  readonly papers: number
  readonly permissions: ReadonlySet<string>
}

/** The permission an act asks for. */
export const permissionOfAct: Readonly<Record<DeskAct, RequestPermission>> = {
  reply: 'requests.handle',
  askClarification: 'requests.handle',
  consult: 'requests.handle',
  extend: 'requests.handle',
  noticeFee: 'requests.handle',
  askReasons: 'requests.handle',
  defer: 'requests.handle',
  confirmReceipt: 'requests.register',
  answerClarification: 'requests.register',
  giveReasons: 'requests.register',
  payFee: 'requests.register',
  withdraw: 'requests.register',
  assign: 'requests.register',
  split: 'requests.register',
  link: 'requests.handle',
  attach: 'requests.handle',
  renewCode: 'requests.register',
  printReceipt: 'requests.register',
}

/** An act with what speaks against it now; none means that it may be done. */
export interface DeskActReading {
  readonly act: DeskAct
  readonly reasons: readonly Reason[]
  /** What it would lead to, in one sentence; null when there is nothing to add. */
  readonly leadsTo: string | null
}

const day = (on: PlainDay): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`

/** The event of the clock an act would bring about today; null when it moves no clock. */
export function eventOfAct(
  act: DeskAct,
  { calendar, today, settings }: DeskGround,
  days: number | null = null,
): ClockEvent | null {
  switch (act) {
    case 'askClarification':
      return {
        type: 'clarificationAsked',
        on: today,
        until: addWorkingDays(calendar, today, days ?? settings.clarificationDays),
      }
    case 'extend':
      return { type: 'extended', on: today, days: days ?? longestExtension }
    case 'consult':
      return { type: 'thirdPartyAsked', id: 'preview', sentOn: today, receivedOn: today }
    case 'noticeFee':
      return { type: 'feeNoticed', on: today, receivedOn: today }
    case 'answerClarification':
      return { type: 'clarificationAnswered', on: today }
    case 'payFee':
      return { type: 'feePaid', on: today }
    case 'reply':
      return { type: 'answered', on: today, service: 'post' }
    default:
      return null
  }
}

/** Every act with its reasons: the table of transitions, what the clock forbids, what the house has not set up. */
export function readDeskActs(ground: DeskGround): readonly DeskActReading[] {
  return deskActs
    .filter((act) => isFor(act, ground.course.kind))
    .map((act) => ({
      act,
      reasons: reasonsAgainstAct(act, ground),
      leadsTo: leadsTo(act, ground),
    }))
}

/** Steps that can never be taken in a kind of case are not offered at all. */
function isFor(act: DeskAct, kind: DeskGround['course']['kind']): boolean {
  if (kind === 'information' || act === 'link' || act === 'renewCode' || act === 'printReceipt') return true
  return actsOfOtherMatters.includes(act)
}

function reasonsAgainstAct(act: DeskAct, ground: DeskGround): readonly Reason[] {
  const { course, standing, permissions, settings } = ground
  if (!permissions.has(permissionOfAct[act])) return [requestRefusals['requests.permission.missing']]
  if (act === 'renewCode' || act === 'link') return []
  if (act === 'printReceipt')
    return course.closedOn === null ? [] : [requestRefusals['requests.receipt.tooLate']]
  const against = reasonAgainst(act satisfies CaseAct, standing.state, course.kind)
  if (against !== null) return [against]
  if (standing.refusal !== null && act !== 'assign' && act !== 'attach')
    return [requestRefusals['requests.case.datesClash']]
  const happened = (type: string) => course.events.some((event) => event.type === type)
  switch (act) {
    case 'split':
      return ground.papers > 0 || course.events.length > 0 || course.splitFrom !== null
        ? [requestRefusals['requests.split.underWay']]
        : []
    case 'giveReasons':
    case 'defer':
      return happened('reasonsAsked') ? [] : [requestRefusals['requests.paper.reasonsNotAsked']]
    case 'noticeFee':
      if (settings.feePayment === '') return [requestRefusals['requests.fee.notCharged']]
      break
    default:
      break
  }
  const event = act === 'reply' ? null : eventOfAct(act, ground)
  const refusal =
    event === null ? null : (whatIf(course, event, ground.calendar, ground.today)?.refusal ?? null)
  return refusal === null ? [] : [refusal]
}

function leadsTo(act: DeskAct, ground: DeskGround): string | null {
  const { course, standing, calendar, today, settings } = ground
  const event = eventOfAct(act, ground)
  const after = event === null ? null : (whatIf(course, event, calendar, today)?.reading ?? null)
  switch (act) {
    case 'reply':
      return standing.state === 'lapsed'
        ? '申请人没有在期限内补正或者缴费，只能作终止告知。'
        : course.kind === 'information'
          ? '按信息清单的判断拟答复书，审签以后送达，送达才算答复（第三十六条）。'
          : '办好以后书面告知，不计入年报表三，也没有20个工作日的期限。'
    case 'askClarification': {
      const used = course.receivedOn === null ? 0 : workingDaysBetween(calendar, course.receivedOn, today)
      const late =
        used > clarificationDays ? `已经过了收到后的${clarificationDays}个工作日，仍可以告知，但要说明。` : ''
      return `一次告知全部要补正的，给${settings.clarificationDays}个工作日，期限停算；收到补正后重新计算20个工作日（第三十条）。${late}`
    }
    case 'extend':
      return after?.dueOn && standing.dueOn
        ? `只能一次，最多延${longestExtension}个工作日，到${day(after.dueOn)}。须在${day(standing.dueOn)}前经公开工作机构负责人同意并告知申请人（第三十三条第二款）。`
        : `只能一次，最多延${longestExtension}个工作日（第三十三条第二款）。`
    case 'consult':
      if (standing.dueOn !== null && today >= standing.dueOn)
        return '到期日已到，现在征求意见不再扣除时间。仍可以征求，但不改变到期日（第三十三条第三款）。'
      return after?.latestDueOn
        ? `征求意见的时间不计入期限。对方今天收到、用足15个工作日的，最迟到${day(after.latestDueOn)}（第三十二条、第三十三条第三款）。`
        : '征求意见的时间不计入期限（第三十三条第三款）。'
    case 'noticeFee':
      return '按件或者按页计算，申请人20个工作日内缴清；缴清的次日起重新计算20个工作日。'
    case 'askReasons':
      return '申请的数量、频次明显超过合理范围的，请申请人说明理由。期限不停（第三十五条）。'
    case 'defer':
      return '理由合理但无法按期答复的，确定延迟答复的合理期限并告知（第三十五条）。'
    case 'confirmReceipt':
      return `与申请人联系上、双方确认的那一天，就是收到申请之日（第三十一条）。今天确认的，最迟${day(addWorkingDays(calendar, today, 20))}答复。`
    case 'answerClarification':
      return after?.dueOn ? `今天收到补正的，重新计算，最迟${day(after.dueOn)}答复（第三十条）。` : null
    case 'payFee':
      return after?.dueOn ? `今天缴清的，从次日起重新计算，最迟${day(after.dueOn)}答复。` : null
    case 'giveReasons':
      return '登记申请人说明的理由，由人判断是否合理（第三十五条）。'
    case 'withdraw':
      return course.kind === 'information'
        ? '申请人书面或者当面撤回的，记入卷宗，本件办结，计入“其他处理”。'
        : '来件人书面或者当面撤回的，记入卷宗，本件办结，不计入年报表三。'
    case 'assign':
      return '分给科室和经办人，写内部日期。内部征询不停期限。'
    case 'split':
      return '一份申请要几样不相干的信息的，只能在登记时拆成几件，各自答复、各自计数。'
    case 'link':
      return '和别的申请记在一起：重复申请、几个人要同一信息。只是记录，不是决定。'
    case 'attach':
      return '检索记录、证据、科室提供的材料。'
    case 'printReceipt':
      return course.kind === 'information'
        ? '编号、查询码、收到申请之日和最迟答复日，交给申请人；印好的留一份在卷宗。'
        : '编号、查询码和收到之日，交给来件人；印好的留一份在卷宗。'
    case 'renewCode':
      return '申请人丢了查询码，核对身份以后换一个，旧的作废。'
    default:
      return null
  }
}
