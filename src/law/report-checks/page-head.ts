import { findAdvertising } from '../../text/spam/advertising.ts'
import type { Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'

const hijacked: Rule = {
  code: 'source.hijackedHead',
  severity: 'error',
  title: '网页标题或说明被换成广告',
  basis: '《政府网站发展指引》（国办发〔2017〕47号）安全防护（E09）',
  applies: '网页源码里的标题、关键词、描述带赌博、色情等广告词；正文可能完好，搜索结果里却是广告。',
  remedy: '请立即通知网站运维单位检查页面源码和服务器，清除后重新发布。',
}
const otherYear: Rule = {
  code: 'identity.pageTitle',
  severity: 'warning',
  title: '网页标题是别的年度的报告',
  basis: '《政府网站发展指引》（国办发〔2017〕47号）：页面标题与内容一致（E09）',
  applies: '网页标题写着某年的政府信息公开年度报告，而正文是另一年的报告；标题里没有年份的不说。',
  remedy: '请核对网页标题，以免公众按标题查不到报告。',
}
const named = /(20\d{2})年?(?:度)?[^，。]{0,14}信息公开[^，。]{0,8}(?:报告|年报)/

/** E09: the head of the page against the report it shows. */
export const pageHead: Check = {
  rules: [hijacked, otherYear],
  run({ report }) {
    const findings: Finding[] = []
    const { title = '', words = '' } = report.page ?? {}
    for (const [name, text] of [
      ['标题', title],
      ['关键词或描述', words],
    ] as const) {
      const planted = findAdvertising(text)[0]
      if (planted === undefined) continue
      findings.push(
        raise(hijacked, {
          what: `网页${name}里有“${text.slice(planted.start, planted.end)}”`,
          found: text.slice(planted.start, planted.end),
          quote: text,
          at: [{}],
        }),
      )
      break
    }
    const year = named.exec(title.replace(/\s/g, ''))?.[1]
    if (
      findings.length === 0 &&
      year !== undefined &&
      report.year !== null &&
      Number(year) !== report.year &&
      !title.includes(String(report.year))
    )
      findings.push(
        raise(otherYear, {
          what: `网页标题写的是${year}年的报告，正文却是${report.year}年的`,
          verdict: 'doubtful',
          expected: report.year,
          found: Number(year),
          quote: title,
          at: [{}],
        }),
      )
    return findings
  },
}
