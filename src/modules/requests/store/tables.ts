import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Channel } from '../../../law/clock/case.ts'
import type { OutcomeCode } from '../../../law/outcomes/outcomes.ts'
import type {
  ApplicantKind,
  ApprovalStep,
  ConsultationKind,
  EventType,
  FilePurpose,
  IdentityKind,
  ItemJudgement,
  Opinion,
  RemedyKind,
  RemedyResult,
  RequestKind,
  ServiceWay,
  WantedForm,
  WantedWay,
} from '../model.ts'
import type { CaseState } from '../rules/case-state.ts'
import type { PaperState } from '../rules/papers.ts'

type Instant = ColumnType<Date, Date, Date>

/**
 * One request. What people said and did is in the other tables; columns that begin with `kept_` are computed by the clock for
 * sorting and are rebuilt by a job, never typed.
 */
export interface RequestsTable {
  agency_id: string
  request_id: string
  /** 2026-0017: the year and the running number in the agency. */
  number: string
  kind: RequestKind
  channel: Channel
  submitted_at: Instant
  /** Day it reached the agency (or was sent off online). */
  arrived_on: PlainDay
  /** The statutory day of receipt (条例 Art 31); null until both sides have confirmed where the law wants it. */
  received_on: PlainDay | null
  applicant_kind: ApplicantKind
  content: string
  document_number: string
  wanted_form: WantedForm
  wanted_way: WantedWay
  assistance: string
  submission_key: string
  /** The acceptance platform that handed it in, if one did. */
  platform_id: string | null
  query_code_digest: string
  /** Section of the agency and person the case was given to, with an internal day. */
  section: string | null
  handler_id: string | null
  section_due_on: PlainDay | null
  split_from: string | null
  outcome: OutcomeCode | null
  /** Further grounds of the same reply; table three counts only the outcome. */
  secondary_outcomes: OutcomeCode[] | null
  closed_on: PlainDay | null
  archived_at: Instant | null
  identity_erased_at: Instant | null
  kept_state: CaseState
  kept_due_on: PlainDay | null
  kept_latest_due_on: PlainDay | null
  kept_applicant_due_on: PlainDay | null
  kept_is_provisional: Generated<boolean>
  version: Generated<number>
}

/** People and bodies that apply together. Everything that tells who they are is sealed. */
export interface RequestApplicantsTable {
  agency_id: string
  request_id: string
  position: number
  kind: ApplicantKind
  identity_kind: IdentityKind
  name_sealed: string
  name_fingerprint: string
  identity_sealed: string | null
  identity_fingerprint: string | null
  /** Contact person, phone, e-mail, address, agent: one sealed JSON. */
  contact_sealed: string
}

/** How an applicant was reached before the details were changed: kept for the proof of what was served then. */
export interface RequestEarlierContactsTable {
  agency_id: string
  request_id: string
  contact_id: string
  position: number
  contact_sealed: string
  replaced_on: PlainDay
  replaced_at: Instant
  replaced_by: string | null
}

/** What happened to a case, in days: the clock is a fold over these rows. */
export interface RequestEventsTable {
  agency_id: string
  request_id: string
  event_id: string
  type: EventType
  on_day: PlainDay
  data: JSONColumnType<Record<string, unknown>>
  paper_id: string | null
  recorded_by: string | null
  recorded_at: Instant
  revoked_at: Instant | null
  revoke_reason: string | null
}

export interface RequestConsultationsTable {
  agency_id: string
  request_id: string
  consultation_id: string
  kind: ConsultationKind
  /** Name, address, phone, e-mail of who is asked: one sealed JSON. */
  party_sealed: string
  is_natural_person: boolean
  /** What the information is called in the letter, without the applicant. */
  information: string
  interest: 'tradeSecret' | 'personalPrivacy' | 'otherRights' | null
  /** One-time answer link: only its digest. */
  token_digest: string | null
  sent_on: PlainDay | null
  delivered_on: PlainDay | null
  answered_on: PlainDay | null
  opinion: Opinion | null
  reasons_sealed: string | null
  /** Whether the objection's grounds hold (Art 32): a person's judgement. */
  is_reasonable: boolean | null
  judged_by: string | null
  /** Why: sealed, since it may repeat what is to be protected. */
  judged_why_sealed: string | null
  version: Generated<number>
}

