import type { T3Row } from '../report-form/model.ts'

/**
 * What the applicant may do against a reply. `reviewFirst`: refusals under 条例 Art 14 to 16 (行政复议法第二十三条第一款第四项,
 * 法释〔2025〕8号第一条). `byParts`: review first for the refused part, free choice for the rest. `none`: nothing was decided.
 */
export type Remedy = 'reviewFirst' | 'free' | 'byParts' | 'none'

/** What must be in the file before the reply may be signed, so that it stands in review and in court. */
export const evidenceKinds = [
  'publicAddress',
  'providedInformation',
  'separationRecord',
  'classificationMark',
  'forbiddingClause',
  'riskOpinion',
  'consultationRecord',
  'publicInterestTest',
  'natureOfDocument',
  'specialLaw',
  'searchRecord',
  'responsibleAgency',
  'needForProcessing',
  'clarificationNotice',
  'unclearPoints',
  'petitionNature',
  'earlierReply',
  'publicationPlace',
  'countsAndReasons',
  'alreadyHeld',
  'feeNotice',
  'withdrawal',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export type OutcomeGroup =
  | 'released'
  | 'partlyReleased'
  | 'withheld'
  | 'cannotProvide'
  | 'notProcessed'
  | 'otherwiseClosed'

/** One way a request can be answered or closed. */
export interface Outcome {
  readonly code: string
  /** 条例 or another instrument, as cited in the reply. */
  readonly articles: readonly string[]
  readonly group: OutcomeGroup
  /** The one row of table three it is counted in. */
  readonly row: T3Row
  /** Number of the paper in the catalogue of papers (文书). */
  readonly letter: `D${number}`
  readonly remedy: Remedy
  readonly evidence: readonly EvidenceKind[]
  /** The law says “may”: the reply must show that discretion was used (条例 Art 16). */
  readonly isDiscretionary: boolean
}

const outcome = (
  code: string,
  group: OutcomeGroup,
  row: T3Row,
  letter: `D${number}`,
  remedy: Remedy,
  articles: readonly string[],
  evidence: readonly EvidenceKind[],
  isDiscretionary = false,
): Outcome => ({ code, group, row, letter, remedy, articles, evidence, isDiscretionary })

/**
 * The catalogue of replies in the order of table three (条例 Art 30, 35 to 39; 国办公开办函〔2021〕30号). The code fixes the
 * article, the letter, the row and the remedy; a person chooses the code and nothing else. The remedy follows the ground, not
 * the group: 行政查询事项 stands under 不予公开 in the table, yet is no refusal under Art 14 to 16.
 */
export const outcomes = {
  alreadyPublished: outcome(
    'alreadyPublished',
    'released',
    'granted',
    'D17',
    'free',
    ['条例第三十六条第一项'],
    ['publicAddress'],
  ),
  released: outcome(
    'released',
    'released',
    'granted',
    'D18',
    'free',
    ['条例第三十六条第二项', '条例第四十条'],
    ['providedInformation'],
  ),
  partlyReleased: outcome(
    'partlyReleased',
    'partlyReleased',
    'partlyGranted',
    'D19',
    'byParts',
    ['条例第三十七条'],
    ['providedInformation', 'separationRecord'],
  ),
  stateSecret: outcome(
    'stateSecret',
    'withheld',
    'refusedStateSecret',
    'D20',
    'reviewFirst',
    ['条例第十四条', '条例第三十六条第三项'],
    ['classificationMark'],
  ),
  forbiddenByOtherLaw: outcome(
    'forbiddenByOtherLaw',
    'withheld',
    'refusedForbiddenByLaw',
    'D21',
    'reviewFirst',
    ['条例第十四条', '条例第三十六条第三项'],
    ['forbiddingClause'],
  ),
  securityAndStability: outcome(
    'securityAndStability',
    'withheld',
    'refusedSecurityStability',
    'D22',
    'reviewFirst',
    ['条例第十四条', '条例第三十六条第三项'],
    ['riskOpinion'],
  ),
  thirdPartyRights: outcome(
    'thirdPartyRights',
    'withheld',
    'refusedThirdPartyRights',
    'D23',
    'reviewFirst',
    ['条例第十五条', '条例第三十二条', '条例第三十六条第三项'],
    ['consultationRecord', 'publicInterestTest'],
  ),
  internalAffairs: outcome(
    'internalAffairs',
    'withheld',
    'refusedInternalAffairs',
    'D24',
    'reviewFirst',
    ['条例第十六条第一款', '条例第三十六条第三项'],
    ['natureOfDocument'],
    true,
  ),
  deliberativeProcess: outcome(
    'deliberativeProcess',
    'withheld',
    'refusedDeliberative',
    'D25',
    'reviewFirst',
    ['条例第十六条第二款', '条例第三十六条第三项'],
    ['natureOfDocument'],
    true,
  ),
  enforcementFile: outcome(
    'enforcementFile',
    'withheld',
    'refusedEnforcementFile',
    'D26',
    'reviewFirst',
    ['条例第十六条第二款', '条例第三十六条第三项'],
    ['natureOfDocument'],
    true,
  ),
  administrativeLookup: outcome(
    'administrativeLookup',
    'withheld',
    'refusedAdministrativeQuery',
    'D27',
    'free',
    ['条例第三十六条第七项'],
    ['specialLaw'],
  ),
  notHeldNoRecord: outcome(
    'notHeldNoRecord',
    'cannotProvide',
    'unableNotHeld',
    'D28',
    'free',
    ['条例第三十六条第四项'],
    ['searchRecord'],
  ),
  notHeldOtherAgency: outcome(
    'notHeldOtherAgency',
    'cannotProvide',
    'unableNotHeld',
    'D29',
    'free',
    ['条例第十条', '条例第三十六条第五项'],
    ['responsibleAgency'],
  ),
  wouldNeedCreating: outcome(
    'wouldNeedCreating',
    'cannotProvide',
    'unableNeedsCreation',
    'D30',
    'free',
    ['条例第三十八条'],
    ['needForProcessing'],
  ),
  stillUnclear: outcome(
    'stillUnclear',
    'cannotProvide',
    'unableStillUnclear',
    'D31',
    'free',
    ['条例第二十九条第二款', '条例第三十条'],
    ['clarificationNotice', 'unclearPoints'],
  ),
  petition: outcome(
    'petition',
    'notProcessed',
    'notProcessedPetition',
    'D32',
    'free',
    ['条例第三十九条第一款'],
    ['petitionNature'],
  ),
  duplicate: outcome(
    'duplicate',
    'notProcessed',
    'notProcessedRepeat',
    'D33',
    'free',
    ['条例第三十六条第六项'],
    ['earlierReply'],
  ),
  printedPublication: outcome(
    'printedPublication',
    'notProcessed',
    'notProcessedPublication',
    'D34',
    'free',
    ['条例第三十九条第二款'],
    ['publicationPlace'],
  ),
  excessive: outcome(
    'excessive',
    'notProcessed',
    'notProcessedExcessive',
    'D35',
    'free',
    ['条例第三十五条'],
    ['countsAndReasons'],
  ),
  reissue: outcome(
    'reissue',
    'notProcessed',
    'notProcessedReissue',
    'D36',
    'free',
    ['条例第二条', '国办公开办函〔2021〕30号'],
    ['alreadyHeld'],
  ),
  clarificationLapsed: outcome(
    'clarificationLapsed',
    'otherwiseClosed',
    'otherCorrectionLapsed',
    'D37',
    'free',
    ['条例第三十条'],
    ['clarificationNotice'],
  ),
  feeUnpaid: outcome(
    'feeUnpaid',
    'otherwiseClosed',
    'otherFeeUnpaid',
    'D38',
    'free',
    ['条例第四十二条', '信息处理费管理办法第六条'],
    ['feeNotice'],
  ),
  otherReason: outcome(
    'otherReason',
    'otherwiseClosed',
    'otherMisc',
    'D39',
    'none',
    ['条例第四十五条'],
    ['withdrawal'],
  ),
} as const satisfies Readonly<Record<string, Outcome>>

export type OutcomeCode = keyof typeof outcomes

/** All codes in the order of table three. */
export const outcomeCodes = Object.keys(outcomes) as OutcomeCode[]

/** Whether a string is the code of an outcome. */
export function isOutcomeCode(code: string): code is OutcomeCode {
  return Object.hasOwn(outcomes, code)
}

/** What a code means; every outcome has one row, one letter, one remedy (条例第三十六条). */
export function outcomeOf(code: OutcomeCode): Outcome {
  return outcomes[code]
}
