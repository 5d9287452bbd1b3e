/** One forward-only step of one room's tables. Ids sort by date and are never changed after landing. */
export interface Migration {
  /** `<room>-<yyyy-mm-dd>-<what>`, e.g. requests-2026-11-24-cases. */
  readonly id: string
  /** Plain SQL, run in one transaction with its entry in the list of migrations done. */
  readonly sql: string
}
