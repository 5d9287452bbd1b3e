import type { NarrativeFact } from '../../../law/report-form/model.ts'
import type { Told } from './facts.ts'
import { fact, isTableLabel, otherMatters, topicAt } from './facts.ts'
import { negatedRequests, requestThing } from './negated-requests.ts'
import type { Quantity, Sentence } from './sentences.ts'

const requestWord = /申请(?!行政复议|复议|人|公开目录|强制|许可|救助|执行|补助|登记)/
const countedAs = /^(?:|件|件次|条|份|宗|个|起|例|次|项|条次|人次|则|封)$/
const channels =
  /(网站|来函|网络|网上|线上|在线|互联网|平台|信函|邮寄|邮政|邮件|邮箱|信件|传真|当面|现场|窗口|书面|纸质|快递|ems|EMS|口头|微信)/

/**
 * Requests received, carried in, handled, carried out, and received by kind of applicant (table three).
 * A number needs the request itself beside it, or a heading or earlier clause that speaks of requests; numbers of letters,
 * calls, proposals, licences and the like are left alone.
 */
export function requestFacts(told: Told): NarrativeFact[] {
  const facts: NarrativeFact[] = []
  for (const sentence of told.sentences) {
    if (sentence.section === 0 || isTableLabel(sentence)) continue
    if (sentence.section === 5 || sentence.section === 2 || sentence.section === 4) continue
    for (const quantity of sentence.quantities) {
      const before = toldOfLastYear(told, sentence, quantity, facts)
      if (before !== null) facts.push(before)
      const id = before === null ? requestFactOf(sentence, quantity, told.year) : null
      if (id === null) continue
      const verb = /(?:受理|办理|处理|收到|新收|接收|接到|办结|答复|登记)(?=[^理收结复]*$)/.exec(
        quantity.lead,
      )?.[0]
      const made = fact(told, sentence, id, quantity.value, quantity, {
        approximate: quantity.approximate,
        ...(verb === undefined ? {} : { verb }),
      })
      if (made) facts.push(made)
    }
    facts.push(...negatedRequests(told, sentence))
  }
  return oneTotal(facts)
}

/** 「收到65件，较2023年新收的52件增长25%」: the number put beside this year's own is the earlier year's. */
function toldOfLastYear(
  told: Told,
  sentence: Sentence,
  quantity: Quantity,
  facts: readonly NarrativeFact[],
): NarrativeFact | null {
  if (told.year === null || !/^(?:件|宗|份|条|起)$/.test(quantity.unit)) return null
  const named =
    /(?:(?:较|比|与|同|相比于?)(上一?年度?|去年|前年|20\d{2}年度?)(?:同期)?(?:新?收到?|受理|接收|接到|办理|办结|答复)?(?:申请)?的?(?:数量)?(?:为)?|(上一?年度?|去年)同期(?:为|是|的)?)$/.exec(
      quantity.lead,
    )
  const own = facts.findLast((one) => one.at.line === sentence.at(0, 1).line && one.year === undefined)
  if (named === null || own === undefined || !/^requests(?:Received|Handled)$/.test(own.fact)) return null
  const words = named[1] ?? named[2] ?? ''
  const year = /\d{4}/.exec(words)?.[0]
  return fact(told, sentence, own.fact, quantity.value, quantity, {
    approximate: quantity.approximate,
    year: year === undefined ? told.year - (words.startsWith('前') ? 2 : 1) : Number(year),
  })
}

