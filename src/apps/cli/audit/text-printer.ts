import {
  basisWords,
  type BatchOutcome,
  formWords,
  type JudgedFile,
} from '../../../modules/report-audit/judging.ts'
import type { Paint } from './paint.ts'
import type { Print, Printer } from './printers.ts'
import { fitted, widthOf } from './widths.ts'

export const severities = ['notice', 'warning', 'error'] as const
export type SeverityWord = (typeof severities)[number]
export const severityWords = { error: '错误', warning: '提醒', notice: '提示' } as const

type Findings = JudgedFile['findings']

/** A line of the table at the end. */
interface Row {
  readonly name: string
  readonly agency: string
  readonly year: string
  readonly counts: readonly [number, number, number] | null
}

const count = (findings: Findings, severity: SeverityWord): number =>
  findings.filter((finding) => finding.severity === severity).length

/** For people: every judgement, then a table when there are several. `onlyTable` leaves the judgements out. */
export function textPrinter(print: Print, paint: Paint, onlyTable: boolean): Printer {
  const rows: Row[] = []
  return {
    begin: () => undefined,
    outcome(outcome) {
      rows.push(rowOf(outcome))
      if ('judged' in outcome && !onlyTable) printJudgement(print, paint, outcome)
    },
    end() {
      if (rows.length > 1 || (onlyTable && rows.length > 0)) printTable(print, paint, rows)
    },
  }
}

function rowOf(outcome: BatchOutcome): Row {
  if (!('judged' in outcome)) return { name: outcome.name, agency: '', year: '', counts: null }
  const { report, findings } = outcome.judged
  return {
    name: outcome.name,
    agency: report.agency ?? '没有读出',
    year: report.year === null ? '？' : String(report.year),
    counts: [count(findings, 'error'), count(findings, 'warning'), count(findings, 'notice')],
  }
}

function printJudgement(
  print: Print,
  paint: Paint,
  { name, judged, previous }: Extract<BatchOutcome, { judged: unknown }>,
): void {
  const { report, findings } = judged
  print(paint.strong(name))
  print(
    `  ${report.agency ?? '没有读出机关名称'}　${report.year === null ? '没有读出年度' : `${report.year}年度`}　${formWords(report)}`,
  )
  if (previous !== undefined) print(`  已和上一年的报告核对：${previous}`)
  const { t2, t3, t4 } = report.tables
  const missing = [t2 ? null : '表二', t3 ? null : '表三', t4 ? null : '表四'].filter(
    (table) => table !== null,
  )
  if (missing.length > 0) print(`  没有读到：${missing.join('、')}`)
  if (t3) {
    const of = (value: number | null): string => (value === null ? '（文中没有）' : `${value} 件`)
    print(
      `  新收 ${of(t3.newlyReceived.total)}，上年结转 ${of(t3.carriedIn.total)}，办结 ${of(t3.totalHandled.total)}，结转下年 ${of(t3.carriedOut.total)}`,
    )
  }
  if (findings.length === 0) print('  没有发现问题。')
  const colours = { error: paint.red, warning: paint.amber, notice: paint.blue }
  for (const severity of [...severities].reverse()) {
    const own = findings.filter((finding) => finding.severity === severity)
    if (own.length === 0) continue
    print(`  ${colours[severity](`${severityWords[severity]} ${own.length} 处`)}`)
    for (const finding of own) printFinding(print, paint, finding)
  }
  print('')
}

const doubts = { fails: '', doubtful: '（存疑）', cannotTell: '（看不出）' } as const

function printFinding(print: Print, paint: Paint, finding: Findings[number]): void {
  print(`    · ${finding.message}${doubts[finding.verdict]}`)
  const place = finding.at.find((at) => at.line !== undefined || at.page !== undefined)
  const where =
    place?.page !== undefined ? `第${place.page}页` : place?.line !== undefined ? `原文第${place.line}行` : ''
  const quote = finding.quote ? `“${finding.quote}”` : ''
  print(
    paint.quiet(
      `      ${[where, quote, finding.code, basisWords(finding.basis)].filter((part) => part !== '').join('　')}`,
    ),
  )
}

const most = { agency: 36, name: 60 } as const

function printTable(print: Print, paint: Paint, rows: readonly Row[]): void {
  const wide = (key: 'agency' | 'name') =>
    Math.min(
      most[key],
      rows.reduce((width, row) => Math.max(width, widthOf(row[key])), 4),
    )
  const agency = wide('agency')
  print(paint.quiet(`错误 提醒 提示  年度  ${fitted('机关', agency)}  文件`))
  for (const row of rows) {
    const [errors, warnings, notices] = row.counts ?? [null, null, null]
    const cell = (value: number | null, colour: (text: string) => string) => {
      const text = fitted(value === null ? '－' : String(value), 4, 'right')
      return value === null || value === 0 ? paint.quiet(text) : colour(text)
    }
    print(
      [
        `${cell(errors, paint.red)} ${cell(warnings, paint.amber)} ${cell(notices, paint.blue)}`,
        fitted(row.year, 4),
        fitted(row.counts === null ? '不能用' : row.agency, agency),
        row.name,
      ].join('  '),
    )
  }
  const judged = rows.flatMap(({ counts }) => (counts === null ? [] : [counts]))
  const clean = judged.filter((counts) => counts.every((each) => each === 0)).length
  print('')
  print(
    `共 ${rows.length} 份：${clean} 份没有发现，${judged.length - clean} 份有发现，${rows.length - judged.length} 份不能用。`,
  )
}
