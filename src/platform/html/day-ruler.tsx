import type { PlainDay } from '../../law/calendar/plain-day.ts'
import { classes } from './trusted.ts'
import { monthAndDay } from './when.tsx'

export interface RulerDay {
  readonly day: PlainDay
  readonly kind: 'working' | 'rest' | 'paused'
}

interface DayRulerProps {
  /** Consecutive calendar days, from the first that counts (or the day before) to the due day or today, whichever is later. */
  readonly days: readonly RulerDay[]
  readonly today: PlainDay
  /** null while the clock stands open. */
  readonly dueOn: PlainDay | null
  /** The same facts in words, for those who listen: 从4月28日起数20个工作日，到6月2日。 */
  readonly says: string
}

/** Whether a label under this tick would run into the one at the nearer end. */
function crowded(index: number, count: number): boolean {
  const share = index / Math.max(1, count - 1)
  return index !== 0 && index !== count - 1 && (share < 0.2 || share > 0.7)
}

/** 工作日尺: one tick per calendar day. Working days stand tall, rest days are low, paused days hollow, today ink, the due day red. */
export function DayRuler({ days, today, dueOn, says }: DayRulerProps) {
  const todayAt = days.findIndex(({ day }) => day === today)
  const todayHigh = todayAt >= 0 && crowded(todayAt, days.length)
  // Of an overdue case today stands at the end, and the due day is what comes too near.
  const dueAt = days.findIndex(({ day }) => day === dueOn)
  const dueHigh = dueAt >= 0 && dueAt !== todayAt && crowded(dueAt, days.length)
  return (
    <>
      <div class={classes('ruler', (todayHigh || dueHigh) && 'has-high')} role="img" aria-label={says}>
        {days.map(({ day, kind }, index) => {
          const isToday = day === today
          const isDue = day === dueOn
          const label = isDue
            ? isToday
              ? '今天到期'
              : `${monthAndDay(day)}到期`
            : isToday
              ? '今天'
              : index === 0
                ? monthAndDay(day)
                : undefined
          return (
            <i
              class={classes(
                kind === 'rest' && 'is-rest',
                kind === 'paused' && 'is-paused',
                day < today && kind !== 'paused' && 'is-used',
                isToday && 'is-today',
                ((isToday && todayHigh) || (isDue && dueHigh)) && 'is-high',
                isDue && 'is-due',
              )}
              data-say={label}
            />
          )
        })}
      </div>
      <ul class="ruler-key">
        <li>
          <i class="key is-used" />
          已过的工作日
        </li>
        {days.some(({ kind }) => kind === 'paused') && (
          <li>
            <i class="key is-paused" />
            停算
          </li>
        )}
        <li>
          <i class="key" />
          还剩的工作日
        </li>
        <li>
          <i class="key is-rest" />
          休息日
        </li>
      </ul>
    </>
  )
}
