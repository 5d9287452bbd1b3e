import type { PlainDay } from '../../../../law/calendar/plain-day.ts'
import type { YearFile } from '../../../../law/calendar/year-file.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  ConsolePage,
  Empty,
  FactsList,
  monthAndDay,
  Panel,
  Table,
  When,
  WorkHead,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import type { CalendarPreview, MovedDay } from '../../queries/preview-calendar-year.ts'
import { calendarAt } from './calendar-page.tsx'

const list = (days: readonly PlainDay[]): string => days.map(monthAndDay).join('、')

/** 1月4日、1月5日放假，1月9日上班: why a day moves. */
function reason({ newlyOff, newlyWorked }: MovedDay): string {
  const parts = [
    newlyOff.length > 0 ? `${list(newlyOff)}改为放假` : '',
    newlyWorked.length > 0 ? `${list(newlyWorked)}改为上班` : '',
  ].filter(Boolean)
  return parts.length === 0 ? '期间的工作日有变动' : parts.join('，')
}

/** What a notice would move, old and new side by side, before it is entered. Nothing has been written yet. */
export function CalendarPreviewPage({
  frame,
  file,
  preview,
}: {
  readonly frame: ConsoleFrame
  readonly file: YearFile
  readonly preview: CalendarPreview
}) {
  const { moved, looked, isCut } = preview
  const told = moved.filter(({ toldOn }) => toldOn !== null).length
  return (
    <ConsolePage
      frame={frame}
      title={`核对${file.year}年放假安排`}
      current={calendarAt}
      crumbs={[{ title: '放假安排', href: calendarAt }, { title: '核对' }]}
    >
      <WorkHead title={`核对${file.year}年放假安排`}>
        还没有录入。
        {moved.length === 0
          ? `看过${looked}件在办的，没有日期会变。`
          : `看过${looked}件在办的，${moved.length}件的日期会变。`}
      </WorkHead>
      <Panel title="要录入的">
        <FactsList
          facts={[
            { name: '通知', value: file.notices.join('、') },
            { name: '放假', value: file.off.join('、') },
            { name: '调休上班', value: file.work.length === 0 ? '没有' : file.work.join('、') },
          ]}
        />
      </Panel>
      <Panel title="会变的日期" id="moved">
        {moved.length === 0 ? (
          <Empty says="没有在办的日期会变。" />
        ) : (
          <Table
            caption="录入以后会变的日期"
            stack
            rows={moved}
            columns={[
              {
                title: '哪一件',
                kind: 'title',
                cell: ({ title, href, agencyName }) => (
                  <>
                    {href === null ? title : <a href={href}>{title}</a>}
                    {agencyName && <span class="note">　{agencyName}</span>}
                  </>
                ),
              },
              { title: '现在', kind: 'short', cell: ({ before }) => <When day={before} as="full" /> },
              {
                title: '录入以后',
                kind: 'short',
                cell: ({ after }) => (
                  <b>
                    <When day={after} as="full" />
                  </b>
                ),
              },
              { title: '为什么', cell: reason },
              {
                title: '告知过申请人',
                kind: 'short',
                cell: ({ toldOn }) => (toldOn === null ? '没有' : <When day={toldOn} as="full" />),
              },
            ]}
          />
        )}
        {isCut && <p class="note">在办的很多，只逐件看了最早到期的{looked}件；录入以后全部重新计算。</p>}
        {told > 0 && (
          <p class="note">
            告知过申请人的日期保留在文书里，不改；新的日期更晚的，在告知过的那天以前答复最稳妥。
          </p>
        )}
      </Panel>
      <form method="post" action={calendarAt}>
        <input type="hidden" name="year" value={String(file.year)} />
        <input type="hidden" name="notice" value={file.notices.join('、')} />
        <input type="hidden" name="off" value={file.off.join('\n')} />
        <input type="hidden" name="work" value={file.work.join('\n')} />
        <Buttons>
          <Button name="go" value="enter">
            确认录入
          </Button>
          <ButtonLink look="line" href={calendarAt}>
            不录入
          </ButtonLink>
        </Buttons>
      </form>
    </ConsolePage>
  )
}
