import type { Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { passages } from './passages.ts'
import { placeWords } from './told.ts'

const phrase: Rule = {
  code: 'wording.fixedPhrase',
  severity: 'error',
  title: '固定政治表述写错',
  basis: '《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）：严重表述错误（E06）',
  applies: '只认固定表述缺字、错字的写法；领导人姓名、职务与排序不猜。',
  remedy: '这类错误在网站检查中单项否决，请立即改正。',
}
const sensitive: Rule = {
  code: 'wording.sensitive',
  severity: 'warning',
  title: '用词不当',
  basis: '《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）；《残疾人保障法》第三条（E08）',
  applies: '只认几种确定的错误：把港澳台称为国家，用“残废人”等歧视性称呼；引文和书名里的不算。',
  remedy: '请改用规范称呼。',
}
const wrong: readonly (readonly [RegExp, string, Rule])[] = [
  [/(?:二|俩)个[“"”]?(?:维护|确立)/g, '“两个维护”“两个确立”', phrase],
  [/增强[“"]?四个(?:认识|意志|意思)|坚定[“"]?四个(?:信心|自心|自身)/g, '“四个意识”“四个自信”', phrase],
  [/中华人名共和国|中国人民共和国|中华民人共和国|中华人民共合国|中华人民共各国/g, '中华人民共和国', phrase],
  [/习进平|习近评|刁近平|习近乎|习近平总书(?:己|纪|籍)/g, '习近平总书记', phrase],
  [/特色社会主主义|特色社会会主义|特设社会主义|特色社会注义/g, '中国特色社会主义', phrase],
  [/党的二大十|二十大大精神|党的十九九大/g, '党的二十大', phrase],
  [/不忘初心[、，]?(?:劳记|牢计|牢纪)使命/g, '不忘初心、牢记使命', phrase],
  [/国务员办公厅|国物院/g, '国务院', phrase],
  [/残废人(?!士?证)|弱智儿童|盲流人员/g, '残疾人等规范称呼', sensitive],
  [
    /(?:香港|澳门|台湾)(?:[、和](?:香港|澳门|台湾))*等国家(?!级)|港澳台等国家(?!级)/g,
    '香港、澳门、台湾等地区',
    sensitive,
  ],
]
const thought = /习近平新时代(\p{Script=Han}{0,16}?)思想/gu
const rightThought = /^中国特色社会主义(?:经济|外交|生态文明|法治|文化|强军)?$/

/** E06, E08: set phrases with a character missing or wrong, and words that must not be used. */
export const fixedPhrases: Check = {
  rules: [phrase, sensitive],
  run({ report }) {
    const findings: Finding[] = []
    const add = (rule: Rule, found: ReturnType<typeof passages>, right: string) => {
      const outside = found.filter((one) => !/《[^》]*$/.test(one.sentence.split(one.text)[0] ?? ''))
      const first = outside[0]
      if (first === undefined) return
      findings.push(
        raise(rule, {
          what: `${placeWords(first.at)}写作“${first.text}”，应为${right}${outside.length > 1 ? `，共${outside.length}处` : ''}`,
          expected: right,
          found: first.text,
          quote: first.sentence,
          at: outside.map((one) => one.at),
        }),
      )
    }
    add(
      phrase,
      passages(report, thought).filter((one) => !rightThought.test(one.groups[0] ?? '')),
      '“习近平新时代中国特色社会主义思想”',
    )
    for (const [pattern, right, rule] of wrong) add(rule, passages(report, pattern), right)
    return findings
  },
}
