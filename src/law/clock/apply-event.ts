import { addWorkingDays } from '../calendar/calendar.ts'
import type { PlainDay } from '../calendar/plain-day.ts'
import type { Reason } from '../reason.ts'
import type {
  AgencyAnswered,
  AgencyAsked,
  ClarificationAnswered,
  ClarificationAsked,
  ClockEvent,
  Extended,
  FeeNoticed,
  FeePaid,
  ThirdPartyAnswered,
  ThirdPartyAsked,
} from './case.ts'
import { dayOf } from './case.ts'
import { type Consultation, consultationLimit, isOpen } from './consultation.ts'
import {
  clarificationDays,
  type Course,
  dueOf,
  fullPeriod,
  isWaitingForClarification,
  isWaitingForFee,
  longestExtension,
  paymentDays,
  restart,
  tell,
} from './course.ts'
import { type ClockRefusalCode, clockRefusal } from './refusals.ts'
import { basisOfConsultation, sayDay, sayEvent, sayOpinion, sayParty, sayService } from './words.ts'

/**
 * Tells the course one event: changes what it changes, or says why it is not allowed.
 * Days before the event must have passed already (`passDays`).
 * @returns null when the event took its place, else the one reason against it
 */
export function applyEvent(course: Course, event: ClockEvent): Reason | null {
  const code = refusalOf(course, event)
  if (code !== null) return clockRefusal(code, sayEvent(event))
  switch (event.type) {
    case 'clarificationAsked':
      tellClarificationAsked(course, event)
      break
    case 'clarificationAnswered':
      tellClarificationAnswered(course, event)
      break
    case 'thirdPartyAsked':
    case 'agencyAsked':
      tellAsked(course, event)
      break
    case 'thirdPartyAnswered':
    case 'agencyAnswered':
      tellOpinion(course, event)
      break
    case 'feeNoticed':
      tellFeeNoticed(course, event)
      break
    case 'feePaid':
      tellFeePaid(course, event)
      break
    case 'extended':
      tellExtended(course, event)
      break
    case 'answered':
      course.answeredOn = event.on
      tellAnswered(course, event.on, event.service)
      break
  }
  return null
}

/** What the law, or plain sense, has against the event; the weightiest reason only. */
function refusalOf(course: Course, event: ClockEvent): ClockRefusalCode | null {
  const on = dayOf(event)
  if (on < course.receivedOn) return 'clock.event.beforeReceipt'
  // An opinion that comes after the end changes nothing and forbids nothing.
  const isOpinion = event.type === 'thirdPartyAnswered' || event.type === 'agencyAnswered'
  if (course.answeredOn !== null && !isOpinion)
    return event.type === 'answered' ? 'clock.answer.second' : 'clock.case.ended'
  // Decision 5: after a lapse nothing revives the case; telling the applicant so is still allowed.
  if (course.lapsed !== null && !isOpinion && event.type !== 'answered') {
    if (event.type === 'clarificationAnswered' && course.lapsed.of === 'clarification')
      return 'clock.clarification.late'
    if (event.type === 'feePaid' && course.lapsed.of === 'fee') return 'clock.fee.late'
    return 'clock.case.lapsed'
  }
  const due = dueOf(course, on)
  const isAfterDue = due !== null && on > due
  switch (event.type) {
    case 'clarificationAsked':
      if (course.clarification) return 'clock.clarification.second'
      if (event.until < event.on) return 'clock.clarification.untilBeforeAsked'
      return isAfterDue ? 'clock.clarification.afterDue' : null
    case 'clarificationAnswered':
      if (!course.clarification) return 'clock.clarification.notAsked'
      return isWaitingForClarification(course) ? null : 'clock.clarification.answeredTwice'
    case 'thirdPartyAsked':
    case 'agencyAsked':
      if (consultationOf(course, event)) return 'clock.consultation.duplicateId'
      return event.receivedOn !== null && event.receivedOn < event.sentOn
        ? 'clock.consultation.receivedBeforeSent'
        : null
    case 'thirdPartyAnswered':
    case 'agencyAnswered': {
      const consultation = consultationOf(course, event)
      if (!consultation) return 'clock.consultation.notAsked'
      return consultation.answeredOn !== null || consultation.answeredAfterEnd
        ? 'clock.consultation.answeredTwice'
        : null
    }
    case 'feeNoticed':
      if (course.fee) return 'clock.fee.second'
      if (event.receivedOn !== null && event.receivedOn < event.on) return 'clock.fee.receivedBeforeNoticed'
      return isAfterDue ? 'clock.fee.afterDue' : null
    case 'feePaid':
      if (!course.fee) return 'clock.fee.notNoticed'
      return isWaitingForFee(course) ? null : 'clock.fee.paidTwice'
    case 'extended':
      if (event.days < 1 || event.days > longestExtension) return 'clock.extension.tooLong'
      if (course.isExtended) return 'clock.extension.second'
      if (isWaitingForClarification(course) || isWaitingForFee(course)) return 'clock.extension.whileWaiting'
      return isAfterDue ? 'clock.extension.afterDue' : null
    case 'answered':
      return null
  }
}

