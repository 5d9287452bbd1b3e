import type { Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { passages } from './passages.ts'
import { placeWords } from './told.ts'

const broken: Rule = {
  code: 'structure.brokenLink',
  severity: 'warning',
  title: '网址写错',
  basis: '《政府网站发展指引》（国办发〔2017〕47号）：链接有效（C11）',
  applies: '网址写成http//、http:/、wwww.、gov,cn一类，打不开；能否打开不在这里查，http与https不分。',
  remedy: '请改正网址。',
}
const foreign: Rule = {
  code: 'source.foreignSite',
  severity: 'notice',
  title: '查阅报告的网址不是政府网站',
  basis: '《政府网站发展指引》（国办发〔2017〕47号）：政府网站使用gov.cn域名（C11、E03）',
  applies: '说明在哪里查阅、下载报告的句子里，网址不是gov.cn等机关域名。',
  remedy: '请核对网址；网站迁移的，改为现在的政府网站地址。',
}
const wrong =
  /https?\/\/|https?:\/(?!\/)|htt?pp?:\/\/(?<!http:\/\/)|https?：\/\/|(?:https?:\/\/)?wwww\.|www[,，。]\w|[\w-]+\.gov[,，。]cn|[\w-]+\.gov\.(?:con|com\.cn|cm)\b/gi
const address = /(?:https?:\/\/|(?<![\w.])www\.)([\w-]+(?:\.[\w-]+)+)/gi
const official = /(?:^|\.)(?:gov\.cn|edu\.cn|org\.cn|mil\.cn|ac\.cn|公益|政务)$/i

/** C11, E03: addresses in the text are whole, and the report is read on a site of the government. */
export const linkAddress: Check = {
  rules: [broken, foreign],
  run({ report }) {
    const findings: Finding[] = []
    const bad = passages(report, wrong)[0]
    if (bad !== undefined)
      findings.push(
        raise(broken, {
          what: `${placeWords(bad.at)}的网址写作“${bad.text}”`,
          found: bad.text,
          quote: bad.sentence,
          at: [bad.at],
        }),
      )
    const other = passages(report, address).find(
      (one) =>
        one.section === 0 &&
        /报告/.test(one.sentence) &&
        /查阅|下载|查看|浏览/.test(one.sentence) &&
        /政府|局|委|办/.test(one.sentence) &&
        !official.test(one.groups[0] ?? ''),
    )
    if (other !== undefined)
      findings.push(
        raise(foreign, {
          what: `${placeWords(other.at)}说在${other.groups[0]}查阅报告，这不是政府网站的域名`,
          verdict: 'doubtful',
          found: other.groups[0] ?? '',
          quote: other.sentence,
          at: [other.at],
        }),
      )
    return findings
  },
}
