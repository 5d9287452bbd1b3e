import type { Finding, RecoveredReport } from '../../../law/report-form/model.ts'
import { Button, ButtonLink, inFigures, Notice, Tag, type LinkTo } from '../../../platform/html/index.ts'
import { basisWords } from '../basis-words.ts'
import { comparedWords } from './compared-words.ts'
import {
  cellAddress,
  numberFindings,
  placeInWords,
  shownCell,
  verdictInWords,
  weightWords,
  type NumberedFinding,
} from './numbered-findings.ts'
import { checkedWords } from '../form-words.ts'
import { liesIn, ReportSource } from './report-source.tsx'
import { MarksKey, ReportTable, type CorrectedCells } from './report-tables.tsx'

/** What a person said of a finding. */
export interface Triage {
  readonly verdict: 'confirmed' | 'dismissed'
  readonly reason: string
  readonly by: string
}

export interface JudgementProps {
  readonly report: RecoveredReport
  readonly findings: readonly Finding[]
  /** How many checks could be run on it, when known. */
  readonly checked?: number
  /** Which other reports were looked at, in one sentence. */
  readonly beside?: string | null
  readonly downloads?: readonly LinkTo[]
  /** 这项判断有误 */
  readonly disputeHref?: string
  /** What people said of findings, and where the forms post; the field is `verdict` and `reason`. */
  readonly triage?: {
    readonly of: (finding: Finding) => Triage | undefined
    readonly action: (finding: Finding) => string
    /** Sent along: which finding it is, and what one had seen of it. */
    readonly hidden?: (finding: Finding) => Readonly<Record<string, string>>
    /** What kept a judgement of this finding from being written down, and the reason that was typed. */
    readonly stopped?: (finding: Finding) => StoppedTriage | undefined
    /** What other offices said of it. */
    readonly others?: (finding: Finding) => readonly (Triage & { readonly office: string })[]
  }
  /** Where a reading is corrected, and what has been. */
  readonly cellHref?: (cell: string) => string | undefined
  readonly corrected?: CorrectedCells
}

/** A judgement that was not written down. */
export interface StoppedTriage {
  readonly sentence: string
  readonly reason: string
}

/** Id of the field where the reason of a judgement is typed. */
export const reasonField = (number: number): string => `reason-${number}`

const openers = '“（《‘「'
const closers = '”）》’」'

/** The first sentence is the heading; the rest says more and what to do. What is quoted ends no sentence. */
export function inTwo(message: string): { readonly head: string; readonly rest: string } {
  let depth = 0
  for (let at = 0; at < message.length; at += 1) {
    const letter = message[at]!
    if (openers.includes(letter)) depth += 1
    else if (closers.includes(letter)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && '。；！？'.includes(letter))
      return { head: message.slice(0, at), rest: message.slice(at + 1) }
  }
  return { head: message, rest: '' }
}

function Sums({ finding }: { readonly finding: Finding }) {
  const pairs = comparedWords(finding)
  if (pairs.length === 0) return null
  return (
    <div class="finding-sum">
      {pairs.map(({ label, value }) => (
        <span key={label}>
          {label} <b>{value}</b>
        </span>
      ))}
    </div>
  )
}

function Places({ each, report }: { readonly each: NumberedFinding; readonly report: RecoveredReport }) {
  const { finding, number, weight } = each
  const { says, tag } = weightWords[weight]
  const places = new Map<string, string | null>()
  for (const at of finding.at) {
    const cell = shownCell(at)
    const inText = !at.table && report.paragraphs.some((paragraph) => liesIn(at, paragraph))
    const words = placeInWords(at)
    if (!places.has(words)) places.set(words, cell ? `#${cellAddress(cell)}` : inText ? `#m${number}` : null)
  }
  return (
    <p class="finding-at">
      <Tag kind={tag}>{says}</Tag>
      {[...places].map(([words, href]) =>
        href ? (
          <a key={words} href={href}>
            {words}
          </a>
        ) : (
          <span key={words}>{words}</span>
        ),
      )}
    </p>
  )
}

const verdictWords = {
  confirmed: { says: '属实', tag: 'bad' },
  dismissed: { says: '不算问题', tag: 'void' },
} as const

function Said({ said, office }: { readonly said: Triage; readonly office?: string }) {
  const { says, tag } = verdictWords[said.verdict]
  return (
    <p class="triage-said">
      <Tag kind={tag}>{says}</Tag>{' '}
      {`${office === undefined ? said.by : office}${said.reason ? `：${said.reason}` : ''}`}
    </p>
  )
}

