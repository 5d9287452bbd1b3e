import type { At, Finding, RecoveredReport, Severity, Verdict } from '../report-form/model.ts'

/** One thing that can be found wrong: a line of the catalogue (docs/audit-rules.md is printed from these). */
export interface Rule {
  /** `family.thing`, by the families of the report form contract. */
  readonly code: string
  readonly severity: Severity
  /** Chinese: what is found, in a few words. */
  readonly title: string
  /** Article, identity (I1…) or line of the auditor's list it rests on. */
  readonly basis: string
  /** Chinese: when the rule speaks and when it keeps silent. */
  readonly applies: string
  /** Chinese: what to do about it; closes every message. */
  readonly remedy: string
}

/** What a check is handed: the report as recovered, last year's if known, and reports of sister agencies. */
export interface Subject {
  readonly report: RecoveredReport
  readonly previous: RecoveredReport | null
  readonly sisters: readonly RecoveredReport[]
}

/** A check returns findings; it never throws, never fetches, and keeps silent where it cannot tell. */
export interface Check {
  readonly rules: readonly Rule[]
  run(subject: Subject): Finding[]
}

/** What a check adds to its rule when it speaks. */
export interface Said {
  /** Chinese, without the closing stop: what is wrong, with the figures. */
  readonly what: string
  readonly verdict?: Verdict
  readonly severity?: Severity
  readonly expected?: number | string | null
  readonly found?: number | string | null
  readonly quote?: string
  readonly at: readonly At[]
  /** Where the rule's own advice does not fit. */
  readonly remedy?: string
}

/** Turns what a check says into a finding with the rule's severity, basis and remedy. */
export function raise(rule: Rule, said: Said): Finding {
  return {
    code: rule.code,
    severity: said.severity ?? rule.severity,
    verdict: said.verdict ?? 'fails',
    message: `${said.what}。${said.remedy ?? rule.remedy}`,
    ...(said.expected === undefined ? {} : { expected: said.expected }),
    ...(said.found === undefined ? {} : { found: said.found }),
    ...(said.quote === undefined ? {} : { quote: clipped(said.quote) }),
    at: said.at,
    basis: rule.basis,
  }
}

/** A quotation of at most 160 characters. */
function clipped(quote: string): string {
  const plain = quote.replace(/\s+/g, ' ').trim()
  return plain.length <= 160 ? plain : `${plain.slice(0, 159)}…`
}
