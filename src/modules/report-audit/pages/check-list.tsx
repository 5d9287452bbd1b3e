import { Table, Tag, inFigures, type Children } from '../../../platform/html/index.ts'
import type { CheckEntry } from '../store/checks.ts'
import { numberFindings, verdictInWords } from './numbered-findings.ts'

/** How many of a batch's files are read. */
export function readCount(checks: readonly CheckEntry[]): number {
  return checks.filter(({ state }) => state === 'done' || state === 'unreadable').length
}

/** Whether nothing more will change. */
export function isFinished(checks: readonly CheckEntry[]): boolean {
  return checks.length > 0 && checks.every(({ isSettled }) => isSettled)
}

/** What a list says of one check. */
export function CheckVerdict({ check }: { readonly check: CheckEntry }) {
  if (check.state === 'waiting') return <Tag kind="wait">排队</Tag>
  if (check.state === 'reading') return <Tag kind="info">正在读</Tag>
  if (check.state === 'unreadable')
    return (
      <>
        <Tag kind="void">没有读出来</Tag>
        <span class="note sub">{check.sentence}</span>
      </>
    )
  const numbered = numberFindings(check.findings)
  const kind = numbered.some(({ weight }) => weight === 'error')
    ? 'bad'
    : numbered.length > 0
      ? 'warn'
      : 'good'
  return <Tag kind={kind}>{verdictInWords(numbered)}</Tag>
}

/** Files of a batch, each with its verdict. */
export function CheckList({
  checks,
  hrefOf,
  more,
}: {
  readonly checks: readonly CheckEntry[]
  readonly hrefOf: (check: CheckEntry) => string
  /** A last column. */
  readonly more?: { readonly title: string; readonly cell: (check: CheckEntry) => Children }
}) {
  return (
    <Table
      caption="这一批报告"
      stack
      rows={checks}
      columns={[
        {
          title: '报告',
          kind: 'title',
          cell: (check) =>
            check.state === 'done' ? (
              <>
                <a class="row-title" href={hrefOf(check)}>
                  {check.agency ?? check.fileName}
                </a>
                {check.agency !== null && <span class="note sub">{check.fileName}</span>}
              </>
            ) : (
              check.fileName
            ),
        },
        {
          title: '年度',
          kind: 'short',
          cell: (check) =>
            check.year === null ? (check.state === 'done' ? '没写' : '') : String(check.year),
        },
        { title: '结果', cell: (check) => <CheckVerdict check={check} /> },
        ...(more ? [{ title: more.title, cell: more.cell }] : []),
      ]}
    />
  )
}

/** 已读完 12 份，共 60 份 */
export function progressInWords(checks: readonly CheckEntry[]): string {
  const read = readCount(checks)
  if (read < checks.length) return `已读完 ${inFigures(read)} 份，共 ${inFigures(checks.length)} 份`
  return isFinished(checks) ? `${inFigures(checks.length)} 份都检查完了` : '都读完了，正在和其他报告对照'
}
