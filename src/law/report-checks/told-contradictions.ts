import type { NarrativeFact } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { placeWords, saidAs, toldOf } from './told.ts'

const rule: Rule = {
  code: 'text.contradiction',
  severity: 'error',
  title: '文中前后两个数不一致',
  basis: '《政府信息公开条例》第六条、第五十条：公布的信息应当准确（B02、B11）',
  applies: '同一年、同一范围、同一事项的两个确数不同，且表格不能判定哪个对时；表格能判定的，只报错的一处。',
  remedy: '请核对后统一。',
}
const names: Readonly<Record<string, string>> = {
  requestsReceived: '收到申请',
  requestsCarriedIn: '上年结转',
  requestsCarriedOut: '结转下年',
  requestsHandled: '办结',
  publishedTotal: '主动公开信息',
  reconsideration: '政府信息公开行政复议',
  litigation: '政府信息公开行政诉讼',
  proposalsNpc: '人大建议',
  proposalsCppcc: '政协提案',
  processingFeeYuan: '信息处理费（元）',
}

/** Two sentences that give different exact numbers for the same thing, where no table decides. */
export const toldContradictions: Check = {
  rules: [rule],
  run({ report }) {
    const decided: Readonly<Record<string, boolean>> = {
      requestsReceived: (report.tables.t3?.newlyReceived.total ?? null) !== null,
      requestsCarriedIn: (report.tables.t3?.carriedIn.total ?? null) !== null,
      requestsCarriedOut: (report.tables.t3?.carriedOut.total ?? null) !== null,
      requestsHandled: (report.tables.t3?.totalHandled.total ?? null) !== null,
      reconsideration: (report.tables.t4?.reconsideration.total ?? null) !== null,
      litigation: (report.tables.t4?.litigationDirect.total ?? null) !== null,
    }
    return Object.entries(names).flatMap(([id, name]) => {
      if (decided[id] === true) return []
      const facts = toldOf(report, id).filter((one) => !one.approximate && one.scope !== 'region')
      const first = facts[0]
      const other = facts.find((one) => one.value !== first?.value)
      if (first === undefined || other === undefined || sameSentence(first, other)) return []
      // Totals of pieces are counted in many ways (by channel, with and without subordinate units); proposals by kind.
      const loose = id === 'publishedTotal' || id.startsWith('proposals')
      if (loose && (first.scope ?? null) !== (other.scope ?? null)) return []
      return [
        raise(rule, {
          what: `${placeWords(first.at)}说${name}${saidAs(first)}，${placeWords(other.at)}又说${saidAs(other)}`,
          ...(loose ? { verdict: 'doubtful' as const, severity: 'warning' as const } : {}),
          expected: typeof first.value === 'number' ? first.value : null,
          found: typeof other.value === 'number' ? other.value : null,
          quote: `${first.quote} …… ${other.quote}`,
          at: [first.at, other.at],
        }),
      ]
    })
  },
}

/** Numbers of one sentence are parts, years or steps of one another. */
function sameSentence(a: NarrativeFact, b: NarrativeFact): boolean {
  return a.quote === b.quote
}
