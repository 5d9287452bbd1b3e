import { consultationLimit } from '../../../../../law/clock/consultation.ts'
import type { Calendar } from '../../../../../law/calendar/calendar.ts'
import type { PlainDay } from '../../../../../law/calendar/plain-day.ts'
import type { TagKind } from '../../../../../platform/html/index.ts'
import type { Consultation } from '../../../store/consultations.ts'
import { opinionWords } from '../../../words.ts'

/** Where asking someone stands, in words. */
export function consultationStanding(
  one: Consultation,
  calendar: Calendar,
  today: PlainDay,
): { readonly kind: TagKind; readonly says: string; readonly limitOn: PlainDay | null } {
  const limitOn = consultationLimit(calendar, one.deliveredOn)
  if (one.sentOn === null) return { kind: 'plain', says: '还没有发出', limitOn }
  if (one.answeredOn !== null) {
    const says = one.opinion === null ? '已答复' : opinionWords[one.opinion]
    if (one.opinion === 'agrees') return { kind: 'good', says, limitOn }
    if (one.isReasonable === null) return { kind: 'warn', says: `${says}，还没判断理由`, limitOn }
    return {
      kind: one.isReasonable ? 'bad' : 'info',
      says: `${says}，理由${one.isReasonable ? '成立' : '不成立'}`,
      limitOn,
    }
  }
  if (limitOn !== null && today > limitOn)
    return {
      kind: 'info',
      says:
        one.kind === 'coMaker'
          ? '逾期没有答复，视为同意公开（第三十四条）'
          : one.kind === 'thirdParty'
            ? '逾期没有答复，由本机关决定（第三十二条）'
            : '逾期没有答复',
      limitOn,
    }
  return { kind: 'wait', says: one.deliveredOn === null ? '已发出，等登记对方收到' : '等对方答复', limitOn }
}

/** What may be concerned, as the letter says it. */
export const interestWords = {
  tradeSecret: '商业秘密',
  personalPrivacy: '个人隐私',
  otherRights: '其他合法权益',
} as const
