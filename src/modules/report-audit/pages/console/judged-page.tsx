import type { Finding, RecoveredReport } from '../../../../law/report-form/model.ts'
import {
  ConsolePage,
  ErrorSummary,
  Notice,
  Panel,
  WorkHead,
  type Children,
  type ConsoleFrame,
  type LinkTo,
} from '../../../../platform/html/index.ts'
import type { FieldProblem } from '../../../../platform/refusals.ts'
import type { SaidOfFinding } from '../../queries/said-of-findings.ts'
import { valueOf } from '../../rules/corrections.ts'
import type { FindingChanges } from '../../rules/finding-key.ts'
import type { Beside } from '../../store/tables.ts'
import { besideInWords } from '../beside-in-words.ts'
import { JudgementView, reasonField } from '../judgement-view.tsx'
import { numberFindings } from '../numbered-findings.ts'
import { CorrectionPanel, type ShownCorrection } from './correction-panel.tsx'

export const auditHome = '/console/audit'

/** A judged report as staff work on it: a check of a draft, or the published edition. */
export interface Judged {
  /** Address of the page; its forms post below it. */
  readonly base: string
  readonly title: string
  readonly fileName: string
  readonly digest: string
  readonly recovered: RecoveredReport
  readonly findings: readonly Finding[]
  readonly beside: Beside | null
  /** Whose report it is; null while that is not known, and then nobody can decide anything. */
  readonly of: { readonly agencyId: string; readonly year: number } | null
  readonly said: ReadonlyMap<Finding, SaidOfFinding>
  readonly corrections: readonly ShownCorrection[]
}

interface JudgedPageProps {
  readonly frame: ConsoleFrame
  readonly judged: Judged
  readonly crumbs: readonly { readonly title: string; readonly href?: string }[]
  readonly downloads: readonly LinkTo[]
  readonly chosenCell: string
  readonly typed: (name: string) => string
  readonly problems?: readonly FieldProblem[]
  readonly said?: string
  /** What may be done with it: registering, letters. */
  readonly acts: Children
  readonly changes?: { readonly edition: number; readonly changes: FindingChanges } | null
}

/** What lets people decide: shown only where it is known whose report it is. */
function decisions({ base, of, recovered, said, corrections }: Judged) {
  if (!of) return {}
  return {
    triage: {
      of: (finding: Finding) => said.get(finding)?.own ?? undefined,
      others: (finding: Finding) => said.get(finding)?.others ?? [],
      action: () => `${base}/triage`,
      hidden: (finding: Finding) => ({
        findingKey: said.get(finding)?.key ?? '',
        revision: String(said.get(finding)?.revision ?? 0),
      }),
    },
    cellHref: (cell: string) =>
      valueOf(recovered, cell) === undefined ? undefined : `${base}?cell=${encodeURIComponent(cell)}#correct`,
    corrected: new Map(
      corrections
        .filter(({ inForce, isApplied }) => inForce && isApplied)
        .map(({ cell, value }) => [cell, value] as const),
    ),
  }
}

/** Judgement, a person's say on every finding, corrections of readings, and what may be done next. */
export function JudgedPage(props: JudgedPageProps) {
  const { frame, judged, crumbs, downloads, chosenCell, typed, problems, said, acts, changes } = props
  const { base, of, recovered } = judged
  // What is wrong with a judgement is said beside its finding, not at some other field called reason.
  const judgedNow = numberFindings(judged.findings).find(
    ({ finding }) => typed('findingKey') !== '' && judged.said.get(finding)?.key === typed('findingKey'),
  )
  const stopped = judgedNow && problems?.find(({ field }) => field === 'reason')
  const placed = problems?.map((problem) =>
    judgedNow && problem === stopped ? { ...problem, field: reasonField(judgedNow.number) } : problem,
  )
  const decided = decisions(judged)
  const readAs = of && chosenCell !== '' ? valueOf(recovered, chosenCell) : undefined
  return (
    <ConsolePage
      frame={frame}
      title={judged.title}
      current={auditHome}
      crumbs={[{ title: '报告检查', href: auditHome }, ...crumbs, { title: judged.title }]}
      problems={problems?.length}
    >
      <WorkHead title={judged.title}>{`文件“${judged.fileName}”`}</WorkHead>
      {said && <Notice kind="good" announce title={said} />}
      <ErrorSummary problems={placed} title="没有办成" />
      {acts}
      {changes && <ChangesPanel edition={changes.edition} changes={changes.changes} />}
      <JudgementView
        report={recovered}
        findings={judged.findings}
        beside={besideInWords(judged.beside)}
        downloads={downloads}
        {...decided}
        {...(decided.triage && {
          triage: {
            ...decided.triage,
            stopped: (finding) =>
              stopped && finding === judgedNow?.finding
                ? { sentence: stopped.sentence, reason: typed('reason') }
                : undefined,
          },
        })}
      />
      {of && (
        <CorrectionPanel
          action={`${base}/corrections`}
          digest={judged.digest}
          chosen={readAs === undefined ? null : { cell: chosenCell, readAs }}
          corrections={judged.corrections}
          problems={stopped ? [] : problems}
          typed={typed}
        />
      )}
    </ConsolePage>
  )
}

function ChangesPanel({ edition, changes }: { readonly edition: number; readonly changes: FindingChanges }) {
  const groups = [
    ['改好了', changes.mended],
    ['还在', changes.left],
    ['新出现', changes.fresh],
  ] as const
  return (
    <Panel title={`和第${edition}版相比`} id="changes">
      {groups.map(([name, findings]) => (
        <div key={name} class="changes">
          <h3>{`${name}，${findings.length}处`}</h3>
          {findings.length > 0 && (
            <ul>
              {findings.map((finding, at) => (
                <li key={at}>{finding.message}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </Panel>
  )
}
