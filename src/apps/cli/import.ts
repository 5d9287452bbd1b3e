import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { everyAgency } from '../../modules/agencies/index.ts'
import { importFile, type ImportOutcome, type ImportWishes } from '../../modules/report-audit/index.ts'
import { judgePool, UnreadableDocument } from '../../modules/report-audit/judging.ts'
import { BadConfig, readConfig } from '../../platform/config.ts'
import type { Actor } from '../../platform/context.ts'
import { CannotOpenDatabase } from '../../platform/db/cannot-open.ts'
import { jsonLog } from '../../platform/log.ts'
import type { Services } from '../../platform/services.ts'
import { openInstallation } from '../server.ts'
import type { Command } from './main.ts'
import { sourcesOf, type Source } from './report-sources.ts'
import { badFlags, sayNo } from './say-no.ts'

const operator: Actor = { kind: 'operator', name: 'shell' }

type Told = ImportOutcome & { readonly file: string }

/** `gongkai import reports PATH…`: published reports into the installation, beside a running server or without one. */
export const command: Command = {
  summary: '把公开的年度报告导入本系统',
  help: `用法：gongkai import reports 文件…

读出、检查年度报告，按报告里的机关名称（全称、简称、曾用名）找到机关，存好后在门户显示。
可以是文件、文件夹、zip；写 - 从标准输入读。系统运行时、停止时都可以导入。
同样的文件再导入一次，什么也不会变；同一机关同一年换了内容的，成为新的一版，旧版留存。

  --create-under 网址名   没有登记的机关，登记在这个机关之下
  --create                没有登记的机关，登记为没有上级的机关
  --agency 名称或网址名   指明是哪个机关的报告（只导入一个文件时）
  --year 年份             指明是哪一年的报告（只导入一个文件时）
  --dry-run               只说会怎样，不导入
  --json                  写出 JSON，一个文件一个对象

退出码：0 全部导入（或者原来就有），2 有文件没有导入，标准错误输出逐个说明原因。`,
  async run(args) {
    let given: ReturnType<typeof parse>
    try {
      given = parse(args)
    } catch (error) {
      return badFlags('import', error)
    }
    const { values, positionals } = given
    const [what, ...paths] = positionals
    if (what !== 'reports') return sayNo('请写 gongkai import reports 文件…。')
    if (paths.length === 0) return sayNo('请写上要导入的文件，例如 gongkai import reports 报告.docx。')
    if (values.create && values['create-under'] !== undefined)
      return sayNo('--create 和 --create-under 只能写一个。')
    if (values.year !== undefined && !/^\d{4}$/.test(values.year))
      return sayNo('--year 后面写四位年份，例如 2023。')
    const sources = await sourcesOf(paths)
    if (sources.length === 0) return sayNo('这里没有可以导入的文件。请写上报告文件或者放报告的文件夹。')
    if (sources.length > 1 && (values.agency !== undefined || values.year !== undefined))
      return sayNo('--agency 和 --year 只能在导入一个文件时用。')
    const wishes: ImportWishes = {
      agency: values.agency ?? null,
      year: values.year === undefined ? null : Number(values.year),
      create:
        values.create || values['create-under'] !== undefined
          ? { under: values['create-under'] ?? null }
          : null,
      isTrial: values['dry-run'] ?? false,
    }
    try {
      const { services, close } = await openInstallation(
        readConfig(process.env),
        jsonLog('error', process.stderr),
      )
      try {
        if ((await everyAgency(services.db)).length === 0)
          return sayNo('系统还没有启动过，没有机关。请先用 npm start 启动一次，再导入。')
        const told = await importAll(services, sources, wishes, values.json ? () => undefined : tell)
        if (values.json) print(JSON.stringify(told, null, 2))
        else if (told.length > 1) print(summary(told, wishes.isTrial))
        return told.some(({ done }) => done === 'refused') ? 2 : 0
      } finally {
        await close()
      }
    } catch (error) {
      if (error instanceof BadConfig || error instanceof CannotOpenDatabase) return sayNo(error.message)
      throw error
    }
  },
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      agency: { type: 'string' },
      year: { type: 'string' },
      create: { type: 'boolean' },
      'create-under': { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    },
  })
}

/** One file after another, each in a transaction of its own: what is told as imported stays, whatever comes after. */
async function importAll(
  services: Services,
  sources: readonly Source[],
  wishes: ImportWishes,
  say: (told: Told, isTrial: boolean) => void,
): Promise<readonly Told[]> {
  const all: Told[] = []
  /** Agency and year to the first file of this run that holds them. */
  const seen = new Map<string, string>()
  const add = (told: Told): void => {
    all.push(told)
    say(told, wishes.isTrial)
  }
  for (const source of sources) {
    try {
      const files = await judgePool().filesInside(await source.load(), basename(source.name))
      if (files.length === 0) throw new UnreadableDocument('empty', '压缩包里没有文件。')
      for (const file of files) {
        const name = files.length === 1 ? source.name : `${source.name}/${file.name}`
        const own = { name: basename(file.name), bytes: file.bytes }
        const found = await importFile(services, operator, own, wishes, (agency, year) => {
          const key = `${agency} ${year}`
          const before = seen.get(key)
          if (before === undefined) seen.set(key, name)
          return before ?? null
        })
        add({ file: name, ...found })
      }
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error
      add({ file: source.name, done: 'refused', code: error.code, sentence: error.message })
    }
  }
  return all
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)

const byWords = {
  name: '',
  told: '',
  formerName: '（按曾用名找到）',
  shortName: '（按简称找到）',
  created: '（新登记，请到工作台补全）',
} as const

function tell(told: Told, isTrial: boolean): void {
  if (told.done === 'refused') {
    process.stderr.write(`${told.file}\n  没有导入：${told.sentence}\n`)
    return
  }
  const verb = {
    imported: isTrial ? '可以导入' : '已导入',
    replaced: isTrial ? `可以导入为第${told.edition}版` : `已换成第${told.edition}版`,
    unchanged: '原来就有，没有变',
  }[told.done]
  const judged =
    told.findings === 0
      ? '没有发现问题'
      : `发现 ${told.findings} 处${told.errors > 0 ? `，其中错误 ${told.errors} 处` : ''}`
  print(`${told.file}`)
  print(`  ${verb}：${told.agency}${byWords[told.by]}　${told.year}年度　${judged}`)
  if (!isTrial) print(`  /reports/${told.slug}/${told.year}`)
}

function summary(all: readonly Told[], isTrial: boolean): string {
  const count = (...kinds: readonly Told['done'][]): number =>
    all.filter(({ done }) => kinds.includes(done)).length
  const parts = [
    `${isTrial ? '可以导入' : '导入'} ${count('imported', 'replaced')} 份`,
    `原来就有 ${count('unchanged')} 份`,
    `没有导入 ${count('refused')} 份`,
  ]
  return `共 ${all.length} 份：${parts.join('，')}。`
}
