import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import {
  auditJson,
  auditRules,
  filesInside,
  judgeFile,
  UnreadableDocument,
  type JudgedFile,
  type JudgeOptions,
} from '../../modules/report-audit/judging.ts'
import type { Command } from './main.ts'
import { sourcesOf, type Source } from './report-sources.ts'
import { sayNo } from './say-no.ts'

const help = `gongkai audit 文件…

读出并检查任何机关公开的政府信息公开工作年度报告。不需要数据库，不访问网络。

文件可以是 txt、md、html、docx、doc、wps、rtf、pdf、xlsx、xls、ofd，可以是文件夹或者 zip，
写 - 从标准输入读。格式按内容识别，不看扩展名。

  --json             输出 JSON（一个文件一个对象，多个文件一个数组）
  --jsonl            每个文件一行 JSON
  --csv              每条发现一行
  --previous 文件    上一年的报告，用来核对结转和同比
  --severity 级别    只看 error、warning 或 notice 及以上
  --rules 代码,…     只看这些规则（可以写前缀，例如 sum）
  --list-rules       列出全部规则
  --explain 代码     说明一条规则

退出码：0 没有发现，1 有发现，2 有文件不能用。`

const severities = ['notice', 'warning', 'error'] as const
const severityWords = { error: '错误', warning: '提醒', notice: '提示' } as const
type Outcome = { readonly name: string } & (
  | { readonly judged: JudgedFile }
  | { readonly sentence: string; readonly code: string }
)

export const command: Command = {
  summary: '检查公开的年度报告',
  help,
  async run(args) {
    let parsed: ReturnType<typeof parse>
    try {
      parsed = parse(args)
    } catch (error) {
      return sayNo(`参数写错了：${(error as Error).message}。运行 gongkai audit --help 看用法。`)
    }
    const { values, positionals } = parsed
    if (values['list-rules']) return listRules()
    if (values.explain !== undefined) return explain(values.explain)
    if (positionals.length === 0) return sayNo('请写上要检查的文件，例如 gongkai audit 报告.docx。')
    const severity = values.severity as (typeof severities)[number] | undefined
    if (severity !== undefined && !severities.includes(severity))
      return sayNo('--severity 只能写 error、warning 或 notice。')

    const options: { previous?: JudgeOptions['previous'] } = {}
    if (values.previous !== undefined) {
      const [previous] = await judgeAll(await sourcesOf([values.previous]), {})
      if (!previous || !('judged' in previous))
        return sayNo(`上一年的报告 ${values.previous} 读不出来：${previous?.sentence ?? '没有这个文件。'}`)
      options.previous = previous.judged.report
    }

    const sources = await sourcesOf(positionals)
    if (sources.length === 0) return sayNo('这里没有可以检查的文件。请写上报告文件或者放报告的文件夹。')
    const wanted = values.rules?.split(',').map((rule) => rule.trim())
    const outcomes = (await judgeAll(sources, options)).map((outcome): Outcome => {
      if (!('judged' in outcome)) return outcome
      const findings = outcome.judged.findings.filter(
        (finding) =>
          (severity === undefined || severities.indexOf(finding.severity) >= severities.indexOf(severity)) &&
          (wanted === undefined ||
            wanted.some((rule) => finding.code === rule || finding.code.startsWith(`${rule}.`))),
      )
      return { ...outcome, judged: { ...outcome.judged, findings } }
    })
    for (const outcome of outcomes)
      if (!('judged' in outcome)) process.stderr.write(`${outcome.name}：${outcome.sentence}\n`)
    if (values.json) printJson(outcomes, sources.length === 1)
    else if (values.jsonl) for (const outcome of outcomes) print(JSON.stringify(asJson(outcome)))
    else if (values.csv) printCsv(outcomes)
    else printText(outcomes)
    if (outcomes.some((outcome) => !('judged' in outcome))) return 2
    return outcomes.some((outcome) => 'judged' in outcome && outcome.judged.findings.length > 0) ? 1 : 0
  },
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      jsonl: { type: 'boolean' },
      csv: { type: 'boolean' },
      previous: { type: 'string' },
      severity: { type: 'string' },
      rules: { type: 'string' },
      'list-rules': { type: 'boolean' },
      explain: { type: 'string' },
    },
  })
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)

async function judgeAll(sources: readonly Source[], options: JudgeOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const showProgress = process.stderr.isTTY && sources.length > 1
  for (const [index, source] of sources.entries()) {
    if (showProgress) process.stderr.write(`\r正在检查 ${index + 1}/${sources.length} `)
    try {
      const bytes = await source.load()
      const files = filesInside(bytes, source.name)
      for (const file of files) {
        const name = files.length === 1 ? source.name : `${source.name}/${file.name}`
        outcomes.push(await judgeOne(file.bytes, name, options))
      }
      if (files.length === 0)
        outcomes.push({ name: source.name, code: 'empty', sentence: '压缩包里没有文件。' })
    } catch (error) {
      outcomes.push(refused(source.name, error))
    }
  }
  if (showProgress) process.stderr.write('\r\u001b[K')
  return outcomes
}

