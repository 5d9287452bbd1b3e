import type { Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { passages } from './passages.ts'
import { placeWords } from './told.ts'

const rule: Rule = {
  code: 'structure.contactFormat',
  severity: 'warning',
  title: '联系方式写错了位数或格式',
  basis: '《政府信息公开条例》第十二条：指南载明联系方式；年度报告通行写法（C05）',
  applies:
    '写明是电话、邮编、邮箱的：区号后不是7至8位（北京及02开头的为8位），邮编不是6位，邮箱没有@或域名不全。区号与地区是否相符不查。',
  remedy: '请核对后改正，以免公众联系不上。',
}
const phone = /(?:电话|传真|热线)(?:号码)?[：:为]?[（(]?(010|02\d|0[3-9]\d{2})[)）\-—－–]{1,2}(\d+)(?![\d-])/g
const postcode = /(?:邮编|邮政编码)[：:为]?[（(]?(\d+)(?![\d\-—－])/g
const mail = /(?:邮箱|电子邮件|E-?mail)(?:地址)?[：:为]?([A-Za-z0-9][\w.@+-]{3,})/gi

/** C05, Article 12: telephone, postcode and mail address have their right shape. */
export const contactFormat: Check = {
  rules: [rule],
  run({ report }) {
    const findings: Finding[] = []
    const say = (name: string, found: ReturnType<typeof passages>[number], value: string, why: string) =>
      findings.push(
        raise(rule, {
          what: `${placeWords(found.at)}的${name}“${value}”${why}`,
          verdict: 'doubtful',
          found: value,
          quote: found.sentence,
          at: [found.at],
        }),
      )
    // A line that breaks inside a number: its other digits stand on the next.
    const goesOn = (found: ReturnType<typeof passages>[number]) =>
      found.at.end !== undefined && /^\s*\n?\s*\d/.test(report.text.slice(found.at.end, found.at.end + 4))
    for (const one of passages(report, phone)) {
      if (goesOn(one)) continue
      const [area = '', local = ''] = one.groups
      // 12345, 110 and the like are whole numbers of their own.
      if (/^(?:1\d{2,4}|9[56]\d{3,4})$/.test(local)) continue
      const short = local.length < 7
      const long = local.length === 9 || local.length === 10
      const wants8 = area.length === 3 && local.length === 7
      if (short || long || wants8) say('电话', one, `${area}-${local}`, `区号后是${local.length}位，位数不对`)
    }
    for (const one of passages(report, postcode)) {
      const code = one.groups[0] ?? ''
      if (code.length >= 3 && code.length <= 7 && code.length !== 6 && !goesOn(one))
        say('邮编', one, code, `是${code.length}位，应为6位`)
    }
    for (const one of passages(report, mail)) {
      const address = (one.groups[0] ?? '').replace(/[.\-_]+$/, '')
      if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(address)) continue
      const broken = address.includes('@')
        ? '域名不完整'
        : /\.(?:com|cn|net|org)/.test(address)
          ? '没有@'
          : ''
      if (broken !== '') say('邮箱', one, address, broken)
    }
    return findings
  },
}
