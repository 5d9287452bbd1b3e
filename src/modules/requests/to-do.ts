import { addWorkingDays, workingDaysBetween } from '../../law/calendar/calendar.ts'
import type { PlainDay } from '../../law/calendar/plain-day.ts'
import { clarificationDays } from '../../law/clock/course.ts'
import { may, type Actor, type Context } from '../../platform/context.ts'
import type { ToDo } from '../../platform/room.ts'
import { calendarFor } from '../agencies/index.ts'
import { letterCatalogue } from './letters/catalogue.ts'
import { caseAt, paperAt, requestsAt } from './pages/console/addresses.ts'
import { mostPressing, pressingCases, soonUntil, type InboxRow } from './queries/inbox.ts'
import { papersWaiting, type WaitingPaper } from './queries/papers-waiting.ts'
import { hintsAt } from './pages/console/hints-page.tsx'
import type { AskedInformation } from './rules/asked-information.ts'
import { openHints } from './store/hints.ts'
import { remediesOf, type Remedy } from './store/remedies.ts'
import { approvalStepWords } from './words.ts'

/** As much of a request as names it in a list. */
function shortened(content: string): string {
  const signs = [...content.replace(/\s+/g, ' ').trim()]
  return signs.length > 40 ? `${signs.slice(0, 40).join('')}…` : signs.join('')
}

/**
 * What a person of the agency must do about requests, with the way to each: what is overdue, due today and soon; days of receipt to be
 * confirmed; cases to be ended; papers to sign, to send out, to serve; what the section was asked for. Cases given to somebody are that
 * person's; those given to nobody are everybody's who registers; overdue ones are also the head of the office's.
 */
