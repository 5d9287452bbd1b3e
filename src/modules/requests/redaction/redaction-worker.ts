/** The process in which originals are looked into, masked and verified: whatever a file does ends with this process. */
import { verifyRedaction, type Trace } from '../../../documents/redact/verify-redaction.ts'
import { serveJobs } from '../../../platform/processes/serve-jobs.ts'
import { lookInto, type FileLook } from './look-into.ts'
import { maskFile, type Masked, type MaskRegion } from './mask-file.ts'

/** What can be asked for. */
export type RedactionJob =
  | { readonly do: 'look'; readonly bytes: Uint8Array; readonly name: string }
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
  | { readonly traces: readonly Trace[] }

serveJobs<RedactionJob, RedactionAnswer>(async (job) => {
  switch (job.do) {
    case 'look':
      return { look: await lookInto(job.bytes, job.name) }
    case 'mask':
      return { masked: await maskFile(job.bytes, job.terms, job.regions, job.madeOn) }
    case 'verify':
      return { traces: await verifyRedaction(job.bytes, job.terms, { fileName: job.name }) }
  }
})
