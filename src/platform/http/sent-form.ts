import type { FastifyRequest } from 'fastify'
import { fileRefusals } from '../files/refusals.ts'
import { Unavailable } from '../refusals.ts'
import { formFrom, formOf, type Form } from './form.ts'

/** A file that came with a form. */
export interface SentFile {
  /** Name of the file input. */
  readonly field: string
  /** As the browser calls it: never believed and never used as a path. */
  readonly name: string
  /** null when it is larger than the limit: it was read to its end, but not kept. */
  readonly bytes: Uint8Array | null
}

export interface SentForm {
  readonly form: Form
  readonly files: readonly SentFile[]
}

/** What one form may bring. Bytes. */
export interface FormLimits {
  readonly fileBytes: number
  readonly allBytes: number
}

/** Bytes of uploads under way that this process holds at most; a hundred people at once must not fill its memory. */
const mostHeld = 300_000_000
let held = 0

/**
 * Reads a form with or without files, keeping no more than the limits allow. Files beyond them are named with `bytes: null`, so that
 * the page can say so beside the field and keep everything that was typed.
 * @throws Unavailable while too many others send
 */
export async function sentForm(req: FastifyRequest, limits: FormLimits): Promise<SentForm> {
  if (!req.isMultipart()) return { form: formOf(req), files: [] }
  const values: Record<string, string[]> = Object.create(null) as Record<string, string[]>
  const files: SentFile[] = []
  let mine = 0
  try {
    for await (const part of req.parts({
      limits: { fileSize: limits.allBytes * 2, files: 40, fields: 400, fieldSize: 100_000, parts: 440 },
      throwFileSizeLimit: false,
    } as Parameters<FastifyRequest['parts']>[0])) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') (values[part.fieldname] ??= []).push(part.value)
        continue
      }
      const chunks: Buffer[] = []
      let size = 0
      let isKept = true
      for await (const chunk of part.file as AsyncIterable<Buffer>) {
        size += chunk.length
        isKept = isKept && size <= limits.fileBytes && mine + chunk.length <= limits.allBytes
        if (!isKept) continue
        held += chunk.length
        mine += chunk.length
        if (held > mostHeld) throw new Unavailable([fileRefusals.busy])
        chunks.push(chunk)
      }
      // A browser sends a nameless empty part where nothing was chosen.
      if (size === 0 && !part.filename) continue
      files.push({
        field: part.fieldname,
        name: part.filename,
        bytes: isKept && !part.file.truncated ? Buffer.concat(chunks) : null,
      })
    }
  } finally {
    held -= mine
  }
  return { form: formFrom(values), files }
}
