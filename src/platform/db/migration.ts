/** One forward-only step of one room's tables. Ids sort by date; a step is never changed after landing (test/house/migrations.test.ts holds that). */
export interface Migration {
  /** `<room>-<yyyy-mm-dd>-<what>`, e.g. requests-2026-11-24-cases. */
  readonly id: string
  /** Plain SQL, run in one transaction with its entry in the list of migrations done. */
  readonly sql: string
  /** Other wordings in which the step was once published, and what brings tables made by them to today's. For accidents only. */
  readonly onceWas?: readonly { readonly digest: string; readonly mend: string }[]
}
