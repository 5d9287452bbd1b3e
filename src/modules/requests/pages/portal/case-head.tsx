import { DayRuler, when, type Children, type TagKind } from '../../../../platform/html/index.ts'
import type { PlainDay } from '../../../../law/calendar/plain-day.ts'
import type { ApplicantCase } from '../../queries/present-case.ts'
import { caseStateForApplicant } from '../../words.ts'

/** 最迟6月2日答复您: the one answer of the page, with the day ruler beside it. */
export function CaseAnswer({ shown, today }: { readonly shown: ApplicantCase; readonly today: PlainDay }) {
  const { title, says } = answerOf(shown)
  // While the applicant's correction or payment is waited for no period runs: there is nothing to measure.
  const ruled =
    shown.kind === 'information' && shown.dueOn !== null && shown.days.length > 1 && shown.state !== 'closed'
  return (
    <section class="answer-by" aria-labelledby="by">
      <div>
        <h2 id="by">{title}</h2>
        {says.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {ruled && (
        <div>
          <DayRuler days={shown.days} today={today} dueOn={shown.dueOn} says={rulerInWords(shown, today)} />
        </div>
      )}
    </section>
  )
}

/** Tag of the state in the head. */
export function stateTag(shown: ApplicantCase): { readonly kind: TagKind; readonly says: string } {
  if (shown.isWithdrawn) return { kind: 'void', says: '已经撤回' }
  if (shown.isOverdue) return { kind: 'bad', says: '答复逾期' }
  const kinds: Readonly<Record<ApplicantCase['state'], TagKind>> = {
    awaitingConfirmation: 'wait',
    running: 'wait',
    paused: 'wait',
    waitingForApplicant: 'warn',
    waitingForFee: 'warn',
    lapsed: 'bad',
    closed: 'good',
  }
  return { kind: kinds[shown.state], says: caseStateForApplicant[shown.state] }
}

function day(on: PlainDay) {
  return <b>{when(on, 'short')}</b>
}

interface Answer {
  readonly title: Children
  readonly says: readonly string[]
}

function answerOf(shown: ApplicantCase): Answer {
  const { state, dueOn, latestDueOn, applicantDueOn, workingDaysLeft, isOverdue, office, kind } = shown
  const phone = office.phone === '' ? '' : `，电话 ${office.phone}`
  const waiting = shown.papers.find((paper) => paper.isReply && paper.mustCollect)
  if (waiting)
    return {
      title: '答复已经作出，请您领取',
      says: ['在下面“收到的文书”里领取。领取的这一天，就是您收到答复的日子。'],
    }
  switch (state) {
    case 'awaitingConfirmation':
      return {
        title: '等我们和您确认收到',
        says: [
          `工作人员会按您留的方式联系您。双方确认的那天就是收到申请之日，期限从第二天起算。`,
          `几天没有人联系您，请找${office.name}${phone}，报申请编号。`,
        ],
      }
    case 'waitingForApplicant':
      return {
        title: applicantDueOn ? <>请您补正，最迟 {day(applicantDueOn)}</> : '请您补正',
        says: [
          '当天也算在内。收到补正的第二天起，重新计算20个工作日。',
          '过了这一天没有补正，也没有正当理由的，视为放弃申请。',
        ],
      }
    case 'waitingForFee':
      return {
        title: applicantDueOn ? <>请您缴费，最迟 {day(applicantDueOn)}</> : '请您缴费',
        says: [
          applicantDueOn
            ? '缴清的第二天起，重新计算20个工作日。'
            : '收到收费通知书的第二天起，20个工作日内缴清。缴清的第二天起，重新计算20个工作日。',
          '到期没有缴清的，视为放弃申请。',
        ],
      }
    case 'lapsed':
      return {
        title: applicantDueOn ? <>{day(applicantDueOn)} 的期限已经过了</> : '期限已经过了',
        says: [
          '没有在期限内补正或者缴费，视为放弃申请。我们会书面告诉您。有正当理由的，请尽快说明。',
          '以后可以再申请。',
        ],
      }
    case 'closed':
      return {
        title: shown.isWithdrawn ? (
          '您撤回了申请'
        ) : shown.closedOn ? (
          <>{day(shown.closedOn)} 已经答复</>
        ) : (
          '已经答复'
        ),
        says: [shown.isWithdrawn ? '本件已经结束。以后可以再申请。' : '答复书在下面“收到的文书”里。'],
      }
    default:
      break
  }
  if (kind !== 'information' || dueOn === null)
    return {
      title: '正在办理',
      says: [
        `办好以后书面答复您。想问的，找${office.name}${phone}。`,
        ...(kind === 'information'
          ? []
          : dueOn === null
            ? ['这类来件没有法定的答复期限，20个工作日的期限只适用于政府信息公开申请。']
            : [`按本机关的规定，最迟${when(dueOn, 'short')}办结。`]),
      ],
    }
  if (state === 'paused')
    return {
      title: <>正在征求意见，期限停算</>,
      says: [
        `今天就收到意见的，最迟${when(dueOn, 'short')}答复您。`,
        latestDueOn !== null && latestDueOn !== dueOn
          ? `对方用足15个工作日的，最迟${when(latestDueOn, 'short')}。`
          : '对方有15个工作日提出意见。',
      ],
    }
  if (isOverdue)
    return {
      title: <>应在 {day(dueOn)} 前答复，已经逾期</>,
      says: [
        workingDaysLeft !== null && workingDaysLeft < 0 ? `晚了${-workingDaysLeft}个工作日。` : '期限刚过。',
        `可以催${office.name}${phone}；也可以投诉，或者在60日内申请行政复议。`,
      ],
    }
  return {
    title: <>最迟 {day(dueOn)} 答复您</>,
    says: [
      workingDaysLeft === 0 ? '今天是最后一天。' : `还有${workingDaysLeft ?? 0}个工作日。`,
      ...(shown.isProvisional ? ['明年的放假安排还没有公布，公布以后这一天可能变动。'] : []),
    ],
  }
}

function rulerInWords(shown: ApplicantCase, today: PlainDay): string {
  const counted = shown.days.filter(({ kind }) => kind === 'working').length
  const paused = shown.days.filter(({ kind }) => kind === 'paused').length
  const [first] = shown.days
  return [
    first ? `从${when(first.day)}起` : '',
    shown.dueOn ? `到${when(shown.dueOn)}` : `到今天${when(today)}`,
    `，工作日${counted}天`,
    paused > 0 ? `，停算${paused}个工作日` : '',
    shown.workingDaysLeft !== null && shown.workingDaysLeft >= 0
      ? `，还有${shown.workingDaysLeft}个工作日`
      : '',
    '。',
  ].join('')
}
