import type { ClockStep } from '../../../law/clock/course.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { RecordedEvent } from './case-state.ts'

/** One step of a case as its applicant reads it. */
export interface ApplicantStep {
  readonly on: PlainDay
  readonly title: string
  readonly says: string
  readonly basis: string
  readonly isPause: boolean
  readonly isToday: boolean
}

/** What a step of the clock is called, by how its sentence begins or what it holds. */
const titles: readonly (readonly [RegExp, string])[] = [
  [/从次日起算20个工作日/, '收到申请'],
  [/^一次性告知/, '请您补正'],
  [/^收到补正/, '收到补正，重新起算'],
  [/^书面征求/, '征求意见，期限停算'],
  [/^收到.*的意见/, '收到意见，接着算期限'],
  [/的15个工作日到.*届满/, '征求意见的时间到了，接着算期限'],
  [/^发出收费通知/, '请您缴费'],
  [/^费用已缴清/, '费用缴清，重新起算'],
  [/延长\d+个工作日/, '延长答复期限'],
  [/^作出答复/, '答复'],
  [/^补正期限到/, '补正的期限过了'],
  [/^缴费期限到/, '缴费的期限过了'],
  [/放假安排没有录入/, '放假安排还没有公布'],
  [/^今天是/, '今天'],
]

/** A note of the office about its own procedure: it moves no day. */
const ownNote = /记为程序瑕疵/

/** The sentence without the file's inner names, without what a third party thinks, and spoken to the applicant. */
function spoken(what: string): string {
  return what
    .replace(/（[0-9a-f]{8}-[0-9a-f-]{27}）/g, '')
    .replace(/的意见（(?:同意|不同意|部分同意)公开）/g, '的意见')
    .replaceAll('告知申请人', '告知您')
    .replaceAll('等待申请人', '等待您')
    .replace(/申请人(?=应|\d|收到|从)/g, '您')
    .replaceAll('按申请人要求', '按您的要求')
}

/** Why the due day is this day, in the clock's own steps, for the applicant (条例 Art 30 to 35). */
export function applicantSteps(
  steps: readonly ClockStep[],
  events: readonly RecordedEvent[],
): readonly ApplicantStep[] {
  const told = steps
    .filter(({ what }) => !ownNote.test(what))
    .map(({ on, what, basis }): ApplicantStep => {
      const title = titles.find(([pattern]) => pattern.test(what))?.[1] ?? '办理'
      return {
        on,
        title,
        says: spoken(what),
        basis,
        isPause: title === '征求意见，期限停算',
        isToday: title === '今天',
      }
    })
  const until = events.findLast(({ type }) => type === 'deferred')?.data['until']
  const besides = events.flatMap((event) => besideTheClock(event))
  // Days in order; what the clock says of a day stands before what else was done on it, and today stands last.
  return [...told.map((step) => deferred(step, until)), ...besides].sort(
    (one, other) =>
      Number(one.isToday) - Number(other.isToday) || (one.on < other.on ? -1 : one.on > other.on ? 1 : 0),
  )
}

/** The clock does not know of a later day under Art 35; the applicant has been told it, and reads no other. */
function deferred(step: ApplicantStep, until: unknown): ApplicantStep {
  if (!step.isToday || until === undefined) return step
  const says = `今天是${inWords(step.on)}，答复的日期已经延迟到${inWords(until)}。`
  return { ...step, says, basis: '条例第三十五条' }
}

/** What happened and does not move the clock. */
function besideTheClock({ type, on, data }: RecordedEvent): readonly ApplicantStep[] {
  const step = (title: string, says: string, basis: string): readonly ApplicantStep[] => [
    { on, title, says, basis, isPause: false, isToday: false },
  ]
  if (type === 'reasonsAsked')
    return step(
      '请您说明理由',
      '申请的数量、频次明显超过合理范围，请您说明理由。期限照常计算。',
      '条例第三十五条',
    )
  if (type === 'reasonsGiven') return step('收到您的理由', '您说明的理由已经收到。', '条例第三十五条')
  if (type === 'deferred')
    return step(
      '延迟答复',
      `理由合理，但不能按期答复，答复的日期定为${inWords(data['until'])}。`,
      '条例第三十五条',
    )
  if (type === 'withdrawn') return step('撤回申请', '您撤回了申请，本件结束。', '条例第四十五条')
  return []
}

function inWords(day: unknown): string {
  const [year, month, date] = String(day).split('-').map(Number)
  return `${year}年${month}月${date}日`
}
