import type { FastifyInstance, FastifyRequest } from 'fastify'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Stopped } from '../../../../platform/http/form.ts'
import {
  Button,
  Buttons,
  ConsolePage,
  ErrorSummary,
  Field,
  Notice,
  Panel,
  problemOf,
  renderPage,
  Table,
  Tag,
  WorkHead,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { addCalendarLayer } from '../../commands/add-calendar-layer.ts'
import { enterCalendarYear } from '../../commands/enter-calendar-year.ts'
import { removeCalendarLayer } from '../../commands/remove-calendar-layer.ts'
import { calendarEntries, type CalendarYear, type OwnLayer } from '../../queries/calendar-entries.ts'

const here = '/console/calendar'

/** Days of a form, one a line or separated by commas. */
const daysOf = (text: string): string[] => text.split(/[\s,，、;；]+/).filter((day) => day !== '')

interface TypedYear {
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
    <ConsolePage frame={frame} title="放假安排" current={here} problems={problems?.length}>
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
          国务院办公厅一般在秋季发布下一年的安排。录入以后，在办的申请自动重新计算；已经告知申请人的日期保留在文书里。
        </p>
        <form method="post" action={here}>
          <Field name="year" label="年度" short inputMode="numeric" value={typed.year} required />
          <Field
            name="notice"
            label="发文字号"
            hint="例如 国办发明电〔2025〕7号"
            value={typed.notice}
            error={problemOf(problems, 'notice')}
            required
          />
          <Field
            name="off"
            label="放假的日子"
            hint="一行一段，连休写首尾两天：2027-01-01..2027-01-03。周末在连休里的也包括"
            kind="lines"
            rows={7}
            value={typed.off}
            error={problemOf(problems, 'off')}
            required
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
            <Button>录入放假通知</Button>
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
                  <form method="post" action={`${here}/layers/remove`}>
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
        <form method="post" action={`${here}/layers`}>
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

/** The holiday notices and local days of the agency acted for. */
export function mountCalendar(app: FastifyInstance, services: Services): void {
  async function draw(req: FastifyRequest, stopped?: Stopped) {
    const { agencyId } = staffOf(req, 'agencies.editCalendar')
    const form = formOf(req)
    const { years, layers } = await calendarEntries(services.db, agencyId, services.today())
    const done = formOf(req, 'query').text('done')
    return renderPage(
      <CalendarPage
        frame={await consoleFrame(services, req)}
        years={years}
        layers={layers}
        typed={{
          year: form.text('year') || String(years.at(-1)?.year ?? ''),
          notice: form.text('notice'),
          off: form.text('off'),
          work: form.text('work'),
          name: form.text('name'),
          basis: form.text('basis'),
        }}
        stopped={stopped}
        said={done === '' ? undefined : '已录入，在办的申请正在重新计算。'}
      />,
    )
  }

  app.get(here, async (req, reply) => reply.html(await draw(req)))

  app.post(here, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, 'agencies.editCalendar')
    const form = formOf(req)
    const file = {
      year: Number(form.text('year')),
      notices: form
        .text('notice')
        .split(/[、,，\n]+/)
        .map((one) => one.trim()),
      off: daysOf(form.text('off')),
      work: daysOf(form.text('work')),
    }
    const stopped = await stoppedBy(() =>
      services.command(actor, agencyId, (context) => enterCalendarYear(context, { agencyId, file })),
    )
    if (stopped) return reply.html(await draw(req, stopped), stopped.status)
    return reply.redirect(`${here}?done=year`, 303)
  })

  app.post(`${here}/layers`, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, 'agencies.editCalendar')
    const form = formOf(req)
    const stopped = await stoppedBy(() =>
      services.command(actor, agencyId, (context) =>
        addCalendarLayer(context, {
          agencyId,
          name: form.text('name'),
          basis: form.text('basis'),
          off: daysOf(form.text('layerOff')),
          work: [],
        }),
      ),
    )
    if (stopped) return reply.html(await draw(req, stopped), stopped.status)
    return reply.redirect(`${here}?done=layer`, 303)
  })

  app.post(`${here}/layers/remove`, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, 'agencies.editCalendar')
    const layerId = formOf(req).text('layerId')
    await services.command(actor, agencyId, (context) => removeCalendarLayer(context, { agencyId, layerId }))
    return reply.redirect(`${here}?done=removed`, 303)
  })
}
