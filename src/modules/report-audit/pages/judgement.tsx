import { Tag } from '../../../platform/html/index.ts'
import type { At, Finding, RecoveredReport } from '../../../law/report-form/model.ts'

const severityWords = { error: '错误', warning: '提醒', notice: '提示' } as const
const severityTags = { error: 'bad', warning: 'warn', notice: 'info' } as const
const severityStyles = { error: 'is-error', warning: 'is-warning', notice: 'is-note' } as const
const tableWords = { t2: '表二', t3: '表三', t4: '表四' } as const
const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']
const count = (n: number): string => numerals[n] ?? String(n)

/** Errors first, then warnings, then notices; inside each in the order of the report. */
export function inOrderOfWeight(findings: readonly Finding[]): Finding[] {
  const weight = { error: 0, warning: 1, notice: 2 } as const
  return [...findings].sort((a, b) => weight[a.severity] - weight[b.severity])
}

/** 三处错误，两处提醒: the one answer of a judgement. */
export function verdictInWords(findings: readonly Finding[]): string {
  if (findings.length === 0) return '没有发现问题'
  return (['error', 'warning', 'notice'] as const)
    .map((severity) => ({ severity, n: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => `${count(n)}处${severityWords[severity]}`)
    .join('，')
}

/** Where a place is, in words, and the anchor on this page that shows it. */
function placeOf(at: At): { says: string; href: string | null } {
  if (at.table && at.row)
    return {
      says: `${tableWords[at.table]}的一格`,
      href: `#c-${at.table}.${at.row}${at.column ? `.${at.column}` : ''}`,
    }
  if (at.table) return { says: tableWords[at.table], href: null }
  if (at.line !== undefined) return { says: `原文第${at.line}行`, href: `#line-${at.line}` }
  if (at.page !== undefined) return { says: `第${at.page}页`, href: null }
  return { says: at.section ? `第${count(at.section)}部分` : '全文', href: null }
}

/** The findings as a numbered list; each leads to its places. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ol class="findings">
      {findings.map((finding, index) => {
        const places = finding.at.map(placeOf)
        const unique = places.filter(
          (place, at) =>
            places.findIndex((other) => other.says === place.says && other.href === place.href) === at,
        )
        return (
          <li key={index} class={`finding ${severityStyles[finding.severity]}`} id={`f${index + 1}`}>
            <span class="finding-no">{index + 1}</span>
            <div>
              <h3>{finding.message}</h3>
              {finding.quote && <p>“{finding.quote}”</p>}
              <p class="finding-at">
                <Tag kind={severityTags[finding.severity]}>{severityWords[finding.severity]}</Tag>{' '}
                {finding.verdict !== 'fails' && (
                  <span>{finding.verdict === 'doubtful' ? '存疑，请人核对' : '现有材料看不出'} </span>
                )}
                {unique.slice(0, 6).map(({ says, href }) => (
                  <>{href ? <a href={href}>{says}</a> : <span>{says}</span>} </>
                ))}
                <span class="note">{finding.basis}</span>
              </p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** The source as read, line by line, with the lines that findings point at marked. */
export function SourceText({
  report,
  findings,
}: {
  readonly report: RecoveredReport
  readonly findings: readonly Finding[]
}) {
  const marked = new Map<number, number[]>()
  for (const [index, finding] of findings.entries())
    for (const { line } of finding.at)
      if (line !== undefined) marked.set(line, [...(marked.get(line) ?? []), index + 1])
  return (
    <div class="source" tabIndex={0} role="region" aria-label="报告原文">
      {report.text.split('\n').map((text, index) => {
        const numbers = marked.get(index + 1)
        if (text.trim() === '' && !numbers) return null
        return (
          <p key={index} id={`line-${index + 1}`}>
            <small>{index + 1}</small>
            <span>
              {numbers ? (
                <mark class="is-warn">
                  {text.trim()}
                  {[...new Set(numbers)].map((number) => (
                    <a key={number} href={`#f${number}`} aria-label={`见发现${number}`}>
                      {number}
                    </a>
                  ))}
                </mark>
              ) : (
                text.replace(/\t+/g, '　').trim()
              )}
            </span>
          </p>
        )
      })}
    </div>
  )
}
