import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Reason } from '../../../law/reason.ts'
import { whatIf } from './case-state.ts'
import { eventOfAct, type DeskAct, type DeskGround } from './desk-acts.ts'

/** What would be if an act were done today. Nothing is written. */
export interface WhatIfReading {
  readonly act: DeskAct
  readonly days: number
  readonly says: string
  readonly refusal: Reason | null
}

const inWords = (on: PlainDay): string =>
  `${on.slice(0, 4)}年${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`

/** 如果今天延期10个工作日，会怎样: the clock's own answer, by the same function that would refuse it. */
export function previewAct(act: DeskAct, days: number, ground: DeskGround): WhatIfReading | null {
  const event = eventOfAct(act, ground, days)
  if (event === null) return null
  const result = whatIf(ground.course, event, ground.calendar, ground.today)
  if (result === null) return null
  if (result.refusal !== null) return { act, days, says: '', refusal: result.refusal }
  const { dueOn, latestDueOn, applicantDueOn } = result.reading
  const before = ground.standing.dueOn
  const from = before === null ? '' : `到期日现在是${inWords(before)}。`
  const says = ((): string => {
    switch (act) {
      case 'extend':
        return dueOn === null ? '' : `${from}延长${days}个工作日，到期日改为${inWords(dueOn)}。以后不能再延。`
      case 'askClarification':
        return `${from}期限停算，申请人最迟${applicantDueOn === null ? '' : inWords(applicantDueOn)}补正；收到补正以后重新计算20个工作日。`
      case 'noticeFee':
        return `${from}期限停算，申请人最迟${applicantDueOn === null ? '' : inWords(applicantDueOn)}缴清；缴清的次日起重新计算20个工作日。`
      default:
        return latestDueOn === null
          ? from
          : `${from}对方今天收到、用足15个工作日才答复的，到期日改为${inWords(latestDueOn)}；答复得早，改得少。`
    }
  })()
  return { act, days, says, refusal: null }
}
