import type { FastifyRequest } from 'fastify'
import type { PlainDay } from '../../../../law/calendar/plain-day.ts'
import { NotFound } from '../../../../platform/refusals.ts'
import type { Services } from '../../../../platform/services.ts'
import { staffOf } from '../../../../platform/sessions/index.ts'
import { namesOfPeople } from '../../../agencies/index.ts'
import { caseFile, type CaseFileView } from '../../queries/case-file.ts'
import { caseJournal, type CaseJournalLine } from '../../queries/case-journal.ts'
import { requestRefusals } from '../../refusals.ts'
import { readDeskActs, type DeskActReading, type DeskGround } from '../../rules/desk-acts.ts'
import { settingsOf } from '../../store/settings.ts'
import type { Names } from './case-course.tsx'

export type CaseRequest = FastifyRequest<{ Params: { requestId: string } }>

/** A case as its pages need it: the file, what may be done now, and what was done. */
export interface CaseView {
  readonly agencyId: string
  readonly today: PlainDay
  readonly file: CaseFileView
  readonly ground: DeskGround
  readonly acts: readonly DeskActReading[]
  readonly lines: readonly CaseJournalLine[]
  readonly names: Names
}

/** An id that can stand in an address; anything else is a page that is not there. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/**
 * Loads the case of the address for the agency acted for; a case of another agency is not there.
 * @throws NotFound, Forbidden
 */
export async function caseViewOf(services: Services, req: CaseRequest): Promise<CaseView> {
  const { actor, agencyId } = staffOf(req, 'requests.see')
  const { requestId } = req.params
  const missing = new NotFound([requestRefusals['requests.case.missing']])
  if (!isId(requestId)) throw missing
  const today = services.today()
  const [file, lines, settings] = await Promise.all([
    caseFile(services, agencyId, requestId, today),
    caseJournal(services.db, agencyId, requestId),
    settingsOf(services.db, agencyId),
  ])
  if (!file) throw missing
  const { request } = file
  const ground: DeskGround = {
    course: request,
    standing: request.standing,
    calendar: request.calendar,
    today,
    settings,
    papers: file.papers.filter(({ state, letter }) => state !== 'discarded' && letter !== 'D03').length,
    permissions: actor.permissions,
  }
  const handed = lines.flatMap(({ detail }) =>
    typeof detail['handlerId'] === 'string' ? [detail['handlerId']] : [],
  )
  const people = await namesOfPeople(
    services.db,
    request.handlerId === null ? handed : [...handed, request.handlerId],
  )
  return {
    agencyId,
    today,
    file,
    ground,
    acts: readDeskActs(ground),
    lines,
    names: { people, letters: new Map(file.papers.map(({ paperId, letter }) => [paperId, letter])) },
  }
}
