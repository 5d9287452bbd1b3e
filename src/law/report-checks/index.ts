import type { Finding, RecoveredReport, Severity } from '../report-form/model.ts'
import { applicantVolume } from './applicant-volume.ts'
import { balance } from './balance.ts'
import { carriedIn } from './carried-in.ts'
import type { Check, Rule } from './check.ts'
import { contactFormat } from './contact-format.ts'
import { copied } from './copied.ts'
import { counts } from './counts.ts'
import { feeScale } from './fee-scale.ts'
import { feeStatement } from './fee-statement.ts'
import { fixedPhrases } from './fixed-phrases.ts'
import { foreignName } from './foreign-name.ts'
import { formerForm } from './former-form.ts'
import { handledTotal } from './handled-total.ts'
import { idleRegisters } from './idle-registers.ts'
import { injected } from './injected.ts'
import { runTogether } from './run-together.ts'
import { linkAddress } from './link-address.ts'
import { observed } from './observed.ts'
import { oldOutline } from './old-outline.ts'
import { otherOrgan } from './other-organ.ts'
import { otherPlace } from './other-place.ts'
import { otherSubject } from './other-subject.ts'
import { otherYear } from './other-year.ts'
import { outliers } from './outliers.ts'
import { pageHead } from './page-head.ts'
import { partsMissing } from './parts-missing.ts'
import { statisticalPeriod } from './period.ts'
import { placeholders } from './placeholders.ts'
import { preface } from './preface.ts'
import { privacy } from './privacy.ts'
import { problems } from './problems.ts'
import { publishedLate } from './published-late.ts'
import { punctuation } from './punctuation.ts'
import { asDoubtful, readable } from './readable.ts'
import { remedyTotals } from './remedy-totals.ts'
import { repeatedNumbers } from './repeated-numbers.ts'
import { rowSums } from './row-sums.ts'
import { rulesPower } from './rules-power.ts'
import { sections } from './sections.ts'
import { signedName } from './signed-name.ts'
import { stockYears } from './stock-years.ts'
import { stock } from './stock.ts'
import { suitsWithoutReview } from './suits-without-review.ts'
import { tables } from './tables.ts'
import { missingThemes } from './themes.ts'
import { titleForm } from './title-form.ts'
import { toldChanges } from './told-changes.ts'
import { toldContradictions } from './told-contradictions.ts'
import { toldDifferences } from './told-differences.ts'
import { toldFees } from './told-fees.ts'
import { toldFinished } from './told-finished.ts'
import { toldLength } from './told-length.ts'
import { toldOutcomeRows } from './told-outcome-rows.ts'
import { toldOutcomes } from './told-outcomes.ts'
import { toldParts } from './told-parts.ts'
import { toldProposals } from './told-proposals.ts'
import { toldRates } from './told-rates.ts'
import { toldRegisters } from './told-registers.ts'
import { toldRemedies } from './told-remedies.ts'
import { toldRequests } from './told-requests.ts'
import { toldStaff } from './told-staff.ts'
import { wording } from './wording.ts'

export type { Check, Rule, Subject } from './check.ts'

/** Every check, in the order of a report: sums, tables against text, structure, identity, days, the copy, persons, words, years. */
export const checks: readonly Check[] = [
  rowSums,
  balance,
  handledTotal,
  partsMissing,
  remedyTotals,
  counts,
  stock,
  rulesPower,
  feeScale,
  applicantVolume,
  suitsWithoutReview,
  idleRegisters,
  observed,
  toldRequests,
  toldOutcomes,
  toldOutcomeRows,
  toldRemedies,
  toldRegisters,
  toldFees,
  toldFinished,
  toldContradictions,
  toldStaff,
  toldProposals,
  toldParts,
  toldRates,
  toldDifferences,
  sections,
  tables,
  missingThemes,
  problems,
  feeStatement,
  preface,
  contactFormat,
  linkAddress,
  oldOutline,
  formerForm,
  toldLength,
  repeatedNumbers,
  signedName,
  titleForm,
  foreignName,
  otherPlace,
  otherOrgan,
  otherSubject,
  otherYear,
  placeholders,
  statisticalPeriod,
  publishedLate,
  injected,
  pageHead,
  runTogether,
  punctuation,
  privacy,
  wording,
  fixedPhrases,
  carriedIn,
  stockYears,
  toldChanges,
  copied,
  outliers,
  readable,
]

/** The catalogue: every rule once, by code. */
export const rules: readonly Rule[] = [
  ...new Map(checks.flatMap((check) => check.rules).map((rule) => [rule.code, rule])).values(),
]

/** Rises when a rule or the reading changes what a report is told, so that kept judgements know what they were made by. */
export const rulesVersion = '2026-11-25.2'

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 }

/**
 * Judges a recovered report. Pure: the same report gives the same findings in the same order (errors first, then by place).
 * @param beside last year's report of the same agency, and reports of sister agencies, where known
 */
export function judgeReport(
  report: RecoveredReport,
  beside: { readonly previous?: RecoveredReport | null; readonly sisters?: readonly RecoveredReport[] } = {},
): Finding[] {
  const subject = { report, previous: beside.previous ?? null, sisters: beside.sisters ?? [] }
  const found = checks.flatMap((check) => check.run(subject))
  return asDoubtful(withoutEchoes(found, report.sections.length < 6), report)
    .map((finding) => ({ ...finding, basis: formOfItsYear(finding.basis, report.year) }))
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => rank[a.finding.severity] - rank[b.finding.severity] || a.index - b.index)
    .map(({ finding }) => finding)
}

/** What both forms ask for rests, for the years 2019 and 2020, on the form of that time. */
function formOfItsYear(basis: string, year: number | null): string {
  return year === 2019 || year === 2020
    ? basis.replace('国办公开办函〔2021〕30号', '国办公开办函〔2019〕60号')
    : basis
}

/** One root, one finding: what only follows from another finding is left out. */
function withoutEchoes(findings: readonly Finding[], fewSections: boolean): Finding[] {
  const codes = new Set(findings.map((one) => one.code))
  const torn = findings.some((one) => one.code === 'structure.raggedRow' && one.verdict === 'cannotTell')
  return findings.filter((one) => {
    // Rows and labels of a copy that is torn to pieces are not missing or altered.
    if (
      torn &&
      /^structure\.(?:missingRow|alteredLabel|missingHeading|missingLabel|repeatedTable)$/.test(one.code)
    )
      return false
    // Advertising that took the place of the statute's name also took the basis away.
    if (one.code === 'structure.missingBasis' && codes.has('source.injectedText')) return false
    // An old outline, or a report without recognisable sections, is said once.
    if (one.code === 'structure.wrongNumber' && codes.has('structure.oldOutline') && fewSections) return false
    // 「上年的统计期」 and 「自称上年」 are one mistake.
    if (one.code === 'identity.reportYear' && codes.has('date.period')) return false
    // A percentage already recomputed from facts is not said again from the sentence.
    if (one.code === 'text.difference')
      return !findings.some((other) => other.code === 'text.rate' && sameSentence(one, other))
    return true
  })
}

function sameSentence(one: Finding, other: Finding): boolean {
  const [a, b] = [one.quote ?? '', other.quote ?? ''].map((quote) => quote.replace(/[\s…]/g, ''))
  return a !== undefined && b !== undefined && a !== '' && b !== '' && (a.includes(b) || b.includes(a))
}
