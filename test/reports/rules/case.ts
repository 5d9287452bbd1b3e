import type { Severity, Verdict } from '../../../src/law/report-form/model.ts'
import type { ReportDraft } from '../../builders/report.ts'

/** A report (with those beside it) that shows one thing about one rule. */
export interface Shown {
  readonly report: ReportDraft
  readonly previous?: ReportDraft
  readonly sisters?: readonly ReportDraft[]
}

/** For one rule: reports that trip it, and reports that only look as if they did. Every rule is also tried on the sound report. */
export interface RuleCase {
  readonly code: string
  readonly trips: readonly (Shown & {
    readonly verdict?: Verdict
    readonly severity?: Severity
    readonly expected?: unknown
    readonly found?: unknown
  })[]
  readonly similar: readonly (Shown & { readonly why: string })[]
}
