import type { LetterTemplate, LetterId } from './template.ts'
import { applicationForm } from './application-form.ts'
import { oralRequestRecord } from './oral-request-record.ts'
import { receipt } from './receipt.ts'
import { receiptConfirmation } from './receipt-confirmation.ts'
import { askClarification } from './ask-clarification.ts'
import { askReasons } from './ask-reasons.ts'
import { extension } from './extension.ts'
import { deferredReply } from './deferred-reply.ts'
import { thirdPartyConsultation } from './third-party-consultation.ts'
import { thirdPartyOpinion } from './third-party-opinion.ts'
import { consultationNotice } from './consultation-notice.ts'
import { releaseNoticeToThirdParty } from './release-notice-to-third-party.ts'
import { jointAgencyConsultation } from './joint-agency-consultation.ts'
import { sectionRequest } from './section-request.ts'
import { secrecyReview } from './secrecy-review.ts'
import { feeNotice } from './fee-notice.ts'
import { alreadyPublished } from './already-published.ts'
import { released } from './released.ts'
import { partlyReleased } from './partly-released.ts'
import { withheldStateSecret } from './withheld-state-secret.ts'
import { withheldForbiddenByOtherLaw } from './withheld-forbidden-by-other-law.ts'
import { withheldSecurityAndStability } from './withheld-security-and-stability.ts'
import { withheldThirdPartyRights } from './withheld-third-party-rights.ts'
import { withheldInternalAffairs } from './withheld-internal-affairs.ts'
import { withheldDeliberativeProcess } from './withheld-deliberative-process.ts'
import { withheldEnforcementFile } from './withheld-enforcement-file.ts'
import { administrativeLookup } from './administrative-lookup.ts'
import { notHeldNoRecord } from './not-held-no-record.ts'
import { notHeldOtherAgency } from './not-held-other-agency.ts'
import { wouldNeedCreating } from './would-need-creating.ts'
import { stillUnclear } from './still-unclear.ts'
import { petition } from './petition.ts'
import { duplicate } from './duplicate.ts'
import { printedPublication } from './printed-publication.ts'
import { excessive } from './excessive.ts'
import { reissue } from './reissue.ts'
import { clarificationLapsed } from './clarification-lapsed.ts'
import { feeUnpaid } from './fee-unpaid.ts'
import { withdrawalRecord } from './withdrawal-record.ts'
import { recordCorrection } from './record-correction.ts'
import { publicationProposalReply } from './publication-proposal-reply.ts'
import { serviceReceipt } from './service-receipt.ts'
import { complaintReply } from './complaint-reply.ts'

/**
 * The papers of a disclosure office in the order of the catalogue, D01 to D43: the current version of each. A letter that
 * was sent is kept as it was sent; a new wording gets a new version here.
 */
export const letterCatalogue: readonly LetterTemplate[] = [
  applicationForm,
  oralRequestRecord,
  receipt,
  receiptConfirmation,
  askClarification,
  askReasons,
  extension,
  deferredReply,
  thirdPartyConsultation,
  thirdPartyOpinion,
  consultationNotice,
  releaseNoticeToThirdParty,
  jointAgencyConsultation,
  sectionRequest,
  secrecyReview,
  feeNotice,
  alreadyPublished,
  released,
  partlyReleased,
  withheldStateSecret,
  withheldForbiddenByOtherLaw,
  withheldSecurityAndStability,
  withheldThirdPartyRights,
  withheldInternalAffairs,
  withheldDeliberativeProcess,
  withheldEnforcementFile,
  administrativeLookup,
  notHeldNoRecord,
  notHeldOtherAgency,
  wouldNeedCreating,
  stillUnclear,
  petition,
  duplicate,
  printedPublication,
  excessive,
  reissue,
  clarificationLapsed,
  feeUnpaid,
  withdrawalRecord,
  recordCorrection,
  publicationProposalReply,
  serviceReceipt,
  complaintReply,
]

/** The template of a paper; RangeError for an id that is not in the catalogue. */
export function letterTemplate(id: LetterId): LetterTemplate {
  const found = letterCatalogue.find((template) => template.id === id)
  if (found === undefined) throw new RangeError(`no such paper: ${id}`)
  return found
}
