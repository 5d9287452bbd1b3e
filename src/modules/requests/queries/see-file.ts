import { may, type Context } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/refusals.ts'
import type { FilePurpose } from '../model.ts'
import { requestRefusals } from '../refusals.ts'
import { readFile, type CaseFile } from '../store/files.ts'

/** Files that tell who applied: only for those who may see that. */
const tellsWhoApplied: readonly FilePurpose[] = ['identity', 'powerOfAttorney', 'application']

/**
 * The bytes of one file of one case for a member of staff; every download stands in the journal (个人信息保护法 Art 51).
 * @throws NotFound, Forbidden
 */
export async function seeFile(
  context: Context,
  key: { readonly agencyId: string; readonly requestId: string; readonly fileId: string },
): Promise<{ readonly file: CaseFile; readonly bytes: Uint8Array }> {
  if (!may(context.actor, 'requests.see') || context.agencyId !== key.agencyId)
    throw new Forbidden([requestRefusals['requests.permission.missing']])
  const found = await readFile(context, key)
  if (tellsWhoApplied.includes(found.file.purpose) && !may(context.actor, 'requests.seeApplicant'))
    throw new Forbidden([requestRefusals['requests.permission.missing']])
  await context.journal({
    verb: 'see-file',
    subject: { kind: 'request', id: key.requestId },
    agencyId: key.agencyId,
    basis: '个人信息保护法第五十一条',
    detail: { fileId: key.fileId, purpose: found.file.purpose },
  })
  return found
}
