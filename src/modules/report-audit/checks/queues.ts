/** A file that waits to be read and judged. */
export const readQueue = 'report-audit.read'
/** A read report that waits to be looked at beside last year's and its sisters'. */
export const compareQueue = 'report-audit.compare'
/** The sweep that throws away what is over. */
export const forgetQueue = 'report-audit.forget'

/** What a message about one check carries. */
export interface CheckMessage {
  readonly owner: string
  readonly batchId: string
  readonly number: number
}
/** A published report that is to be judged again: by new rules, or beside reports that have come since. */
export const anewQueue = 'report-audit.anew'
/** The sweep that finds reports whose sisters came later. */
export const sistersSweepQueue = 'report-audit.sisters-sweep'
/** The sweep that finds them. */
export const anewSweepQueue = 'report-audit.anew-sweep'
