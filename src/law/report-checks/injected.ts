import { findAdvertising } from '../../text/spam/advertising.ts'
import type { At, Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { flowsOf, placeInFlow } from './passages.ts'

const basis = '《政府网站发展指引》（国办发〔2017〕47号）安全防护（E01、E02、E03）'
const spam: Rule = {
  code: 'source.injectedText',
  severity: 'error',
  title: '文字被植入广告',
  basis,
  applies: '赌博、色情等广告词；公安机关打击赌博的宣传不算。',
  remedy: '这是副本被篡改，不是机关的数字有错。请立即通知网站运维单位清除，并以机关原件为准核对全文。',
}
const hidden: Rule = {
  code: 'source.hiddenText',
  severity: 'error',
  title: '页面藏有看不见的文字',
  basis,
  applies: '藏起来的文字里有广告词或网址；无障碍跳转、隐藏的表单和菜单不算。',
  remedy: '请通知网站运维单位检查页面源码并清除。',
}
const link: Rule = {
  code: 'source.hostileLink',
  severity: 'error',
  title: '链接指向不明网站',
  basis,
  applies: '链接文字或地址带广告词；或文字是法规、政府名称，却指向商业网站。',
  remedy: '请删去链接，检查网站是否被篡改。',
}
const zeroWidth: Rule = {
  code: 'source.zeroWidth',
  severity: 'notice',
  title: '词语中间夹有看不见的字符',
  basis,
  applies: '零宽空格、软连字符等夹在词语或数字中间；只在段首段尾的不算。',
  remedy: '这是网页或副本的问题，不是数字有错；按词检索时会找不到。请清除格式后重新粘贴。',
}
const official =
  /(?:^|\.)(?:gov\.cn|政务|公益|org\.cn|edu\.cn|people\.com\.cn|xinhuanet\.com|news\.cn|cctv\.com|weixin\.qq\.com|weibo\.(?:com|cn)|conac\.cn|12377\.cn|12306\.cn|12388\.gov\.cn|miitbeian\.gov\.cn|qq\.com|baidu\.com|chinatax\.gov\.cn)$/

/** E01 to E03: what was planted or pasted into the copy. The agency's figures are not to blame. */
export const injected: Check = {
  rules: [spam, hidden, link, zeroWidth],
  run({ report }) {
    const findings: Finding[] = []
    const places: At[] = []
    const words: string[] = []
    let quote = ''
    for (const flow of flowsOf(report))
      for (const one of findAdvertising(flow.text)) {
        places.push(placeInFlow(flow, one.start, one.end - one.start))
        words.push(flow.text.slice(one.start, one.end))
        if (quote === '') quote = flow.text.slice(Math.max(0, one.start - 20), one.end + 20)
      }
    if (words.length === 0 && report.title !== null) {
      const inTitle = findAdvertising(report.title)[0]
      if (inTitle !== undefined) {
        words.push(report.title.slice(inTitle.start, inTitle.end))
        places.push({})
        quote = report.title
      }
    }
    if (words.length > 0)
      findings.push(
        raise(spam, {
          what: `文中被植入“${words[0]}”${words.length > 1 ? `等${words.length}处` : ''}，多半顶替了原来的文字`,
          found: words[0] ?? '',
          quote,
          at: places,
        }),
      )
    const veiled = report.hidden.filter(
      (one) => findAdvertising(one.text).length > 0 || /https?:\/\/(?![\w.-]*gov\.cn)/.test(one.text),
    )
    const firstHidden = veiled[0]
    if (firstHidden !== undefined)
      findings.push(
        raise(hidden, {
          what: `页面里藏有“${firstHidden.text.slice(0, 30)}”（${firstHidden.how}）`,
          found: firstHidden.text.slice(0, 60),
          quote: firstHidden.text,
          at: veiled.map((one) => one.at),
        }),
      )
    for (const one of report.links) {
      const host = /^https?:\/\/([^/:?#]+)/i.exec(one.href)?.[1]?.toLowerCase()
      if (host === undefined) continue
      const advertised = findAdvertising(`${one.text} ${one.href}`).length > 0
      const disguised =
        /条例|国务院|人民政府$|法$/.test(one.text.trim().replace(/[》]/g, '')) &&
        !official.test(host) &&
        /\.(?:com|net|cc|top|xyz|vip|info|club|tk)$/.test(host)
      if (!advertised && !disguised) continue
      findings.push(
        raise(link, {
          what: `“${one.text.trim().slice(0, 20)}”的链接指向${host}`,
          ...(advertised ? {} : { verdict: 'doubtful' as const, severity: 'warning' as const }),
          found: host,
          quote: one.href,
          at: [one.at],
        }),
      )
    }
    for (const { detail, at } of report.observations.filter((one) => one.code === zeroWidth.code))
      findings.push(
        raise(zeroWidth, { what: `词语或数字中间夹有看不见的字符，共${detail?.['count']}处`, at }),
      )
    return findings
  },
}
