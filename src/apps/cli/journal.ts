import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { BadConfig, readConfig } from '../../platform/config.ts'
import { CannotOpenDatabase } from '../../platform/db/cannot-open.ts'
import { openDatabase } from '../../platform/db/open-database.ts'
import { verifyJournal, type ChainEnd, type JournalBreak } from '../../platform/journal/verify-journal.ts'
import { jsonLog } from '../../platform/log.ts'
import type { Command } from './main.ts'
import { sayNo } from './say-no.ts'

const ends = z.array(z.object({ agencyId: z.string(), number: z.number().int(), hash: z.string() }))

const what: Readonly<Record<JournalBreak['what'], string>> = {
  altered: '被改动过',
  missing: '缺失',
  cutOff: '之后的记录被截去，或者末尾被替换',
}

/** `gongkai journal verify [--ends FILE] [--json]`. Changes nothing; may run beside the server. */
export const command: Command = {
  summary: '核对日志链是否完整',
  help: `用法：gongkai journal verify [--ends 文件] [--json]

从头重算每个机关的日志链（SM3），找出被改动、缺失和截去的记录。
--json       写出 JSON：links（条数）、chains（每条链的末尾）、breaks（不一致之处）
--ends 文件  与以前用 --json 写出并另外保存的结果对照；只有这样才能发现整段末尾被截去
退出码：0 完整；1 有不一致；2 不能核对（标准错误输出一句话说明）。
`,
  async run(args) {
    const [verb, ...rest] = args
    if (verb !== 'verify') return sayNo('请写 gongkai journal verify。')
    const at = rest.indexOf('--ends')
    const endsFile = at < 0 ? null : rest[at + 1]
    if (endsFile === undefined) return sayNo('--ends 后面要写文件名。')
    const others = rest.filter((_, index) => at < 0 || (index !== at && index !== at + 1))
    const unknown = others.find((word) => word !== '--json')
    if (unknown !== undefined) return sayNo(`不认识“${unknown}”。运行 gongkai journal --help 看用法。`)
    const kept = endsFile === null ? [] : await readEnds(endsFile)
    if (kept === null) return sayNo(`${endsFile} 读不出来，它应当是以前 --json 写出的结果。`)
    try {
      const database = await openDatabase(readConfig(process.env), jsonLog('error', process.stderr))
      try {
        const verdict = await verifyJournal(database.db, kept)
        const text = rest.includes('--json') ? `${JSON.stringify(verdict, null, 2)}\n` : inWords(verdict)
        await new Promise<void>((done) => process.stdout.write(text, () => done()))
        return verdict.breaks.length > 0 ? 1 : 0
      } finally {
        await database.stop()
      }
    } catch (error) {
      if (error instanceof BadConfig || error instanceof CannotOpenDatabase) return sayNo(error.message)
      if ((error as { code?: string }).code === '42P01')
        return sayNo('这个数据库还没有启动过系统，没有日志。')
      throw error
    }
  },
}

async function readEnds(file: string): Promise<readonly ChainEnd[] | null> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'))
    const parsed = z.union([ends, z.object({ chains: ends }).transform((one) => one.chains)]).safeParse(value)
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function inWords(verdict: Awaited<ReturnType<typeof verifyJournal>>): string {
  const lines = verdict.breaks.map(
    (found) =>
      `${found.agencyId === '-' ? '系统' : `机关 ${found.agencyId}`} 第 ${found.number} 条：${what[found.what]}`,
  )
  const size = `日志 ${verdict.links} 条，${verdict.chains.length} 条链`
  return lines.length === 0
    ? `${size}，完整。\n`
    : `${size}，有 ${lines.length} 处不一致：\n${lines.join('\n')}\n`
}
