import { sm3 } from '../../../platform/cipher/digest.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { actingPerson, demandHere } from '../../agencies/index.ts'
import { letterTemplate } from '../letters/catalogue.ts'
import { checkOwnDocx } from '../letters/own-docx.ts'
import type { LetterId } from '../letters/template.ts'
import { ownTemplates } from '../store/letter-templates.ts'

/**
 * Takes an agency's own form of a letter as a Word file. It is checked and kept as a new version; letters are not written in it before
 * it is enabled. Authors and traces of editing are taken out.
 * @returns the version
 * @throws Invalid with everything that is wrong with the file
 */
export async function uploadLetterTemplate(
  context: Context,
  input: {
    readonly agencyId: string
    readonly letter: LetterId
    readonly name: string
    readonly bytes: Uint8Array
  },
): Promise<number> {
  demandHere(context, 'requests.settings', input.agencyId)
  const { agencyId, letter, name } = input
  const template = letterTemplate(letter)
  const checked = checkOwnDocx(template, input.bytes)
  if ('problems' in checked)
    throw new Invalid(checked.problems.map((sentence) => ({ field: 'file', sentence })))
  const [last] = await ownTemplates(context.db, agencyId, letter)
  const digest = sm3(checked.bytes)
  // The same file sent twice is one version, as long as it waits to be enabled.
  if (
    last !== undefined &&
    last.digest === digest &&
    last.begunAt === null &&
    last.letterVersion === template.version
  )
    return last.version
  const version = (last?.version ?? 0) + 1
  await context.db
    .insertInto('request_letter_templates')
    .values({
      agency_id: agencyId,
      letter,
      version,
      letter_version: template.version,
      name,
      stored: await context.files.put(checked.bytes),
      digest,
      size: checked.bytes.length,
      added_by: actingPerson(context),
      added_at: context.now,
      begun_by: null,
      begun_at: null,
      ended_by: null,
      ended_at: null,
    })
    .execute()
  await context.journal({
    verb: 'upload-letter-template',
    subject: { kind: 'letterTemplate', id: `${letter}-${version}` },
    agencyId,
    detail: { letter, version, name, digest },
  })
  return version
}
