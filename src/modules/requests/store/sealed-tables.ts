import type { KeptFiles } from '../../../platform/backup/check-copy.ts'
import type { SealedTable } from '../../../platform/cipher/reseal.ts'

/** Where sealed values and files of this room lie: what a change of keys has to seal again. */
export const sealedTables: readonly SealedTable[] = [
  { table: 'request_applicants', columns: ['name_sealed', 'identity_sealed', 'contact_sealed'] },
  { table: 'request_earlier_contacts', columns: ['contact_sealed'] },
  { table: 'request_consultations', columns: ['party_sealed', 'reasons_sealed', 'judged_why_sealed'] },
  { table: 'request_papers', columns: ['blanks_sealed'] },
  { table: 'request_paper_rounds', columns: ['lines_sealed'] },
  { table: 'request_drafts', columns: ['content_sealed', 'submitted_sealed'] },
  { table: 'request_ratings', columns: ['comment_sealed'] },
  { table: 'request_platforms', columns: ['secret_sealed'] },
  { table: 'request_files', columns: ['name_sealed'], files: 'stored' },
  { table: 'request_draft_files', columns: ['name_sealed'], files: 'stored' },
]

/** Where addresses of files lie; an erased file keeps its row and loses its bytes. */
export const keptFiles: readonly KeptFiles[] = [
  { table: 'request_files', column: 'stored', gone: 'erased_at' },
  { table: 'request_draft_files', column: 'stored' },
  { table: 'request_letter_templates', column: 'stored' },
]
