import { parseArgs } from 'node:util'
import { beijingDay } from '../../law/calendar/plain-day.ts'
import {
  basisWords,
  auditRules,
  judgeBatch,
  mostSisters,
  openJudgePool,
  UnreadableDocument,
  type BatchOutcome,
} from '../../modules/report-audit/judging.ts'
import { keptFiles, type KeptFiles } from './audit/kept-files.ts'
import { paint } from './audit/paint.ts'
import { csvPrinter, jsonLinesPrinter, jsonPrinter, type Print, type Printer } from './audit/printers.ts'
import { progressBar } from './audit/progress.ts'
import { severities, severityWords, textPrinter, type SeverityWord } from './audit/text-printer.ts'
import type { Command } from './main.ts'
import { sourcesOf } from './report-sources.ts'
import { sayNo } from './say-no.ts'

/** What shells expect of a program that was interrupted: 128 and the number of the signal. */
const stopped = 130

const help = `用法：gongkai audit 文件…

读出并检查任何机关公开的政府信息公开工作年度报告。不需要数据库，不访问网络。

文件可以是 txt、md、html、docx、doc、wps、rtf、pdf、xlsx、xls、ofd，扫描件和图片（png、jpg 等）
由程序识别，较慢，数字均需核对。可以是文件夹、zip 或者带 * ? 的写法（'2023/*.docx'），
写 - 从标准输入读。格式按内容识别，不看扩展名。
同一批里有同一机关上一年的报告时，自动拿来核对结转和同比。结果的顺序就是给出的顺序。

写成什么
  --json             JSON（一个文件一个对象，多个文件一个数组）
  --jsonl            每个文件一行 JSON
  --csv              每条发现一行
  --summary          只要汇总表，不要逐份的发现
  --html 文件        另写成网页，可以离线打开；多份时写成汇总页和同名文件夹
  --docx 文件        另写成 Word 检查单；多份时同上
  --no-color         不用颜色

和什么比
  --previous 路径    上一年的报告（文件、文件夹或 zip），按机关自动对应
  --no-pairs         不在同一批里找上一年的报告
  --sisters          同一年度的各份互相比：雷同的文字、相差悬殊的数

看哪些发现
  --severity 级别    只看 error、warning 或 notice 及以上
  --rules 代码,…     只看这些规则（可以写前缀，例如 sum）
  --list-rules       列出全部规则
  --explain 代码     说明一条规则

  --jobs 数          同时检查几份，默认比处理器核数少一

退出码：0 没有发现，1 有发现，2 有文件不能用，130 中途停止（Ctrl+C）。`

export const command: Command = {
  summary: '检查公开的年度报告',
  help,
  async run(args) {
    let parsed: ReturnType<typeof parse>
    try {
      parsed = parse(args)
    } catch (error) {
      return sayNo(wrongWord(error))
    }
    const { values, positionals } = parsed
    if (values['list-rules']) return listRules()
    if (values.explain !== undefined) return explain(values.explain)
    if (positionals.length === 0) return sayNo('请写上要检查的文件，例如 gongkai audit 报告.docx。')
    const problem = problemIn(values)
    if (problem !== null) return sayNo(problem)

    const sources = await sourcesOf(positionals)
    if (sources.length === 0) return sayNo('这里没有可以检查的文件。请写上报告文件或者放报告的文件夹。')
    const wants = wanted(values)
    const bar = progressBar(sources.length)
    const print: Print = (line) => {
      bar.wipe()
      process.stdout.write(`${line}\n`)
    }
    const printer = printerFor(values, print, sources.length === 1)
    const keepers = keepersFor(values)
    process.stdout.on('error', stopReading)
    const pool = openJudgePool(values.jobs === undefined ? {} : { size: Number(values.jobs) })
    let done = 0
    const stop = (): never => {
      bar.wipe()
      process.stderr.write(`已停止，读完 ${done} 份，共 ${sources.length} 份，结果不全。\n`)
      process.exit(stopped)
    }
    process.once('SIGINT', stop)
    let isUnusable = false
    let hasFindings = false
    let count = 0
    try {
      const outcomes = judgeBatch(pool, sources, {
        previous: values.previous === undefined ? [] : await sourcesOf([values.previous]),
        pairs: !values['no-pairs'] && isPossiblyMany(sources, positionals),
        sisters: values.sisters ?? false,
        onProgress: (read) => {
          done = read
          bar.at(read)
        },
      })
      printer.begin()
      for await (const whole of outcomes) {
        count += 1
        const outcome = wants(whole)
        if ('judged' in outcome) hasFindings ||= outcome.judged.findings.length > 0
        else {
          isUnusable = true
          bar.wipe()
          process.stderr.write(`${outcome.name}：${outcome.sentence}\n`)
        }
        printer.outcome(outcome)
        for (const keeper of keepers) await keeper.outcome(outcome)
        await drained()
      }
      printer.end()
      for (const keeper of keepers) {
        const said = await keeper.end()
        if (said) process.stderr.write(`${said}\n`)
      }
    } catch (error) {
      if (error instanceof UnreadableDocument) return sayNo(error.message)
      const refusal = cannotWrite(error)
      if (refusal !== null) return sayNo(refusal)
      throw error
    } finally {
      bar.wipe()
      process.stdout.off('error', stopReading)
      process.off('SIGINT', stop)
      await pool.close()
    }
    if (values.sisters && count > mostSisters)
      process.stderr.write(`报告很多，每份只和给出的顺序最近的 ${mostSisters} 份同年度报告相比。\n`)
    if (isUnusable) return 2
    return hasFindings ? 1 : 0
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
      summary: { type: 'boolean' },
      html: { type: 'string' },
      docx: { type: 'string' },
      'no-color': { type: 'boolean' },
      previous: { type: 'string' },
      'no-pairs': { type: 'boolean' },
      sisters: { type: 'boolean' },
      severity: { type: 'string' },
      rules: { type: 'string' },
      'list-rules': { type: 'boolean' },
      explain: { type: 'string' },
      jobs: { type: 'string' },
    },
  })
}

