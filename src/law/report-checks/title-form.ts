import type { Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { passages } from './passages.ts'
import { placeWords } from './told.ts'
import { agencyName } from './words.ts'

const doubled: Rule = {
  code: 'identity.titleForm',
  severity: 'warning',
  title: '标题有重复的词',
  basis: '格式（国办公开办函〔2021〕30号）：标题为机关全称、年度和“政府信息公开工作年度报告”（C07）',
  applies: '标题里同一个词连写两遍，如“公开公开”“工作工作”“2023年2023年”；空格和换行不算。',
  remedy: '请删去多余的字。',
}
const short: Rule = {
  code: 'identity.shortName',
  severity: 'notice',
  title: '报告名称里用了没有交代过的简称',
  basis: '格式（国办公开办函〔2021〕30号）：标题写机关全称（C07、D01）',
  applies: '开头书名号里的报告名称，机关写的是简称，而此前没有“以下简称”。',
  remedy: '请写机关全称，或先交代简称。',
}

const twice = /(政府信息|信息公开|公开|工作|年度(?=年度报)|报告|年报|20\d\d年(?:度)?)\1/g

/** C07, D01: the title says each word once, and names the agency in full. */
export const titleForm: Check = {
  rules: [doubled, short],
  run({ report }) {
    const findings: Finding[] = []
    const again = passages(report, twice).find(
      (one) => one.section === 0 && one.sentence.length <= 60 && /报告|年报/.test(one.sentence),
    )
    const title = report.title?.replace(/\s/g, '') ?? ''
    const inTitle = new RegExp(twice.source).exec(title)
    const word = again?.groups[0] ?? inTitle?.[1]
    if (word !== undefined)
      findings.push(
        raise(doubled, {
          what: `标题${again === undefined ? '' : placeWords(again.at)}把“${word}”写了两遍`,
          found: `${word}${word}`,
          quote: again?.sentence ?? title,
          at: [again?.at ?? report.paragraphs[0]?.at ?? {}],
        }),
      )
    const name = agencyName(report)
    if (name === null) return findings
    for (const one of passages(
      report,
      /《([\p{Script=Han}]{2,20}?(?:局|委员会|委|办|办公室|中心|政府|厅))(?:关于)?20\d\d年度?政府信息公开(?:工作)?(?:年度)?报告》/gu,
    )) {
      const used = one.groups[0] ?? ''
      if (
        one.section !== 0 ||
        (name.endsWith(used) && !/^[省市县区旗]/.test(used)) ||
        used.endsWith(name) ||
        used.length >= name.length
      )
        continue
      if (!isShortFor(used, name) || /以下简称|简称/.test(report.text.slice(0, one.at.start ?? 0))) continue
      findings.push(
        raise(short, {
          what: `${placeWords(one.at)}的报告名称里写的是“${used}”，不是全称${name}`,
          expected: name,
          found: used,
          quote: one.sentence,
          at: [one.at],
        }),
      )
      break
    }
    return findings
  },
}

/** Whether the characters of one name stand in the other in the same order: 市应急局 for 云汀市应急管理局. */
function isShortFor(used: string, full: string): boolean {
  let at = 0
  for (const sign of used) {
    at = full.indexOf(sign, at) + 1
    if (at === 0) return false
  }
  return true
}
