import { consultationsAt, newPaperAt } from '../addresses.ts'
import type { LetterId } from '../../../letters/template.ts'

export const consultationAt = (requestId: string, consultationId: string): string =>
  `${consultationsAt(requestId)}/${consultationId}`

/** Drafting a paper that is about one consultation. */
export const consultationPaperAt = (requestId: string, letter: LetterId, consultationId: string): string =>
  `${newPaperAt(requestId, letter)}&consultation=${consultationId}`
