/** The process in which originals are looked into, masked and verified: whatever a file does ends with this process. */
import { pagePicture } from '../../../documents/redact/page-picture.ts'
import { verifyRedaction, type Trace } from '../../../documents/redact/verify-redaction.ts'
import { UnreadableDocument } from '../../../documents/tree.ts'
import { serveJobs } from '../../../platform/processes/serve-jobs.ts'
import { lookInto, type FileLook } from './look-into.ts'
import { maskFile, type Masked, type MaskRegion } from './mask-file.ts'

/** What can be asked for. */
export type RedactionJob =
  | { readonly do: 'look'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly do: 'picture'; readonly bytes: Uint8Array; readonly page: number }
  | {
      readonly do: 'mask'
      readonly bytes: Uint8Array
      readonly terms: readonly string[]
      readonly regions: readonly MaskRegion[]
      readonly madeOn?: string
    }
  | {
      readonly do: 'verify'
      readonly bytes: Uint8Array
      readonly terms: readonly string[]
      readonly name: string
    }

/** What is answered. */
export type RedactionAnswer =
  | { readonly look: FileLook }
  | { readonly masked: Masked }
  /** null when there is no such page. */
  | { readonly picture: Uint8Array | null }
  | { readonly traces: readonly Trace[] }

serveJobs<RedactionJob, RedactionAnswer>(async (job) => {
  switch (job.do) {
    case 'look':
      return { look: await lookInto(job.bytes, job.name) }
    case 'picture':
      return { picture: await pictureOf(job.bytes, job.page) }
    case 'mask':
      return { masked: await maskFile(job.bytes, job.terms, job.regions, job.madeOn) }
    case 'verify':
      return { traces: await verifyRedaction(job.bytes, job.terms, { fileName: job.name }) }
  }
})

async function pictureOf(bytes: Uint8Array, page: number): Promise<Uint8Array | null> {
  try {
    return (await pagePicture(bytes, page)).png
  } catch (error) {
    if (error instanceof RangeError || error instanceof UnreadableDocument) return null
    throw error
  }
}
