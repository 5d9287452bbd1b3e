import type { Finding, RecoveredReport } from '../report-form/model.ts'
import { follows } from './carried-in.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { type Passage, passages } from './passages.ts'
import { cellAt, placeWords } from './told.ts'
import { agencyKind, agencyName } from './words.ts'

const told: Rule = {
  code: 'cell.idleRegisters',
  severity: 'notice',
  title: '文中写了许可或处罚，表二都填0',
  basis: '《政府信息公开条例》第二十条第五项、第六项；格式（国办公开办函〔2021〕30号）表二（A12）',
  applies: '表二行政许可、行政处罚、行政强制都是0，而正文写到本机关作出了多少件；全市、全区的数不算。',
  remedy: '请核对执法台账，按作出的决定数填表二。',
}
const years: Rule = {
  code: 'carry.allZero',
  severity: 'notice',
  title: '执法机关连续两年各项全是0',
  basis: '《政府信息公开条例》第二十条、第五十条：数据准确（A12）',
  applies: '给出上一年报告；公安、应急、市场监管等有日常执法的机关，两年的许可、处罚、强制和申请都是0。',
  remedy: '请核对是否漏报；确实没有的，在第六部分说明。',
}
const done =
  /(?:作出|实施|下达|办理|查办|查处|核发|颁发|发放|办结)[^。；，,]{0,16}(?:行政处罚|行政许可|处罚决定|许可证)[^。；，,]{0,8}?(?<!\d)[1-9][\d,]*(?:余)?[件起宗份张个]|(?:行政处罚(?:案件)?|行政许可(?:事项)?)(?<!\d)[1-9][\d,]*(?:余)?[件起宗]/g
const busy =
  /公安局|应急管理局|市场监督管理局|执法局|交通运输局|自然资源(?:和规划)?局|住房和城乡建设局|生态环境局|城市管理局|卫生健康(?:局|委员会)/

/** A12: nothing decided by the table, while the text (or the kind of agency, over two years) says otherwise. */
export const idleRegisters: Check = {
  rules: [told, years],
  run({ report, previous }) {
    if (!idle(report)) return []
    const findings: Finding[] = []
    const found = passages(report, done).filter((one) => countsOwn(one, report))
    const first = found[0]
    if (first !== undefined)
      findings.push(
        raise(told, {
          what: `${placeWords(first.at)}写到“${first.text}”，表二行政许可、行政处罚、行政强制却都是0`,
          verdict: 'doubtful',
          found: 0,
          quote: first.sentence,
          at: [
            ...found.map((one) => one.at),
            cellAt('t2', 'licences'),
            cellAt('t2', 'penalties'),
            cellAt('t2', 'coercion'),
          ],
        }),
      )
    const quiet = (one: RecoveredReport) => idle(one) && one.tables.t3?.newlyReceived.total === 0
    if (follows(report, previous) && quiet(report) && quiet(previous) && busy.test(agencyName(report) ?? ''))
      findings.push(
        raise(years, {
          what: '行政许可、行政处罚、行政强制和信息公开申请连续两年都是0',
          verdict: 'doubtful',
          found: 0,
          at: [cellAt('t2', 'licences'), cellAt('t2', 'penalties'), cellAt('t3', 'newlyReceived', 'total')],
        }),
      )
    return findings
  },
}

function idle(report: RecoveredReport): boolean {
  const t2 = report.tables.t2
  return t2 !== null && t2.licences === 0 && t2.penalties === 0 && t2.coercion === 0
}

/** Published pieces, numbers of a whole place and cases of others are not the agency’s decisions. */
function countsOwn(one: Passage, report: RecoveredReport): boolean {
  return (
    (one.section === 1 || one.section === 6) &&
    !/公开|公示|公布|发布|上传|去年|上年|复议|诉讼|建议|提案/.test(one.text) &&
    !/(?:公开|公示|公布|发布|上传)[^。；]{0,14}$/.test(
      one.sentence.slice(0, one.sentence.indexOf(one.text)),
    ) &&
    (agencyKind(report.agency).government || !/全[市县区省]|各[县区镇市]|系统/.test(one.sentence))
  )
}
