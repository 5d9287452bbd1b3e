import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import {
  agencyTree,
  everyAgency,
  namesOfPeople,
  peopleCalled,
  type AgencyBranch,
} from '../../modules/agencies/index.ts'
import { parsePlainDay } from '../../law/calendar/plain-day.ts'
import { consoleFrame } from '../../platform/http/frames.ts'
import { csvMark, csvRow, sendCsv } from '../../platform/http/csv.ts'
import { formOf } from '../../platform/http/form.ts'
import { renderPage } from '../../platform/html/index.ts'
import {
  detailInWords,
  groundVerbs,
  groundWords,
  type JournalWords,
} from '../../platform/journal/in-words.ts'
import { installationChain, type JournalRow } from '../../platform/journal/entry.ts'
import {
  countJournal,
  momentInLists,
  readJournal,
  type JournalFilter,
} from '../../platform/journal/read-journal.ts'
import { verifyJournal } from '../../platform/journal/verify-journal.ts'
import type { Services } from '../../platform/services.ts'
import { staffOf } from '../../platform/sessions/index.ts'
import { JournalPage, type JournalLine, type JournalPageProps } from './pages/journal-page.tsx'

const here = '/console/journal'
const permission = 'agencies.readJournal'
const perPage = 50
/** Beyond this the count is not worth its time; filters narrow it. */
const mostCounted = 10_000
const mostExported = 100_000
const exportStep = 2_000

const idsOf = (branches: readonly AgencyBranch[]): readonly string[] =>
  branches.flatMap((branch) => [branch.agencyId, ...idsOf(branch.below)])

