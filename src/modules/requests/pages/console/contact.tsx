import type { FastifyInstance } from 'fastify'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Form, type Stopped } from '../../../../platform/http/form.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  Choice,
  ConsolePage,
  ErrorSummary,
  Field,
  problemOf,
  renderPage,
  WorkHead,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { changeContact, contactFields, type ContactField } from '../../commands/change-contact.ts'
import type { CaseFileView } from '../../queries/case-file.ts'
import { actAt, caseAt, requestsAt } from './addresses.ts'
import { caseViewOf, type CaseRequest } from './case-view.ts'

const labels: Readonly<Record<ContactField, string>> = {
  contactName: '新的联系人',
  phone: '新的电话',
  email: '新的邮箱',
  address: '新的通信地址',
  postcode: '新的邮政编码',
}

interface ContactPageProps {
  readonly frame: ConsoleFrame
  readonly file: CaseFileView
  readonly typed: Form
  readonly stopped: Stopped | undefined
}

/** Where an applicant is reached, changed by the desk. What there is now is not shown: that is a look of its own. */
function ContactPage({ frame, file, typed, stopped }: ContactPageProps) {
  const { requestId, number, version } = file.request
  const problems = stopped?.problems
  return (
    <ConsolePage
      frame={frame}
      title={`改联系方式 ${number}`}
      current={requestsAt}
      crumbs={[
        { title: '依申请公开', href: requestsAt },
        { title: number, href: caseAt(requestId) },
        { title: '改联系方式' },
      ]}
      problems={problems?.length}
    >
      <WorkHead title="改联系方式">
        不改的空着。原来的联系方式封存在卷宗里，证明以前送到哪里；以后的文书送到新的。姓名和证件号码不能改。
      </WorkHead>
      <ErrorSummary problems={problems} />
      <form method="post" action={actAt(requestId, 'contact')} class="act-form">
        <input type="hidden" name="version" value={String(version)} />
        {file.applicants > 1 && (
          <Choice
            name="position"
            label="哪一位申请人"
            options={Array.from({ length: file.applicants }, (_, index) => ({
              value: String(index),
              label: `第${index + 1}位`,
            }))}
            value={typed.text('position') || '0'}
            error={problemOf(problems, 'position')}
          />
        )}
        {contactFields.map((name) => (
          <Field
            key={name}
            name={name}
            label={labels[name]}
            optional
            short={name !== 'address'}
            value={typed.text(name)}
            error={problemOf(problems, name)}
          />
        ))}
        <Field
          name="why"
          label="怎样知道要改的"
          hint="例如：来电告知，已核对身份。不要写姓名和号码"
          maxLength={200}
          value={typed.text('why')}
          error={problemOf(problems, 'why')}
        />
        <Buttons>
          <Button>改成这样</Button>
          <ButtonLink href={caseAt(requestId)} look="line">
            不改了
          </ButtonLink>
        </Buttons>
      </form>
    </ConsolePage>
  )
}

/** The page on which the desk changes where an applicant is reached. */
export function mountContact(app: FastifyInstance, services: Services): void {
  async function draw(req: CaseRequest, typed: Form, stopped?: Stopped): Promise<string> {
    const { file } = await caseViewOf(services, req)
    return renderPage(
      <ContactPage frame={await consoleFrame(services, req)} file={file} typed={typed} stopped={stopped} />,
    )
  }

  app.get(actAt(':requestId', 'contact'), async (req: CaseRequest, reply) => {
    staffOf(req, 'requests.register')
    return reply.html(await draw(req, formOf(req, 'query')))
  })

  app.post(actAt(':requestId', 'contact'), async (req: CaseRequest, reply) => {
    const { actor, agencyId } = staffOf(req, 'requests.register')
    const { file } = await caseViewOf(services, req)
    const { requestId } = file.request
    const form = formOf(req)
    const stopped = await stoppedBy(() =>
      services.command(actor, agencyId, (context) =>
        changeContact(context, {
          agencyId,
          requestId,
          version: Number(form.text('version')) || 0,
          position: Number(form.text('position') || '0'),
          contact: Object.fromEntries(contactFields.map((name) => [name, form.text(name)])),
          why: form.text('why'),
        }),
      ),
    )
    if (stopped) return reply.html(await draw(req, form, stopped), stopped.status)
    return reply.redirect(`${caseAt(requestId)}?done=contact`, 303)
  })
}
