import type { NarrativeFact, Scope } from '../../../law/report-form/model.ts'
import type { Clause, Sentence, Topic } from './sentences.ts'
import { topicOf } from './sentences.ts'

/** What a family of facts is handed: the sentences in order and the year the report is about. */
export interface Told {
  readonly sentences: readonly Sentence[]
  readonly year: number | null
}

/** Builds a fact with its quotation, place, scope and year. Null when the words speak of part of a year or of several years. */
export function fact(
  told: Told,
  sentence: Sentence,
  id: string,
  value: number | string,
  span: { readonly start: number; readonly end: number },
  more: Partial<NarrativeFact> = {},
): NarrativeFact | null {
  const time = timeOf(told, sentence, span.start)
  if (time === 'part' || time === 'several' || time === 'future') return null
  const [start, end] = widen(sentence, span)
  const scope = scopeOf(sentence, span.start)
  return {
    fact: id,
    value,
    approximate: false,
    ...(scope === null ? {} : { scope }),
    quote: sentence.quote(start, end),
    at: sentence.at(start, end),
    ...(typeof time === 'number' && time !== told.year ? { year: time } : {}),
    ...more,
  }
}

/** The sentence when it is short, else its clauses around the span. */
function widen(sentence: Sentence, span: { start: number; end: number }): [number, number] {
  if (sentence.text.length <= 90) return [0, sentence.text.length]
  const first = sentence.clauses.findIndex((clause) => clause.end > span.start)
  const last = sentence.clauses.findIndex((clause) => clause.end >= span.end)
  const start = sentence.clauses[Math.max(0, first - 1)]?.start ?? 0
  const end = sentence.clauses[last < 0 ? sentence.clauses.length - 1 : last]?.end ?? sentence.text.length
  return [start, Math.max(end, span.end)]
}

const compared = /(?:较|比|与|同|相比于?|对比|高于|低于|多于|少于)$/

/** The year a place in a sentence speaks of: a number, or 'part' (some months), 'several' (since …), 'future', or null (not said). */
export function timeOf(
  told: Told,
  sentence: Sentence,
  at: number,
): number | 'part' | 'several' | 'future' | null {
  const before = sentence.text.slice(0, at)
  const clause = clauseAt(sentence, at)
  const near = sentence.text.slice(clause?.start ?? 0, at)
  if (
    /上半年|下半年|季度|[1-9]月份|\d{1,2}(?:-|至|~)\d{1,2}月|(?:^|[^\d])\d{1,2}月(?![\d底末])(?!份?\d)/.test(
      near,
    ) &&
    !/1月1日|1月至12月|1-12月/.test(near)
  )
    return 'part'
  if (
    /自?\d{4}年(?:\d+月)?(?:以来|至今|起至今)|近[两二三四五几]年|历年|[两二三四五]年来|\d{4}(?:年)?(?:-|至|~)\d{4}年|自.{0,14}以来|(?:十[三四五]五"?(?:规划)?|改革|成立|组建|大)以来/.test(
      before,
    ) &&
    !/新修订/.test(before)
  )
    return /20\d{2}年以来/.test(before) && new RegExp(`${told.year ?? '0000'}年以来`).test(before)
      ? told.year
      : 'several'
  let year: number | null = null
  let from = -1
  for (const match of before.matchAll(
    /(?<!\d)(20\d{2})(?:年度?)(?!的?结转|转入|未办结)|(?<!结转)(?:上一?年|去年)(?!度?的?结转|度?.{0,4}转入|度?未办结)度?|本年度?|今年|全年/g,
  )) {
    if (
      compared.test(before.slice(0, match.index)) ||
      /^(?:同期|相比|比)/.test(before.slice(match.index + match[0].length))
    )
      continue
    if (/《[^》]*$/.test(before.slice(0, match.index))) continue
    // 「收到31件（2021年34件）；办结30件」: a year in brackets is closed with them.
    const opened = before.lastIndexOf('(', match.index)
    if (opened >= 0 && !before.slice(opened, match.index).includes(')') && before.includes(')', match.index))
      continue
    // 「结转至2024年」 is carried out of this year.
    if (/(?:转(?:结|入)?(?:至|到|入|为|于)|结转)$/.test(before.slice(0, match.index))) continue
    from = match.index
    if (match[1] !== undefined) year = Number(match[1])
    else if (/^(?:上|去)/.test(match[0])) year = told.year === null ? null : told.year - 1
    else if (match[0] !== '全年') year = told.year
  }
  if (from < 0 || year === null) return null
  return told.year !== null && year > told.year ? 'future' : year
}

