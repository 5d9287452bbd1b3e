import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { type Passage, passages } from './passages.ts'
import { placeWords } from './told.ts'
import { agencyKind, agencyName } from './words.ts'

const rule: Rule = {
  code: 'identity.otherSubject',
  severity: 'warning',
  title: '写的是别的机关在做信息公开',
  basis: '《政府信息公开条例》第六条、第四十九条：各机关报告本机关的工作（D01、D02）',
  applies:
    '部门报告里，开头写由别的局编制、与别的局联系，或说别的局高度重视、认真做好信息公开；政府、乡镇、办公室和上下级系统的不说。',
  remedy: '可能是照抄其他机关的报告留下的，请改为本机关的名称。',
}
const name =
  '(?:(?:\\p{Script=Han}{1,4}?[市州])?\\p{Script=Han}{0,4}?[市县区州])?(\\p{Script=Han}{2,10}?(?<!当|布|格|结|大)局)'
/** 「如有疑问，请与县水利局办公室联系」「由县水利局编制」 */
const inPreface = new RegExp(
  `(?:由|请与|请联系|联系单位[：:])${name}(?:办公室|综合科|负责)?(?=编制|联系|[（(，。；])`,
  'gu',
)
/** 「县水利局高度重视政府信息公开工作」 */
const subject = new RegExp(
  `(?<=^|[。；\\n]|20\\d\\d年(?:度|以来)?[，,])${name}(?=高度重视|认真贯彻|认真落实|严格按照|切实加强|不断加强|深入贯彻|全面贯彻|积极推进|扎实推进|紧紧围绕)`,
  'gu',
)

/** 「会同区水利局认真落实」: the other bureau is not the subject. */
const withOthers =
  /会同|联合|协同|配合|邀请|指导|督促|转发|参加|通过|依托|按照|根据|各[县区市]|^[。；\s]*(?:与|和|同|经|向|对|请|在|为|将|如|及|并)/

/** D01, D02: another bureau stands where this one should: as maker of the report, as contact, or as the one who works. */
export const otherSubject: Check = {
  rules: [rule],
  run({ report }) {
    const own = agencyName(report)
    if (own === null || !own.endsWith('局') || agencyKind(own).government) return []
    const found: Passage[] = [
      ...passages(report, inPreface).filter((one) => one.section === 0),
      ...passages(report, subject).filter(
        (one) => one.section >= 1 && /公开/.test(one.sentence) && !withOthers.test(one.text),
      ),
    ].filter((one) => isOther(one.groups[0] ?? '', own))
    const first = found[0]
    if (first === undefined) return []
    return [
      raise(rule, {
        what: `${placeWords(first.at)}写的是“${first.groups[0]}”，而这是${own}的报告${found.length > 1 ? `，共${found.length}处` : ''}`,
        verdict: 'doubtful',
        expected: own,
        found: first.groups[0] ?? '',
        quote: first.sentence,
        at: found.map((one) => one.at),
      }),
    ]
  },
}

/** Whether a bureau is another one: neither the name nor a shortening of it nor a part of the same system. */
function isOther(named: string, own: string): boolean {
  const business = named.replace(/^.*[市县区州省]/u, '')
  if (/^[我本全该各两]|分局|总局|政务|公开|数据|审批|政府/.test(business) || business.length < 3) return false
  // More than one character of the business in common: 应急局 for 应急管理局, 教体局 for 教育和体育局.
  const plain = own.replace(/^.*[市县区州省](?=.{3})/u, '')
  const shared = [...new Set(business.replace(/局$/, ''))].filter((sign) => plain.includes(sign)).length
  return shared === 0
}
