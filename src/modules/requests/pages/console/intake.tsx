import type { FastifyInstance, FastifyRequest } from 'fastify'
import { checked } from '../../../../platform/checked.ts'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Form, type Stopped } from '../../../../platform/http/form.ts'
import { sentForm } from '../../../../platform/http/sent-form.ts'
import { renderPage } from '../../../../platform/html/index.ts'
import { Invalid, Refused } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { newToken, staffOf } from '../../../../platform/sessions/index.ts'
import { calendarFor } from '../../../agencies/index.ts'
import { receiveRequest } from '../../commands/receive-request.ts'
import { intakeInput, requestInput, type FilePurpose } from '../../model.ts'
import { similarToNew } from '../../queries/similar-requests.ts'
import { houseDaysOf } from '../../store/settings.ts'
import { standingOf } from '../../rules/case-state.ts'
import { reasonsAgainstArrival, receivedOnFor } from '../../rules/receipt.ts'
import { uploadLimits } from '../../rules/uploads.ts'
import type { Registered } from '../../store/insert-case.ts'
import { takeFiles } from '../take-files.ts'
import { requestsAt } from './addresses.ts'
import { IntakeCheckPage, RegisteredPage } from './intake-check-page.tsx'
import { intakeOf } from './intake-form.ts'
import { IntakePage } from './intake-page.tsx'

const here = `${requestsAt}/new`
const permission = 'requests.register'

const scanned: readonly FilePurpose[] = ['application', 'identity', 'powerOfAttorney']
const purposeOf = (field: string): FilePurpose =>
  scanned.find((purpose) => purpose === field) ?? 'application'

/** Intake on behalf of the applicant in two steps: what came in; the day of receipt and what looks like it; then it is registered. */
export function mountIntake(app: FastifyInstance, services: Services): void {
  async function filling(req: FastifyRequest, form: Form, stopped?: Stopped): Promise<string> {
    return renderPage(
      <IntakePage
        frame={await consoleFrame(services, req)}
        form={form}
        submissionKey={form.text('submissionKey') || newToken()}
        stopped={stopped}
      />,
    )
  }

  /** Everything that the command will ask, asked before: input of both schemas at once, then the rules of arrival. */
  function looked(form: Form, agencyId: string) {
    const { input, intake } = intakeOf(form, agencyId)
    const problems: Invalid['fields'][number][] = []
    const collect = <T,>(read: () => T): T | undefined => {
      try {
        return read()
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        problems.push(...error.fields)
        return undefined
      }
    }
    const arrival = collect(() => checked(intakeInput, intake))
    const given = collect(() => checked(requestInput, input))
    if (arrival === undefined || given === undefined) throw new Invalid(problems)
    const reasons = reasonsAgainstArrival(arrival, services.today())
    if (reasons.length > 0) throw new Refused(reasons)
    return { arrival, given }
  }

  async function checking(req: FastifyRequest, form: Form, stopped?: Stopped): Promise<string> {
    const { agencyId } = staffOf(req, permission)
    const { arrival, given } = looked(form, agencyId)
    const receivedOn = receivedOnFor(arrival, given.kind)
    const [calendar, houseDays, found] = await Promise.all([
      calendarFor(services.db, agencyId),
      houseDaysOf(services.db, agencyId, given.kind),
      similarToNew(services, agencyId, given, services.now()),
    ])
    const { dueOn } = standingOf(
      { kind: given.kind, houseDays, channel: arrival.channel, receivedOn, closedOn: null, events: [] },
      calendar,
      services.today(),
    )
    return renderPage(
      <IntakeCheckPage
        frame={await consoleFrame(services, req)}
        form={form}
        kind={given.kind}
        applicants={given.applicants}
        receivedOn={receivedOn}
        dueOn={dueOn}
        similar={found.similar}
        bySame={found.bySame}
        stopped={stopped}
      />,
    )
  }

  app.get(here, async (req, reply) => {
    staffOf(req, permission)
    return reply.html(await filling(req, formOf(req, 'query')))
  })

  app.post(here, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, permission)
    const { form, files } = await sentForm(req, uploadLimits)
    const go = form.text('go')
    if (go === 'more' || go === 'back') return reply.html(await filling(req, form))
    const wrong = await stoppedBy(async () => looked(form, agencyId))
    if (wrong) return reply.html(await filling(req, form, wrong), wrong.status)
    if (go !== 'register') return reply.html(await checking(req, form))

    let registered: Registered | null = null
    const stopped = await stoppedBy(async () => {
      const { taken, problems } = await takeFiles(services, files)
      if (problems.length > 0) throw new Invalid(problems)
      const { input, intake } = intakeOf(form, agencyId)
      registered = await services.command(actor, agencyId, (context) =>
        receiveRequest(
          context,
          input,
          intake,
          taken.map((file) => ({ ...file, purpose: purposeOf(file.field) })),
        ),
      )
    })
    if (stopped) return reply.html(await checking(req, form, stopped), stopped.status)
    const done = registered as unknown as Registered
    const { arrival, given } = looked(form, agencyId)
    return reply.html(
      renderPage(
        <RegisteredPage
          frame={await consoleFrame(services, req)}
          requestId={done.requestId}
          number={done.number}
          queryCode={done.queryCode}
          receivedOn={receivedOnFor(arrival, given.kind)}
          isNew={done.isNew}
        />,
      ),
    )
  })
}