export async function requestsToDo(context: Context, actor: Actor): Promise<readonly ToDo[]> {
  const { agencyId } = context
  if (actor.kind !== 'person' || agencyId === null || !may(actor, 'requests.see')) return []
  const mayRegister = may(actor, 'requests.register')
  const isOfficeHead = may(actor, 'requests.approveProcedure')
  const calendar = await calendarFor(context.db, agencyId)
  const until = soonUntil(calendar, context.today)
  const [cases, papers, remedies, hints] = await Promise.all([
    pressingCases(context, agencyId, context.today),
    papersWaiting(context.db, agencyId, actor),
    may(actor, 'requests.remedies') ? remediesOf(context.db, agencyId) : [],
    may(actor, 'requests.handle') ? openHints(context.db, agencyId) : [],
  ])
  const { personId } = actor
  const isMine = ({ handlerId, isOverdue }: InboxRow): boolean =>
    handlerId === personId || (handlerId === null && mayRegister) || (isOverdue && isOfficeHead)
  const replies = new Set(papers.filter(({ isReply }) => isReply).map(({ requestId }) => requestId))
  const mine = cases.filter(isMine)
  const waitsForHand = mine.filter(isCalmAndUnassigned)
  const unassignedCases = mine.filter(({ handlerId }) => handlerId === null).length
  return [
    ...mine.filter((row) => !isCalmAndUnassigned(row)).flatMap((row) => caseToDo(row) ?? []),
    ...(waitsForHand.length > 0 ? [handOut(waitsForHand)] : []),
    ...papers.map(paperToDo),
    ...remedies.flatMap((remedy) => newAnswerToDo(remedy, context.today, until) ?? []),
    ...(hints.length > 0 ? [hintsToDo(hints)] : []),
  ]

  /** Given to nobody, and no day presses yet: one line for all of them is enough. */
  function isCalmAndUnassigned(row: InboxRow): boolean {
    // What is no request for information may have no day at all (条例 Art 41, 44, 47): it waits for a hand all the same.
    const isCalm = row.dueOn === null ? row.kind !== 'information' : row.dueOn > until
    return row.handlerId === null && row.state === 'running' && isCalm
  }

  function handOut(rows: readonly InboxRow[]): ToDo {
    const most = unassignedCases >= mostPressing ? '以上' : ''
    // The line opens the list of all of them, the pressing ones that stand above by themselves included.
    const pressing = unassignedCases - rows.length
    const others =
      pressing === 0 ? '最早到期的在这一天。' : `急的${pressing}件单独列着，其余最早到期的在这一天。`
    return {
      title: `${unassignedCases}件${most}申请还没有分给经办人`,
      href: `${requestsAt}?who=nobody`,
      dueOn: rows.find(({ dueOn }) => dueOn !== null)?.dueOn ?? null,
      urgency: 'later',
      dueSays: '待分派',
      why: `${others}内部征询科室不停期限，早分早办。`,
    }
  }

  function caseToDo(row: InboxRow): ToDo | null {
    const shared = { title: shortened(row.content), href: caseAt(row.requestId) }
    const unassigned = row.handlerId === null ? '还没有分给经办人。' : ''
    switch (row.state) {
      case 'awaitingConfirmation': {
        if (!mayRegister) return null
        const waited = workingDaysBetween(calendar, row.arrivedOn, context.today)
        return {
          ...shared,
          dueOn: row.arrivedOn,
          urgency: waited > 1 ? 'today' : 'soon',
          dueSays: '待确认',
          why:
            waited > 1
              ? `${row.number}来了${waited}个工作日还没有与申请人确认，期限一直没有开始。`
              : `${row.number}，与申请人确认收到日期，期限才开始。`,
        }
      }
      case 'lapsed':
        return {
          ...shared,
          dueOn: row.applicantDueOn,
          urgency: 'today',
          dueSays: '待终止',
          why: `${row.number}，申请人逾期没有补正或者缴费，拟终止办理告知书。`,
        }
      case 'waitingForApplicant':
      case 'waitingForFee':
        return {
          ...shared,
          dueOn: row.applicantDueOn,
          urgency: 'later',
          dueSays: row.state === 'waitingForFee' ? '等缴费' : '等补正',
          waiting: true,
          why: `${row.number}，期限停着。`,
        }
      default:
        break
    }
    if (row.dueOn === null || row.daysLeft === null) return null
    const sectionDay =
      row.handlerId === personId && row.sectionDueOn !== null && row.sectionDueOn <= until
        ? row.sectionDueOn
        : null
    const next = replies.has(row.requestId) ? '答复书已经在审签或者待送达。' : unassigned
    if (row.isOverdue)
      return {
        ...shared,
        dueOn: row.dueOn,
        urgency: 'overdue',
        dueSays: row.daysLeft < 0 ? `逾期${-row.daysLeft}日` : '已逾期',
        why: `${row.number}。${next}`,
      }
    if (row.dueOn === context.today)
      return {
        ...shared,
        dueOn: row.dueOn,
        urgency: 'today',
        dueSays: '今天到期',
        why: `${row.number}，今天要交邮或者送达。${next}`,
      }
    if (row.state === 'paused')
      return {
        ...shared,
        dueOn: row.dueOn,
        urgency: 'later',
        dueSays: '等意见',
        waiting: true,
        why: `${row.number}，正在征求意见，停算期限。`,
      }
    if (sectionDay !== null && sectionDay < row.dueOn)
      return {
        ...shared,
        dueOn: sectionDay,
        urgency: sectionDay <= context.today ? 'today' : 'soon',
        dueSays: sectionDay < context.today ? '内部已过' : '内部日期',
        why: `${row.number}，法定期限还剩${row.daysLeft}个工作日。`,
      }
    if (row.dueOn > until) return null
    return {
      ...shared,
      dueOn: row.dueOn,
      urgency: 'soon',
      dueSays: `剩 ${row.daysLeft} 日`,
      why: `${row.number}。${next}`,
    }
  }

  function paperToDo(paper: WaitingPaper): ToDo {
    const title = letterCatalogue.find(({ id }) => id === paper.letter)?.title ?? '文书'
    const does = {
      redraft: '退回给你修改，意见在审签记录里',
      sign: `等你${paper.step === 'legal' || paper.step === 'secrecy' ? approvalStepWords[paper.step] : '审签'}`,
      issue: '已审签，等发出',
      serve: '已发出，等登记送达',
    }[paper.wants]
    const says = { redraft: '退回修改', sign: '待审签', issue: '待发出', serve: '待送达' }[paper.wants]
    // 条例 Art 30: a clarification is told within 7 working days of receipt, long before the reply is due.
    const tellBy =
      paper.letter === 'D05' && paper.wants !== 'serve' && paper.receivedOn !== null
        ? addWorkingDays(calendar, paper.receivedOn, clarificationDays)
        : null
    // The proof of a letter that is out already is not bound to the day of the reply.
    const dueOn = tellBy ?? (paper.wants === 'serve' && !paper.isReply ? null : paper.dueOn)
    const limit = tellBy === null ? '' : `收到后${clarificationDays}个工作日内告知（第三十条）。`
    return {
      title: `${title}：${shortened(paper.content)}`,
      href: paperAt(paper.requestId, paper.paperId),
      dueOn,
      urgency: urgencyOf(dueOn),
      dueSays: says,
      why: `${paper.number}，${does}。${limit}`,
    }
  }

  function urgencyOf(dueOn: PlainDay | null): ToDo['urgency'] {
    if (dueOn === null) return 'soon'
    if (dueOn < context.today) return 'overdue'
    if (dueOn === context.today) return 'today'
    return 'soon'
  }
}

/** Several applicants got the same information: whether everybody should have it (条例 Art 44). */
function hintsToDo(hints: readonly AskedInformation[]): ToDo {
  const [first] = hints
  return {
    title:
      hints.length === 1
        ? `要不要主动公开：${shortened(first?.information ?? '')}`
        : `${hints.length}种信息要不要主动公开`,
    href: hintsAt,
    dueOn: null,
    urgency: 'later',
    dueSays: '待审核',
    why: '几个申请人都申请过，也都公开给他们了（条例第四十四条第一款）。',
  }
}

/** A review or a court has corrected an answer and set a day for a new one. */
function newAnswerToDo(remedy: Remedy, today: PlainDay, until: PlainDay): ToDo | null {
  const { reanswerDueOn: dueOn } = remedy
  if (dueOn === null || remedy.reansweredOn !== null) return null
  return {
    title: `重新答复：${remedy.caseNumber}`,
    href: `/console/remedies/${remedy.remedyId}`,
    dueOn,
    urgency: dueOn < today ? 'overdue' : dueOn === today ? 'today' : dueOn <= until ? 'soon' : 'later',
    why: `${remedy.organ}的决定要求重新答复。`,
  }
}
