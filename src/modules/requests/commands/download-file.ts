import type { Context } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { trackedCase } from '../queries/tracked-case.ts'
import { requestRefusals } from '../refusals.ts'
import { readFile, type CaseFile } from '../store/files.ts'
import { papersOf } from '../store/papers.ts'

/**
 * Hands the applicant one file of the own case: the letter of a paper that is out and fetched, or a released copy. Everything else
 * of the case, and every file of another one, is not found. Each download stands in the journal.
 * @throws NotFound
 */
export async function downloadFile(
  context: Context,
  input: {
    readonly agencyId: string
    readonly requestId: string
    /** A paper (its letter) or a released file. */
    readonly wanted: { readonly paperId: string } | { readonly fileId: string }
  },
): Promise<{ readonly file: CaseFile; readonly bytes: Uint8Array }> {
  const { agencyId, requestId, wanted } = input
  const shown = await trackedCase(context, { agencyId, requestId }, context.today)
  const missing = new NotFound([requestRefusals['requests.file.missing']])
  let fileId: string | null = null
  if ('paperId' in wanted) {
    const isShown = shown.papers.some((paper) => paper.paperId === wanted.paperId && !paper.mustCollect)
    const papers = isShown ? await papersOf(context.db, context.cipher, agencyId, requestId) : []
    fileId = papers.find(({ paperId }) => paperId === wanted.paperId)?.pdfFile ?? null
  } else fileId = shown.released.find((file) => file.fileId === wanted.fileId)?.fileId ?? null
  if (fileId === null) throw missing
  const found = await readFile(context, { agencyId, requestId, fileId })
  await context.journal({
    verb: 'download-file',
    subject: { kind: 'request', id: requestId },
    agencyId,
    basis: '条例第三十六条',
    detail: { fileId, purpose: found.file.purpose, size: found.file.size, digest: found.file.digest },
  })
  return found
}