function TriageForm({
  each,
  triage,
}: {
  readonly each: NumberedFinding
  readonly triage: NonNullable<JudgementProps['triage']>
}) {
  const said = triage.of(each.finding)
  const stopped = triage.stopped?.(each.finding)
  const field = reasonField(each.number)
  return (
    <>
      {triage.others?.(each.finding).map((other) => (
        <Said key={other.office} said={other} office={other.office} />
      ))}
      {said && <Said said={said} />}
      <details class="triage" open={stopped !== undefined}>
        <summary>{said ? '改判断' : '由人判断'}</summary>
        <form method="post" action={triage.action(each.finding)}>
          {Object.entries(triage.hidden?.(each.finding) ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="number" value={String(each.number)} />
          <label htmlFor={field}>
            理由 <span class="note">不算问题时必填</span>
          </label>
          {stopped && (
            <span class="error" id={`${field}-e`}>
              {stopped.sentence}
            </span>
          )}
          <input
            class="input"
            id={field}
            name="reason"
            value={stopped?.reason ?? said?.reason}
            maxLength={500}
            aria-invalid={stopped ? 'true' : undefined}
            aria-describedby={stopped ? `${field}-e` : undefined}
          />
          <p class="btns">
            <Button look="line" small name="verdict" value="confirmed">
              属实
            </Button>
            <Button look="line" small name="verdict" value="dismissed">
              不算问题
            </Button>
            {said && (
              <Button look="line" small name="verdict" value="open">
                撤回判断
              </Button>
            )}
          </p>
        </form>
      </details>
    </>
  )
}

const findingStyles = { error: 'is-error', doubt: 'is-warning', note: 'is-note' } as const

function FindingItem({ each, props }: { readonly each: NumberedFinding; readonly props: JudgementProps }) {
  const { finding, number, weight } = each
  const { head, rest } = inTwo(finding.message)
  return (
    <li class={`finding ${findingStyles[weight]}`} id={`f${number}`}>
      <span class="finding-no">{number}</span>
      <div>
        <h3>{head}</h3>
        {rest && <p>{rest}</p>}
        <Sums finding={finding} />
        <Places each={each} report={props.report} />
        <p class="finding-basis">
          {basisWords(finding.basis)}
          <code>{finding.code}</code>
        </p>
        {props.triage && <TriageForm each={each} triage={props.triage} />}
      </div>
    </li>
  )
}

function summaryOf({ report, findings, checked }: JudgementProps): string {
  const who = [
    report.agency ?? '没有写明机关',
    report.year === null ? '没有写明年度' : `${report.year}年度`,
    checkedWords(report, '检查'),
  ].join('，')
  if (checked === undefined) return `${who}。`
  const holds = Math.max(0, checked - findings.length)
  return `${who}。共核对 ${inFigures(checked)} 项，${findings.length > 0 ? '其余 ' : ''}${inFigures(holds)} 项对得上。`
}

/** The judgement of a report: verdict first, then findings beside the text they point at, then the tables as they were read. */
export function JudgementView(props: JudgementProps) {
  const { report, downloads, disputeHref } = props
  const numbered = numberFindings(props.findings)
  const [firstDownload, ...otherDownloads] = downloads ?? []
  return (
    <>
      <section class="verdict" aria-labelledby="verdict">
        <div>
          <h2 class="verdict-say" id="verdict">
            {verdictInWords(numbered)}
          </h2>
          <p>{summaryOf(props)}</p>
          {props.beside && <p>{props.beside}</p>}
        </div>
        {(firstDownload || disputeHref) && (
          <p class="btns">
            {firstDownload && (
              <ButtonLink href={firstDownload.href} icon="download">
                {firstDownload.title}
              </ButtonLink>
            )}
            {otherDownloads.map(({ title, href }) => (
              <ButtonLink key={href} href={href} look="line">
                {title}
              </ButtonLink>
            ))}
            {disputeHref && <a href={disputeHref}>这项判断有误</a>}
          </p>
        )}
      </section>
      <div class="judge">
        <section aria-labelledby="findings-head">
          <h2 class="judge-h" id="findings-head">
            发现
          </h2>
          {numbered.length === 0 ? (
            <Notice kind="good" title="数字都对得上，文字没有看出错">
              这只说明报告自己没有矛盾，不能证明数字就是真的。
            </Notice>
          ) : (
            <ol class="findings">
              {numbered.map((each) => (
                <FindingItem key={each.number} each={each} props={props} />
              ))}
            </ol>
          )}
        </section>
        <section class="is-sticky" aria-labelledby="source-head">
          <h2 class="judge-h" id="source-head">
            原文 <span class="note">{report.file}</span>
          </h2>
          <ReportSource report={report} findings={numbered} />
        </section>
      </div>
      {(['t2', 't3', 't4'] as const).map((table) => (
        <section key={table} class="judge-table" aria-labelledby={`${table}-head`}>
          <h2 class="judge-h" id={`${table}-head`}>
            {`还原的${{ t2: '表二', t3: '表三', t4: '表四' }[table]}`}
          </h2>
          {table === 't3' && <MarksKey report={report} findings={numbered} />}
          <ReportTable
            report={report}
            table={table}
            findings={numbered}
            hrefOf={props.cellHref}
            corrected={props.corrected}
          />
        </section>
      ))}
    </>
  )
}
