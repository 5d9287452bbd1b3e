import { addWorkingDays, type Calendar, isProvisional } from '../calendar/calendar.ts'
import type { PlainDay } from '../calendar/plain-day.ts'
import type { ClockStep } from './course.ts'
import { sayDay } from './words.ts'

/** What comes to the disclosure desk and is no request for information: the 20 working days of Art 33 are not for it. */
export const otherMatters = ['recordCorrection', 'publicationProposal', 'complaint'] as const
export type OtherMatter = (typeof otherMatters)[number]

/** On which article each is dealt with, and what that article says about time: none of them names a number of days. */
export const matterTimes: Readonly<Record<OtherMatter, { readonly basis: string; readonly says: string }>> = {
  recordCorrection: {
    basis: '条例第四十一条',
    says: '条例没有规定更正的办理期限：审核属实的，应当更正并告知申请人；不属于本机关职能的，转送并告知，或者告知向哪里提出',
  },
  publicationProposal: {
    basis: '条例第四十四条',
    says: '条例没有规定审核建议的期限：经审核认为属于主动公开范围的，应当及时主动公开',
  },
  complaint: {
    basis: '条例第四十七条、第五十一条',
    says: '条例没有规定投诉举报的处理期限：查证属实的，应当督促整改或者通报批评',
  },
}

/** The time of such a matter: the last day by the house's own rule, null where the house has set none, and why. */
export interface MatterReading {
  readonly dueOn: PlainDay | null
  readonly isProvisional: boolean
  readonly steps: readonly ClockStep[]
}

/**
 * The clock of a matter under Art 41, 44, 47 or 51. The statute gives no number of days, so none is invented: only an agency that has set
 * itself a limit has a due day, counted in working days from the day after receipt, and nothing pauses or restarts it.
 * @param houseDays working days by the agency's own rule, null when it has none
 */
export function readMatterClock(
  matter: OtherMatter,
  receivedOn: PlainDay,
  houseDays: number | null,
  calendar: Calendar,
): MatterReading {
  const { basis, says } = matterTimes[matter]
  const law: ClockStep = {
    on: receivedOn,
    what: `收到；不是政府信息公开申请，不适用20个工作日的答复期限。${says}。`,
    basis,
    dueOn: null,
  }
  if (houseDays === null) return { dueOn: null, isProvisional: false, steps: [law] }
  const dueOn = addWorkingDays(calendar, receivedOn, houseDays)
  const house: ClockStep = {
    on: receivedOn,
    what: `本机关自行规定的办理期限为${houseDays}个工作日，当日不计，到${sayDay(dueOn)}。`,
    basis: '本机关规定',
    dueOn,
  }
  return { dueOn, isProvisional: isProvisional(calendar, dueOn), steps: [law, house] }
}
