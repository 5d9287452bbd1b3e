/**
 * The statutory clock a second time: a walk over the calendar, one day after the other, the way an official would tick off
 * days on a wall calendar. Written from the digest of the law and from the contract of `gongkai clock` alone; it shares
 * no line with `src/law/clock` and no table with `src/law/calendar`, so that a fault has to be made twice to stay unseen.
 */

/** Holiday notices as printed: days off and weekend days worked, MM-DD. 2027 and 2028: no notice, the statutory days only. */
const notices: Readonly<Record<number, readonly [off: string, work: string]>> = {
  2019: [
    '01-01 02-04..02-10 04-05..04-07 05-01..05-04 06-07..06-09 09-13..09-15 10-01..10-07',
    '02-02 02-03 04-28 05-05 09-29 10-12',
  ],
  2020: [
    '01-01 01-24..02-02 04-04..04-06 05-01..05-05 06-25..06-27 10-01..10-08',
    '01-19 04-26 05-09 06-28 09-27 10-10',
  ],
  2021: [
    '01-01..01-03 02-11..02-17 04-03..04-05 05-01..05-05 06-12..06-14 09-19..09-21 10-01..10-07',
    '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
  ],
  2022: [
    '01-01..01-03 01-31..02-06 04-03..04-05 04-30..05-04 06-03..06-05 09-10..09-12 10-01..10-07 12-31',
    '01-29 01-30 04-02 04-24 05-07 10-08 10-09',
  ],
  2023: [
    '01-01..01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06',
    '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  ],
  2024: [
    '01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07',
    '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  ],
  2025: [
    '01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08',
    '01-26 02-08 04-27 09-28 10-11',
  ],
  2026: [
    '01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07',
    '01-04 02-14 02-28 05-09 09-20 10-10',
  ],
  2027: ['01-01 02-05..02-08 04-05 05-01..05-02 06-09 09-15 10-01..10-03', ''],
  2028: ['01-01 01-25..01-28 04-04 05-01..05-02 05-28 10-01..10-03', ''],
}
const lastAnnounced = 2026

/** The next day, by calendar arithmetic without any Date. */
export function dayAfter(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31
  if (date < length) return written(year, month, date + 1)
  return month < 12 ? written(year, month + 1, 1) : written(year + 1, 1, 1)
}

function written(year: number, month: number, date: number): string {
  return [String(year), ...[month, date].map((part) => String(part).padStart(2, '0'))].join('-')
}

export function daysAfter(day: string, count: number): string {
  let at = day
  for (let left = count; left > 0; left -= 1) at = dayAfter(at)
  return at
}

const isOff = new Set<string>()
const isWorkedWeekend = new Set<string>()
for (const [year, [off, work]] of Object.entries(notices)) {
  for (const span of off.split(' ')) {
    const [first = '', last = first] = span.split('..')
    for (let day = `${year}-${first}`; day <= `${year}-${last}`; day = dayAfter(day)) isOff.add(day)
  }
  for (const day of work.split(' ')) if (day !== '') isWorkedWeekend.add(`${year}-${day}`)
}

/** Whether each day from 2019-01-01 (a Tuesday) is worked, found by walking. */
const isWorked = new Map<string, boolean>()
{
  let weekday = 2
  for (let day = '2019-01-01'; day <= '2028-06-30'; day = dayAfter(day)) {
    isWorked.set(day, isWorkedWeekend.has(day) || (weekday < 6 && !isOff.has(day)))
    weekday = weekday === 7 ? 1 : weekday + 1
  }
}

function worked(day: string): boolean {
  const found = isWorked.get(day)
  if (found === undefined) throw new RangeError(`the wall calendar does not hold ${day}`)
  return found
}

function workingDay(after: string, count: number): string {
  let at = after
  for (let left = count; left > 0; ) {
    at = dayAfter(at)
    if (worked(at)) left -= 1
  }
  return at
}

/** An event as the contract writes it. */
export interface ToldEvent {
  readonly type: string
  readonly on?: string
  readonly until?: string
  readonly id?: string
  readonly sentOn?: string
  readonly receivedOn?: string | null
  readonly coMaker?: boolean
  readonly opinion?: string
  readonly days?: number
  readonly service?: string
}
export interface ToldCase {
  readonly received: { readonly channel: string; readonly on: string }
  readonly events: readonly ToldEvent[]
  readonly today: string
}

/** The contract's figures without the steps. */
export interface WalkedReading {
  readonly receivedOn: string
  readonly state: string
  readonly dueOn: string | null
  readonly latestDueOn: string | null
  readonly applicantDueOn: string | null
  readonly workingDaysLeft: number | null
  readonly overdue: boolean
  readonly provisional: boolean
}

interface Letter {
  readonly name: string
  readonly sentOn: string
  readonly limit: string | null
  answeredOn: string | null
  isAnswered: boolean
}

/** Decision 2: the order within a day. */
const turns = [
  ['clarificationAsked'],
  ['clarificationAnswered'],
  ['thirdPartyAsked', 'agencyAsked'],
  ['thirdPartyAnswered', 'agencyAnswered'],
  ['feeNoticed'],
  ['feePaid'],
  ['extended'],
  ['answered'],
]

const whenOf = (event: ToldEvent): string => event.on ?? event.sentOn ?? ''

/** @returns the figures, or null when something in the case is not allowed */
export function walkCase({ received, events, today }: ToldCase): WalkedReading | null {
  if (today < received.on) return null
  const happened = events.filter((event) => whenOf(event) <= today)
  if (happened.some((event) => whenOf(event) < received.on)) return null
  const answer = happened
    .filter(({ type }) => type === 'answered')
    .map(whenOf)
    .sort()[0]
  const asOf = answer ?? today
  const known = (day: string | null | undefined): string | null => (day && day <= asOf ? day : null)

  /** The working days ticked off in the period now running. */
  let ticked: string[] = []
  let allowance = 20
  let wasExtended = false
  let asked: { until: string; isOpen: boolean } | null = null
  let fee: { payBy: string | null; isOpen: boolean } | null = null
  let lapsed: { on: string; isWritten: boolean } | null = null
  let isAnswered = false
  const letters: Letter[] = []

  for (let day = received.on; day <= today; day = dayAfter(day)) {
    // Yesterday was the last day to correct or to pay, and nothing came.
    if (!isAnswered && lapsed === null) {
      const missed = [
        ...(asked?.isOpen && asked.until < day ? [{ on: asked.until, isWritten: true }] : []),
        ...(fee?.isOpen && fee.payBy !== null && fee.payBy < day
          ? [{ on: fee.payBy, isWritten: false }]
          : []),
      ].sort((one, other) => (one.on < other.on ? -1 : 1))
      lapsed = missed[0] ?? null
    }
    let isLate = ticked.length >= allowance
    // A consulted party has this day if its letter went out before, and neither its answer nor its limit came before.
    const isTakenOut = letters.some(
      (letter) =>
        letter.sentOn < day && letter.answeredOn === null && (letter.limit === null || day <= letter.limit),
    )
    if (day > received.on && worked(day) && !isTakenOut && !isAnswered) ticked.push(day)

    for (const turn of turns)
      for (const event of happened.filter(
        ({ type, ...rest }) => turn.includes(type) && whenOf({ type, ...rest }) === day,
      )) {
        const isOpinion = event.type === 'thirdPartyAnswered' || event.type === 'agencyAnswered'
        if (isAnswered && !isOpinion) return null
        if (lapsed !== null && !isOpinion && event.type !== 'answered') return null
        const waiting = asked?.isOpen === true || fee?.isOpen === true
        const isAfterDue = !waiting && isLate && lapsed === null
        if (event.type === 'clarificationAsked') {
          if (asked !== null || isAfterDue || (event.until ?? '') < day) return null
          asked = { until: event.until ?? '', isOpen: true }
        } else if (event.type === 'clarificationAnswered') {
          if (!asked?.isOpen) return null
          asked.isOpen = false
          ticked = []
          allowance = 20
          isLate = false
        } else if (event.type === 'thirdPartyAsked' || event.type === 'agencyAsked') {
          const name = `${event.type.replace('Asked', '')} ${event.id}`
          if (letters.some((letter) => letter.name === name)) return null
          if (event.receivedOn && event.receivedOn < day) return null
          const got = known(event.receivedOn)
          letters.push({
            name,
            sentOn: day,
            limit: got === null ? null : workingDay(got, 15),
            answeredOn: null,
            isAnswered: false,
          })
        } else if (isOpinion) {
          const name = `${event.type.replace('Answered', '')} ${event.id}`
          const letter = letters.find((one) => one.name === name)
          if (!letter || letter.isAnswered) return null
          letter.isAnswered = true
          if (!isAnswered && lapsed === null) letter.answeredOn = day
        } else if (event.type === 'feeNoticed') {
          if (fee !== null || isAfterDue || (event.receivedOn && event.receivedOn < day)) return null
          const got = known(event.receivedOn)
          fee = { payBy: got === null ? null : workingDay(got, 20), isOpen: true }
        } else if (event.type === 'feePaid') {
          if (!fee?.isOpen) return null
          fee.isOpen = false
          ticked = []
          allowance = 20
          isLate = false
        } else if (event.type === 'extended') {
          const { days = 0 } = event
          if (days < 1 || days > 20 || wasExtended || waiting || isAfterDue) return null
          wasExtended = true
          allowance += days
        } else isAnswered = true
      }
  }

  const isStopped = lapsed !== null || asked?.isOpen === true || fee?.isOpen === true
  const open = letters.filter(
    (letter) => letter.answeredOn === null && (letter.limit === null || asOf <= letter.limit),
  )
  /** Goes on ticking after the last day walked; `isTakenOut` says which days to come the parties still have. */
  const walkOn = (isTakenOut: (day: string) => boolean): string => {
    const days = [...ticked]
    for (let day = dayAfter(asOf); days.length < allowance; day = dayAfter(day))
      if (worked(day) && !isTakenOut(day)) days.push(day)
    return days[allowance - 1] as string
  }
  const dueOn = isStopped ? null : walkOn(() => false)
  const latestDueOn =
    isStopped || open.some(({ limit }) => limit === null)
      ? null
      : walkOn((day) => open.some(({ limit }) => limit !== null && day <= limit))
  const applicantDueOn = isAnswered
    ? null
    : lapsed !== null
      ? lapsed.on
      : asked?.isOpen
        ? asked.until
        : fee?.isOpen
          ? fee.payBy
          : null
  const state = isAnswered
    ? 'answered'
    : lapsed !== null
      ? 'lapsed'
      : asked?.isOpen
        ? 'waitingForApplicant'
        : fee?.isOpen
          ? 'waitingForFee'
          : open.length > 0
            ? 'paused'
            : 'running'
  const overdue = dueOn !== null && asOf > dueOn
  const isWrittenDay = lapsed !== null ? lapsed.isWritten : asked?.isOpen === true
  const looked = [
    received.on,
    dueOn,
    latestDueOn,
    isWrittenDay ? null : applicantDueOn,
    overdue ? today : null,
  ]
  return {
    receivedOn: received.on,
    state,
    dueOn,
    latestDueOn,
    applicantDueOn,
    workingDaysLeft: isAnswered || dueOn === null ? null : leftOn(today, dueOn),
    overdue,
    provisional: looked.some((day) => day !== null && Number(day.slice(0, 4)) > lastAnnounced),
  }
}

function leftOn(today: string, dueOn: string): number {
  const [from, to] = today <= dueOn ? [today, dueOn] : [dueOn, today]
  let count = 0
  for (let day = dayAfter(from); day <= to; day = dayAfter(day)) if (worked(day)) count += 1
  return today <= dueOn || count === 0 ? count : -count
}
