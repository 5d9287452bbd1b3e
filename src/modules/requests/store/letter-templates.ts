import type { Selectable } from 'kysely'
import type { OfficialDocument } from '../../../documents/write/model.ts'
import type { Db, FileStore } from '../../../platform/context.ts'
import { fillOwnDocx } from '../letters/own-docx.ts'
import type { LetterId, LetterTemplate } from '../letters/template.ts'
import type { RequestLetterTemplatesTable } from './tables.ts'

/** A version of an agency's own form of a letter. */
export interface OwnTemplate {
  readonly letter: LetterId
  readonly version: number
  readonly letterVersion: number
  readonly name: string
  readonly stored: string
  readonly digest: string
  readonly size: number
  readonly addedBy: string | null
  readonly addedAt: Date
  readonly begunBy: string | null
  readonly begunAt: Date | null
  readonly endedBy: string | null
  readonly endedAt: Date | null
}

function templateOf(row: Selectable<RequestLetterTemplatesTable>): OwnTemplate {
  return {
    letter: row.letter as LetterId,
    version: row.version,
    letterVersion: row.letter_version,
    name: row.name,
    stored: row.stored,
    digest: row.digest,
    size: row.size,
    addedBy: row.added_by,
    addedAt: row.added_at,
    begunBy: row.begun_by,
    begunAt: row.begun_at,
    endedBy: row.ended_by,
    endedAt: row.ended_at,
  }
}

/** The agency's own forms, newest version first; of one letter, or of all. */
export async function ownTemplates(
  db: Db,
  agencyId: string,
  letter?: LetterId,
): Promise<readonly OwnTemplate[]> {
  const all = db.selectFrom('request_letter_templates').selectAll().where('agency_id', '=', agencyId)
  const rows = await (letter === undefined ? all : all.where('letter', '=', letter))
    .orderBy('letter')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(templateOf)
}

/** Whether letters are written in this form now. */
export const isInUse = ({ begunAt, endedAt }: OwnTemplate): boolean => begunAt !== null && endedAt === null

/**
 * A letter in the agency's own form, when it has one in use that was checked against the letter's present version.
 * @returns null when ours is to be used
 */
export async function ownLetterDocx(
  ground: { readonly db: Db; readonly files: FileStore },
  agencyId: string,
  template: LetterTemplate,
  blanks: Readonly<Record<string, unknown>>,
  document: OfficialDocument,
): Promise<{ readonly docx: Uint8Array; readonly version: number } | null> {
  const own = (await ownTemplates(ground.db, agencyId, template.id)).find(isInUse)
  if (own === undefined || own.letterVersion !== template.version) return null
  return {
    docx: fillOwnDocx(await ground.files.get(own.stored), template, blanks, document),
    version: own.version,
  }
}
