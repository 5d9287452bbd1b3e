import type { PlainDay } from '../../law/calendar/plain-day.ts'
import { classes, drawings, type Children } from './trusted.ts'
import { When } from './when.tsx'

/** Tags and due days are few in kind and many on a page. */
const kept = drawings(5000)

/** good in force, passed · warn doubt, soon · bad wrong, over · wait on others · info · void repealed · plain under way */
export type TagKind = 'good' | 'warn' | 'bad' | 'wait' | 'info' | 'void' | 'plain'

/** Status as word, shape and colour, in that order of importance. */
export function Tag({ kind = 'plain', children }: { readonly kind?: TagKind; readonly children: Children }) {
  const tag = () => <span class={classes('tag', kind !== 'plain' && `is-${kind}`)}>{children}</span>
  return typeof children === 'string' ? kept(`${kind} ${children}`, tag) : tag()
}

interface NoticeProps {
  readonly kind?: 'info' | 'good' | 'warn' | 'bad' | 'plain'
  readonly title?: string
  /** Read out when it appears: the outcome of what was just done. */
  readonly announce?: boolean
  readonly children?: Children
}

/** What must not be missed. At most one or two a page. */
export function Notice({ kind = 'info', title, announce, children }: NoticeProps) {
  return (
    <div class={classes('notice', kind !== 'info' && `is-${kind}`)} role={announce ? 'status' : undefined}>
      {title && <h2>{title}</h2>}
      {children && <div>{children}</div>}
    </div>
  )
}

interface ValidityProps {
  readonly inForce: boolean
  /** 现行有效, 已废止, 已失效, 已修改 */
  readonly says: string
  readonly children: Children
}

/** Whether a document may still be relied on, before its text. */
export function Validity({ inForce, says, children }: ValidityProps) {
  return (
    <div class={classes('validity', !inForce && 'is-void')}>
      <b>{says}</b>
      <span>{children}</span>
    </div>
  )
}

/** soon, today, over, paused, met; plain when there is time. */
export type DueState = 'plain' | 'soon' | 'today' | 'over' | 'paused' | 'met'

/**
 * How pressing a due day is.
 * @param workingDaysLeft after today up to and with the due day; negative when overdue
 */
export function dueState(workingDaysLeft: number, overdue: boolean, soonWithin = 3): DueState {
  if (overdue) return 'over'
  if (workingDaysLeft <= 0) return 'today'
  return workingDaysLeft <= soonWithin ? 'soon' : 'plain'
}

/** 剩 3 日, 今天到期, 逾期2日: always working days. */
export function dueInWords(workingDaysLeft: number, overdue: boolean): string {
  if (overdue) return workingDaysLeft < 0 ? `逾期${-workingDaysLeft}日` : '已逾期'
  return workingDaysLeft <= 0 ? '今天到期' : `剩 ${workingDaysLeft} 日`
}

interface DueProps {
  readonly state: DueState
  /** 剩 3 日, 今天到期, 逾期1日, 等补正 */
  readonly says: string
  readonly on: PlainDay | null
  /** Before the day: 至 while waiting for someone. */
  readonly before?: string
}

/** Days left in words, with the day. */
export function Due({ state, says, on, before }: DueProps) {
  return kept(`due ${state} ${says} ${before ?? ''} ${on ?? ''}`, () => (
    <span class={classes('due', state !== 'plain' && `is-${state}`)}>
      <b>{says}</b>
      {on && (
        <span>
          {before}
          <When day={on} as="short" />
        </span>
      )}
    </span>
  ))
}

interface EmptyProps {
  /** 还没有 */
  readonly says: string
  /** What to do about it. */
  readonly children?: Children
}

/** Nothing here yet, and what would fill it. */
export function Empty({ says, children }: EmptyProps) {
  return (
    <div class="empty">
      <b>{says}</b>
      {children}
    </div>
  )
}

interface ProgressProps {
  readonly name: string
  /** 3.1 MB，已传 64% */
  readonly says: string
  readonly value: number
  readonly max: number
}

/** How far a thing is, in words and as a bar. */
export function Progress({ name, says, value, max }: ProgressProps) {
  return (
    <div class="progress-row">
      <span>{name}</span>
      <span class="num">{says}</span>
      <progress max={max} value={value} aria-label={`${name}，${says}`}>
        {says}
      </progress>
    </div>
  )
}
