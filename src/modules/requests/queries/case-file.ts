import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { ClockStep } from '../../../law/clock/course.ts'
import type { Db, FieldCipher } from '../../../platform/context.ts'
import { findCase, type StandingCase } from '../store/cases.ts'
import { consultationsOf, type Consultation } from '../store/consultations.ts'
import { filesOf, type CaseFile } from '../store/files.ts'
import { itemsOf, type Item } from '../store/items.ts'
import {
  papersOf,
  servicesOf,
  signaturesOf,
  type Paper,
  type PaperService,
  type Signature,
} from '../store/papers.ts'
import { contactStanding, maskedNames } from '../store/applicants.ts'

/** A case as staff see it: everything but who applied in clear. */
export interface CaseFileView {
  readonly request: StandingCase
  /** Masked; the full name is asked for on purpose and goes into the journal (see `seeApplicants`). */
  readonly applicant: string
  /** How many applicants there are, and when contact details of one were last changed. */
  readonly applicants: number
  readonly contactChangedOn: PlainDay | null
  readonly steps: readonly ClockStep[]
  readonly papers: readonly (Paper & {
    readonly services: readonly PaperService[]
    readonly signatures: readonly Signature[]
  })[]
  readonly consultations: readonly Consultation[]
  readonly items: readonly Item[]
  readonly files: readonly CaseFile[]
  readonly links: readonly {
    readonly otherId: string
    readonly number: string
    readonly kind: string
    readonly note: string
  }[]
}

/** The whole file of a case for staff; undefined when the agency has no such case. */
export async function caseFile(
  ground: { readonly db: Db; readonly cipher: FieldCipher },
  agencyId: string,
  requestId: string,
  today: PlainDay,
): Promise<CaseFileView | undefined> {
  const { db, cipher } = ground
  const request = await findCase(db, agencyId, requestId, today)
  if (!request) return undefined
  const [papers, consultations, items, files, names, links, contact] = await Promise.all([
    papersOf(db, cipher, agencyId, requestId),
    consultationsOf(db, cipher, agencyId, requestId),
    itemsOf(db, agencyId, requestId),
    filesOf(db, cipher, agencyId, requestId),
    maskedNames(db, cipher, agencyId, [requestId]),
    linksOf(db, agencyId, requestId),
    contactStanding(db, agencyId, requestId),
  ])
  const ids = papers.map(({ paperId }) => paperId)
  const [services, signatures] = await Promise.all([
    servicesOf(db, agencyId, ids),
    signaturesOf(db, agencyId, ids),
  ])
  return {
    request,
    applicant: names.get(requestId) ?? '',
    applicants: contact.applicants,
    contactChangedOn: contact.changedOn,
    steps: request.standing.steps,
    papers: papers.map((paper) => ({
      ...paper,
      services: services.filter(({ paperId }) => paperId === paper.paperId),
      signatures: signatures.filter(({ paperId }) => paperId === paper.paperId),
    })),
    consultations,
    items,
    files,
    links,
  }
}

async function linksOf(db: Db, agencyId: string, requestId: string): Promise<CaseFileView['links']> {
  const rows = await db
    .selectFrom('request_links as link')
    .innerJoin('requests as other', (join) =>
      join
        .onRef('other.agency_id', '=', 'link.agency_id')
        .on((row) =>
          row.or([
            row.and([
              row('link.request_id', '=', requestId),
              row('other.request_id', '=', row.ref('link.other_id')),
            ]),
            row.and([
              row('link.other_id', '=', requestId),
              row('other.request_id', '=', row.ref('link.request_id')),
            ]),
          ]),
        ),
    )
    .select(['other.request_id as otherId', 'other.number', 'link.kind', 'link.note'])
    .where('link.agency_id', '=', agencyId)
    .where((row) => row.or([row('link.request_id', '=', requestId), row('link.other_id', '=', requestId)]))
    .execute()
  const split = await db
    .selectFrom('requests')
    .select(['request_id as otherId', 'number'])
    .where('agency_id', '=', agencyId)
    .where('split_from', '=', requestId)
    .execute()
  return [...rows, ...split.map((part) => ({ ...part, kind: 'split' as const, note: '' }))]
}
