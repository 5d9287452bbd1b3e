import { paragraph, type ParagraphBlock } from '../../../documents/write/model.ts'

/** A paragraph that says what the reader may do next. */
const remedy = (...text: readonly string[]): ParagraphBlock => ({ ...paragraph(...text), part: 'remedy' })

/** Where the reader can turn. The review organ is the government of the same level (行政复议法 Art 24). */
export interface RemedyPlaces {
  readonly reviewOrgan: string
  readonly court: string
}

const reviewLaw = '《中华人民共和国行政复议法》'
const litigationLaw = '《中华人民共和国行政诉讼法》'

/**
 * Free choice: review within 60 days (行政复议法 Art 20) or suit within 6 months (行政诉讼法 Art 46).
 * For everything but refusals under Art 14 to 16 of the Regulation.
 * @param paper what the letter calls itself, e.g. 本答复书
 * @param of what is contested, when not the whole letter
 */
export function freeChoice(places: RemedyPlaces, paper: string, of = paper): ParagraphBlock {
  return remedy(
    `如对${of}不服，可以自收到${paper}之日起六十日内向${places.reviewOrgan}申请行政复议，`,
    `也可以自收到${paper}之日起六个月内向${places.court}提起行政诉讼。`,
  )
}

/**
 * Review first: 行政复议法 Art 23(1)(4) wants review before any suit against a refusal to disclose, and Art 23(2) wants the
 * letter to say so; suit within 15 days after the review decision (行政诉讼法 Art 45). 法释〔2025〕8号 limits it to Art 14 to 16.
 */
export function reviewFirst(places: RemedyPlaces, paper: string, of = paper): ParagraphBlock {
  return remedy(
    `如对${of}不服，根据${reviewLaw}第二十三条第一款第四项、第二款的规定，应当先申请行政复议：`,
    `可以自收到${paper}之日起六十日内向${places.reviewOrgan}提出行政复议申请；`,
    `对行政复议决定仍不服的，可以根据${litigationLaw}第四十五条的规定，`,
    `自收到行政复议决定书之日起十五日内向${places.court}提起行政诉讼。`,
  )
}

/** A third party whose rights the disclosure touches: free choice, from the day it is told. */
export function thirdPartyChoice(places: RemedyPlaces, paper: string, you: string): ParagraphBlock {
  return remedy(
    `${you}认为公开上述信息侵犯自身合法权益的，可以自收到${paper}之日起六十日内向${places.reviewOrgan}申请行政复议，`,
    `也可以自收到${paper}之日起六个月内向${places.court}提起行政诉讼。`,
  )
}

/**
 * A fee notice cannot be contested on its own; what can be contested is that the request is no longer handled, once the
 * time for payment is over (国办函〔2020〕109号 Art 7).
 */
export function feeRemedy(): ParagraphBlock {
  return remedy(
    '如对收取信息处理费有异议，请在缴费期限届满后，就本机关不再处理该政府信息公开申请的行为，依法申请行政复议或者提起行政诉讼；',
    '对收费决定本身不单独受理行政复议和行政诉讼。',
  )
}

/** Says what is wrong with a review organ, or null. Two organs to choose from is the rule of before 2024. */
export function reviewOrganProblem(name: string): string | null {
  if (/或者|或/.test(name)) return '行政复议机关只能写一个：本机关的本级人民政府。'
  if (!/(人民政府|管理委员会)$/.test(name)) {
    return '行政复议机关应当是本级人民政府（行政复议法第二十四条），请写人民政府的全称。'
  }
  return null
}
