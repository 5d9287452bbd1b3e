import { noticesUsed } from '../../../../law/calendar/calendar.ts'
import type { PlainDay } from '../../../../law/calendar/plain-day.ts'
import { matterTimes } from '../../../../law/clock/other-matters.ts'
import { channelWords } from '../../../../law/clock/words.ts'
import {
  Button,
  type Children,
  DayRuler,
  dayInWords,
  monthAndDay,
  Notice,
  Panel,
  Table,
  weekdayInWords,
  When,
} from '../../../../platform/html/index.ts'
import type { WhatIfReading } from '../../rules/what-if.ts'
import type { CaseFileView } from '../../queries/case-file.ts'
import { rulerDays } from '../../rules/ruler-days.ts'
import { caseAt } from './addresses.ts'

type CaseView = CaseFileView['request']

/** The one big line: by when, or whose turn it is. */
function Answer({ request, today }: { readonly request: CaseView; readonly today: PlainDay }) {
  const { standing, closedOn } = request
  const day = (on: PlainDay) => (
    <p class="clock-day">
      <b>{on.slice(0, 4) === today.slice(0, 4) ? monthAndDay(on) : dayInWords(on)}</b>
      {weekdayInWords(on)}
    </p>
  )
  const head = (says: string) => (
    <h2 class="note" id="clock">
      {says}
    </h2>
  )
  if (request.kind !== 'information')
    return <MatterAnswer request={request} today={today} day={day} head={head} />
  if (closedOn !== null) {
    return (
      <div>
        {head('办结')}
        {day(closedOn)}
        <p>{standing.isOverdue ? '答复晚于法定期限。' : '在期限以内办结。'}</p>
        {standing.dueOn && <p class="note">期限到{dayInWords(standing.dueOn)}</p>}
      </div>
    )
  }
  if (standing.state === 'awaitingConfirmation')
    return (
      <div>
        {head('期限还没有开始')}
        <p class="clock-day">
          <b>待确认</b>
        </p>
        <p>
          {channelWords[request.channel].counts}。
          <When day={request.arrivedOn} as="short" />
          来件。
        </p>
      </div>
    )
  if (standing.refusal !== null)
    return (
      <div>
        {head('最迟答复')}
        <p class="clock-day">
          <b>算不出来</b>
        </p>
        <p>{standing.refusal.sentence}撤销写错的一条，再重新登记。</p>
      </div>
    )
  if (standing.dueOn === null) {
    const isLapsed = standing.state === 'lapsed'
    const whom = standing.state === 'waitingForFee' ? '缴费' : '补正'
    return (
      <div>
        {head(isLapsed ? '申请人的期限已过' : `等申请人${whom}，最迟`)}
        {standing.applicantDueOn && day(standing.applicantDueOn)}
        <p>
          {isLapsed
            ? '逾期没有补正或者缴费，拟终止办理告知书。'
            : '答复期限停着，收到以后重新计算20个工作日。'}
        </p>
      </div>
    )
  }
  const left = standing.workingDaysLeft
  const isOver = today > standing.dueOn
  return (
    <div>
      {head(standing.state === 'paused' ? '正在征求意见，最早' : '最迟答复')}
      {day(standing.dueOn)}
      {left !== null && (
        <p>
          {isOver ? (
            <>
              逾期 <b class="num">{-left}</b> 个工作日
            </>
          ) : left === 0 ? (
            <b>今天到期</b>
          ) : (
            <>
              还有 <b class="num">{left}</b> 个工作日
            </>
          )}
        </p>
      )}
      {standing.state === 'paused' && (
        <p class="note">
          {standing.latestDueOn
            ? `对方用足期限的，最迟${monthAndDay(standing.latestDueOn)}`
            : '登记对方收到的日期以后，才知道最迟哪天'}
        </p>
      )}
      {standing.deferredUntil && <p class="note">已告知延迟到{monthAndDay(standing.deferredUntil)}答复</p>}
      {standing.isProvisional && <p class="note">暂算：跨进的年份还没有放假通知</p>}
    </div>
  )
}

/** What is no request for information has no day of the statute, at most one of the house. */
function MatterAnswer({
  request,
  today,
  day,
  head,
}: {
  readonly request: CaseView
  readonly today: PlainDay
  readonly day: (on: PlainDay) => Children
  readonly head: (says: string) => Children
}) {
  const { standing, closedOn, kind, receivedOn } = request
  if (closedOn !== null)
    return (
      <div>
        {head('办结')}
        {day(closedOn)}
      </div>
    )
  if (standing.dueOn !== null)
    return (
      <div>
        {head('本机关规定的办理期限')}
        {day(standing.dueOn)}
        {today > standing.dueOn ? (
          <p>
            <b>已经过了这一天</b>
          </p>
        ) : (
          today === standing.dueOn && (
            <p>
              <b>今天到期</b>
            </p>
          )
        )}
        {standing.isProvisional && <p class="note">暂算：跨进的年份还没有放假通知</p>}
      </div>
    )
  return (
    <div>
      {head('没有法定期限')}
      <p class="clock-day">
        <b>及时办理</b>
      </p>
      {kind !== 'information' && <p class="note">{matterTimes[kind].basis}</p>}
      {receivedOn && (
        <p class="note">
          <When day={receivedOn} as="short" />
          收到
        </p>
      )}
    </div>
  )
}

