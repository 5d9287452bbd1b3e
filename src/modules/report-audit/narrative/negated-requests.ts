import type { NarrativeFact } from '../../../law/report-form/model.ts'
import type { Told } from './facts.ts'
import { fact, negation, topicAt } from './facts.ts'
import type { Sentence } from './sentences.ts'

/** The request as a thing: 政府信息公开申请, 依申请公开, 公开申请. 「因申请行政复议」 is no such thing. */
export const requestThing = /依?申请公开|信息公开(?:的)?申请|公开申请|信息申请|依申请/

const requestNoun =
  /(?:政府|政务)?信息(?:依)?(?:申请)?公开(?:的)?申请(?!行政|复议|人|目录)|依申请公开(?![^、,]{0,6}(?:收费|费用|目录|栏目|指南|制度|投诉|举报|信息处理费))|公开申请(?!行政|复议)|信息公开的?申请(?!行政|复议)|申请公开(?:政府)?信息|申请公开事项|信息申请|(?:要求|申请)?(?:公开|获取|提供)(?:相关)?政府信息的(?:书面)?申请|要求政府信息公开的申请/

/** 「未收到申请」, 「无结转」: zero said in words. */
export function negatedRequests(told: Told, sentence: Sentence): NarrativeFact[] {
  const facts: NarrativeFact[] = []
  const add = (id: string, span: { start: number; end: number }) => {
    const made = fact(told, sentence, id, 0, span, { negated: true })
    if (made) facts.push(made)
  }
  for (const [index, clause] of sentence.clauses.entries()) {
    if (clause.planned) continue
    const none =
      /(?:依申请公开|公开申请|公开的申请)(?:政府信息)?(?:件|总|受理|收到|办理|数量?|件数|事项|申请)*(?:均|都)?(?:为|是|:)零(?:件|$)/.exec(
        clause.text,
      )
    if (none) add('requestsReceived', { start: clause.start + none.index, end: clause.end })
    for (const match of clause.text.matchAll(negation)) {
      const start = clause.start + match.index
      const governed = clause.text.slice(match.index + match[0].length)
      const before = clause.text.slice(0, match.index)
      const span = { start, end: clause.end }
      if (/对于?$|如$|若$|因$|是否$|有$/.test(before) || /^[^,]{0,6}(?:的|时)$/.test(governed)) continue
      if (/(?:年|下)?结转/.test(governed)) {
        if (/上一?年|上年度|去年|往年/.test(governed) || /上一?年度?(?:亦|也|均|同样)?$/.test(before))
          add('requestsCarriedIn', span)
        if (/下一?年|次年|明年|跨年/.test(governed)) add('requestsCarriedOut', span)
        continue
      }
      const noun = requestNoun.exec(governed)
      const plainly =
        /^(?:到|过|任何|相关|公民|、|法人|和|及|或|者|其他|组织|提出|提交|关于|新|有关|一件|群众|社会|公众|向我局|的|我局|本机关|书面|申请人)*(?:申请|依申请)(?:件|事项|公开)?(?:情况|事项|件|的情况|事宜)?(?:[、和及或]|$|且)/.test(
          governed,
        )
      const topic = topicAt(sentence, index)
      const nounAt = /^[^申依]*/.exec(governed)?.[0].length ?? 0
      const object =
        noun ??
        (plainly && (topic === 'requests' || requestThing.test(before)) ? { index: nounAt, 0: '' } : null)
      if (object !== null) {
        const until = governed.slice(0, object.index)
        const rest = governed.slice(object.index + object[0].length)
        const causal = /因|就|由|针对|对|关于.{0,8}的?(?:复议|诉讼)/.test(until.slice(-4))
        const possessed =
          /^(?:而|所)?(?:引发|引起|导致|产生|提起|被)|^(?:的)?(?:行政)?(?:复议|诉讼|投诉|举报|收费|处理费|费|败诉)|^(?:件|事项|工作)?(?:逾期|超期|延期|不予|未按|撤销|答复不)/.test(
            rest,
          )
        const legalOnly = /法人|其他组织|企业|单位/.test(until) && !/公民|自然人|个人|群众/.test(until)
        // 公民 alone stands for anybody.
        const naturalOnly = /自然人|公民个人/.test(until) && !/法人|组织|单位/.test(until)
        if (legalOnly || naturalOnly) {
          if (!possessed && !causal) add(legalOnly ? 'receivedLegal' : 'receivedNatural', span)
          continue
        }
        if (/其他(?!组织)|新的|此类|涉及.{1,8}的/.test(until)) continue
        const received = /收|接|受|办|有|无|零|发生|存在|产生|出现|涉及|没/.test(match[0])
        if (
          !causal &&
          !possessed &&
          received &&
          !/逾期|超期|超时|不予公开|部分公开|无法提供|撤回|退件/.test(until)
        )
          add('requestsReceived', span)
        continue
      }
      // 「依申请公开件：无」「依申请公开方面，全年未收到相关申请」
      if (governed === '' && requestThing.test(before) && !/率|费|复议|诉讼|投诉/.test(before))
        add('requestsReceived', span)
    }
  }
  return facts
}
