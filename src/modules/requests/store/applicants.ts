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
