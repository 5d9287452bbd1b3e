import type { PlainDay } from '../calendar/plain-day.ts'
import { type Channel, type ClockEvent, dayOf } from './case.ts'
import type { Consultation } from './consultation.ts'

/** How each channel is called, which day counts as receipt, and on which article. */
export const channelWords: Readonly<
  Record<Channel, { readonly name: string; readonly counts: string; readonly basis: string }>
> = {
  counter: {
    name: '当面提交',
    counts: '以提交之日为收到申请之日',
    basis: '条例第三十一条（一）',
  },
  registeredPost: {
    name: '邮寄（需签收）',
    counts: '以行政机关签收之日为收到申请之日',
    basis: '条例第三十一条（二）',
  },
  ordinaryPost: {
    name: '平常信函',
    counts: '以与申请人确认之日为收到申请之日',
    basis: '条例第三十一条（二）',
  },
  online: {
    name: '互联网渠道提交',
    counts: '以双方确认之日为收到申请之日',
    basis: '条例第三十一条（三）',
  },
  fax: { name: '传真提交', counts: '以双方确认之日为收到申请之日', basis: '条例第三十一条（三）' },
  email: {
    name: '电子邮件提交',
    counts: '以双方确认之日为收到申请之日',
    basis: '条例第三十一条（三）',
  },
  oral: {
    name: '口头申请',
    counts: '以工作机构代为填写之日为收到申请之日',
    basis: '条例第二十九条第一款、第三十一条（一）',
  },
}

/** What an event is called in a sentence. */
const eventWords: Readonly<Record<ClockEvent['type'], string>> = {
  clarificationAsked: '告知补正',
  clarificationAnswered: '收到补正',
  thirdPartyAsked: '征求第三方意见',
  thirdPartyAnswered: '收到第三方意见',
  agencyAsked: '征求其他机关意见',
  agencyAnswered: '收到其他机关意见',
  extended: '延期',
  feeNoticed: '发出收费通知',
  feePaid: '缴清费用',
  answered: '答复',
}

/** Known ways of service and the day that counts (送达问题的解释, 国办公开办函〔2016〕235号). */
const serviceWords: Readonly<Record<string, string>> = {
  direct: '直接送达，以签收之日为准',
  entrusted: '委托送达，以签收之日为准',
  post: '邮寄送达，以交邮之日为准',
  electronic: '按申请人要求以电子方式送达，以到达之日为准',
  email: '按申请人要求以电子邮件送达，以到达之日为准',
  online: '按申请人要求在网上送达，以到达之日为准',
  onTheSpot: '当场答复',
}

/** @returns how the reply was served, in words; an unlisted way is named as given */
export function sayService(service: string | null): string {
  if (service === null) return ''
  return Object.hasOwn(serviceWords, service) ? `（${serviceWords[service]}）` : ''
}

const opinionWords: Readonly<Record<string, string>> = {
  agrees: '同意公开',
  consents: '同意公开',
  objects: '不同意公开',
}

/** @returns the opinion in words; one that is not listed is not named */
export function sayOpinion(opinion: string | null): string {
  if (opinion === null) return ''
  return Object.hasOwn(opinionWords, opinion) ? `（${opinionWords[opinion]}）` : ''
}

/** 2026年2月24日 */
export function sayDay(day: PlainDay): string {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** An event and its day in words: 2026年2月25日延期. */
export function sayEvent(event: ClockEvent): string {
  return `${sayDay(dayOf(event))}${eventWords[event.type]}`
}

/** Who was asked, in words: 第三方, 共同制作机关 or 其他机关, with the id the file uses. */
export function sayParty(consultation: Pick<Consultation, 'kind' | 'coMaker' | 'id'>): string {
  const who =
    consultation.kind === 'thirdParty' ? '第三方' : consultation.coMaker ? '共同制作机关' : '其他机关'
  return `${who}（${consultation.id}）`
}

/** The article on which a party is asked and its time left out. */
export function basisOfConsultation(consultation: Pick<Consultation, 'kind' | 'coMaker'>): string {
  if (consultation.kind === 'thirdParty') return '条例第三十二条、第三十三条第三款'
  return consultation.coMaker ? '条例第三十四条、第三十三条第三款' : '条例第三十三条第三款'
}

/** What silence means (trap 9): opposite for a third party and a co-maker. */
export function saySilence(consultation: Pick<Consultation, 'kind' | 'coMaker'>): string {
  if (consultation.kind === 'thirdParty') return '第三方逾期未提出意见，由本机关依照条例决定是否公开'
  return consultation.coMaker
    ? '共同制作机关逾期未提出意见，视为同意公开'
    : '其他机关逾期未回复，由本机关决定'
}
