import type { Stopped } from '../../../../platform/http/form.ts'
import {
  Button,
  Buttons,
  ConsolePage,
  ErrorSummary,
  Field,
  FileDrop,
  Notice,
  Panel,
  problemOf,
  Table,
  Tag,
  WorkHead,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import type { CalendarYear, OwnLayer } from '../../queries/calendar-entries.ts'

/** No notice of a year is larger. Bytes. */
export const largestFile = 100_000

export const calendarAt = '/console/calendar'

/** What was typed into the form of a notice. */
export interface TypedYear {
  readonly year: string
  readonly notice: string
  readonly off: string
  readonly work: string
}

/** Which notices the working days are counted by, and the forms for the next one and for local days. */
export function CalendarPage({
  frame,
  years,
  layers,
  typed,
  stopped,
  said,
}: {
  readonly frame: ConsoleFrame
  readonly years: readonly CalendarYear[]
  readonly layers: readonly OwnLayer[]
  readonly typed: TypedYear & { readonly name: string; readonly basis: string }
  readonly stopped?: Stopped
  readonly said?: string
}) {
  const problems = stopped?.problems
  const next = years.at(-1)
  return (
    <ConsolePage
      frame={frame}
      title="放假安排"
      current={calendarAt}
      problems={problems?.length}
      islands={['file-drop']}
    >
      <WorkHead title="放假安排">
        {next && next.notices === null
          ? `${next.year}年的放假通知还没有录入，落在${next.year}年的期限是暂算的。`
          : '工作日按下面的通知计算，本机关和下级机关都用。'}
      </WorkHead>
      {said && (
        <Notice kind="good" announce>
          <p>{said}</p>
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      <Table
        caption="各年度的放假通知"
        stack
        rows={years}
        columns={[
          { title: '年度', kind: 'title', cell: ({ year }) => `${year}年` },
          {
            title: '放假通知',
            cell: ({ notices }) =>
              notices === null ? <Tag kind="warn">还没有录入</Tag> : notices.join('、'),
          },
          { title: '工作日', kind: 'number', cell: ({ workingDays }) => `${workingDays}天` },
        ]}
      />
      <Panel title="录入放假通知" id="new-year">
        <p class="note">
          国务院办公厅一般在秋季发布下一年的安排。先看会改哪些日期，再确认录入；已经告知申请人的日期保留在文书里。
        </p>
        <form method="post" action={calendarAt} enctype="multipart/form-data">
          <FileDrop
            name="file"
            label="有放假安排文件的，选文件（JSON）"
            hint="写明year、notices、off、work四项，写法和下面一样。选了文件的，下面不用填"
            accept=".json"
            largest={largestFile}
            error={problemOf(problems, 'file')}
          />
          <Field name="year" label="年度" short inputMode="numeric" value={typed.year} />
          <Field
            name="notice"
            label="发文字号"
            hint="例如 国办发明电〔2025〕7号"
            value={typed.notice}
            error={problemOf(problems, 'notice')}
          />
          <Field
            name="off"
            label="放假的日子"
            hint="一行一段，连休写首尾两天：2027-01-01..2027-01-03。周末在连休里的也包括"
            kind="lines"
            rows={7}
            value={typed.off}
            error={problemOf(problems, 'off')}
          />
          <Field
            name="work"
            label="调休上班的周六、周日"
            optional
            hint="一行一天：2027-02-14"
            kind="lines"
            rows={4}
            value={typed.work}
          />
          <Buttons>
            <Button name="go" value="preview">
              看看会改哪些日期
            </Button>
          </Buttons>
        </form>
      </Panel>
      <Panel title="地方假日和临时停工" id="layers">
        {layers.length === 0 ? (
          <p class="note">还没有。只有本地规定不计入办理期限的日子才写在这里。</p>
        ) : (
          <Table
            caption="地方假日和临时停工"
            stack
            rows={layers}
            columns={[
              { title: '名称', kind: 'title', cell: ({ name }) => name },
              { title: '依据', cell: ({ basis }) => basis },
              { title: '日子', cell: ({ off }) => off.join('、') },
              {
                title: '撤销',
                titleUnseen: true,
                kind: 'short',
                cell: ({ layerId, name }) => (
                  <form method="post" action={`${calendarAt}/layers/remove`}>
                    <input type="hidden" name="layerId" value={layerId} />
                    <Button look="line" small>
                      撤销<span class="sr">{name}</span>
                    </Button>
                  </form>
                ),
              },
            ]}
          />
        )}
        <form method="post" action={`${calendarAt}/layers`}>
          <Field
            name="name"
            label="名称"
            hint="例如 开斋节、台风停工"
            value={typed.name}
            error={problemOf(problems, 'name')}
            short
            required
          />
          <Field
            name="basis"
            label="依据的文件"
            value={typed.basis}
            error={problemOf(problems, 'basis')}
            required
          />
          <Field name="layerOff" label="不上班的日子" kind="lines" rows={2} hint="写法同上" required />
          <Buttons>
            <Button look="line">加上</Button>
          </Buttons>
        </form>
      </Panel>
    </ConsolePage>
  )
}