/** Art 30: once, within 7 working days of receipt; later it still counts, but the breach is named (decision 7). */
function tellClarificationAsked(course: Course, event: ClarificationAsked): void {
  course.clarification = { askedOn: event.on, until: event.until, answeredOn: null }
  tell(
    course,
    event.on,
    `一次性告知申请人补正，申请人应在${sayDay(event.until)}前（含当日，以告知书写明的日期为准）补正；收到补正之前没有到期日。`,
    '条例第三十条',
  )
  const inTime = addWorkingDays(course.calendar, course.receivedOn, clarificationDays)
  if (event.on > inTime)
    tell(
      course,
      event.on,
      `补正告知超过了收到申请之日起7个工作日（最后一日为${sayDay(inTime)}）；没有规定后果，收到补正后期限照样重新起算，但应记为程序瑕疵。`,
      '条例第三十条',
    )
}

/** Art 30: the answer period runs from receipt of the corrected application. */
function tellClarificationAnswered(course: Course, event: ClarificationAnswered): void {
  if (course.clarification) course.clarification.answeredOn = event.on
  tellRestart(course, event.on, '收到补正材料', '条例第三十条')
}

/** Art 42 and 信息处理费管理办法 Art 6: the period starts anew from the day after full payment. */
function tellFeePaid(course: Course, event: FeePaid): void {
  if (course.fee) course.fee.paidOn = event.on
  tellRestart(course, event.on, '费用已缴清', '信息处理费管理办法第六条')
}

function tellRestart(course: Course, on: PlainDay, why: string, basis: string): void {
  const dropped = course.allowance > fullPeriod
  restart(course, on)
  const due = dueOf(course, on)
  const then = due === null ? '仍在等待申请人，暂没有到期日' : `到期日为${sayDay(due)}`
  const extension = dropped ? '；此前的延期随原期限一并失效，不再计入' : ''
  tell(course, on, `${why}，从次日起重新计算20个工作日，${then}${extension}。`, basis)
}

/** Art 32, 33(3), 34: asking in writing takes time out of the period. */
function tellAsked(course: Course, event: ThirdPartyAsked | AgencyAsked): void {
  const dueBefore = dueOf(course, event.sentOn)
  const receivedOn =
    event.receivedOn !== null && event.receivedOn <= course.knownThrough ? event.receivedOn : null
  const consultation: Consultation = {
    kind: event.type === 'thirdPartyAsked' ? 'thirdParty' : 'agency',
    id: event.id,
    coMaker: event.type === 'agencyAsked' && event.coMaker,
    sentOn: event.sentOn,
    limitOn: consultationLimit(course.calendar, receivedOn),
    answeredOn: null,
    answeredAfterEnd: false,
    limitTold: false,
  }
  course.consultations.push(consultation)
  const { limitOn } = consultation
  const limit =
    receivedOn === null || limitOn === null
      ? '对方收到的日期还不知道，暂按没有答复计算'
      : `对方${sayDay(receivedOn)}收到，应在${sayDay(limitOn)}前（含当日）答复`
  const effect =
    dueBefore !== null && dueBefore <= event.sentOn
      ? `发出时期限已到最后一日或者已过（${sayDay(dueBefore)}），不扣除时间`
      : '从次日起停算，重叠的征求意见时间只扣除一次'
  tell(
    course,
    event.sentOn,
    `书面征求${sayParty(consultation)}的意见，${effect}；${limit}。`,
    basisOfConsultation(consultation),
  )
}