/** A paper of the case (D03 to D43) from the first draft to its service. */
export interface RequestPapersTable {
  agency_id: string
  request_id: string
  paper_id: string
  letter: string
  letter_version: number
  outcome: OutcomeCode | null
  secondary_outcomes: OutcomeCode[] | null
  consultation_id: string | null
  /** The quashed answer is given anew because of this remedy. */
  remedy_id: string | null
  /** The drafter's blanks, sealed: they may hold names. */
  blanks_sealed: string
  /** Evidence kind to the clerk's note, for replies. */
  evidence: JSONColumnType<Record<string, string>>
  state: PaperState
  chain: ApprovalStep[]
  /** How many of the chain have signed in this round. */
  signed: Generated<number>
  round: Generated<number>
  drafted_by: string | null
  /** Everyone who wrote any version: none of them signs it. */
  writers: Generated<string[]>
  drafted_at: Instant
  document_number: string | null
  issued_on: PlainDay | null
  issued_by: string | null
  /** The sealed bytes that went out. */
  pdf_file: string | null
  docx_file: string | null
  /** Version of the agency's own form in which the Word file was written; null for ours. */
  template_version: Generated<number | null>
  /** The due day that this paper told its reader: it stays, whatever the calendar says later. */
  told_due_on: PlainDay | null
  served_on: PlainDay | null
  version: Generated<number>
}

/** A signature or a sending back. Those of an earlier round no longer count, but stay. */
export interface RequestSignaturesTable {
  agency_id: string
  paper_id: string
  round: number
  step: number
  role: ApprovalStep
  person_id: string
  verdict: 'approved' | 'sentBack'
  opinion: string
  signed_at: Instant
}

/** A paper's wording as it was handed in for a round of approval. */
export interface RequestPaperRoundsTable {
  agency_id: string
  paper_id: string
  round: number
  /** Lines of the letter, the applicant masked; sealed all the same, for the names of others. */
  lines_sealed: string
  submitted_at: Instant
}

export interface RequestServicesTable {
  agency_id: string
  paper_id: string
  service_id: string
  way: ServiceWay
  /** Posted, handed over or sent off. */
  sent_on: PlainDay
  /** The day that counts for the answer: signed for, posted, or arrived in the applicant's system. */
  counted_on: PlainDay | null
  /** When it reached the reader, where that starts a period (Art 32, fee notice). */
  delivered_on: PlainDay | null
  proof_number: string
  proof_file: string | null
  note: string
  recorded_by: string | null
  recorded_at: Instant
}

/** A file of one case. Bytes are sealed; the digest is of the plain bytes. */
export interface RequestFilesTable {
  agency_id: string
  request_id: string
  file_id: string
  purpose: FilePurpose
  name_sealed: string
  media_type: string
  size: number
  /** SM3 of the plain bytes. */
  digest: string
  /** Address of the sealed bytes in the file store. */
  stored: string
  item_id: string | null
  paper_id: string | null
  added_by: string | null
  added_at: Instant
  erased_at: Instant | null
}

/** One piece of information that the request concerns, with the judgement on it. */
export interface RequestItemsTable {
  agency_id: string
  request_id: string
  item_id: string
  position: number
  title: string
  document_number: string
  pages: number
  judgement: ItemJudgement | null
  /** Grounds and reasons as the letters want them; null while open. */
  because: JSONColumnType<Record<string, unknown>> | null
  original_file: string | null
  release_file: string | null
  /** Set only when the redaction was verified without a trace. */
  release_checked_at: Instant | null
  version: Generated<number>
}

export interface RequestRemediesTable {
  agency_id: string
  remedy_id: string
  request_id: string | null
  kind: RemedyKind
  organ: string
  case_number: string
  /** Day we were notified: the year it is counted in. */
  notified_on: PlainDay
  after_remedy_id: string | null
  result: RemedyResult | null
  closed_on: PlainDay | null
  /** What the decision orders us to do, and whether a new answer was given. */
  note: string
  /** By when the decision wants a new answer. */
  reanswer_due_on: PlainDay | null
  reanswered_on: PlainDay | null
  version: Generated<number>
}

