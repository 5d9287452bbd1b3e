import { existsSync } from 'node:fs'
import { keyFile, openKeyFile, rotateKeyFile } from '../../platform/cipher/keys.ts'
import { BadConfig, readConfig } from '../../platform/config.ts'
import { reseal } from '../../platform/cipher/reseal.ts'
import { CannotOpenDatabase } from '../../platform/db/cannot-open.ts'
import { jsonLog } from '../../platform/log.ts'
import { openInstallation } from '../server.ts'
import type { Command } from './main.ts'
import { sayNo } from './say-no.ts'

/** `gongkai keys [list|rotate|reseal]`. The keys themselves are never shown. */
export const command: Command = {
  summary: '查看、更换加密个人信息的密钥',
  help: `用法：gongkai keys list     列出密钥的编号和日期，不显示密钥
      gongkai keys rotate   添一把新密钥，以后的个人信息用它加密，再把已有的（含文件）逐条换过来
      gongkai keys reseal   只做后一半：接着换上次没有换完的

旧密钥留在文件里，备份中的旧数据还要用它。更换以后，请立即把密钥文件与数据库一起备份。
系统可以照常运行，立即用上新密钥。
退出码：0 正常；2 不能办理（标准错误输出一句话说明）。
`,
  async run(args) {
    const [verb = 'list', ...more] = args
    if (!['list', 'rotate', 'reseal'].includes(verb) || more.length > 0)
      return sayNo('请写 gongkai keys list、rotate 或者 reseal。')
    try {
      const config = readConfig(process.env)
      if (config.keys !== null && verb === 'rotate')
        return sayNo('密钥由 GONGKAI_KEYS 提供，请在提供它的地方添加新密钥，再运行 gongkai keys reseal。')
      const path = keyFile(config.dataFolder)
      if (verb === 'list') {
        if (config.keys !== null) return sayNo('密钥由 GONGKAI_KEYS 提供，不在数据文件夹里。')
        if (!existsSync(path)) return sayNo(`${path} 还没有建立，第一次启动系统时会自动建立。`)
        const ring = openKeyFile(path, new Date())
        for (const key of ring.keys)
          say(`${key.id}  ${key.madeAt.slice(0, 10)}${key.id === ring.sealing ? '  正在使用' : ''}`)
        return 0
      }
      // Opened first: it refuses keys that do not belong to this database.
      const { services, close } = await openInstallation(config, jsonLog('warn', process.stderr))
      try {
        if (verb === 'rotate') {
          const ring = rotateKeyFile(path, new Date())
          say(`已添加密钥 ${ring.sealing}，以后用它加密。`)
          await services.command({ kind: 'operator', name: 'shell' }, null, (context) =>
            context.journal({
              verb: 'rotate-keys',
              subject: { kind: 'key', id: ring.sealing },
              agencyId: null,
            }),
          )
        }
        const { values, files, unopened } = await reseal(
          services,
          services.rooms.flatMap((room) => room.sealed ?? []),
        )
        say(`已有的个人信息换过 ${values} 项，文件换过 ${files} 个。请把 ${path} 与数据库一起备份。`)
        if (unopened > 0) return sayNo(`有 ${unopened} 项打不开，没有换。请保留旧密钥，并检查数据是否损坏。`)
        return 0
      } finally {
        await close()
      }
    } catch (error) {
      if (error instanceof BadConfig || error instanceof CannotOpenDatabase) return sayNo(error.message)
      throw error
    }
  },
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}
