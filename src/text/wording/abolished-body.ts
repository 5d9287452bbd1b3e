import { foldLines, sourceSpan } from '../fold.ts'
import { overlap, type Span } from '../spans.ts'
import { after, before, isQuoted, lineAround, sentenceAround } from '../surroundings.ts'
import { abolishedBodies, type AbolishedBody } from './abolished-bodies.ts'
import { latestYear, yearAt } from './years-around.ts'

export interface ActingBody extends Span {
  readonly body: AbolishedBody
}

const listed = abolishedBodies.map((body) => ({ body, pattern: new RegExp(body.names, 'gu') }))
/** The sentence tells of the reform, or of somebody's past. */
const ofThePast =
  /合并|整合|撤销|不再保留|组建|划入|划转|划归|更名|改组|重组|前身|并入|机构改革|历任|曾任|现为|改称|改为|退休|离休|旧址|宿舍|家属院|时任|当年|年代|挂牌成立|变更为|下岗/
const acts =
  /负责|牵头|主办|承办|协办|征收|收取|约谈|慰问|走访|发放|拨付|处理|解决|组织|开展|会同|联合|发布|印发|制定|制订|下发|受理|审批|审核|审查|办理|批准|核发|颁发|登记|备案|检查|执法|立案|查处|处罚|责令|监督|监管|管理|举办|召开|举行|通报|公布|公示|公告|答复|解释|实施|推进|落实|配合|承担|主管|检测|抽检|验收|申报|申请|提出|提交|许可|备查|抄送|备|等部门|等单位|各司其职|调查|指导|协调|参加|出台|启动|约谈|收到|认定|鉴定|起草|拟定|提醒|要求|报送|报告|领取|咨询|投诉|举报|缴纳|出具|建立|完成|派出|接到|强化|加强|加大|积极|认真|依法|将|应当|应|要/
const addressed =
  /(?:由|向|到|经|请|报|报请|报送|送|与|会同|联合|提交|配合|通知|致电|咨询|责成|要求|商|牵头(?:单位|部门)|责任(?:单位|部门)|配合(?:单位|部门)|成员单位|主管(?:单位|部门)|联系单位|主办单位|承办单位|发布机构|抄送|主送)[:： ]{0,2}[^。；，]{0,24}$/

/** Abolished bodies that still act. 原…, titles, document numbers and what they did in their own years are nothing. */
export function findAbolishedBodies(source: string): ActingBody[] {
  const folded = foldLines(source)
  const { text } = folded
  const latest = latestYear(text)
  const found: ActingBody[] = []
  for (const { body, pattern } of listed)
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (isQuoted(text, span) || found.some((one) => overlap(one, span))) continue
      if (isFormer(text, span) || !isActing(text, span)) continue
      const year = yearOfSignature(text, span) ?? yearAt(text, span.start, latest)
      if (year !== null && year <= body.lastYear) continue
      found.push({ ...span, body })
    }
  return found
    .sort((a, b) => a.start - b.start)
    .map((one) => ({ ...sourceSpan(folded, one.start, one.end), body: one.body }))
}

function isFormer(text: string, { start, end }: Span): boolean {
  const head = before(text, start, 16)
  if (/原(?![则因料有告本])[^，、；]{0,14}$|[老旧前]$|时任[^，、；]{0,12}$/.test(head)) return true
  if (ofThePast.test(sentenceAround(text, { start, end }))) return true
  return /^(?:令|公告|文件)?[ ]?(?:第?[ ]?\d+号|\[)|^(?:旧|老|原)|^(?:大楼|办公楼|大院|家属|宿舍|小区|对面|旁|门口|路口|站)/.test(
    text.slice(end, end + 10),
  )
}

function isActing(text: string, { start, end }: Span): boolean {
  if (isSignature(text, { start, end })) return true
  const tail = after(text, end, 40)
  return acts.test(tail) || addressed.test(before(text, start, 40))
}

/** A line that is nothing but the name, as under a letter. */
function isSignature(text: string, { start, end }: Span): boolean {
  const { line, start: from } = lineAround(text, start)
  return (
    /^[ ]*\p{Script=Han}{0,12}$/u.test(line.slice(0, start - from)) && /^[ ]*$/.test(line.slice(end - from))
  )
}

function yearOfSignature(text: string, span: Span): number | null {
  if (!isSignature(text, span)) return null
  const next = lineAround(
    text,
    Math.min(text.length, lineAround(text, span.start).start + lineAround(text, span.start).line.length + 1),
  ).line
  const told = /((?:19|20)\d\d)[ ]?年/.exec(next)
  return told === null ? null : Number(told[1])
}
