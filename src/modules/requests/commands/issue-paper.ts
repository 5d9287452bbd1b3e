import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import { yearOf } from '../../../law/calendar/plain-day.ts'
import type { Context } from '../../../platform/context.ts'
import { Refused } from '../../../platform/refusals.ts'
import { digestOf } from '../../../platform/sessions/index.ts'
import { actingPerson, demandHere } from '../../agencies/index.ts'
import { applicantTraces, identityWords } from '../letters/applicant-traces.ts'
import { letterTemplate } from '../letters/catalogue.ts'
import type { LetterPress } from '../letters/letter-press.ts'
import { composeLetter } from '../letters/template.ts'
import { requestRefusals } from '../refusals.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { blanksFor, type LetterGround } from '../rules/letter-facts.ts'
import { clockEventOf } from '../rules/paper-reasons.ts'
import { actOfLetter, isInternal, seriesOf } from '../rules/papers.ts'
import { openApplicants } from '../store/applicants.ts'
import { nextNumber, openCase, recordEvents, type NewEvent, type StandingCase } from '../store/cases.ts'
import { answerToken } from '../store/consultations.ts'
import { putFile } from '../store/files.ts'
import { letterGround } from '../store/letter-ground.ts'
import { ownLetterDocx } from '../store/letter-templates.ts'
import { demandPaper } from '../store/paper-ground.ts'
import { openPaper, requestOfPaper, type Paper, type PaperKey } from '../store/papers.ts'
import { letterSettings } from '../store/settings.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Sends a signed paper out: it gets its document number (without gaps, by agency, series and year), is printed once and kept as it is,
 * and what it does to the clock is written down with its day. The due day that it told stays with it for good.
 * @returns the document number
 * @throws Refused, Invalid (a blank is open), MissingGlyphs
 */
export async function issuePaper(
  context: Context,
  input: PaperKey & {
    readonly press: LetterPress
    /** Where the portal is, for one-time answer links in letters; without it no link is printed. */
    readonly publicUrl?: string | null
  },
): Promise<{ readonly documentNumber: string }> {
  demandHere(context, 'requests.issue', input.agencyId)
  const requestId = await requestOfPaper(context.db, input.agencyId, input.paperId)
  const found = await openCase(context, { agencyId: input.agencyId, requestId }, null)
  const paper = await openPaper(context, input)
  if (paper.state !== 'approved') throw new Refused([requestRefusals['requests.paper.notApproved']])
  await demandPaper(context, found, paper)

  const issuedOn = context.today
  const settings = await letterSettings(context, input.agencyId)
  const series = seriesOf(paper.letter)
  const number =
    series === null
      ? 1
      : await nextNumber(context, input.agencyId, `${settings.documentPrefix}${series}`, yearOf(issuedOn))
  const ground = await letterGround(context, found, paper, issuedOn, number, input.publicUrl ?? null)
  const blanks = blanksFor(paper.letter, paper.blanks, ground)
  const template = letterTemplate(paper.letter)
  const document = composeLetter(template, blanks)
  if (template.reader === 'thirdParty' || template.reader === 'otherAgency') {
    const applicants = await openApplicants(context.db, context.cipher, found.agencyId, found.requestId)
    if (applicantTraces(document, identityWords(applicants)).length > 0)
      throw new Refused([requestRefusals['requests.consultation.applicantNamed']])
  }
  const { pdf, docx: ours } = await input.press.print({ ...document, madeOn: issuedOn })
  const own = await ownLetterDocx(context, input.agencyId, template, blanks, document)
  const name = `${template.title}${ground.documentNumber || found.number}`
  const pdfFile = await putFile(context, found, {
    purpose: 'letter',
    name: `${name}.pdf`,
    mediaType: 'application/pdf',
    bytes: pdf,
    paperId: paper.paperId,
  })
  const docxFile = await putFile(context, found, {
    purpose: 'letter',
    name: `${name}.docx`,
    mediaType: wordType,
    bytes: own?.docx ?? ours,
    paperId: paper.paperId,
  })
  if (ground.consultation !== null && actOfLetter(paper.letter)?.endsWith('Consultation'))
    await tellParty(context, found, paper, ground, { name: `${name}.pdf`, pdf }, input.press)
  const after = await takeEffect(context, found, paper, blanks, ground.consultation, issuedOn)
  // Only requests for information are told a day of the statute.
  const toldDueOn = found.kind === 'information' && template.reader !== 'office' ? after.standing.dueOn : null
  await context.db
    .updateTable('request_papers')
    .set({
      // What stays in the house is served on nobody: it is done when it is out.
      ...(isInternal(paper.letter)
        ? { state: 'served' as const, served_on: issuedOn }
        : { state: 'issued' as const }),
      blanks_sealed: context.cipher.seal(JSON.stringify(blanks)),
      document_number: ground.documentNumber === '' ? null : ground.documentNumber,
      issued_on: issuedOn,
      issued_by: actingPerson(context),
      pdf_file: pdfFile,
      docx_file: docxFile,
      told_due_on: toldDueOn,
      template_version: own?.version ?? null,
      version: paper.version + 1,
    })
    .where('agency_id', '=', input.agencyId)
    .where('paper_id', '=', paper.paperId)
    .execute()
  await context.journal({
    verb: 'issue-paper',
    subject: { kind: 'request', id: requestId },
    agencyId: input.agencyId,
    basis: template.articles[0] ?? '条例第四十五条',
    detail: {
      paperId: paper.paperId,
      letter: paper.letter,
      documentNumber: ground.documentNumber,
      toldDueOn,
      templateVersion: own?.version ?? null,
    },
  })
  return { documentNumber: ground.documentNumber }
}

