import type { FastifyInstance, FastifyRequest } from 'fastify'
import { beijingDay } from '../../../../../law/calendar/plain-day.ts'
import { consoleFrame } from '../../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Stopped } from '../../../../../platform/http/form.ts'
import {
  Button,
  Buttons,
  ConsolePage,
  Empty,
  ErrorSummary,
  FactsList,
  Field,
  Notice,
  Panel,
  problemOf,
  renderPage,
  Table,
  Tag,
  When,
  WorkHead,
  type ConsoleFrame,
} from '../../../../../platform/html/index.ts'
import type { Services } from '../../../../../platform/services.ts'
import { staffOf } from '../../../../../platform/sessions/index.ts'
import { endPlatform } from '../../../commands/end-platform.ts'
import { registerPlatform } from '../../../commands/register-platform.ts'
import { platformsOf, type Platform } from '../../../platforms/platforms.ts'

const here = '/console/request-platforms'

/** The acceptance platforms that may hand in requests; a new one's key and secret are shown once. */
export function PlatformsPage({
  frame,
  platforms,
  made,
  typed,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly platforms: readonly Platform[]
  readonly made: { readonly key: string; readonly secret: string } | null
  readonly typed: { readonly name: string; readonly webhookUrl: string }
  readonly stopped?: Stopped
}) {
  const problems = stopped?.problems
  return (
    <ConsolePage frame={frame} title="统一受理平台" current={here} problems={problems?.length}>
      <WorkHead title="统一受理平台">
        市里的统一受理平台可以通过接口代收申请，并收到办理进度。接口说明在
        <a href="/api/docs">接口文档</a>。
      </WorkHead>
      {made && (
        <Notice kind="good" title="已登记。下面两项只显示这一次" announce>
          <FactsList
            facts={[
              { name: '接口密钥', value: <code>{made.key}</code> },
              { name: '回调签名密钥', value: <code>{made.secret}</code> },
            ]}
          />
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      {platforms.length === 0 ? (
        <Empty says="还没有">
          <p>需要统一受理平台代收申请时，在这里登记。</p>
        </Empty>
      ) : (
        <Table
          caption="统一受理平台"
          stack
          rows={platforms}
          columns={[
            { title: '名称', kind: 'title', cell: ({ name }) => name },
            {
              title: '回调网址',
              cell: ({ webhookUrl }) => webhookUrl || <span class="note">没有，平台自己来查</span>,
            },
            {
              title: '登记',
              kind: 'short',
              cell: ({ registeredAt }) => <When day={beijingDay(registeredAt)} />,
            },
            {
              title: '状态',
              kind: 'short',
              cell: ({ platformId, endedAt, name }) =>
                endedAt === null ? (
                  <form method="post" action={`${here}/end`}>
                    <input type="hidden" name="platformId" value={platformId} />
                    <Button look="line" small>
                      停用<span class="sr">{name}</span>
                    </Button>
                  </form>
                ) : (
                  <Tag kind="void">已停用</Tag>
                ),
            },
          ]}
        />
      )}
      <Panel title="登记一个平台" id="new-platform">
        <form method="post" action={here}>
          <Field
            name="name"
            label="平台名称"
            value={typed.name}
            error={problemOf(problems, 'name')}
            required
          />
          <Field
            name="webhookUrl"
            label="回调网址"
            optional
            hint="办理有进展时通知这个网址，消息带签名；不写的，由平台来查"
            value={typed.webhookUrl}
            error={problemOf(problems, 'webhookUrl')}
          />
          <Buttons>
            <Button>登记</Button>
          </Buttons>
        </form>
      </Panel>
    </ConsolePage>
  )
}

/** Registering and ending acceptance platforms of the agency acted for. */
export function mountPlatforms(app: FastifyInstance, services: Services): void {
  async function draw(req: FastifyRequest, made: { key: string; secret: string } | null, stopped?: Stopped) {
    const { agencyId } = staffOf(req, 'requests.settings')
    const form = formOf(req)
    return renderPage(
      <PlatformsPage
        frame={await consoleFrame(services, req)}
        platforms={await platformsOf(services.db, agencyId)}
        made={made}
        typed={
          made
            ? { name: '', webhookUrl: '' }
            : { name: form.text('name'), webhookUrl: form.text('webhookUrl') }
        }
        stopped={stopped}
      />,
    )
  }

  app.get(here, async (req, reply) => reply.html(await draw(req, null)))

  app.post(here, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, 'requests.settings')
    const form = formOf(req)
    let made: { key: string; secret: string } | null = null
    const stopped = await stoppedBy(async () => {
      made = await services.command(actor, agencyId, (context) =>
        registerPlatform(context, {
          agencyId,
          name: form.text('name'),
          webhookUrl: form.text('webhookUrl'),
        }),
      )
    })
    reply.header('cache-control', 'no-store')
    return reply.html(await draw(req, made, stopped ?? undefined), stopped?.status ?? 200)
  })

  app.post(`${here}/end`, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, 'requests.settings')
    const platformId = formOf(req).text('platformId')
    await services.command(actor, agencyId, (context) => endPlatform(context, { agencyId, platformId }))
    return reply.redirect(here, 303)
  })
}