/** Whether the words speak of this agency or of the whole place with everything under it. */
export function scopeOf(sentence: Sentence, at: number): Scope {
  const before = sentence.text.slice(0, at)
  let scope: Scope = null
  let last = -1
  for (const match of before.matchAll(
    /全[省市县区州镇乡旗盟](?!政务公开工作要点)(?:各级|各部门|各单位|共|累计|行政机关|政府系统|范围)?|(?:全[省市县区州]|区|县|市)?各(?:级|部门|单位|镇|乡|街道|股室|地|县区|区县|县市|市州|区|县)[^,]{0,6}(?:共|累计|合计)|本(?:机关|单位|局|委|部门|级|行政机关)(?!不掌握|不存在|职责|无此)|我(?:局|委|办|单位|镇|乡|街道|中心|厅|院)|我[省市县区州旗](?=[^级直属局委办厅府]{0,2}(?:收到|受理|新收|办理|接到|接收|公开|发布))|全系统|局机关|[省市县区州]本级|(?<=^|[,;。:])其?中?[省市县区州]政府(?:\(含[^)]*\)|办公[室厅]|本级|(?:及|和)其?办公[室厅])*(?=(?:本级)?(?:直接|共|累计)*(?:制定|制发|印发|出台|收到|受理|新收|办理|接到|接收))/g,
  )) {
    if (/(?:面向|在|向|对|为)$/.test(before.slice(0, match.index)) && match[0].startsWith('全')) continue
    last = match.index
    scope = /^(?:本|我(?![省市县区州旗])|局|其?中?[省市县区州]政府)|本级/.test(match[0]) ? 'own' : 'region'
  }
  return last < 0 ? null : scope
}

export function clauseAt(sentence: Sentence, at: number): Clause | undefined {
  return sentence.clauses.find((clause) => at >= clause.start && at < clause.end)
}

/** The topic in force at a clause: its own words, else those of an earlier clause of the sentence, else the heading. */
export function topicAt(sentence: Sentence, clause: number): Topic | null {
  for (let index = clause; index >= 0; index -= 1) {
    const words = sentence.clauses[index]?.text ?? ''
    const own = topicOf(words)
    if (own !== null) return own
    if (
      otherMatters.test(words.replace(/商业企业|企业申请|(?:来自|提交自)(?:\p{Script=Han}{0,3})企业/gu, ''))
    )
      return 'other'
  }
  return sentence.heading
}

/** Things that are counted in reports and are no requests for information. */
export const otherMatters =
  /信访|来信|来访|热线|12345|12350|举报|投诉|咨询|来电|工单|留言|信箱|培训|会议|活动|检查|执法|宣传|粉丝|关注|阅读|栏目|专栏|许可|审批|处罚|强制|隐患|事故|案件|企业|项目|资金|补助|稿件|视频|证明|证照|热点|舆情|网民|督办|批示|公文|合同/

/** The words of a negation: nothing received, nothing happened. */
export const negation =
  /(?:尚|暂|均|也|还|并|从)?(?:未曾?(?:收到|接到|受理|办理|发生|产生|出现|涉及|有|接收|收取|承办|收)|没有?(?:收到|接到|受理|发生|产生|出现|收取|承办)?|未被(?=申请|提起|复议|诉讼|起诉|行政)|无(?!法|偿|障碍|正当|论|关|线|效|形|需|条件|误|差错|违|公害|烟|人机|处|锡|为|极|棣|极县)|不存在|零(?=申请|收费|复议|诉讼|投诉|受理|发生|结转))/g

/** A label of a statutory table that a reader left among the paragraphs: it tells nothing. */
export function isTableLabel(sentence: Sentence): boolean {
  return tableLabel.test(sentence.text)
}

const tableLabel =
  /^(?:[一二三四][、.])?(?:本年新收政府信息公开申请数量|上年结转政府信息公开申请数量|本年度办理结果|结转下年度继续办理)[\d\s]*$|申请人(?:无正当理由)?逾期(?:不补正|未按收费通知)|区分处理的,?只计这一情形|勾稽关系|本年(?:制发|废止|处理决定|收费金额)|^(?:\([一二三四五六七]\))?(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|总计)[\d\s]*$|^\([一二三四五六七]\)(?:不予公开|无法提供|不予处理|其他处理)1[.、]|^\d[.、](?:属于|危及|保护|本机关不掌握|没有现成|补正后|信访举报|重复申请|要求|无正当|其他法律)/
