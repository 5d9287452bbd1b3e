import { UnreadableDocument } from '../../../documents/tree.ts'
import type { JudgedFile } from '../judge-file.ts'
import { judgePool } from '../judge-pool.ts'

/** What came of reading some bytes: a report judged, the files of an archive, or why nothing could be read. */
export type Outcome =
  | { readonly kind: 'judged'; readonly judged: JudgedFile }
  | {
      readonly kind: 'archive'
      readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
    }
  | { readonly kind: 'unreadable'; readonly sentence: string }

/** Reads and judges bytes of whatever kind, in a process of their own; never throws for the bytes' own fault. */
export async function judgeBytes(bytes: Uint8Array, name: string): Promise<Outcome> {
  try {
    const files = await judgePool().filesInside(bytes, name)
    const [only] = files
    if (files.length > 1) return { kind: 'archive', files }
    return { kind: 'judged', judged: await judgePool().judge(only?.bytes ?? bytes, only?.name ?? name) }
  } catch (error) {
    if (error instanceof UnreadableDocument) return { kind: 'unreadable', sentence: error.message }
    throw error
  }
}