/** The same facts as the ruler, for those who listen. */
function rulerSays(request: CaseView, days: ReturnType<typeof rulerDays>, today: PlainDay): string {
  const first = days.find(({ kind }) => kind !== 'rest')
  const count = days.filter(({ kind, day }) => kind === 'working' && day <= today).length
  const paused = days.filter(({ kind }) => kind === 'paused').length
  const due = request.standing.dueOn
  return [
    first ? `从${monthAndDay(first.day)}起数` : '',
    due ? `到${dayInWords(due)}` : '期限停着',
    paused > 0 ? `其中停算${paused}个工作日` : '',
    request.closedOn ? '' : `今天是第${count}个工作日`,
  ]
    .filter(Boolean)
    .join('，')
}

/** Due day first, then every day of the running period. */
export function CaseClock({ request, today }: { readonly request: CaseView; readonly today: PlainDay }) {
  const days = rulerDays(request, request.standing, request.calendar, today)
  return (
    <section class="clock" aria-labelledby="clock">
      <Answer request={request} today={today} />
      {days.length > 1 && (
        <div>
          <DayRuler
            days={days}
            today={today}
            dueOn={request.standing.dueOn}
            says={`${rulerSays(request, days, today)}。`}
          />
        </div>
      )}
    </section>
  )
}

interface WhyProps {
  readonly file: CaseFileView
  readonly today: PlainDay
  readonly asked: WhatIfReading | null
}

/** The parties' names in place of the ids the clock knows them by. */
function named(what: string, file: CaseFileView): string {
  let text = what
  for (const { consultationId, party } of file.consultations)
    text = text.replaceAll(`（${consultationId}）`, `“${party.name}”`)
  return text
}

/** Why this date: every step with its article, and what would be if. */
export function WhyPanel({ file, today, asked }: WhyProps) {
  const { request, steps } = file
  if (request.receivedOn === null) return null
  const isCounted = request.kind === 'information' || request.standing.dueOn !== null
  const last = request.standing.dueOn ?? today
  const notices = noticesUsed(
    request.calendar,
    request.receivedOn,
    last < request.receivedOn ? request.receivedOn : last,
  )
  return (
    <Panel title={isCounted ? '期限怎么算出来的' : '为什么没有期限'} id="why">
      {steps.length > 0 && (
        <Table
          caption="期限计算步骤"
          stack
          rows={steps}
          isNow={(step) => step === steps.at(-1) && request.closedOn === null && step.on === today}
          columns={[
            { title: '日期', kind: 'short', cell: (step) => <When day={step.on} as="list" /> },
            {
              title: '发生了什么',
              kind: 'title',
              cell: (step) => <span class="step-what">{named(step.what, file)}</span>,
            },
            {
              title: '到期日',
              kind: 'short',
              cell: (step) =>
                step.dueOn ? (
                  <When day={step.dueOn} as="list" />
                ) : request.kind === 'information' ? (
                  '停'
                ) : (
                  '无'
                ),
            },
            { title: '依据', cell: (step) => <span class="note">{step.basis}</span> },
          ]}
        />
      )}
      {request.standing.deferredUntil && (
        <p>
          已告知延迟到
          <When day={request.standing.deferredUntil} />
          答复（条例第三十五条）。
        </p>
      )}
      {isCounted && (
        <p class="note">
          日历：
          {notices.map(({ year, notice }) => `${year}年 ${notice ?? '放假通知还没有录入，暂算'}`).join('；')}
          。
        </p>
      )}
      {request.kind === 'information' && request.closedOn === null && request.standing.refusal === null && (
        <WhatIfForm requestId={request.requestId} asked={asked} />
      )}
    </Panel>
  )
}

function WhatIfForm({
  requestId,
  asked,
}: {
  readonly requestId: string
  readonly asked: WhatIfReading | null
}) {
  const acts = [
    ['extend', '延长答复期限'],
    ['askClarification', '要求补正'],
    ['consult', '发出征求意见'],
    ['noticeFee', '通知收费'],
  ] as const
  return (
    <form class="what-if" action={`${caseAt(requestId)}#what-if`} id="what-if">
      <label>
        如果今天
        <select class="input" name="if">
          {acts.map(([value, label]) => (
            <option value={value} selected={asked?.act === value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input
          class="input"
          name="days"
          inputMode="numeric"
          maxLength={2}
          value={String(asked?.days ?? 10)}
        />
        个工作日，会怎样？
      </label>
      <Button look="line" small>
        算一算
      </Button>
      {asked && (
        <div class="what-if-says" role="status">
          {asked.refusal ? (
            <Notice kind="warn">
              <p>
                不行。{asked.refusal.sentence}
                {asked.refusal.basis && `（${asked.refusal.basis}）`}
              </p>
            </Notice>
          ) : (
            <Notice>
              <p>{asked.says}</p>
            </Notice>
          )}
        </div>
      )}
    </form>
  )
}
