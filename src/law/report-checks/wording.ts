import type { Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { type Passage, passages } from './passages.ts'
import { placeWords } from './told.ts'

const rule = (
  code: string,
  title: string,
  basis: string,
  applies: string,
  severity: Rule['severity'] = 'warning',
): Rule => ({
  code,
  severity,
  title,
  basis,
  applies,
  remedy: '请改正。',
})
const statute = rule(
  'wording.statuteTitle',
  '法规名称或文号写错',
  '《中华人民共和国政府信息公开条例》（国务院令第711号）；国办公开办函〔2021〕30号（D10）',
  '书名号里的条例名称缺字多字，条例、报告格式的文号写错。',
)
const repealed = rule(
  'wording.repealed',
  '引用了已被代替的文件',
  '国务院令第711号代替第492号；国办公开办函〔2021〕30号代替〔2019〕60号（D11）',
  '报告年度2019年起引用旧条例文号，2021年起引用旧格式文号作为编制依据。',
)
const fee = rule(
  'wording.processingFee',
  '信息处理费名称不规范',
  '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）（D10）',
  '写成“政府信息公开费”“信息公开费”。',
)
const body = rule(
  'wording.abolishedBody',
  '写了已撤并的机构',
  '2018年党和国家机构改革（D11）',
  '报告年度2020年起，仍写安监局、国土资源局等在做事；带“原”字的、书名和旧文号里的不算。',
)
const typo = rule(
  'wording.misspelling',
  '错别字',
  '《政府信息公开条例》第六条（D10）',
  '只认政务公开常用词的固定错写，不猜。',
  'notice',
)

const tone = rule(
  'wording.internalTone',
  '用了内部汇报的口气',
  '《政府信息公开条例》第四十九条：年度报告向社会公布（D02）',
  '“现汇报如下”一类，像是交给上级的材料。',
  'notice',
)

/** Words, what they should be, and the rule. Only fixed misspellings that are nothing else. */
const words: readonly (readonly [RegExp, string, Rule])[] = [
  [
    /《(?:中华人民共和国)?(?:信息公开条例|政务信息公开条例|政府信息公开法|政府信息公开条列|政府公开信息条例|政府信息条例)》/g,
    '《中华人民共和国政府信息公开条例》',
    statute,
  ],
  [
    /《(?:中华人民共和国)?政府信息公开条例》文件/g,
    '《中华人民共和国政府信息公开条例》（条例不是文件）',
    statute,
  ],
  [
    /国办(?:函公开办|公开函办|公办开函|开公办函|公开办)[〔[(（]2021[〕\])）]30号|国办公开办函[〔[(（](?:2020|2022|2023|2024)[〕\])）]30号|国办公开办函[〔[(（]2021[〕\])）](?:3|13|31|20|300)号(?=[^。]{0,10}(?:年度报告|格式|要求))/g,
    '国办公开办函〔2021〕30号',
    statute,
  ],
  [/(?<!处理|行政)(?:政府)?信息公开费(?!用)/g, '信息处理费', fee],
  [/(?:现|特此)(?:将.{0,20})?汇报如下|(?:现|特此)汇报|请.{0,4}领导审阅/g, '', tone],
  [/错字错局/g, '错字错句', typo],
  [/已申请(?:公开)?信息(?:公开)?平台|已申请公开(?=[件事信工])/g, '依申请公开', typo],
  [/政府信息公工作|政府信息公开开|依申请公开开|政务公开开|主动公开开/g, '', typo],
  [/行政复义|行政复仪/g, '行政复议', typo],
  [/规范性文伴|信息公幵|政府佶息|政府信患/g, '', typo],
  [/工作布署|安排布署|决策布署/g, '部署', typo],
  [/(?:进一不|进一步一步|不段加强|及时性和及时性)/g, '', typo],
]
const merged =
  /(?<![原老旧前])(安监局|安全生产监督管理局|国土资源局|工商行政管理局|质量技术监督局|食品药品监督管理局|卫生和计划生育委员会|卫计委|卫计局|文化广电新闻出版局|文广新局|国家税务局|地方税务局|法制办公室|人口和计划生育局)/g

/** D10, D11: wrong titles and numbers of statutes, abolished bodies, fixed misspellings. */
export const wording: Check = {
  rules: [statute, repealed, fee, body, tone, typo],
  run({ report }) {
    const findings: Finding[] = []
    const add = (one: Rule, found: readonly Passage[], right: string) => {
      const first = found[0]
      if (first === undefined) return
      findings.push(
        raise(one, {
          what: `${placeWords(first.at)}写作“${first.text}”${right === '' ? '' : `，应为“${right}”`}${found.length > 1 ? `，共${found.length}处` : ''}`,
          ...(right === '' ? {} : { expected: right }),
          found: first.text,
          quote: first.sentence,
          at: found.map((place) => place.at),
          ...(one === tone ? { remedy: '年度报告是向社会公布的，请改为“现公布如下”一类的说法。' } : {}),
        }),
      )
    }
    for (const [pattern, right, one] of words) add(one, passages(report, pattern), right)
    const year = report.year
    if (year === null) return findings
    if (year >= 2019)
      add(
        repealed,
        passages(report, /国务院令第?\s*492\s*号/g).filter((one) => !/原|废止|修订|代替/.test(one.sentence)),
        '国务院令第711号',
      )
    if (year >= 2021)
      add(
        repealed,
        passages(report, /国办公开办函[〔[(（]2019[〕\])）]60号/g).filter(
          (one) => /要求|根据|按照|依据|编制/.test(one.sentence) && !/2021[〕\])）]30号/.test(one.sentence),
        ),
        '国办公开办函〔2021〕30号',
      )
    if (year >= 2020) {
      const ownName = (report.agency ?? '').replace(/\s/g, '')
      const found = passages(report, merged).filter(
        (one) =>
          !ownName.includes(one.text) &&
          !/《[^》]*$/.test(one.sentence.slice(0, one.sentence.indexOf(one.text))) &&
          !/201[0-8]年|原|更名|撤销|合并|机构改革|划转|总局/.test(one.sentence),
      )
      const first = found[0]
      if (first !== undefined)
        findings.push(
          raise(body, {
            what: `${placeWords(first.at)}写到“${first.text}”，该机构已在机构改革中撤并`,
            verdict: 'doubtful',
            found: first.text,
            quote: first.sentence,
            at: found.map((one) => one.at),
          }),
        )
    }
    return findings
  },
}
