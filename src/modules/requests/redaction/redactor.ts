import type { Trace } from '../../../documents/redact/verify-redaction.ts'
import { Unreadable } from '../../../platform/refusals.ts'
import {
  JobFailed,
  JobLost,
  openProcessPool,
  type ProcessPool,
} from '../../../platform/processes/open-process-pool.ts'
import { requestRefusals } from '../refusals.ts'
import type { FileLook } from './look-into.ts'
import type { Masked, MaskRegion } from './mask-file.ts'
import type { RedactionAnswer, RedactionJob } from './redaction-worker.ts'

/** Looks into, masks and verifies files away from the server. */
export interface Redactor {
  look(bytes: Uint8Array, name: string): Promise<FileLook>
  /** One page of a PDF as PNG, from 1; null when there is no such page. */
  picture(bytes: Uint8Array, page: number): Promise<Uint8Array | null>
  /** @param madeOn YYYY-MM-DD, for the properties of a copy that is typeset anew */
  mask(
    bytes: Uint8Array,
    terms: readonly string[],
    regions: readonly MaskRegion[],
    madeOn?: string,
  ): Promise<Masked>
  /** Every trace of the terms in what is to go out, its name included. */
  verify(bytes: Uint8Array, terms: readonly string[], name: string): Promise<readonly Trace[]>
  close(): Promise<void>
}

/** Drawing a page takes up to half a second; five hundred pages are the most that is taken. */
const timeLimit = 300_000

/** @throws Unreadable when a file brings its process down or takes too long */
export function openRedactor(): Redactor {
  const pool: ProcessPool<RedactionJob, RedactionAnswer> = openProcessPool({
    module: new URL('./redaction-worker.js', import.meta.url),
    memory: 768,
    size: 1,
  })
  async function ask(job: RedactionJob): Promise<RedactionAnswer> {
    try {
      return await pool.run(job, { timeLimit })
    } catch (error) {
      if (error instanceof JobLost || error instanceof JobFailed)
        throw new Unreadable([requestRefusals['requests.release.cannotRead']])
      throw error
    }
  }
  return {
    async look(bytes, name) {
      const answer = await ask({ do: 'look', bytes, name })
      if (!('look' in answer)) throw new Error('The process answered another question.')
      return answer.look
    },
    async picture(bytes, page) {
      const answer = await ask({ do: 'picture', bytes, page })
      if (!('picture' in answer)) throw new Error('The process answered another question.')
      return answer.picture
    },
    async mask(bytes, terms, regions, madeOn) {
      const answer = await ask({
        do: 'mask',
        bytes,
        terms,
        regions,
        ...(madeOn === undefined ? {} : { madeOn }),
      })
      if (!('masked' in answer)) throw new Error('The process answered another question.')
      return answer.masked
    },
    async verify(bytes, terms, name) {
      const answer = await ask({ do: 'verify', bytes, terms, name })
      if (!('traces' in answer)) throw new Error('The process answered another question.')
      return answer.traces
    },
    close: () => pool.close(),
  }
}

let shared: Redactor | undefined

/** The one redactor of this program; its process starts with the first file and keeps nothing alive. */
export function redactor(): Redactor {
  shared ??= openRedactor()
  return shared
}

/** Ends the shared process; a later call opens a new one. */
export async function closeRedactor(): Promise<void> {
  const open = shared
  shared = undefined
  await open?.close()
}
