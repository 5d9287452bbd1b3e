import { parseArgs } from 'node:util'
import { BadConfig, readConfig } from '../../platform/config.ts'
import { CannotOpenDatabase } from '../../platform/db/cannot-open.ts'
import { jsonLog } from '../../platform/log.ts'
import { backUp } from './backup/back-up.ts'
import { CannotBackUp } from './backup/manifest.ts'
import type { Command } from './main.ts'
import { badFlags, sayNo } from './say-no.ts'

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

/** `gongkai backup FOLDER`: one safe copy of everything, whether the system runs or not. */
export const command: Command = {
  summary: '备份全部数据，系统可以照常运行',
  help: `用法：gongkai backup 文件夹 [--keys 文件]

把数据文件夹（GONGKAI_DATA，默认 var）完整地复制到一个新的文件夹：数据库、文件、密钥、待发的信。
系统运行时、停止时都可以做。复制完会把这份备份打开核对一遍：日志链完整，文件齐全，密钥能用。
中途断了不会留下半份：有这个文件夹，备份就是完整的。

--keys 文件  把密钥文件存到这里，不放进备份。两样放在一起，谁拿到就能读出全部个人信息；
             没有密钥，备份里的个人信息谁也读不出。

例：gongkai backup /backup/gongkai-$(date +%F) --keys /safe/keys-$(date +%F).json

退出码：0 已备份；1 已备份，但是原来的数据就有不一致；2 没有备份，标准错误输出说明原因。
恢复用 gongkai restore。
`,
  async run(args) {
    let given
    try {
      given = parseArgs({ args: [...args], allowPositionals: true, options: { keys: { type: 'string' } } })
    } catch (error) {
      return badFlags('backup', error)
    }
    const [target, ...more] = given.positionals
    if (target === undefined || more.length > 0)
      return sayNo('请写一个新的文件夹，例如 gongkai backup /backup/gongkai-2026-11-25。')
    try {
      const wanted = { target, keysTo: given.values.keys ?? null }
      const config = readConfig(process.env)
      const { journal, files } = await backUp(config, jsonLog('error', process.stderr), wanted, (sentence) =>
        say(`· ${sentence}`),
      )
      say(`已备份到 ${target}：日志 ${journal.links} 条，文件 ${files.named} 个，试开正常。`)
      if (files.elsewhere) say('文件在 GONGKAI_FILES 指定的地方，不在备份里，请用那里的办法备份。')
      if (wanted.keysTo !== null) say(`密钥另存在 ${wanted.keysTo}，请与备份分开保管；恢复时两样都要。`)
      else if (config.keys === null)
        say('备份里有密钥文件 keys.json，请当作机密保管；要分开保管的，下次加 --keys。')
      const isWhole = journal.breaks === 0 && files.missing.length === 0
      if (!isWhole)
        process.stderr.write(
          `原来的数据有不一致：日志 ${journal.breaks} 处，缺文件 ${files.missing.length} 个。备份与原来一样，请运行 gongkai journal verify 查看。\n`,
        )
      return isWhole ? 0 : 1
    } catch (error) {
      if (error instanceof BadConfig || error instanceof CannotOpenDatabase || error instanceof CannotBackUp)
        return sayNo(error.message)
      const { code, path } = error as NodeJS.ErrnoException
      if (code === 'ENOSPC') return sayNo('放备份的磁盘满了，没有备份。请腾出空间再做一次。')
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
        return sayNo(`${path ?? target} 不能写入，没有备份。请检查权限，或者换一个地方。`)
      throw error
    }
  },
}
