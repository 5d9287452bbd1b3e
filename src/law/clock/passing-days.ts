import { type PlainDay, addDays } from '../calendar/plain-day.ts'
import { type Course, isWaitingForClarification, isWaitingForFee, tell } from './course.ts'
import { basisOfConsultation, sayDay, sayParty, saySilence } from './words.ts'

/** What happens by itself on a day that passes without an event. */
interface Expiry {
  readonly lastDay: PlainDay
  readonly happens: () => void
}

/**
 * Lets the days before `day` pass: consultations whose 15 working days ran out, and the applicant's time to correct or pay.
 * A last day belongs to its period (decision 4), so only days wholly over count.
 */
export function passDays(course: Course, day: PlainDay): void {
  while (course.answeredOn === null && course.lapsed === null) {
    const next = expiries(course)
      .filter((expiry) => expiry.lastDay < day)
      .sort((one, other) => (one.lastDay < other.lastDay ? -1 : one.lastDay > other.lastDay ? 1 : 0))[0]
    if (!next) return
    next.happens()
  }
}

function expiries(course: Course): Expiry[] {
  const found: Expiry[] = []
  for (const consultation of course.consultations) {
    const { limitOn } = consultation
    if (limitOn === null || consultation.answeredOn !== null || consultation.limitTold) continue
    found.push({
      lastDay: limitOn,
      happens: () => {
        consultation.limitTold = true
        tell(
          course,
          limitOn,
          `${sayParty(consultation)}的15个工作日到${sayDay(limitOn)}届满，没有收到答复，停算到当天为止；${saySilence(consultation)}。`,
          basisOfConsultation(consultation),
        )
      },
    })
  }
  const { clarification, fee } = course
  if (clarification && isWaitingForClarification(course)) {
    const { until } = clarification
    found.push({
      lastDay: until,
      happens: () => {
        course.lapsed = { of: 'clarification', on: until }
        tell(
          course,
          until,
          `补正期限到${sayDay(until)}届满，没有收到补正；无正当理由的，视为放弃申请，从${sayDay(addDays(until, 1))}起不再处理。`,
          '条例第三十条',
        )
      },
    })
  }
  if (fee && fee.lastPayOn !== null && isWaitingForFee(course)) {
    const lastPayOn = fee.lastPayOn
    found.push({
      lastDay: lastPayOn,
      happens: () => {
        course.lapsed = { of: 'fee', on: lastPayOn }
        tell(
          course,
          lastPayOn,
          `缴费期限到${sayDay(lastPayOn)}届满，没有缴清，视为放弃申请，从${sayDay(addDays(lastPayOn, 1))}起不再处理。`,
          '信息处理费管理办法第六条',
        )
      },
    })
  }
  return found
}
