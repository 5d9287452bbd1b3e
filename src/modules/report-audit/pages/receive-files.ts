import type { FastifyRequest } from 'fastify'
import { Invalid, Unavailable, type FieldProblem } from '../../../platform/refusals.ts'
import { auditRefusals } from '../refusals.ts'
import {
  megabytesInWords,
  problemsOf,
  shownName,
  type SentFile,
  type SubmissionLimits,
} from '../rules/submission.ts'

export interface ReceivedFiles {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** The plain fields of the form. */
  readonly fields: Readonly<Record<string, string>>
}

/** Bytes of uploads under way that this process holds at most; a hundred people at once must not fill its memory. */
const mostHeld = 400_000_000
let held = 0

/** How far beyond its limits a form is read to its end, so that the answer reaches the browser and names every file. */
const patience = 4

/**
 * Takes the files of a multipart form, keeping no more than the limits allow. Names are never believed and never used as paths.
 * @param field name of the file input, where problems are shown
 * @throws Invalid naming every file that cannot be taken; Unavailable while too many others send
 */
export async function receiveFiles(
  req: FastifyRequest,
  limits: SubmissionLimits,
  field: string,
): Promise<ReceivedFiles> {
  if (!req.isMultipart())
    throw new Invalid([{ field, sentence: '选一份要检查的报告，用 multipart/form-data 提交' }])
  const announced = Number(req.headers['content-length'] ?? Number.NaN)
  if (announced > limits.allBytes * patience) throw new Invalid([tooMuch(limits, field)])
  const files: { name: string; bytes: Uint8Array }[] = []
  const sent: SentFile[] = []
  const fields: Record<string, string> = {}
  let mine = 0
  try {
    let all = 0
    for await (const part of req.parts({
      limits: { fileSize: limits.fileBytes + 1, files: 500, fields: 50, fieldSize: 10_000, parts: 600 },
      throwFileSizeLimit: false,
    } as Parameters<FastifyRequest['parts']>[0])) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields[part.fieldname] = part.value
        continue
      }
      const isKept = sent.length < limits.files && all <= limits.allBytes
      const chunks: Buffer[] = []
      let size = 0
      for await (const chunk of part.file as AsyncIterable<Buffer>) {
        size += chunk.length
        if (!isKept || size > limits.fileBytes) continue
        held += chunk.length
        mine += chunk.length
        if (held > mostHeld) throw new Unavailable([auditRefusals['report-audit.check.busy']])
        chunks.push(chunk)
      }
      // A browser sends a nameless empty part where nothing was chosen.
      if (size === 0 && !part.filename) continue
      all += size
      sent.push({ name: shownName(part.filename), size })
      // Without an announced length nobody knows when the end comes: the rest is not waited for.
      if (Number.isNaN(announced) && (part.file.truncated || all > limits.allBytes)) break
      if (isKept && size <= limits.fileBytes)
        files.push({ name: part.filename, bytes: Buffer.concat(chunks) })
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_FILES_LIMIT')
      throw new Invalid([{ field, sentence: `一次最多检查${limits.files}份` }])
    throw error
  } finally {
    held -= mine
  }
  const problems = problemsOf(sent, limits, field)
  if (problems.length > 0) throw new Invalid(problems)
  return { files, fields }
}

function tooMuch(limits: SubmissionLimits, field: string): FieldProblem {
  return { field, sentence: `加起来超过了${megabytesInWords(limits.allBytes)}，请分几次来` }
}