/** The journal for the auditor: the agency acted for and all below it; at the top of the tree, the installation's own acts too. */
export function mountJournal(app: FastifyInstance, services: Services): void {
  const verbWords: Readonly<Record<string, string>> = Object.assign(
    {},
    ...services.rooms.map((room) => room.verbs ?? {}),
    groundVerbs,
  )
  /** What a verb's details are called is said by the room of the verb. */
  const detailWords = new Map<string, JournalWords>(
    services.rooms.flatMap((room) =>
      Object.keys(room.verbs ?? {}).map((verb) => [verb, room.journalWords ?? groundWords] as const),
    ),
  )
  const subjectWords: Readonly<Record<string, string>> = Object.assign(
    {},
    groundWords.subjects,
    ...services.rooms.map((room) => room.journalWords?.subjects ?? {}),
  )

  /** What this auditor may look into, and what was asked for. */
  async function scope(req: FastifyRequest) {
    const { agencyId, actor, session } = staffOf(req, permission)
    const tree = await agencyTree(services.db, agencyId)
    const agencies = await everyAgency(services.db)
    const isTop = agencies.find((agency) => agency.agencyId === agencyId)?.parentId === null
    const open = [...idsOf(tree), ...(isTop ? [installationChain] : [])]
    const names = new Map(agencies.map((agency) => [agency.agencyId, agency.name]))
    if (isTop) names.set(installationChain, '整个系统')
    const query = formOf(req, 'query')
    const asked = {
      agency: query.text('agency'),
      verb: query.text('verb'),
      who: query.text('who').trim(),
      from: query.text('from'),
      to: query.text('to'),
    }
    const filter: JournalFilter = {
      chains: asked.agency === '' ? open : open.filter((chain) => chain === asked.agency),
      verb: asked.verb || null,
      actors: asked.who === '' ? null : await peopleCalled(services.db, asked.who),
      fromOn: parsePlainDay(asked.from),
      untilOn: parsePlainDay(asked.to),
    }
    return { open, names, asked, filter, actor, agencyId, session }
  }

  async function linesOf(
    rows: readonly JournalRow[],
    agencyNames: ReadonlyMap<string, string>,
  ): Promise<readonly JournalLine[]> {
    const isPerson = (row: JournalRow) => ['person', 'account'].includes(row.subject_kind)
    const ids = rows.flatMap((row) => [
      ...(row.actor_kind === 'person' && row.actor ? [row.actor] : []),
      ...(isPerson(row) && row.subject_id !== 'unknown' ? [row.subject_id] : []),
    ])
    const told = rows.flatMap((row) => Object.values(row.detail ?? {}).filter(isId))
    const others = [...told, ...rows.map((row) => row.subject_id).filter(isId)]
    const [people, ...things] = await Promise.all([
      namesOfPeople(services.db, [...ids, ...told]),
      ...services.rooms.flatMap((room) => (room.namesOf ? [room.namesOf(services.db, others)] : [])),
    ])
    const named = new Map([...agencyNames, ...people, ...things.flatMap((names) => [...names])])
    const thing = (kind: string, id: string): string =>
      kind === 'installation' || kind === 'journal'
        ? (subjectWords[kind] ?? kind)
        : `${subjectWords[kind] ?? kind} ${named.get(id) ?? placeOf(id, agencyNames)}`
    return rows.map((row) => ({
      number: row.number,
      at: row.at,
      who:
        row.actor_kind === 'person'
          ? (people.get(row.actor ?? '') ?? '已不在名册')
          : row.actor_kind === 'public'
            ? '未登录'
            : `${row.actor_kind === 'system' ? '系统' : '运维人员'}（${row.actor}）`,
      agencyName: agencyNames.get(row.agency_id) ?? null,
      did: verbWords[row.verb] ?? row.verb,
      verb: row.verb,
      subject: isPerson(row)
        ? (people.get(row.subject_id) ?? '未知账号')
        : row.subject_kind === 'agency'
          ? (agencyNames.get(row.subject_id) ?? row.subject_id)
          : thing(row.subject_kind, row.subject_id),
      basis: row.basis,
      detail:
        row.detail === null ? '' : detailInWords(row.detail, detailWords.get(row.verb) ?? groundWords, named),
    }))
  }

  const addressOf = (path: string, asked: Readonly<Record<string, string>>, page?: number) => {
    const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
    if (page !== undefined && page > 1) query.set('page', String(page))
    return query.size > 0 ? `${path}?${query.toString()}` : path
  }

  async function draw(req: FastifyRequest, verified?: JournalPageProps['verified']) {
    const { open, names, asked, filter } = await scope(req)
    const total = await countJournal(services.db, filter, mostCounted)
    const last = Math.max(1, Math.ceil(total / perPage))
    const page = Math.min(last, Math.max(1, Math.trunc(Number(formOf(req, 'query').text('page'))) || 1))
    const rows = await readJournal(services.db, filter, { skip: (page - 1) * perPage, take: perPage })
    return renderPage(
      <JournalPage
        frame={await consoleFrame(services, req)}
        action={here}
        filter={asked}
        agencies={open.map((chain) => ({ value: chain, label: names.get(chain) ?? chain }))}
        verbs={Object.entries(verbWords).map(([value, label]) => ({ value, label }))}
        lines={await linesOf(rows, names)}
        page={page}
        perPage={perPage}
        total={total}
        pageHref={(number) => addressOf(here, asked, number)}
        csvHref={addressOf(`${here}.csv`, asked)}
        verifyAction={`${here}/verify`}
        verified={verified}
      />,
    )
  }

  app.get(here, async (req, reply) => reply.html(await draw(req)))

  app.post(`${here}/verify`, async (req, reply) => {
    const { actor, agencyId } = staffOf(req, permission)
    const verdict = await verifyJournal(services.db)
    await services.command(actor, agencyId, (context) =>
      context.journal({
        verb: 'verify-journal',
        subject: { kind: 'journal', id: 'all' },
        agencyId,
        detail: { links: verdict.links, breaks: verdict.breaks.length },
      }),
    )
    return reply.html(
      await draw(req, {
        at: services.now(),
        lines: verdict.links,
        brokenAt: verdict.breaks[0]?.number ?? null,
      }),
    )
  })

  app.get(`${here}.csv`, async (req, reply) => {
    const asked = await scope(req)
    const { actor, agencyId } = asked
    const filter = { ...asked.filter, notAfter: services.now() }
    const total = await countJournal(services.db, filter, mostExported)
    await services.command(actor, agencyId, (context) =>
      context.journal({
        verb: 'export-journal',
        subject: { kind: 'journal', id: 'csv' },
        agencyId,
        detail: { lines: total },
      }),
    )
    return sendCsv(reply, 'journal.csv', Readable.from(csvOf(filter, asked.names, total)))
  })

  /** The file, a part at a time. The mark in front makes spreadsheets read it as UTF-8. */
  async function* csvOf(
    filter: JournalFilter,
    names: ReadonlyMap<string, string>,
    total: number,
  ): AsyncGenerator<string> {
    yield `${csvMark}机关,序号,时间,谁,做了什么,动作,对象,依据,改动\r\n`
    for (let skip = 0; skip < total; skip += exportStep) {
      const rows = await readJournal(services.db, filter, { skip, take: exportStep })
      for (const line of await linesOf(rows, names))
        yield csvRow([
          line.agencyName ?? '',
          String(line.number),
          momentInLists(line.at),
          line.who,
          line.did,
          line.verb,
          line.subject,
          line.basis ?? '',
          line.detail,
        ])
    }
  }
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

/** An id as people read it: the agency and year of a report by name, any other as it is. */
function placeOf(id: string, agencyNames: ReadonlyMap<string, string>): string {
  const [first = '', ...rest] = id.split('/')
  const agency = agencyNames.get(first)
  return agency === undefined ? id : [agency, ...rest].join(' ')
}
