import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parsePlainDay } from '../../../../law/calendar/plain-day.ts'
import { isOutcomeCode } from '../../../../law/outcomes/outcomes.ts'
import { may } from '../../../../platform/context.ts'
import { consoleFrame } from '../../../../platform/http/frames.ts'
import { csvMark, csvRow, sendCsv } from '../../../../platform/http/csv.ts'
import { formOf } from '../../../../platform/http/form.ts'
import { renderPage } from '../../../../platform/html/index.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { namesOfPeople } from '../../../agencies/index.ts'
import { applicantKinds, requestKinds } from '../../model.ts'
import { handlersOf, sectionsOf } from '../../queries/hands.ts'
import { inbox, inboxRows, inboxViews, type InboxFilter, type InboxView } from '../../queries/inbox.ts'
import { requestsAt } from './addresses.ts'
import { csvHead, csvLine, InboxPage, type InboxAsked } from './inbox-page.tsx'

const permission = 'requests.see'
/** More than this is not a list any more; a narrower filter is asked for. */
const mostExported = 50_000

const oneOf = <T extends string>(list: readonly T[], value: string): T | null =>
  list.find((item) => item === value) ?? null

/** What the address asks for; what it does not understand is left out. */
function askedOf(req: FastifyRequest): { readonly asked: InboxAsked; readonly filter: InboxFilter } {
  const query = formOf(req, 'query')
  const state = query.text('state')
  const asked: InboxAsked = {
    state: state === 'all' ? 'all' : (oneOf<InboxView>(inboxViews, state) ?? 'open'),
    q: query.text('q').trim().slice(0, 200),
    who: query.text('who'),
    section: query.text('section'),
    kind: oneOf(requestKinds, query.text('kind')) ?? '',
    applicant: oneOf(applicantKinds, query.text('applicant')) ?? '',
    outcome: isOutcomeCode(query.text('outcome')) ? query.text('outcome') : '',
    from: parsePlainDay(query.text('from')) ?? '',
    to: parsePlainDay(query.text('to')) ?? '',
  }
  const who = /^[0-9a-f-]{36}$/.test(asked.who) || asked.who === 'nobody' ? asked.who : ''
  const filter: InboxFilter = {
    state: asked.state === 'all' ? undefined : asked.state,
    handlerId: who || null,
    section: asked.section || null,
    kind: oneOf(requestKinds, asked.kind),
    applicantKind: oneOf(applicantKinds, asked.applicant),
    outcome: isOutcomeCode(asked.outcome) ? asked.outcome : null,
    receivedFrom: parsePlainDay(asked.from),
    receivedTo: parsePlainDay(asked.to),
    words: asked.q,
  }
  return { asked: { ...asked, who }, filter }
}

/** The list of requests of the agency acted for, as a page and as a file. */
export function mountInbox(app: FastifyInstance, services: Services): void {
  app.get(requestsAt, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, permission)
    const { asked, filter } = askedOf(req)
    const page = Math.max(1, Math.trunc(Number(formOf(req, 'query').text('page'))) || 1)
    const [found, people, sections] = await Promise.all([
      inbox(services, agencyId, filter, services.today(), page),
      handlersOf(services.db, agencyId),
      sectionsOf(services.db, agencyId),
    ])
    const handlerNames = await namesOfPeople(
      services.db,
      found.rows.flatMap(({ handlerId }) => handlerId ?? []),
    )
    return reply.html(
      renderPage(
        <InboxPage
          frame={await consoleFrame(services, req)}
          asked={asked}
          rows={found.rows}
          total={found.total}
          page={found.page}
          counts={found.counts}
          people={[
            { value: '', label: '全部' },
            { value: 'nobody', label: '未分' },
            ...people.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
          sections={sections}
          handlerNames={handlerNames}
          me={actor.personId}
          mayRegister={may(actor, 'requests.register')}
        />,
      ),
    )
  })

  app.get(`${requestsAt}.csv`, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, permission)
    const { asked, filter } = askedOf(req)
    await services.command(actor, agencyId, (context) =>
      context.journal({
        verb: 'export-requests',
        subject: { kind: 'requests', id: 'csv' },
        agencyId,
        detail: { filter: Object.fromEntries(Object.entries(asked).filter(([name]) => name !== 'q')) },
      }),
    )
    const names = new Map((await handlersOf(services.db, agencyId)).map((one) => [one.personId, one.name]))
    return sendCsv(reply, 'requests.csv', Readable.from(lines()))

    async function* lines(): AsyncGenerator<string> {
      yield csvMark + csvRow(csvHead)
      for await (const row of inboxRows(services, agencyId, filter, services.today(), mostExported))
        yield csvRow(csvLine(row, row.handlerId === null ? '' : (names.get(row.handlerId) ?? '')))
    }
  })
}
