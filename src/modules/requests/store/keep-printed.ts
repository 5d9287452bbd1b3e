import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Context } from '../../../platform/context.ts'
import { actingPerson } from '../../agencies/index.ts'
import { letterTemplate } from '../letters/catalogue.ts'
import type { LetterPress } from '../letters/letter-press.ts'
import { composeLetter, type LetterId } from '../letters/template.ts'
import type { FilePurpose } from '../model.ts'
import type { StandingCase } from './cases.ts'
import { putFile } from './files.ts'
import { ownLetterDocx } from './letter-templates.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Prints a paper that needs no signature and keeps it with the case as it was printed: a receipt, a record of the intake. Printed
 * again it is another paper.
 * @param given.keptBlanks what stays with the paper beside its bytes: without what only the print may show
 * @throws Invalid (a blank is open), MissingGlyphs
 */
export async function keepPrinted(
  context: Context,
  found: StandingCase,
  given: {
    readonly letter: LetterId
    readonly blanks: Readonly<Record<string, unknown>>
    readonly keptBlanks: Readonly<Record<string, unknown>>
    readonly purpose: FilePurpose
    readonly toldDueOn: PlainDay | null
    readonly press: LetterPress
  },
): Promise<{ readonly paperId: string; readonly fileId: string }> {
  const template = letterTemplate(given.letter)
  const document = composeLetter(template, given.blanks)
  const { pdf, docx: ours } = await given.press.print({ ...document, madeOn: context.today })
  const own = await ownLetterDocx(context, found.agencyId, template, given.blanks, document)
  const paperId = crypto.randomUUID()
  await context.db
    .insertInto('request_papers')
    .values({
      agency_id: found.agencyId,
      request_id: found.requestId,
      paper_id: paperId,
      letter: given.letter,
      letter_version: template.version,
      outcome: null,
      secondary_outcomes: null,
      consultation_id: null,
      blanks_sealed: context.cipher.seal(JSON.stringify(given.keptBlanks)),
      evidence: JSON.stringify({}),
      state: 'served',
      chain: [],
      drafted_by: actingPerson(context),
      drafted_at: context.now,
      document_number: null,
      issued_on: context.today,
      issued_by: actingPerson(context),
      pdf_file: null,
      docx_file: null,
      template_version: own?.version ?? null,
      told_due_on: given.toldDueOn,
      served_on: context.today,
    })
    .execute()
  const put = (ending: 'pdf' | 'docx', mediaType: string, bytes: Uint8Array) =>
    putFile(context, found, {
      purpose: given.purpose,
      name: `${template.title}${found.number}.${ending}`,
      mediaType,
      bytes,
      paperId,
    })
  const fileId = await put('pdf', 'application/pdf', pdf)
  const docxFile = await put('docx', wordType, own?.docx ?? ours)
  await context.db
    .updateTable('request_papers')
    .set({ pdf_file: fileId, docx_file: docxFile })
    .where('agency_id', '=', found.agencyId)
    .where('paper_id', '=', paperId)
    .execute()
  return { paperId, fileId }
}