/** Running numbers without gaps: cases and document numbers by series and year. */
export interface RequestNumbersTable {
  agency_id: string
  series: string
  year: number
  last: number
}

export interface RequestSettingsTable {
  agency_id: string
  settings: JSONColumnType<Record<string, unknown>>
  version: Generated<number>
}

/** A portal application that is not sent off yet; resumed by a link, thrown away after its last day. */
export interface RequestDraftsTable {
  agency_id: string
  draft_id: string
  token_digest: string
  content_sealed: string
  saved_at: Instant
  expires_at: Instant
  /** Digest of the code by which it is taken up in another browser; used once. */
  code_digest: string | null
  /** Case and agency it became: kept for a while so that the receipt can be shown and printed. */
  submitted_sealed: string | null
}

/** A file of an application that is not sent off yet, sealed; goes to the case, or away with the draft. */
export interface RequestDraftFilesTable {
  agency_id: string
  draft_id: string
  file_id: string
  /** Name of the file input it came through. */
  field: string
  purpose: FilePurpose
  name_sealed: string
  media_type: string
  size: number
  digest: string
  stored: string
  added_at: Instant
}

/** Reminders that went out: each once. */
export interface RequestRemindersTable {
  agency_id: string
  request_id: string
  person_id: string
  due_on: PlainDay
  distance: number
  sent_at: Instant
}

/** Ties between cases: repeated, asked together, split. Shown, never decided by the machine. */
export interface RequestLinksTable {
  agency_id: string
  request_id: string
  other_id: string
  kind: 'repeats' | 'sameInformation' | 'split' | 'related'
  note: string
  linked_by: string | null
  linked_at: Instant
}

export interface RequestRatingsTable {
  agency_id: string
  request_id: string
  score: number
  comment_sealed: string
  rated_at: Instant
}

/** A city's unified acceptance platform that hands in requests and is told how they go. */
export interface RequestPlatformsTable {
  agency_id: string
  platform_id: string
  name: string
  key_digest: string
  webhook_url: string
  /** Secret that signs what is sent to the platform. */
  secret_sealed: string
  registered_by: string | null
  registered_at: Instant
  ended_at: Instant | null
}

/** An agency's own form of a letter as a Word file: uploaded, then in use until another one or ours takes its place. */
export interface RequestLetterTemplatesTable {
  agency_id: string
  letter: string
  version: number
  /** Version of the catalogue's letter that it was checked against. */
  letter_version: number
  name: string
  stored: string
  digest: string
  size: number
  added_by: string | null
  added_at: Instant
  begun_by: string | null
  begun_at: Instant | null
  ended_by: string | null
  ended_at: Instant | null
}

/** What was decided about information that several had asked for (条例 Art 44). */
export interface RequestPublicationHintsTable {
  agency_id: string
  /** Document number or name without signs: see `rules/asked-information.ts`. */
  hint_key: string
  information: string
  decision: 'accepted' | 'dismissed'
  /** Where it is to be published, or why it is not. */
  reason: string
  applicants: number
  request_ids: string[]
  decided_by: string | null
  decided_on: PlainDay
}

declare module '../../../platform/context.ts' {
  interface Tables {
    requests: RequestsTable
    request_applicants: RequestApplicantsTable
    request_earlier_contacts: RequestEarlierContactsTable
    request_events: RequestEventsTable
    request_consultations: RequestConsultationsTable
    request_papers: RequestPapersTable
    request_signatures: RequestSignaturesTable
    request_services: RequestServicesTable
    request_paper_rounds: RequestPaperRoundsTable
    request_files: RequestFilesTable
    request_items: RequestItemsTable
    request_remedies: RequestRemediesTable
    request_numbers: RequestNumbersTable
    request_settings: RequestSettingsTable
    request_drafts: RequestDraftsTable
    request_draft_files: RequestDraftFilesTable
    request_reminders: RequestRemindersTable
    request_links: RequestLinksTable
    request_ratings: RequestRatingsTable
    request_platforms: RequestPlatformsTable
    request_letter_templates: RequestLetterTemplatesTable
    request_publication_hints: RequestPublicationHintsTable
  }
}
