import {
  addWorkingDays,
  isProvisional,
  noticesUsed,
  workingDaysBetween,
} from '../../law/calendar/calendar.ts'
import { nationalCalendar } from '../../law/calendar/national.ts'
import { type PlainDay, parsePlainDay } from '../../law/calendar/plain-day.ts'
import type { Command } from './main.ts'
import { sayNo } from './say-no.ts'

/** Years that can be asked about; the fixed holidays are known as far, the notices are not. */
const firstDay = '1950-01-01'
const lastDay = '2199-12-31'
/** About forty years of working days; more is a slip of the pen. */
const largestCount = 10_000

/** `gongkai days FROM N` and `gongkai days FROM TO`. Opens no database. */
export const command: Command = {
  summary: '数工作日：某日之后的第N个工作日，或者两日之间有几个工作日',
  help: `用法：gongkai days FROM N     FROM之后的第N个工作日（FROM当日不计）
      gongkai days FROM TO    FROM之后到TO（含）有几个工作日

日期写成2026-01-20。N为0时得到FROM本身，不论它是不是工作日。
写出JSON：from、workingDays、to、notices（各年所依据的放假通知，没有录入的为null）、provisional。
provisional为true时，所涉年份的放假通知还没有录入，暂按周一至周五扣除法定节假日计算。
退出码：0 正常；2 读不懂（标准错误输出一句话说明）。
`,
  async run(args) {
    const [first, second] = args
    if (first === undefined || second === undefined || args.length > 2)
      return sayNo('请写明起始日期，以及工作日数或者截止日期，例如：gongkai days 2026-01-20 20。')
    const from = parsePlainDay(first)
    if (from === null) return sayNo(`起始日期“${first}”不是真实的日期，应写成2026-01-20这样。`)
    if (from < firstDay || from > lastDay) return sayNo(`起始日期应在${firstDay}至${lastDay}之间。`)

    if (/^\+?\d+$/.test(second)) {
      const count = Number(second)
      if (count > largestCount) return sayNo(`工作日数不能超过${largestCount}。`)
      return write(from, count, addWorkingDays(nationalCalendar, from, count))
    }
    const to = parsePlainDay(second)
    if (to === null) {
      if (/^-\d/.test(second)) return sayNo(`工作日数“${second}”不能是负数。`)
      return sayNo(`“${second}”既不是工作日数，也不是真实的日期，应写成20或者2026-02-24这样。`)
    }
    if (to > lastDay) return sayNo(`截止日期应在${firstDay}至${lastDay}之间。`)
    if (to < from) return sayNo(`截止日期${to}早于起始日期${from}。`)
    return write(from, workingDaysBetween(nationalCalendar, from, to), to)
  },
}

function write(from: PlainDay, workingDays: number, to: PlainDay): number {
  const notices = noticesUsed(nationalCalendar, from, to)
  const provisional = isProvisional(nationalCalendar, from) || notices.some(({ notice }) => notice === null)
  process.stdout.write(`${JSON.stringify({ from, workingDays, to, notices, provisional }, null, 2)}\n`)
  return 0
}
