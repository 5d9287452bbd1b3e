import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { type Passage, passages } from './passages.ts'
import { placeWords } from './told.ts'
import { agencyName } from './words.ts'

const rule: Rule = {
  code: 'identity.otherPlace',
  severity: 'warning',
  title: '写的是别的地方',
  basis: '《政府信息公开条例》第六条：公布的信息应当准确（D05）',
  applies:
    '县区机关的报告里，句子的主语是另一个县区的同名机关，或把信息发布在另一个县区的政府网站；学习考察、引文不算。',
  remedy: '可能是照抄其他地方的报告留下的，请改为本地的名称。',
}
const elsewhere = /学习|考察|借鉴|交流|跨区域|联合|协作|帮扶|对口|邻|移送|转|告知|划入|并入/

/** D05: names of another county or district left in the text. */
export const otherPlace: Check = {
  rules: [rule],
  run({ report }) {
    const name = agencyName(report)
    const own = name === null ? null : placeOf(name)
    if (name === null || own === null) return []
    const kind = name.slice(name.indexOf(own) + own.length)
    const subject = new RegExp(
      `(?<=^|[。；;\\n]|情况[：:。]?|20\\d\\d年[，,]?)((?:\\p{Script=Han}{2,3}市)?\\p{Script=Han}{1,4}[县区旗])${kind}(?=认真|坚持|高度|积极|严格|深入|切实|共|主动|全年|紧紧|围绕|不断|按照|始终|未|在|将)`,
      'gu',
    )
    const site =
      /(?:在|通过|登录|依托|利用)((?:\p{Script=Han}{2,3}市)?\p{Script=Han}{1,4}[县区旗])(?:人民)?政府(?:门户)?网/gu
    const found: Passage[] = []
    for (const one of [...(kind.length >= 3 ? passages(report, subject) : []), ...passages(report, site)]) {
      const place = one.groups[0] ?? ''
      const last = placeOf(place) ?? place
      if (/^[全各我本该市县区]|各|两|新区|开发|高新/.test(last) || name.includes(last) || last.includes(own))
        continue
      if (!elsewhere.test(one.sentence)) found.push(one)
    }
    const first = found[0]
    if (first === undefined) return []
    return [
      raise(rule, {
        what: `${placeWords(first.at)}写的是“${first.groups[0]}”，而这是${name}的报告${found.length > 1 ? `，共${found.length}处` : ''}`,
        verdict: 'doubtful',
        expected: own,
        found: first.groups[0] ?? '',
        quote: first.sentence,
        at: found.map((one) => one.at),
      }),
    ]
  },
}

/** The county or district of a name: 临浦区 of 云汀市临浦区教育局; null for cities, towns and zones. */
function placeOf(name: string): string | null {
  const match =
    /^(?:.*?(?:省|自治区))?(?:\p{Script=Han}{2,4}?(?:市|州|盟))?(\p{Script=Han}{1,4}?[县旗区])/u.exec(name)
  const place = match?.[1] ?? null
  return place === null || /开发|高新|园区|景区|新区|示范|保税|自治/.test(name) ? null : place
}
