import { parsePlainDay, type PlainDay } from '../../../law/calendar/plain-day.ts'
import {
  clockTime,
  ConsolePage,
  Due,
  Empty,
  FactsList,
  Figures,
  inWords,
  Panel,
  Split,
  WorkHead,
  type ConsoleFrame,
  type DueState,
  type Fact,
  type Figure,
} from '../../../platform/html/index.ts'
import type { ToDo } from '../../../platform/room.ts'

export interface ToDoPageProps {
  readonly frame: ConsoleFrame
  readonly now: Date
  readonly toDos: readonly ToDo[]
  /** The agency's figures of the year, each opening its list. */
  readonly figures?: readonly Figure[]
  readonly facts?: readonly Fact[]
}

const groups = [
  { title: '今天', holds: (entry: ToDo) => entry.urgency === 'overdue' || entry.urgency === 'today' },
  { title: '这几天', holds: (entry: ToDo) => entry.urgency === 'soon' },
  { title: '以后', holds: (entry: ToDo) => entry.urgency === 'later' },
] as const

const states = { overdue: 'over', today: 'today', soon: 'soon', later: 'plain' } as const
const plainWords = { overdue: '逾期', today: '今天', soon: '将到期', later: '待办' } as const

function greeting(now: Date): string {
  const hour = Number(clockTime(now).split(':')[0])
  if (hour < 6) return '夜深了'
  if (hour < 12) return '上午好'
  return hour < 18 ? '下午好' : '晚上好'
}

function summary(toDos: readonly ToDo[]): string {
  const today = toDos.filter((entry) => !entry.waiting && groups[0].holds(entry)).length
  if (today > 0) return `今天有${inWords(today)}件要办完。${toDos.length > today ? '其余可以慢慢来。' : ''}`
  return toDos.length > 0 ? '今天没有必须办完的。' : '现在没有要办的。'
}

function ToDoList({ entries }: { readonly entries: readonly ToDo[] }) {
  return (
    <ul class="todo">
      {entries.map((entry) => {
        const on: PlainDay | null = entry.dueOn === null ? null : parsePlainDay(entry.dueOn)
        const state: DueState = entry.waiting ? 'paused' : states[entry.urgency]
        return (
          <li key={entry.href + entry.title}>
            <Due
              state={state}
              says={entry.dueSays ?? (entry.waiting ? '等别人' : plainWords[entry.urgency])}
              on={on}
              before={entry.waiting ? '至' : undefined}
            />
            <div>
              <a href={entry.href}>{entry.title}</a>
              {entry.why && <p>{entry.why}</p>}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** What this person must do, most pressing first, and what others owe. */
export function ToDoPage({ frame, now, toDos, figures, facts }: ToDoPageProps) {
  const waiting = toDos.filter((entry) => entry.waiting)
  const mine = toDos.filter((entry) => !entry.waiting)
  const lists = (
    <>
      {toDos.length === 0 && <Empty says="现在没有要办的">有新的申请、审核或期限时，会列在这里。</Empty>}
      {groups.map(({ title, holds }) => {
        const entries = mine.filter(holds)
        return (
          entries.length > 0 && (
            <Panel key={title} title={title}>
              <ToDoList entries={entries} />
            </Panel>
          )
        )
      })}
      {waiting.length > 0 && (
        <Panel title="等别人">
          <ToDoList entries={waiting} />
        </Panel>
      )}
    </>
  )
  const aside = (
    <>
      {figures && figures.length > 0 && (
        <Panel title="本机关今年">
          <Figures figures={figures} layout="two" />
        </Panel>
      )}
      {facts && facts.length > 0 && (
        <Panel title="主动公开">
          <FactsList facts={facts} />
        </Panel>
      )}
    </>
  )
  const hasAside = (figures?.length ?? 0) > 0 || (facts?.length ?? 0) > 0
  return (
    <ConsolePage frame={frame} title="待办" current="/console">
      <WorkHead title={frame.person ? `${greeting(now)}，${frame.person.name}` : greeting(now)}>
        {summary(toDos)}
      </WorkHead>
      {hasAside ? (
        <Split aside={aside} asideName="本机关数字">
          {lists}
        </Split>
      ) : (
        lists
      )}
    </ConsolePage>
  )
}
