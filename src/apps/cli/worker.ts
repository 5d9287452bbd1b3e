import { BadConfig } from '../../platform/config.ts'
import { CannotOpenDatabase } from '../../platform/db/cannot-open.ts'
import { runWorker } from '../run-worker.ts'
import type { Command } from './main.ts'
import { sayNo } from './say-no.ts'

/** `gongkai worker`: one more worker, on this or another machine. */
export const command: Command = {
  summary: '另开一个后台进程，可以在别的机器上',
  help: `用法：gongkai worker

办理提醒、发信、定时核查等后台工作，直到收到停止信号；停止前办完手头的一件。
启动系统时已经按 GONGKAI_WORKERS 开了后台进程，一般不用另开。
在别的机器上运行时，DATABASE_URL、GONGKAI_FILES 和 GONGKAI_KEYS 要与主机一致。
退出码：0 正常停止；2 不能启动（标准错误输出说明）。
`,
  async run(args) {
    if (args.length > 0) return sayNo(`不认识“${args.join(' ')}”。`)
    try {
      await runWorker(process.env)
      return 0
    } catch (error) {
      if (error instanceof BadConfig || error instanceof CannotOpenDatabase) return sayNo(error.message)
      throw error
    }
  },
}