/** The pause ends with the opinion, or on the 15th working day if that was earlier. */
function tellOpinion(course: Course, event: ThirdPartyAnswered | AgencyAnswered): void {
  const consultation = consultationOf(course, event)
  if (!consultation) return
  const opinion = event.type === 'thirdPartyAnswered' ? sayOpinion(event.opinion) : ''
  const said = `收到${sayParty(consultation)}的意见${opinion}`
  const basis = basisOfConsultation(consultation)
  if (course.answeredOn !== null || course.lapsed !== null) {
    consultation.answeredAfterEnd = true
    tell(course, event.on, `${said}，程序已经结束，不影响期限。`, basis)
    return
  }
  consultation.answeredOn = event.on
  const { limitOn } = consultation
  const effect =
    limitOn !== null && event.on > limitOn
      ? `已超过15个工作日，只停算到${sayDay(limitOn)}`
      : course.consultations.some((other) => isOpen(other, event.on))
        ? '其他征求意见还没有结束，继续停算'
        : '停算到当天为止，次日起继续计算'
  tell(course, event.on, `${said}，${effect}。`, basis)
}

/** 信息处理费管理办法 Art 6: within the period; the applicant has 20 working days from the day after receipt. */
function tellFeeNoticed(course: Course, event: FeeNoticed): void {
  const receivedOn =
    event.receivedOn !== null && event.receivedOn <= course.knownThrough ? event.receivedOn : null
  const lastPayOn = receivedOn === null ? null : addWorkingDays(course.calendar, receivedOn, paymentDays)
  course.fee = { noticedOn: event.on, lastPayOn, paidOn: null }
  const limit =
    receivedOn === null || lastPayOn === null
      ? '申请人收到的日期还不知道，缴费期限没有开始'
      : `申请人${sayDay(receivedOn)}收到，应从次日起20个工作日内，即${sayDay(lastPayOn)}前（含当日）缴清`
  tell(
    course,
    event.on,
    `发出收费通知，${limit}；缴清之前没有到期日。`,
    '条例第四十二条、信息处理费管理办法第六条',
  )
}

/** Art 33(2): agreed by the head of the disclosure office and told to the applicant before the period ends. */
function tellExtended(course: Course, event: Extended): void {
  course.isExtended = true
  course.allowance += event.days
  const due = dueOf(course, event.on)
  const open = course.consultations.some((consultation) => consultation.answeredOn === null)
  tell(
    course,
    event.on,
    `经政府信息公开工作机构负责人同意并告知申请人，延长${event.days}个工作日，共${course.allowance}个工作日${
      due === null ? '' : `，到期日为${sayDay(due)}`
    }${open ? '；尚未结束的征求意见所需时间照样扣除' : ''}。`,
    '条例第三十三条第二款',
  )
}

/** Art 33: given in time when given on the due day or before; the day is that of the way of service. */
function tellAnswered(course: Course, on: PlainDay, service: string | null): void {
  const due = dueOf(course, on)
  const open = course.consultations.filter(
    (consultation) => consultation.answeredOn === null && consultation.limitOn === null,
  )
  const timely =
    due === null ? '' : on > due ? `，到期日为${sayDay(due)}，已逾期` : `，到期日为${sayDay(due)}，按期答复`
  const unknown =
    open.length > 0 ? `；${open.map(sayParty).join('、')}收到征求意见的日期不明，时间扣除到答复之日为止` : ''
  tell(course, on, `作出答复${sayService(service)}${timely}${unknown}。`, '条例第三十三条、第三十六条')
}

function consultationOf(
  course: Course,
  event: ThirdPartyAsked | ThirdPartyAnswered | AgencyAsked | AgencyAnswered,
): Consultation | undefined {
  const kind = event.type.startsWith('thirdParty') ? 'thirdParty' : 'agency'
  return course.consultations.find(
    (consultation) => consultation.kind === kind && consultation.id === event.id,
  )
}
