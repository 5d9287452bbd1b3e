import type { FastifyInstance, FastifyRequest } from 'fastify'
import { consoleFrame } from '../../../../../platform/http/frames.ts'
import { formOf, stoppedBy, type Form, type Stopped } from '../../../../../platform/http/form.ts'
import { renderPage } from '../../../../../platform/html/index.ts'
import { NotFound } from '../../../../../platform/refusals.ts'
import type { Services } from '../../../../../platform/services.ts'
import { printRecord } from '../../../commands/print-record.ts'
import { letterPress } from '../../../letters/letter-press.ts'
import { requestRefusals } from '../../../refusals.ts'
import { askedBlanks, intakeRecords } from '../../../rules/intake-records.ts'
import { paperAt, recordsAt } from '../addresses.ts'
import { caseHere } from '../papers/case-here.ts'
import { RecordsPage } from './records-page.tsx'

/** The records of how a case came in: which there are, and printing one into the file. */
export function mountRecords(app: FastifyInstance, services: Services): void {
  async function draw(req: FastifyRequest, typed: Form | null, stopped?: Stopped): Promise<string> {
    const here = await caseHere(services, req, 'requests.register')
    return renderPage(
      <RecordsPage
        frame={await consoleFrame(services, req)}
        here={here}
        typed={typed?.text ?? (() => '')}
        stopped={stopped}
      />,
    )
  }

  app.get(recordsAt(':requestId'), async (req, reply) => reply.html(await draw(req, null)))

  app.post(`${recordsAt(':requestId')}/:letter`, async (req, reply) => {
    const here = await caseHere(services, req, 'requests.register')
    const letter = intakeRecords.find((one) => one === (req.params as { readonly letter: string }).letter)
    if (letter === undefined) throw new NotFound([requestRefusals['requests.paper.missing']])
    const form = formOf(req)
    let paperId = ''
    const stopped = await stoppedBy(async () => {
      const typed = Object.fromEntries(askedBlanks[letter].map((name) => [name, form.text(name)]))
      const kept = await here.act((context) =>
        printRecord(context, {
          agencyId: here.agencyId,
          requestId: here.requestId,
          letter,
          typed,
          press: letterPress(services),
        }),
      )
      paperId = kept.paperId
    })
    if (stopped) return reply.html(await draw(req, form, stopped), stopped.status)
    return reply.redirect(`${paperAt(here.requestId, paperId)}?done=printed`, 303)
  })
}
