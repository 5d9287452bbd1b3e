import { foldLines, sourceSpan } from '../fold.ts'
import { overlap, type Span } from '../spans.ts'
import { before, columnHead } from '../surroundings.ts'

const number = '(?:\\d{1,4}|[一二三四五六七八九十百]{1,4}|[A-Z]\\d{0,2})'
/** Down to the flat: 3幢2单元501室, 12号楼301室, 108弄6号302室, 17-2-301. */
const flat = `${number}[ ]?(?:号楼|幢|栋|座|号|弄|排)[ ]?(?:${number}(?:号楼|幢|栋|座|号|梯)[ ]?)?(?:(?:\\d{1,2}|[一二三四五六七八九十东中西甲乙丙])单元[ ]?\\d{3,4}(?:室|号|户)?|\\d{2,4}(?:室|户|号房|房)|(?<=幢|栋|号楼|座)\\d{3,4}(?![\\d米平号户套人间㎡元年])|\\d门\\d{3,4}(?:室|号)?|(?:[一二三四五六七八九十\\d]{1,2})(?:楼|层)(?:[东西南北中左右]户|\\d{2,4}室))`
const hyphened = '\\d{1,4}-\\d{1,2}-\\d{3,4}(?:室|号|户)?'
/** Down to the house: 3组15号, 东门弄27号. */
const house = '\\d{1,4}号(?:之[一二三四五六\\d])?(?:附\\d{1,3}号)?(?![楼线院店馆段文令])'
const run = '[\\p{Script=Han}\\dA-Za-z()#\\-]'
const cue =
  /(?:(?:家庭|现|居住|户籍|常住|实际居住|户口所在)(?:住址|地址|地|住地)|住址|家庭住所|收货地址|户籍所在地|住房|承租房屋|房屋(?:地址|坐落)?|家住|现住|现居住?|住在|居住[在于]|租住[在于]?|常住|暂住|户籍[在地]?|(?<![居入暂常现家租承医免食])住(?=[^房院宅所建户宿址]))[ ]?[:：为在于是]?[ \t"]*$/
/** Who lives behind these names of places. */
const estate =
  '(?:小区|花园|花苑|佳苑|嘉苑|名苑|公寓|家园|新村|佳园|嘉园|名邸|公馆|雅居|华庭|新苑|雅苑|苑|一期|二期|三期|四期|[东西南北]区|家属院|宿舍|安置房|公租房|廉租房|社区|名都|山庄|别墅|新城|华府|御府|豪庭|名庭|里弄|胡同|巷|弄|里)'
const notAHome =
  /注册|公司|经营|办公|店|服务站|服务中心|物业|居委会?|卫生|活动[室地]|会议|集合|培训|门诊|企业|事务所|递交|领取|投标|施工|工程|开标|单位地址/

/** Addresses down to the door of a private home. Offices, firms, building sites and masked addresses are nothing. */
export function findHomeAddresses(source: string): Span[] {
  const folded = foldLines(source)
  const { text } = folded
  const found: Span[] = []
  const add = (start: number, end: number): void => {
    if (!found.some((one) => overlap(one, { start, end }))) found.push({ start, end })
  }
  for (const match of text.matchAll(announced)) {
    const written = match[0]
    const head = before(text, match.index, 16)
    const inner = innerCue.exec(written)
    const isOfHome = cue.test(head) || /住址|家庭地址|户籍地/.test(columnHead(text, match.index))
    const start = match.index + (isOfHome ? 0 : (inner?.[0].length ?? 0))
    if (!isOfHome && inner === null) continue
    const door = lastDoor(text.slice(start, match.index + written.length))
    if (door !== null && !(notAHome.test(written) && !/小区|花园|公寓|家园|新村|宿舍/.test(written)))
      add(start, start + door)
  }
  for (const match of text.matchAll(atHome)) {
    const head = before(text, match.index, 20)
    if (notAHome.test(head + match[0]) || /[×*]/.test(head.slice(-1))) continue
    const lead =
      /^.*(?:家住|现住|住在|居住[在于]|租住[在于]?|位于|坐落[于在]?|拥有|名下|对|在|将)/.exec(
        match[0],
      )?.[0] ?? ''
    add(match.index + lead.length, match.index + match[0].length)
  }
  return found.sort((a, b) => a.start - b.start).map((one) => sourceSpan(folded, one.start, one.end))
}

const announced = new RegExp(`(?<!${run})${run}{4,70}|(?<=住|[:： ])${run}{4,70}`, 'gu')
const innerCue =
  /^.{0,40}?(?:家住|现住址?|现居住?[在于]?|住在|居住[在于]|租住[在于]?|常住|暂住|住址(?:为|是)?|户籍[在地](?:为|是)?|(?<=[族生岁女男])住|^住(?=\p{Script=Han}{1,12}[省市县区镇乡村路街]))(?=\p{Script=Han})/u
const atHome = new RegExp(`${run}{0,40}?${estate}[ ]?(?:${flat}|${hyphened})`, 'gu')
const doors = new RegExp(`${flat}|${hyphened}|${house}`, 'gu')

/** How far an address reaches down to its last door; null when it names none. */
function lastDoor(address: string): number | null {
  let end: number | null = null
  for (const match of address.matchAll(doors)) end = match.index + match[0].length
  return end
}
