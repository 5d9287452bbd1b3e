import { sql } from 'kysely'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Context, Db, FieldCipher } from '../../../platform/context.ts'
import type { Applicant } from '../model.ts'

/** Spaces and the middle dots of names do not make another person. */
function normal(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s·•]/gu, '')
    .toUpperCase()
}

/** The keyed digests by which the same applicant is found again without the name standing anywhere in clear. */
export function fingerprintsOf(
  cipher: FieldCipher,
  applicant: Pick<Applicant, 'name' | 'identityNumber'>,
): { readonly name: string; readonly identity: string } {
  return {
    name: cipher.fingerprint(`applicant ${normal(applicant.name)}`),
    identity: cipher.fingerprint(`identity ${normal(applicant.identityNumber)}`),
  }
}

/** Writes the applicants of a case, sealed. */
export async function insertApplicants(
  context: Context,
  key: { readonly agencyId: string; readonly requestId: string },
  applicants: readonly Applicant[],
): Promise<void> {
  await context.db
    .insertInto('request_applicants')
    .values(
      applicants.map((applicant, position) => {
        const { name, identityNumber, kind, identityKind, ...contact } = applicant
        const prints = fingerprintsOf(context.cipher, applicant)
        return {
          agency_id: key.agencyId,
          request_id: key.requestId,
          position,
          kind,
          identity_kind: identityKind,
          name_sealed: context.cipher.seal(name),
          name_fingerprint: prints.name,
          identity_sealed: context.cipher.seal(identityNumber),
          identity_fingerprint: prints.identity,
          contact_sealed: context.cipher.seal(JSON.stringify(contact)),
        }
      }),
    )
    .execute()
}

/** How an applicant was reached before it was changed, and until which day. */
export interface EarlierContact {
  readonly position: number
  readonly replacedOn: PlainDay
  /** null when the applicant did it online. */
  readonly replacedBy: string | null
  readonly contact: Pick<Applicant, 'contactName' | 'phone' | 'email' | 'address' | 'postcode'>
}

/** Puts new contact details in the place of the old ones, which are kept sealed; the case's version goes on. */
export async function replaceContact(
  context: Context,
  key: { readonly agencyId: string; readonly requestId: string },
  position: number,
  before: Applicant,
  after: Applicant,
): Promise<void> {
  const sealedContact = ({
    name: _n,
    identityNumber: _i,
    kind: _k,
    identityKind: _t,
    ...contact
  }: Applicant) => context.cipher.seal(JSON.stringify(contact))
  await context.db
    .insertInto('request_earlier_contacts')
    .values({
      agency_id: key.agencyId,
      request_id: key.requestId,
      contact_id: crypto.randomUUID(),
      position,
      contact_sealed: sealedContact(before),
      replaced_on: context.today,
      replaced_at: context.now,
      replaced_by: context.actor.kind === 'person' ? context.actor.personId : null,
    })
    .execute()
  await context.db
    .updateTable('request_applicants')
    .set({ contact_sealed: sealedContact(after) })
    .where('agency_id', '=', key.agencyId)
    .where('request_id', '=', key.requestId)
    .where('position', '=', position)
    .execute()
  await context.db
    .updateTable('requests')
    .set({ version: sql<number>`version + 1` })
    .where('agency_id', '=', key.agencyId)
    .where('request_id', '=', key.requestId)
    .execute()
}

/** Earlier contact details of a case in clear, the newest first. Like `openApplicants`: whoever calls this says so in the journal. */
export async function earlierContacts(
  db: Db,
  cipher: FieldCipher,
  agencyId: string,
  requestId: string,
): Promise<readonly EarlierContact[]> {
  const rows = await db
    .selectFrom('request_earlier_contacts')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .orderBy('replaced_at', 'desc')
    .execute()
  return rows.map((row) => ({
    position: row.position,
    replacedOn: row.replaced_on,
    replacedBy: row.replaced_by,
    contact: JSON.parse(cipher.open(row.contact_sealed)) as EarlierContact['contact'],
  }))
}

