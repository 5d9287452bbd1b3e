import { dayMarks } from '../../../law/clock/day-marks.ts'
import type { Db, FieldCipher } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import { agencyById } from '../../agencies/index.ts'
import { letterTemplate } from '../letters/catalogue.ts'
import { requestRefusals } from '../refusals.ts'
import { clockEvents } from '../rules/case-state.ts'
import { maskedContact, maskedNames, openApplicants } from '../store/applicants.ts'
import { findCase } from '../store/cases.ts'
import { filesOf } from '../store/files.ts'
import { itemsOf } from '../store/items.ts'
import { papersOf, servicesOf } from '../store/papers.ts'
import { issuerOf, settingsOf } from '../store/settings.ts'
import { presentCaseForApplicant, type ApplicantCase } from './present-case.ts'

/**
 * A case as its applicant sees it, after number and query code were right.
 * @throws NotFound
 */
export async function trackedCase(
  ground: { readonly db: Db; readonly cipher: FieldCipher },
  key: { readonly agencyId: string; readonly requestId: string },
  today: PlainDay,
): Promise<ApplicantCase> {
  const { db, cipher } = ground
  const { agencyId, requestId } = key
  const [found, agency] = await Promise.all([
    findCase(db, agencyId, requestId, today),
    agencyById(db, agencyId),
  ])
  if (!found || !agency) throw new NotFound([requestRefusals['requests.case.missing']])
  const [papers, items, files, names, applicants, settings, issuer, rating] = await Promise.all([
    papersOf(db, cipher, agencyId, requestId),
    itemsOf(db, agencyId, requestId),
    filesOf(db, cipher, agencyId, requestId),
    maskedNames(db, cipher, agencyId, [requestId]),
    openApplicants(db, cipher, agencyId, requestId),
    settingsOf(db, agencyId),
    issuerOf(db, agencyId, agency.name),
    db
      .selectFrom('request_ratings')
      .select('score')
      .where('agency_id', '=', agencyId)
      .where('request_id', '=', requestId)
      .executeTakeFirst(),
  ])
  const services = await servicesOf(
    db,
    agencyId,
    papers.map(({ paperId }) => paperId),
  )
  const marks =
    found.receivedOn === null || found.kind !== 'information'
      ? null
      : dayMarks(
          {
            received: { channel: found.channel, on: found.receivedOn },
            events: clockEvents(found.events),
            today,
          },
          found.calendar,
        )
  return presentCaseForApplicant({
    found,
    agency: { name: agency.name, slug: agency.slug },
    office: issuer,
    applicant: names.get(requestId) ?? '',
    contact: maskedContact(applicants[0] ?? { phone: '', email: '', address: '' }),
    papers: papers.map((paper) => ({
      ...paper,
      title: letterTemplate(paper.letter).title,
      reader: letterTemplate(paper.letter).reader,
      services: services.filter(({ paperId }) => paperId === paper.paperId),
    })),
    items,
    files,
    marks: marks ?? [],
    settings,
    score: rating?.score ?? null,
  })
}
