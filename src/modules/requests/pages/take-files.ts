import type { SentFile } from '../../../platform/http/sent-form.ts'
import type { FieldProblem } from '../../../platform/refusals.ts'
import type { Services } from '../../../platform/services.ts'
import { requestRefusals } from '../refusals.ts'
import { acceptUpload, shownFileName } from '../rules/uploads.ts'

/** A file that may be kept: its type was told from its bytes, and the scanner found nothing. */
export interface TakenFile {
  readonly field: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/**
 * Looks at every file of a form. What may not be kept is named in one sentence beside its field; the others are taken.
 * @throws Unavailable when the virus scanner does not answer
 */
export async function takeFiles(
  services: Pick<Services, 'scan'>,
  sent: readonly SentFile[],
): Promise<{ readonly taken: readonly TakenFile[]; readonly problems: readonly FieldProblem[] }> {
  const taken: TakenFile[] = []
  const problems: FieldProblem[] = []
  for (const file of sent) {
    const name = shownFileName(file.name)
    const refuse = (sentence: string) =>
      problems.push({ field: file.field, sentence: `“${name}”：${sentence}` })
    if (file.bytes === null) {
      refuse(requestRefusals['requests.file.tooLarge'].sentence)
      continue
    }
    const accepted = acceptUpload(file.bytes)
    if ('reason' in accepted) refuse(accepted.reason.sentence)
    else if (services.scan !== null && (await services.scan.find(file.bytes)) !== null)
      refuse(requestRefusals['requests.file.infected'].sentence)
    else taken.push({ field: file.field, name, mediaType: accepted.mediaType, bytes: file.bytes })
  }
  return { taken, problems }
}