/** Which fact a number in a sentence tells, or null. Shared with the outcomes: what is a request's outcome is no receipt. */
function requestFactOf(sentence: Sentence, quantity: Quantity, year: number | null): string | null {
  const clause = sentence.clauses[quantity.clause]
  if (clause === undefined || clause.planned || quantity.percent || !countedAs.test(quantity.unit))
    return null
  const { lead, tail } = quantity
  // 「5个环节」, 「3项制度」 count other things.
  if (
    /^(?:个|项|条|次|)$/.test(quantity.unit) &&
    /^\p{Script=Han}/u.test(tail) &&
    !/^(?:政府信息|信息公开|申请|依申请|均|已|全部|其中|并|中)/.test(tail)
  )
    return null
  if (/^(?:共计?|合计|总计)$/.test(lead) && sumOfParts(sentence, quantity)) return 'requestsReceived'
  if (
    wholeFinished.test(lead + '□' + tail) &&
    topicAt(sentence, quantity.clause) === 'requests' &&
    !/建议|提案|复议|诉讼|其中/.test(sentence.text.slice(0, quantity.start))
  )
    return 'requestsHandled'
  const into = /结转(?:至|到|入|于)?(20\d{2})年?(?:度)?(?:继续)?(?:办理|答复)?$/.exec(lead)?.[1]
  if (
    into !== undefined &&
    year !== null &&
    Number(into) > year &&
    topicAt(sentence, quantity.clause) === 'requests'
  )
    return 'requestsCarriedOut'
  if (!isAboutRequests(sentence, quantity)) return null
  // 「应办理134件」 is what lay on the desk, not what was finished.
  if (/(?:应|需|待)(?:予)?(?:办理|处理|答复|办结)[^,]{0,6}$/.test(lead)) return null
  if (/比|较|同比|增|减|占|率/.test(lead.replaceAll('新增', '新').slice(-8)) || /^(?:上升|下降)/.test(tail))
    return null
  if (
    /率|受理点|窗口$|场所|查阅|指南|目录|栏目|渠道(?:有|为)?$|平台\d|制度|流程|涉及.{0,6}领域|超期|逾期未|延期|补正|(?<!结)转办|咨询|工作人员/.test(
      lead.slice(-10),
    )
  )
    return null
  if (
    /(?:上(?:一?年度?)?|去年度?|以前年度|往年|20\d{2}年度?)(?:的)?(?:结转|转入|转结|未办结|遗留)|结转(?:上|自|20\d{2}年(?:度)?(?!.{0,3}(?:继续|办理)))|承接上年/.test(
      lead,
    )
  ) {
    if (/结转(?:至|到|入|于)?20\d{2}/.test(lead)) return 'requestsCarriedOut'
    return 'requestsCarriedIn'
  }
  if (carriedAfter.test(tail))
    return /上(?:一)?年(?:度)?(?:结转|转入|转结)/.test(tail) ? 'requestsCarriedIn' : 'requestsCarriedOut'
  if (
    /(?:结转|转结|转入|顺延|转|延续)(?:至|到|入|于|为)?(?:下|次|明|后)(?:一)?(?:个)?年|(?:结转|转结|转入|转)(?:至|到|入)20\d{2}年?|跨年(?:度)?(?:办理|结转)/.test(
      lead,
    )
  ) {
    return 'requestsCarriedOut'
  }
  if (/结转/.test(lead)) {
    const earlier = sentence.text.slice(0, quantity.start)
    return /办结|答复|办理完/.test(earlier) && !/上/.test(lead) ? 'requestsCarriedOut' : null
  }
  if (outcomeWord.test(lead) || outcomeWord.test(tail.slice(0, 14))) return null
  const own =
    /(自然人|公民个人|个人|公民)(?:提出|提交)?(?:的)?(?:政府信息公开)?(?:申请)?(?:数量)?(?:的)?(?:有|为|共|:|"|计)*$/
  const legal =
    /(法人(?:和|或|、|及|与)?(?:者)?(?:其他)?(?:组织)?|其他组织|组织|企业|单位)(?:提出|提交)?(?:的)?(?:政府信息公开)?(?:申请)?(?:数量)?(?:的)?(?:有|为|共|:|"|计)*$/
  if (!/向我|向本|公民、法人/.test(lead)) {
    const anybody =
      /(?:收到|受理|接收|接到)(?:来自)?(?:社会)?(?:公民|群众)(?!个人)/.test(lead) &&
      !/其中[^。,]{0,6}(?:公民|个人|群众)|法人|组织|企业|自然人/.test(sentence.text)
    if (!anybody && (own.test(lead) || /^(?:为|是|由)?(?:自然人|公民个人)(?:提出|申请|提交)/.test(tail)))
      return 'receivedNatural'
    if (legal.test(lead) && !/商业企业|科研|社会公益|法律服务/.test(lead)) return 'receivedLegal'
    if (legal.test(lead)) return null
    if (/商业企业|科研机构|公益组织|法律服务机构/.test(lead)) return null
  }
  const handled =
    /(?:办结|答复|办复|回复|办理完[毕成结]|处理完[毕成结]|办理结果|审结|完成(?:答复|办理)|已办理|已处理)(?!率|期限|时限|时间|意见)[^,]{0,16}$/
  if (handled.test(lead) && !/(?:收到|受理|接收)[^,]{0,20}$/.test(lead.replace(handled, '')))
    return 'requestsHandled'
  if (
    /^[^,]{0,4}(?:均已|已全部|全部)?(?:办结|答复完毕)/.test(tail) &&
    !/(?:收到|受理|接收|接到|新收|办理)/.test(lead)
  )
    return null
  const channel = channels.exec(lead)
  const received = /(?:收到|受理|接收|接到|新收|收悉|收件|登记|收取|接受|新增|承办|共有|提交)/.test(lead)
  if (channel !== null && isPart(sentence, quantity)) {
    return `requestsReceived.${channelName(lead) ?? channel[1] ?? ''}`
  }
  // 「共收到86件，其中县政府办收到18件，乡镇收到17件」: shares of a total told before.
  const earlier = sentence.text.slice(0, quantity.start)
  const share =
    /(?:收到|受理|新收|接收|办理)[^。]*\d+件[^。]*其中/.test(earlier) &&
    !/我[局委办镇乡]|本(?:机关|单位|局|级)/.test(lead)
  // 「办理30件，其中上年结转2件，新收28件」: what is called new is never a share of a place's total, unless an office is named.
  if (/^[、和及]?(?:本年度?|今年)?新收(?:申请)?$/.test(lead)) return 'requestsReceived'
  if (received) return share || /其中/.test(lead) ? null : 'requestsReceived'
  if (/(?:办理|处理)(?!完|结果|时)[^,]{0,16}$/.test(lead)) {
    const finishes = sentence.quantities.some(
      (other) => other !== quantity && /(?:办结|答复|办复|回复)[^,]{0,8}$/.test(other.lead),
    )
    return share || finishes ? null : 'requestsHandled'
  }
  if (
    /^(?:政府)?(?:信息公开申请|依申请公开(?:政府信息)?(?:申请|件|事项)?)(?:$|[^\p{Script=Han}]|[均已全都并的])/u.test(
      tail,
    ) &&
    !/对|其中|就/.test(lead)
  )
    return 'requestsReceived'
  if (
    /(?:依?申请公开|公开申请|信息申请)(?:的)?(?:政府)?(?:信息)?(?:申请)?(?:件|事项|业务|办件|总)?(?:数量?|总数|总量|量)?(?:政府信息)?(?:共计?|总计|合计|有|为|是|:|"|计|累计)*$/.test(
      lead,
    ) &&
    !/其中/.test(lead)
  )
    return 'requestsReceived'
  if (/(?:^|:)(?:本年度?|全年|年度|今年)?申请(?:总)?(?:数量?|总量|件数)(?:共|为|是|:|"|计)*$/.test(lead))
    return 'requestsReceived'
  return null
}

/** 「21件申请已全部办结」「5件均在法定期限内答复」: all of them, not a share named before the number. */
const wholeFinished =
  /^(?:以?上述?|该|这)?□(?:依申请公开)?(?:政府信息公开)?(?:申请)?(?:已|均|全部|都)*(?:均|全部|都)(?:已|按时|按期|依法|按规定|按照规定|在.{0,10}(?:期限|时限)内|严格|及时)*(?:办结|答复|办理完毕|回复)(?!率)/

/** 「1件结转至2025年办理」「1件为上年结转」: what became of it is told after the number. */
const carriedAfter =
  /^(?:申请)?(?:因.{0,12})?(?:已|将|按规定|依规|均|系|为|是|属)*(?:(?:结转|转结|转入|顺延)(?:至|到|入|于)?(?:下|次|明|20\d{2})|上(?:一)?年(?:度)?(?:结转|转入|转结))/

const outcomeWord =
  /予以公开|部分公开|同意公开|全部公开|不予公开|不同意公开|无法提供|不予处理|不再处理|其他处理|不存在|不掌握|不明确|已主动公开|告知|引导|撤回|撤销申请|信访举报|重复申请|出版物/

function isAboutRequests(sentence: Sentence, quantity: Quantity): boolean {
  const { lead, tail } = quantity
  const after = (/^[^、和及]*/.exec(tail)?.[0] ?? '').slice(0, 14)
  if (/复议|诉讼|起诉|应诉/.test(lead + after)) return false
  if (/建议|提案/.test(lead + after)) return false
  if (/信息处理费|收费|费用/.test(lead)) return false
  if (/规范性文件|政策文件|主动公开(?!.{0,4}申请)/.test(lead + after) && !requestThing.test(lead))
    return false
  // What is counted stands right after the measure word, or in the words before.
  if (
    /^(?:的)?(?:政府信息|信息|条目|内容|目录|栏目|文件|制度)(?!公开申请|申请)/.test(after) &&
    !/申请/.test(lead)
  )
    return false
  if (requestThing.test(lead) || requestThing.test(after))
    return !/许可|审批|救助|热线|来信|来访|反映|信访(?!举报投诉类)/.test(lead)
  if (otherMatters.test(lead) || otherMatters.test(after)) return false
  if (topicAt(sentence, quantity.clause) !== 'requests') return false
  if (carriedAfter.test(tail)) return true
  return (
    requestWord.test(lead) ||
    requestWord.test(after) ||
    /(?:收到|受理|接收|接到|新收|收件|办结|答复|办复|回复|结转|转结|自然人|公民|法人|个人|组织|商业企业|完毕|办理|处理|上网?|网络|网站|信函|邮寄|邮件|当面|传真|窗口|平台|渠道)(?:提交|提出|申请|接收|收到|方式|[上下]一?年度?|次年|明年|至|到|继续|办理|了|的|共计?|总计|合计|各类|数量?|件数|量|为|有|:|"|件)*$/.test(
      lead,
    )
  )
}

/** 「网上申请5件、书面申请3件，共计8件」: a total told after its channels. */
function sumOfParts(sentence: Sentence, total: Quantity): boolean {
  if (topicAt(sentence, total.clause) !== 'requests' && !requestThing.test(sentence.text)) return false
  const parts = sentence.quantities.filter(
    (other) =>
      other.start < total.start &&
      countedAs.test(other.unit) &&
      channels.test(other.lead) &&
      /申请/.test(other.lead),
  )
  return parts.length >= 2 && parts.reduce((sum, part) => sum + part.value, 0) === total.value
}

/** A number by channel that stands beside others, or under a total. */
function isPart(sentence: Sentence, quantity: Quantity): boolean {
  if (/其中/.test(sentence.text.slice(0, quantity.start))) return true
  const others = sentence.quantities.filter(
    (other) =>
      other !== quantity &&
      countedAs.test(other.unit) &&
      (channels.test(other.lead) || requestThing.test(other.lead)),
  )
  return others.length > 0
}

function channelName(words: string): string | null {
  const lead = words.replace(/^.*(?:收到|受理|接收|接到|新收)(?=[^,]*[网信邮传当窗书平微])/, '')
  const named =
    /(?:通过|以|经|从|采取|其中|包括|,|:|、|和|及|^)*([^,:、的通过以经]{1,14}?)(?:方式|渠道|途径|形式)?(?:收到|受理|接收|提交|提出)?(?:的)?(?:政府信息公开)?(?:依申请公开)?(?:申请)?(?:公开)?(?:的)?$/.exec(
      lead,
    )
  const name = named?.[1]?.replace(/^(?:其中|包括|通过|以|:|,)+/, '') ?? ''
  return name === '' || !channels.test(name) ? null : name
}

/** Several sentences may say the same number; a part must not pass for the whole. */
function oneTotal(facts: NarrativeFact[]): NarrativeFact[] {
  const kept: NarrativeFact[] = []
  for (const one of facts) {
    const same = kept.find(
      (other) => other.fact === one.fact && other.value === one.value && other.quote === one.quote,
    )
    if (same === undefined) kept.push(one)
  }
  return kept
}