/** What the paper does to the case on the day it goes out. A reply does nothing yet: it counts from its service. */
async function takeEffect(
  context: Context,
  found: StandingCase,
  paper: Paper,
  blanks: Readonly<Record<string, unknown>>,
  consultation: Parameters<typeof clockEventOf>[2],
  on: PlainDay,
): Promise<StandingCase> {
  const paperId = paper.paperId
  const events: NewEvent[] = []
  switch (actOfLetter(paper.letter)) {
    case 'clarification':
      events.push({ type: 'clarificationAsked', on, data: { until: blanks['until'] }, paperId })
      break
    case 'reasons':
      events.push({ type: 'reasonsAsked', on, data: { until: blanks['until'] }, paperId })
      break
    case 'extension':
      events.push({ type: 'extended', on, data: { days: blanks['days'] }, paperId })
      break
    case 'deferral':
      events.push({ type: 'deferred', on, data: { until: blanks['replyBy'] }, paperId })
      break
    case 'fee':
      events.push({
        type: 'feeNoticed',
        on,
        data: { amountFen: blanks['amount'], method: blanks['method'] },
        paperId,
      })
      break
    case 'thirdPartyConsultation':
    case 'agencyConsultation':
      if (consultation === null) throw new Refused([requestRefusals['requests.consultation.missing']])
      events.push({
        type: paper.letter === 'D09' ? 'thirdPartyAsked' : 'agencyAsked',
        on,
        data: { id: consultation.consultationId, coMaker: consultation.kind === 'coMaker' },
        paperId,
      })
      await context.db
        .updateTable('request_consultations')
        .set({
          sent_on: on,
          token_digest: digestOf(answerToken(context.cipher, consultation.consultationId)),
        })
        .where('agency_id', '=', found.agencyId)
        .where('consultation_id', '=', consultation.consultationId)
        .execute()
      break
    default:
      break
  }
  return recordEvents(context, found, events)
}

/**
 * The reply form that goes out with a letter to a third party, and the letter by e-mail where an address is known (law.md 4.7 D09, D10).
 * Nothing of the applicant is in either.
 */
async function tellParty(
  context: Context,
  found: StandingCase,
  paper: Paper,
  ground: LetterGround,
  letter: { readonly name: string; readonly pdf: Uint8Array },
  press: LetterPress,
): Promise<void> {
  const { consultation, issuer, documentNumber, answerLink } = ground
  if (consultation === null) return
  const attachments = [{ filename: letter.name, bytes: letter.pdf, type: 'application/pdf' }]
  if (consultation.kind === 'thirdParty') {
    const template = letterTemplate('D10')
    const blanks = {
      issuer,
      consultationNumber: documentNumber,
      thirdPartyName: consultation.party.name,
      information: [...consultation.information],
    }
    const document = composeLetter(template, blanks)
    const form = await press.print({ ...document, madeOn: context.today })
    // The agency's own form of it is what the office prints and sends by post.
    const own = await ownLetterDocx(context, found.agencyId, template, blanks, document)
    if (own !== null)
      await putFile(context, found, {
        purpose: 'letter',
        name: `第三方意见回复书${documentNumber}.docx`,
        mediaType: wordType,
        bytes: own.docx,
        paperId: paper.paperId,
      })
    const name = `第三方意见回复书${documentNumber}.pdf`
    await putFile(context, found, {
      purpose: 'letter',
      name,
      mediaType: 'application/pdf',
      bytes: form.pdf,
      paperId: paper.paperId,
    })
    attachments.push({ filename: name, bytes: form.pdf, type: 'application/pdf' })
  }
  if (consultation.party.email === '') return
  await queueMail(context, {
    to: consultation.party.email,
    subject: `${issuer.name}：${letterTemplate(paper.letter).title}（${documentNumber}）`,
    text: [
      `${consultation.party.name}：`,
      `${issuer.name}就政府信息公开向你方书面征求意见，文书见附件。纸质文书另行送达，期限从收到纸质文书之日起算。`,
      ...(answerLink === null ? [] : [`可以在网上提交意见，网址只能使用一次，请勿转给他人：\n${answerLink}`]),
      `联系单位：${issuer.disclosureOffice}，电话：${issuer.phone}`,
    ].join('\n\n'),
    key: `consultation-${consultation.consultationId}`,
    attachments,
  })
}
