/**
 * A published annual report as recovered from any source: the shape that readers fill and checks judge.
 * The tables are those of 国办公开办函〔2021〕30号. Ids are the public contract (report-form): JSON, API and exports all use them.
 */
export const t2Cells = [
  'rules.issued',
  'rules.repealed',
  'rules.inForce',
  'normativeDocuments.issued',
  'normativeDocuments.repealed',
  'normativeDocuments.inForce',
  'licences',
  'penalties',
  'coercion',
  'feesWan',
] as const
export type T2Cell = (typeof t2Cells)[number]

export const t3Rows = [
  'newlyReceived',
  'carriedIn',
  'granted',
  'partlyGranted',
  'refusedStateSecret',
  'refusedForbiddenByLaw',
  'refusedSecurityStability',
  'refusedThirdPartyRights',
  'refusedInternalAffairs',
  'refusedDeliberative',
  'refusedEnforcementFile',
  'refusedAdministrativeQuery',
  'unableNotHeld',
  'unableNeedsCreation',
  'unableStillUnclear',
  'notProcessedPetition',
  'notProcessedRepeat',
  'notProcessedPublication',
  'notProcessedExcessive',
  'notProcessedReissue',
  'otherCorrectionLapsed',
  'otherFeeUnpaid',
  'otherMisc',
  'totalHandled',
  'carriedOut',
] as const
export type T3Row = (typeof t3Rows)[number]

export const t3Columns = [
  'natural',
  'business',
  'research',
  'welfare',
  'legalService',
  'otherOrg',
  'total',
] as const
export type T3Column = (typeof t3Columns)[number]

export const t4Blocks = ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'] as const
export type T4Block = (typeof t4Blocks)[number]
export const t4Columns = ['upheld', 'corrected', 'other', 'pending', 'total'] as const
export type T4Column = (typeof t4Columns)[number]

/** null: the document does not truly hold this cell. Never 0 instead, never guessed. */
export type CellValue = number | null
export type TableTwo = Record<T2Cell, CellValue>
export type TableThree = Record<T3Row, Record<T3Column, CellValue>>
export type TableFour = Record<T4Block, Record<T4Column, CellValue>>

export interface ReportTables {
  /** null: the table is absent. */
  t2: TableTwo | null
  t3: TableThree | null
  t4: TableFour | null
}

export type TableId = 't2' | 't3' | 't4'

/** A place in the source or in a recovered table, so that a person finds it in seconds. */
export interface At {
  readonly page?: number
  readonly line?: number
  readonly sheet?: string
  readonly box?: readonly [number, number, number, number]
  /** Code-unit offsets in the text as read. */
  readonly start?: number
  readonly end?: number
  /** Statutory section 1…6. */
  readonly section?: number
  readonly table?: TableId
  readonly row?: string
  readonly column?: string
}

/** What stood in a cell, to the letter, and how it was read when that was not plain. */
export interface CellReading {
  readonly table: TableId
  readonly row: string
  readonly column?: string
  /** As printed: '0', '', '/', '—', '22（其中修订16件）'. */
  readonly raw: string
  readonly at: At
  /** Set when read in an unusual way: realigned, joined over a page break, from a picture, by order and arithmetic only. */
  readonly how?: string
  readonly doubtful?: boolean
}

export type Scope = 'own' | 'region' | null

/** A fact said in the running text. Said by negation (未收到) the value is 0. */
export interface NarrativeFact {
  /** Fact id of the contract: requestsReceived, published.网站, reconsideration.upheld, signedOn … */
  readonly fact: string
  readonly value: number | string | null
  readonly approximate: boolean
  readonly scope?: Scope
  readonly quote: string
  readonly at: At
  /** Set when said of another year than the report's. */
  readonly year?: number
  /** For comparedWithLastYear. */
  readonly of?: string
  readonly change?: number
  readonly negated?: boolean
  /** The verb that counted it (受理, 办理, 收到 …): some count what was carried in as well. */
  readonly verb?: string
  /** "%" when `change` is in percent. */
  readonly unit?: '%'
}

/** One paragraph (or line) of the running text, tables left out. */
export interface Paragraph {
  readonly text: string
  readonly at: At
  /** Statutory section it stands in; 0 for what stands before section one, 7 for signature and after. */
  readonly section: number
}

/** A heading recognised as one of the six statutory sections (by meaning, whatever its title or number says). */
export interface ReportSection {
  readonly number: 1 | 2 | 3 | 4 | 5 | 6
  /** The number as printed, e.g. 一、; null when lost. */
  readonly printedNumber: string | null
  readonly title: string
  readonly at: At
}

export type FormVersion = '2019' | '2021'

/** Everything recovered from one report. */
export interface RecoveredReport {
  readonly file: string
  readonly agency: string | null
  readonly year: number | null
  readonly form: FormVersion
  readonly title: string | null
  readonly tables: ReportTables
  /** What the form of 2019 holds and the contract's tables have no cell for; only where that form was used. */
  readonly former?: {
    readonly t2: Readonly<Record<string, CellValue>> | null
    /** The single row （六）其他处理 of table three. */
    readonly otherHandled: Readonly<Record<T3Column, CellValue>> | null
  }
  readonly cells: readonly CellReading[]
  readonly narrative: readonly NarrativeFact[]
  readonly sections: readonly ReportSection[]
  readonly paragraphs: readonly Paragraph[]
  /** What reading itself found: ragged rows, altered labels, missing columns, disagreement of methods … */
  readonly observations: readonly Observation[]
  /** The whole text as read. */
  readonly text: string
  /** Of a web page: its title, and its keywords and description, which only search engines see. */
  readonly page?: { readonly title?: string; readonly words?: string }
  readonly links: readonly { readonly href: string; readonly text: string; readonly at: At }[]
  readonly hidden: readonly { readonly text: string; readonly how: string; readonly at: At }[]
}

/** A thing noticed while reading that a check may turn into a finding. */
export interface Observation {
  /** e.g. structure.raggedRow, structure.alteredLabel, structure.missingTable, reading.methodsDisagree, cell.blank */
  readonly code: string
  readonly at: readonly At[]
  readonly detail?: Readonly<Record<string, string | number | null>>
  readonly quote?: string
}

export type Severity = 'error' | 'warning' | 'notice'
export type Verdict = 'fails' | 'doubtful' | 'cannotTell'

/** One thing a judgement says, pointing at its place. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly verdict: Verdict
  /** Chinese; says what is wrong and what to do. */
  readonly message: string
  readonly expected?: number | string | null
  readonly found?: number | string | null
  readonly quote?: string
  readonly at: readonly At[]
  readonly basis: string
}