async function judgeOne(bytes: Uint8Array, name: string, options: JudgeOptions): Promise<Outcome> {
  try {
    const judged = await judgeFile(bytes, basename(name), options)
    return {
      name,
      judged: { ...judged, report: { ...judged.report, file: name === '-' ? '-' : basename(name) } },
    }
  } catch (error) {
    return refused(name, error)
  }
}

function refused(name: string, error: unknown): Outcome {
  if (error instanceof UnreadableDocument) return { name, code: error.code, sentence: error.message }
  throw error
}

function asJson(outcome: Outcome): unknown {
  return 'judged' in outcome
    ? auditJson(outcome.judged)
    : { file: basename(outcome.name), error: { code: outcome.code, message: outcome.sentence } }
}

function printJson(outcomes: readonly Outcome[], single: boolean): void {
  const [only] = outcomes
  if (single && outcomes.length === 1 && only) {
    if ('judged' in only) print(JSON.stringify(asJson(only), null, 2))
    return
  }
  print(JSON.stringify(outcomes.map(asJson), null, 2))
}

function printCsv(outcomes: readonly Outcome[]): void {
  const quote = (value: unknown): string => {
    const text = String(value ?? '')
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  print('\uFEFF文件,机关,年度,代码,级别,判断,说明,依据')
  for (const outcome of outcomes) {
    if (!('judged' in outcome)) continue
    const { report, findings } = outcome.judged
    for (const finding of findings)
      print(
        [
          report.file,
          report.agency,
          report.year,
          finding.code,
          finding.severity,
          finding.verdict,
          finding.message,
          finding.basis,
        ]
          .map(quote)
          .join(','),
      )
  }
}

function printText(outcomes: readonly Outcome[]): void {
  for (const outcome of outcomes) {
    if (!('judged' in outcome)) continue
    const { report, findings } = outcome.judged
    print(`${outcome.name}`)
    print(
      `  ${report.agency ?? '没有读出机关名称'}　${report.year ?? '没有读出'}年度　按${report.form}年版格式`,
    )
    const { t2, t3, t4 } = report.tables
    const tables = [t2 ? null : '表二', t3 ? null : '表三', t4 ? null : '表四'].filter(Boolean)
    if (tables.length > 0) print(`  没有读到：${tables.join('、')}`)
    if (t3) {
      const of = (value: number | null): string => (value === null ? '（文中没有）' : `${value}`)
      print(
        `  新收 ${of(t3.newlyReceived.total)} 件，上年结转 ${of(t3.carriedIn.total)} 件，办结 ${of(t3.totalHandled.total)} 件，结转下年 ${of(t3.carriedOut.total)} 件`,
      )
    }
    if (findings.length === 0) print('  没有发现问题。')
    for (const severity of [...severities].reverse()) {
      const own = findings.filter((finding) => finding.severity === severity)
      if (own.length === 0) continue
      print(`  ${severityWords[severity]} ${own.length} 处`)
      for (const finding of own) {
        const doubt =
          finding.verdict === 'doubtful' ? '（存疑）' : finding.verdict === 'cannotTell' ? '（看不出）' : ''
        print(`    · ${finding.message}${doubt}`)
        const line = finding.at.find((at) => at.line !== undefined)?.line
        const where = line !== undefined ? `原文第${line}行` : ''
        const quote = finding.quote ? `“${finding.quote}”` : ''
        print(`      ${[where, quote, finding.code, finding.basis].filter((part) => part !== '').join('　')}`)
      }
    }
    print('')
  }
  if (outcomes.length > 1) {
    const judged = outcomes.flatMap((outcome) => ('judged' in outcome ? [outcome.judged] : []))
    const clean = judged.filter(({ findings }) => findings.length === 0).length
    print(
      `共 ${outcomes.length} 份：${clean} 份没有发现，${judged.length - clean} 份有发现，${outcomes.length - judged.length} 份不能用。`,
    )
  }
}

function listRules(): number {
  for (const rule of auditRules) print(`${rule.code}\t${severityWords[rule.severity]}\t${rule.title}`)
  return 0
}

function explain(code: string): number {
  const rule = auditRules.find((each) => each.code === code)
  if (!rule) return sayNo(`没有 ${code} 这条规则。运行 gongkai audit --list-rules 看全部规则。`)
  print(`${rule.code}　${rule.title}（${severityWords[rule.severity]}）`)
  print(`依据：${rule.basis}`)
  print(`适用：${rule.applies}`)
  print(`怎么办：${rule.remedy}`)
  return 0
}