type Values = ReturnType<typeof parse>['values']

/** A word that the command does not know, said in Chinese. */
function wrongWord(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const word = /'(-[^'\s]*)/.exec(message)?.[1] ?? ''
  const what =
    code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
      ? `没有 ${word} 这个选项`
      : `选项 ${word} 写错了，有的选项后面要写内容，有的不能写`
  return `${what}。运行 gongkai audit --help 看用法。`
}

function problemIn(values: Values): string | null {
  const { severity, rules, jobs } = values
  if ([values.json, values.jsonl, values.csv, values.summary].filter(Boolean).length > 1)
    return '--json、--jsonl、--csv、--summary 只能写一个。'
  if (severity !== undefined && !severities.includes(severity as SeverityWord))
    return '--severity 只能写 error、warning 或 notice。'
  if (jobs !== undefined && !/^[1-9]\d?$/.test(jobs)) return '--jobs 写 1 到 99 的整数。'
  const unknown = rules
    ?.split(',')
    .map((rule) => rule.trim())
    .find((rule) => !auditRules.some(({ code }) => code === rule || code.startsWith(`${rule}.`)))
  if (unknown !== undefined)
    return `没有 ${unknown === '' ? '空的' : unknown} 这条规则。运行 gongkai audit --list-rules 看全部规则。`
  return null
}

/** Keeps of an outcome the findings that were asked for. */
function wanted({ severity, rules }: Values): (outcome: BatchOutcome) => BatchOutcome {
  const least = severities.indexOf((severity ?? 'notice') as SeverityWord)
  const codes = rules?.split(',').map((rule) => rule.trim())
  return (outcome) => {
    if (!('judged' in outcome) || (least === 0 && codes === undefined)) return outcome
    const findings = outcome.judged.findings.filter(
      (finding) =>
        severities.indexOf(finding.severity) >= least &&
        (codes === undefined ||
          codes.some((code) => finding.code === code || finding.code.startsWith(`${code}.`))),
    )
    return { ...outcome, judged: { ...outcome.judged, findings } }
  }
}

function printerFor(values: Values, print: Print, isOneGiven: boolean): Printer {
  if (values.json) return jsonPrinter(print, isOneGiven)
  if (values.jsonl) return jsonLinesPrinter(print)
  if (values.csv) return csvPrinter(print)
  const isColoured =
    !values['no-color'] && process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === ''
  return textPrinter(print, paint(isColoured), values.summary ?? false)
}

function keepersFor({ html, docx }: Values): readonly KeptFiles[] {
  const today = beijingDay(new Date())
  return [
    ...(html === undefined ? [] : [keptFiles('html', html, today)]),
    ...(docx === undefined ? [] : [keptFiles('docx', docx, today)]),
  ]
}

/** A single file that is no archive has nothing beside it; its judgement need not wait. */
function isPossiblyMany(sources: readonly { readonly name: string }[], paths: readonly string[]): boolean {
  return sources.length > 1 || !/\.(?!zip$)\w+$/i.test(paths[0] ?? '')
}

/** A reader that is slower than we are is waited for, so that nothing piles up. */
function drained(): Promise<void> | undefined {
  if (!process.stdout.writableNeedDrain) return undefined
  return new Promise((resolve) => process.stdout.once('drain', resolve))
}

/** Whoever read what we print has seen enough (`| head`): there is nothing left to do. The pool's processes end with ours. */
function stopReading(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(1)
  throw error
}

/** Why a file of judgements could not be written; null for anything else. */
function cannotWrite(error: unknown): string | null {
  const { code, path, syscall } = error as NodeJS.ErrnoException
  if (path === undefined || (syscall !== 'open' && syscall !== 'mkdir')) return null
  const why =
    code === 'ENOSPC' ? '磁盘满了' : code === 'EACCES' || code === 'EPERM' ? '没有写的权限' : '路径不对'
  return `检查结果写不到 ${path}：${why}。`
}

const print: Print = (line) => void process.stdout.write(`${line}\n`)

function listRules(): number {
  for (const rule of auditRules) print(`${rule.code}\t${severityWords[rule.severity]}\t${rule.title}`)
  return 0
}

function explain(code: string): number {
  const rule = auditRules.find((each) => each.code === code)
  if (!rule) return sayNo(`没有 ${code} 这条规则。运行 gongkai audit --list-rules 看全部规则。`)
  print(`${rule.code}　${rule.title}（${severityWords[rule.severity]}）`)
  print(`依据：${basisWords(rule.basis)}`)
  print(`适用：${rule.applies}`)
  print(`怎么办：${rule.remedy}`)
  return 0
}
