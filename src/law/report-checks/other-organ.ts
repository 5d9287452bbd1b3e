import type { Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { passages } from './passages.ts'
import { placeWords } from './told.ts'
import { agencyKind, agencyName } from './words.ts'

const business: Rule = {
  code: 'identity.otherOrgan',
  severity: 'warning',
  title: '写的是别的部门的业务',
  basis: '《政府信息公开条例》第六条：公布的信息应当准确（D02）',
  applies: '部门报告里出现专属其他部门的业务词，且机关名称与该业务无关；政府和乡镇的报告不说。',
  remedy: '可能是照抄其他机关的报告留下的，请核对后删改。',
}
const self: Rule = {
  code: 'identity.otherRank',
  severity: 'warning',
  title: '自称与机关不符',
  basis: '《政府信息公开条例》第六条：公布的信息应当准确（D02、D05）',
  applies: '局的报告里自称“我镇”“我校”，镇的报告里自称“我局”，县的报告里自称“我市”等；引文和书名里的不说。',
  remedy: '可能是照抄其他机关的报告留下的，请改为本机关的自称。',
}

/** Words that belong to one business, and the agencies that may use them of themselves. */
const domains: readonly (readonly [RegExp, RegExp, string])[] = [
  [
    /(?:公开|解读|发布)[^。；]{0,6}财政部门(?:有关|相关)?(?:的)?(?:政策|文件)|我局作为财政部门/g,
    /财政|国资|税务/,
    '财政部门',
  ],
  [
    /涉农信息|农技推广|农业技术推广|技术推广、涉农/g,
    /农|林|水|畜牧|供销|科技|科学|粮|气象|乡村/,
    '农业技术推广部门',
  ],
  [
    /(?:公开|解读|发布)[^。；]{0,6}教育部门(?:有关|相关)?(?:的)?(?:政策|文件)|中小学招生(?:信息|政策)(?:公开|的公开)/g,
    /教|学|体/,
    '教育部门',
  ],
  [
    /(?:公开|解读|发布)[^。；]{0,6}(?:民政|卫健|卫生健康|住建|税务|人社|自然资源|交通运输|公安|司法|审计|统计|应急管理|市场监管|生态环境)部门(?:有关|相关)(?:的)?(?:政策|文件)/g,
    /$^/,
    '其他部门',
  ],
  [/纳税人缴费人|便民办税/g, /税/, '税务部门'],
]

/** What an agency calls itself, by the last word of its name. */
const selves: readonly (readonly [RegExp, RegExp])[] = [
  [/局$/, /我(?:镇|乡|街道|校|院(?!校)|厅|委|中心|社区|村)(?!们)/g],
  [/镇(?:人民政府)?$/, /我(?:局|委|厅|校|院|中心|乡|街道)(?![们村情土亲])/g],
  [/乡(?:人民政府)?$/, /我(?:局|委|厅|校|院|中心|镇|街道)(?!们)/g],
  [/街道(?:办事处)?$/, /我(?:局|委|厅|校|院|中心|镇|乡)(?![们村情土亲])/g],
  [/委员会$|委$/, /我(?:局|镇|乡|街道|校|院|厅)(?!们)/g],
  [/中心$/, /我(?:局|镇|乡|街道|校|厅|委)(?!们)|设在局|(?<=^|[，。；、在由经以])局(?:综合科|综合股|党组)/g],
  [/厅$/, /我(?:局|镇|乡|街道|校|委)(?!们)/g],
  [/[县区市]人民政府$/, /我(?:局|镇|乡|街道|校|委|厅|院)(?!们)/g],
]
/** A sentence that quotes others, or speaks of their work. */
const notSelf = /“[^”]*我[^”]*”|《[^》]*我[^》]*》/

/** D02: words of another agency's business or rank left in the text. */
export const otherOrgan: Check = {
  rules: [business, self],
  run({ report }) {
    const name = agencyName(report)
    if (name === null) return []
    const kind = agencyKind(name)
    const findings: Finding[] = []
    if (!kind.government && !kind.township && !/政府办|办公室|政务服务|行政审批|大数据|管委会/.test(name))
      for (const [words, allowed, of] of domains) {
        if (allowed.test(name)) continue
        const found = passages(report, words).filter((one) => {
          const named =
            /(民政|卫健|卫生健康|住建|税务|人社|自然资源|交通运输|公安|司法|审计|统计|应急管理|市场监管|生态环境)部门/.exec(
              one.text,
            )?.[1]
          return named === undefined || !sharesBusiness(named, name)
        })
        const first = found[0]
        if (first === undefined) continue
        findings.push(
          raise(business, {
            what: `${placeWords(first.at)}写到“${first.text}”，这是${of}的业务，不像${name}的`,
            verdict: 'doubtful',
            expected: name,
            found: first.text,
            quote: first.sentence,
            at: found.map((one) => one.at),
          }),
        )
      }
    const words = selves.find(([ending]) => ending.test(name))?.[1]
    // The management committee of a zone calls itself in many ways.
    if (words === undefined || /管理委员会|管委会/.test(name)) return findings
    const found = [...passages(report, words), ...passages(report, otherLevel(name))]
      .filter((one) => !notSelf.test(one.sentence))
      .toSorted((a, b) => (a.at.line ?? 0) - (b.at.line ?? 0))
    const first = found[0]
    if (first === undefined) return findings
    findings.push(
      raise(self, {
        what: `${placeWords(first.at)}${first.text.startsWith('我') ? '自称' : '写的是'}“${first.text}”，而报告机关是${name}${found.length > 1 ? `，共${found.length}处` : ''}`,
        verdict: 'doubtful',
        found: first.text,
        quote: first.sentence,
        at: found.map((one) => one.at),
      }),
    )
    return findings
  },
}

/** What an agency of this place would not call its place (D05): 我市 in a county of no named city, 我县 in a district. */
function otherLevel(name: string): RegExp {
  const place = /[县旗]/.test(name) ? '县' : /(?<!开发|高新|自治|保税|园|新|景)区/.test(name) ? '区' : '市'
  const words = {
    县: ['市(?!场|民|直|域|级)', '区(?!域|间|块|分|划)'],
    区: ['县(?!级|城)'],
    市: ['县(?!级|城)'],
  }[place]
  const named = /市|州|盟/.test(name) || place === '区' || /^(?:中国|国家|中华)/.test(name)
  const kept = named ? words.filter((word) => !word.startsWith('市')) : words
  return kept.length === 0 || !/[省市县区旗]/.test(name)
    ? /$^/g
    : new RegExp(`(?<![^，。；、：（]{0,1}“)我(?:${kept.join('|')})`, 'g')
}

function sharesBusiness(named: string, name: string): boolean {
  const full: Readonly<Record<string, RegExp>> = {
    卫健: /卫生|医疗/,
    卫生健康: /卫生|医疗/,
    住建: /住房|建设|城乡|城市/,
    人社: /人力|社会保障|医保/,
    市场监管: /市场|监督|药/,
    生态环境: /环境|环保/,
  }
  return (full[named] ?? new RegExp(named)).test(name)
}
