import { readFile, stat } from 'node:fs/promises'
import { nationalCalendar } from '../../law/calendar/national.ts'
import { type ClockReading, runClock } from '../../law/clock/clock.ts'
import { readClockCase } from '../../law/clock/read-case.ts'
import type { Command } from './main.ts'
import { sayNo } from './say-no.ts'

/** No described case, and no list of them, is larger. */
const largestInput = 64 * 1024 * 1024

/** `gongkai clock CASE.json|-`: the statutory clock, explained. Opens no database. */
export const command: Command = {
  summary: '算答复期限：逐步说明每个日期的理由和依据',
  help: `用法：gongkai clock CASE.json
      gongkai clock -          从标准输入读

读入一件申请的经过（JSON），写出状态、到期日、剩余工作日和每一步的依据（JSON）。
读入的是一列案件时，按原来的顺序写出一列结果；其中不能成立的写成 { "error": "…" }。
退出码：0 正常；2 读不懂，或者经过不合法（标准错误输出一句话说明）。

例：
  { "received": { "channel": "counter", "on": "2026-01-20" },
    "events": [ { "type": "extended", "on": "2026-02-10", "days": 20 } ],
    "today": "2026-03-12" }

接收渠道：counter registeredPost ordinaryPost online fax email oral
事件：clarificationAsked clarificationAnswered thirdPartyAsked thirdPartyAnswered
      agencyAsked agencyAnswered extended feeNoticed feePaid answered
`,
  async run(args) {
    const [path] = args
    if (path === undefined || args.length > 1)
      return sayNo('请写明一个案件文件，或者用“-”从标准输入读，例如：gongkai clock CASE.json。')
    if (path.startsWith('-') && path !== '-')
      return sayNo(`没有“${path}”这个选项，用法见gongkai clock --help。`)
    const input = await readInput(path)
    if (input.problem !== null) return sayNo(input.problem)
    const value = parsed(input.bytes)
    if (value.problem !== null) return sayNo(value.problem)

    if (Array.isArray(value.json)) {
      const results = value.json.map((one) => {
        const told = tell(one)
        return told.reading ?? { error: told.error }
      })
      await write(results)
      return 0
    }
    const told = tell(value.json)
    if (told.reading === null) return sayNo(told.error)
    await write(told.reading)
    return 0
  },
}

function tell(
  value: unknown,
): { readonly reading: ClockReading } | { readonly reading: null; readonly error: string } {
  const { given, problem } = readClockCase(value)
  if (problem !== null) return { reading: null, error: problem.sentence }
  const result = runClock(given, nationalCalendar)
  if (result.refusal === null) return { reading: result.reading }
  const { sentence, basis } = result.refusal
  return { reading: null, error: basis ? `${sentence.replace(/。$/, '')}（${basis}）。` : sentence }
}

type Input = { readonly bytes: Uint8Array; readonly problem: null } | { readonly problem: string }

async function readInput(path: string): Promise<Input> {
  try {
    if (path === '-') return await readStandardInput()
    const about = await stat(path)
    if (about.isDirectory()) return { problem: `“${path}”是文件夹，不是案件文件。` }
    if (about.size > largestInput) return { problem: `“${path}”超过64MB，不是案件文件。` }
    return { bytes: await readFile(path), problem: null }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: `没有找到文件“${path}”。` }
    return { problem: `读不了文件“${path}”，请检查它的权限。` }
  }
}

async function readStandardInput(): Promise<Input> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of process.stdin) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(String(part))
    size += bytes.length
    if (size > largestInput) return { problem: '标准输入超过64MB，不是案件。' }
    parts.push(bytes)
  }
  return { bytes: Buffer.concat(parts), problem: null }
}

type Json = { readonly json: unknown; readonly problem: null } | { readonly problem: string }

function parsed(bytes: Uint8Array): Json {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { problem: '案件文件不是UTF-8编码的文字，请另存为UTF-8再试。' }
  }
  if (text.trim() === '') return { problem: '案件文件是空的。' }
  try {
    return { json: JSON.parse(text), problem: null }
  } catch {
    return { problem: '案件文件不是JSON，请检查括号、引号和逗号。' }
  }
}

/** Waits until the whole answer is written: a pipe may take it in pieces. */
async function write(value: unknown): Promise<void> {
  const text = `${JSON.stringify(value, null, 2)}\n`
  await new Promise<void>((done) => process.stdout.write(text, () => done()))
}
