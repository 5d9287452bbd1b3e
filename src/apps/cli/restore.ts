import { parseArgs } from 'node:util'
import { BadConfig, readConfig } from '../../platform/config.ts'
import { CannotOpenDatabase } from '../../platform/db/cannot-open.ts'
import { jsonLog } from '../../platform/log.ts'
import { CannotBackUp } from './backup/manifest.ts'
import { checkBackup, restore } from './backup/restore.ts'
import type { Command } from './main.ts'
import { badFlags, sayNo } from './say-no.ts'

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

/** `gongkai restore FOLDER`: a backup into an empty data folder, checked before it gets its place. */
export const command: Command = {
  summary: '从备份恢复，或者只核对备份',
  help: `用法：gongkai restore 备份文件夹 [--keys 文件]
      gongkai restore 备份文件夹 --check   只核对备份有没有损坏，不恢复

把 gongkai backup 建立的备份放回数据文件夹（GONGKAI_DATA，默认 var）。数据文件夹必须是空的或者还没有，
原有的数据请先移开，程序不会覆盖它。放好以前会打开核对：日志到最后一条都在，文件齐全，密钥能用。

--keys 文件  备份时另外保存的密钥文件
--check      逐个文件核对校验和，什么也不写

退出码：0 已恢复（备份完好）；1 已恢复，但是有不一致；2 没有恢复，标准错误输出说明原因。
`,
  async run(args) {
    let given
    try {
      given = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { keys: { type: 'string' }, check: { type: 'boolean' } },
      })
    } catch (error) {
      return badFlags('restore', error)
    }
    const [source, ...more] = given.positionals
    if (source === undefined || more.length > 0)
      return sayNo('请写备份所在的文件夹，例如 gongkai restore /backup/gongkai-2026-11-25。')
    try {
      if (given.values.check) {
        const { madeAt, journal, files } = await checkBackup(source)
        say(`备份完好：${dayOf(madeAt)} 建立，日志 ${journal.links} 条，文件 ${files.named} 个。`)
        return 0
      }
      const config = readConfig(process.env)
      const { manifest, verdict } = await restore(
        config,
        jsonLog('error', process.stderr),
        { source, keys: given.values.keys ?? null },
        (sentence) => say(`· ${sentence}`),
      )
      const { journal, files, missing } = verdict
      say(
        `已恢复到 ${config.dataFolder}：${dayOf(manifest.madeAt)} 的备份，日志 ${journal.links} 条，文件 ${files} 个。`,
      )
      const isWhole = journal.breaks.length === 0 && missing.length === 0
      if (!isWhole)
        process.stderr.write(
          `有不一致：日志 ${journal.breaks.length} 处，缺文件 ${missing.length} 个。请运行 gongkai journal verify 查看。\n`,
        )
      else say('核对无误，可以启动：npm start')
      return isWhole ? 0 : 1
    } catch (error) {
      if (error instanceof BadConfig || error instanceof CannotOpenDatabase || error instanceof CannotBackUp)
        return sayNo(error.message)
      const { code, path } = error as NodeJS.ErrnoException
      if (code === 'ENOSPC') return sayNo('磁盘满了，没有恢复。请腾出空间再做一次。')
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
        return sayNo(`${path ?? source} 不能读写，没有恢复。请检查权限。`)
      throw error
    }
  },
}

const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
