import type { Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { passages } from './passages.ts'
import { placeWords } from './told.ts'

const result: Rule = {
  code: 'identity.otherYear',
  severity: 'warning',
  title: '写的是别的年度的事',
  basis: '《政府信息公开条例》第四十九条：报告上一年度的工作（D03）',
  applies: '以别的年份开头、说本机关做成了什么的句子；与往年比较、说问题来由、说计划的不算。',
  remedy: '可能是往年报告的原文没有改，请核对年份和内容。',
}
const title: Rule = {
  code: 'identity.reportYear',
  severity: 'error',
  title: '报告自称的年度不一致',
  basis: '《政府信息公开条例》第四十九条（D03）',
  applies: '开头自称的年度与标题、统计期的年度不同。',
  remedy: '请统一为报告年度。',
}
const done =
  /取得|开展|公开|收到|未发生|没有发生|完成|制定|印发|受理|举办|组织|发布|落实|建立|召开|办理|成绩|评议/
const free =
  /较(?!好|大|高|快|强|多|为|低|少)|比|同比|相比|问题|不足|针对|整改|以来|至今|自20|从20|上年度|去年|往年|结转|延续|将|下一步|计划|拟|要求|印发的|通知|文件|方案|任期|规划|考核结果显示/

/** 「2020年我局制定的办法继续执行」 speaks of a thing made then, not of what was done then. */
const attribute =
  /20\d\d年(?:度)?[,，]?(?:我|本|全)[^，。；]{1,10}?(?:制定|印发|承接|存在|建立|出台|公布|发布|受理|收到|开展|提出|建成|签订)的|继续(?:执行|有效|沿用)/

/** D03: sentences of another year in this year's report. */
export const otherYear: Check = {
  rules: [result, title],
  run({ report }) {
    const year = report.year
    if (year === null) return []
    const findings: Finding[] = []
    const own = passages(
      report,
      /(?<!\d)(20\d{2})年(?:度)?政府信息(?:与政务)?公开(?:工作)?年(?:度)?报(?:告)?/g,
    ).filter(
      (one) =>
        Number(one.groups[0]) !== year &&
        one.section === 0 &&
        /现|编制|公布|发布|如下|本/.test(one.sentence) &&
        !new RegExp(`${year}年`).test(one.sentence) &&
        !/上一?年|比较/.test(one.sentence),
    )
    const wrong = own[0]
    if (wrong !== undefined)
      findings.push(
        raise(title, {
          what: `${placeWords(wrong.at)}自称${wrong.groups[0]}年度报告，而这是${year}年的报告`,
          expected: year,
          found: Number(wrong.groups[0]),
          quote: wrong.sentence,
          at: [wrong.at],
        }),
      )
    const start =
      /(?<=^|[。；\n])\s*(20\d{2})\s*年(?:度|以来)?[,，]?\s*(?:我|本|全)(?:局|委|办|单位|机关|镇|乡|街道|中心|厅|院|部门|区|县|市|行政机关)/g
    const found = passages(report, start).filter((one) => {
      const told = Number(one.groups[0])
      return (
        told !== year &&
        told < year + 1 &&
        one.section !== 5 &&
        !/年以来/.test(one.text) &&
        done.test(one.sentence) &&
        !free.test(one.sentence) &&
        !attribute.test(one.sentence) &&
        !new RegExp(`${year}\\s*年`).test(one.sentence)
      )
    })
    const first = found[0]
    if (first !== undefined) {
      const told = Number(first.groups[0])
      findings.push(
        raise(result, {
          what: `${placeWords(first.at)}写的是${told}年的工作（“${first.sentence.slice(0, 30)}”），而这是${year}年的报告${found.length > 1 ? `，共${found.length}处` : ''}`,
          verdict: told === year - 1 ? 'doubtful' : 'fails',
          severity: told === year - 1 ? 'warning' : 'error',
          expected: year,
          found: told,
          quote: first.sentence,
          at: found.map((one) => one.at),
        }),
      )
    }
    return findings
  },
}
