import { feeForCases, feeForPages, largestCount } from '../../law/fees/processing-fee.ts'
import type { Command } from './main.ts'
import { sayNo } from './say-no.ts'

/** `gongkai fee --cases N` or `--pages N`. Opens no database. Money leaves in yuan. */
export const command: Command = {
  summary: '算信息处理费：按件或者按量',
  help: `用法：gongkai fee --cases N    同一申请人一个自然月内的申请累计N件（按件）
      gongkai fee --pages N    一件申请提供N页（按量；A4及以下，单面为一页）

每件申请只能选一种计收方式。写出JSON：yuan（元）和steps（分段计算）。
退出码：0 正常；2 读不懂（标准错误输出一句话说明）。
`,
  async run(args) {
    const given = readOptions(args)
    if (given.problem !== null) return sayNo(given.problem)
    const fee = given.method === 'cases' ? feeForCases(given.count) : feeForPages(given.count)
    const steps = fee.steps.map(({ what, basis, amountFen }) => ({ what, basis, yuan: amountFen / 100 }))
    const text = `${JSON.stringify({ yuan: fee.amountFen / 100, steps }, null, 2)}\n`
    await new Promise<void>((done) => process.stdout.write(text, () => done()))
    return 0
  },
}

type Given =
  | { readonly method: 'cases' | 'pages'; readonly count: number; readonly problem: null }
  | { readonly problem: string }

const usage = '请写明--cases件数或者--pages页数，例如：gongkai fee --cases 12。'

function readOptions(args: readonly string[]): Given {
  const words = args.flatMap((arg) => {
    const match = /^(--[^=]+)=(.*)$/s.exec(arg)
    return match ? [match[1] ?? '', match[2] ?? ''] : [arg]
  })
  const methods = words.filter((word) => word === '--cases' || word === '--pages')
  if (new Set(methods).size === 2)
    return { problem: '一件申请只能按件或者按量计收，不能同时写--cases和--pages。' }
  const [option, text, ...more] = words
  if ((option !== '--cases' && option !== '--pages') || text === undefined || more.length > 0)
    return { problem: usage }
  const method = option === '--cases' ? 'cases' : 'pages'
  const name = method === 'cases' ? '件数' : '页数'
  if (/^-\d/.test(text)) return { problem: `${name}“${text}”不能是负数。` }
  if (!/^\d+$/.test(text)) return { problem: `${name}“${text}”应为整数。` }
  const count = Number(text)
  if (count > largestCount) return { problem: `${name}不能超过${largestCount}。` }
  return { method, count, problem: null }
}
