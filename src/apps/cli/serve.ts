import { readConfig, BadConfig } from '../../platform/config.ts'
import { CannotOpenDatabase } from '../../platform/db/cannot-open.ts'
import { jsonLog } from '../../platform/log.ts'
import type { Services } from '../../platform/services.ts'
import { createServer, openInstallation } from '../server.ts'
import { startWorkers } from '../workers.ts'
import type { Command } from './main.ts'
import { sayNo } from './say-no.ts'

/** `gongkai serve` (and `npm start`): opens everything, seeds the demo on an empty installation, listens, stops gracefully. */
export const command: Command = {
  summary: '启动门户、工作台和接口',
  help: `用法：gongkai serve

启动整个系统。设置都从环境变量读取，常用的有：
  GONGKAI_PORT     端口，默认 8080
  GONGKAI_HOST     监听地址，默认 127.0.0.1
  GONGKAI_DATA     数据文件夹，默认 var
  DATABASE_URL     外部 PostgreSQL；不设就用自带的
  GONGKAI_DEMO     on 建示范市（默认），off 从空白开始
全部设置见 docs/operating/settings.md。按 Ctrl+C 停止，手头的请求办完才停。
退出码：0 正常停止；2 不能启动（标准错误输出说明原因）。
`,
  async run(args) {
    if (args.length > 0)
      return sayNo(
        `gongkai serve 不认识“${args.join(' ')}”。设置写在环境变量里，例如 GONGKAI_PORT=8081 npm start。`,
      )
    const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
    try {
      const config = readConfig(process.env)
      const log = jsonLog(config.logLevel, process.stderr)
      const installation = await openInstallation(config, log, {
        progress: (sentence) => say(`· ${sentence}`),
        sole: true,
      })
      try {
        await serve(installation.services, say)
      } finally {
        await installation.close()
      }
      return 0
    } catch (error) {
      const known = knownFault(error)
      if (known === null) throw error
      process.stderr.write(`${known}\n`)
      return 2
    }
  },
}

/** Listens and works until told to stop; then finishes the requests at hand and lets the workers finish theirs. */
async function serve(services: Services, say: (sentence: string) => void): Promise<void> {
  const { config } = services
  const accounts = await firstStart(services, (sentence) => say(`· ${sentence}`))
  const app = await createServer(services)
  const told = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  try {
    const address = await app.listen({ host: config.host, port: config.port })
    const workers = await startWorkers(services, process.env)
    try {
      const url = config.publicUrl ?? address
      say('')
      say(`公开已经启动。`)
      say(`  门户    ${url}/`)
      say(`  工作台  ${url}/console`)
      say(`  接口    ${url}/api/docs`)
      if (accounts.length > 0) {
        say('')
        for (const line of accounts) say(`  ${line}`)
      }
      say('')
      say('按 Ctrl+C 停止。')
      await told
      say('正在停下，等手头的请求办完……')
      await app.close()
    } finally {
      await workers.stop()
    }
  } finally {
    await app.close()
  }
}

function knownFault(error: unknown): string | null {
  if (error instanceof BadConfig || error instanceof CannotOpenDatabase) return error.message
  const { code, port, address } = error as { code?: string; port?: number; address?: string }
  if (code === 'EADDRINUSE')
    return `${address ?? ''} 的 ${port} 端口已经被别的程序占用。请停掉它，或者换一个端口：GONGKAI_PORT=8081 npm start`
  if (code === 'EACCES' && port !== undefined) return `没有权限使用 ${port} 端口。请换一个 1024 以上的端口。`
  return null
}

/** On an empty installation: the demo city, or the first administrators. Returns what the person at the shell must know. */
async function firstStart(services: Services, say: (sentence: string) => void): Promise<readonly string[]> {
  const lines: string[] = []
  for (const room of services.rooms) {
    const told = await room.firstStart?.(services, say)
    if (told) lines.push(...told)
  }
  return lines
}