/** How many applicants a case has, and the last day on which contact details of one were changed. */
export async function contactStanding(
  db: Db,
  agencyId: string,
  requestId: string,
): Promise<{ readonly applicants: number; readonly changedOn: PlainDay | null }> {
  const [count, last] = await Promise.all([
    db
      .selectFrom('request_applicants')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('agency_id', '=', agencyId)
      .where('request_id', '=', requestId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('request_earlier_contacts')
      .select((row) => row.fn.max('replaced_on').as('on'))
      .where('agency_id', '=', agencyId)
      .where('request_id', '=', requestId)
      .executeTakeFirst(),
  ])
  return { applicants: Number(count.count), changedOn: last?.on ?? null }
}

/** 138****5678, s***@example.com, 云汀市城东区…: enough to know it again, no more. */
export function maskedContact({ phone, email, address }: Pick<Applicant, 'phone' | 'email' | 'address'>): {
  readonly phone: string
  readonly email: string
  readonly address: string
} {
  const digits = [...phone]
  const [local = '', host = ''] = email.split('@')
  const place = [...address]
  return {
    phone: digits.length === 0 ? '' : `${digits.slice(0, 3).join('')}****${digits.slice(-2).join('')}`,
    email: email === '' ? '' : `${[...local][0] ?? ''}***@${host}`,
    address:
      place.length === 0 ? '' : `${place.slice(0, Math.min(6, Math.ceil(place.length / 2))).join('')}……`,
  }
}

/** The applicants of a case in clear. Whoever calls this shows them to someone who may see them, and says so in the journal. */
export async function openApplicants(
  db: Db,
  cipher: FieldCipher,
  agencyId: string,
  requestId: string,
): Promise<readonly Applicant[]> {
  const rows = await db
    .selectFrom('request_applicants')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    ...(JSON.parse(cipher.open(row.contact_sealed)) as Omit<
      Applicant,
      'name' | 'identityNumber' | 'kind' | 'identityKind'
    >),
    kind: row.kind,
    identityKind: row.identity_kind,
    name: cipher.open(row.name_sealed),
    // Erased after its time (see erase-identity): the case stays, the number is gone.
    identityNumber: row.identity_sealed === null ? '' : cipher.open(row.identity_sealed),
  }))
}

/** 沈青禾 → 沈**; a company keeps its first two and last four characters. */
export function maskedName(name: string, kind: Applicant['kind']): string {
  const signs = [...name]
  if (kind === 'natural') return `${signs[0] ?? ''}${'*'.repeat(Math.max(1, Math.min(signs.length - 1, 2)))}`
  return signs.length <= 6 ? name : `${signs.slice(0, 2).join('')}***${signs.slice(-4).join('')}`
}

/** The masked name as it stands in a letter on the screen: its signs are not those that count as a blank left open in a draft. */
export function nameOnScreen(name: string, kind: Applicant['kind']): string {
  return maskedName(name, kind).replaceAll('*', '＊')
}

/** Names by case for lists, masked. */
export async function maskedNames(
  db: Db,
  cipher: FieldCipher,
  agencyId: string,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (requestIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('request_applicants')
    .select(['request_id', 'kind', 'name_sealed', 'position'])
    .where('agency_id', '=', agencyId)
    .where('request_id', 'in', [...requestIds])
    .orderBy('request_id')
    .orderBy('position')
    .execute()
  const names = new Map<string, string[]>()
  for (const row of rows)
    names.set(row.request_id, [
      ...(names.get(row.request_id) ?? []),
      maskedName(cipher.open(row.name_sealed), row.kind),
    ])
  return new Map(
    [...names].map(([id, list]) => [id, list.length > 2 ? `${list[0]}等${list.length}人` : list.join('、')]),
  )
}
