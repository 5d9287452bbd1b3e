import { randomUUID } from 'node:crypto'
import { writeDocx } from '../../../documents/write/docx.ts'
import { MissingGlyphs, writePdf } from '../../../documents/write/pdf/write-pdf.ts'
import { checked } from '../../../platform/checked.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid, NotFound, Refused } from '../../../platform/refusals.ts'
import { agencyById } from '../../agencies/index.ts'
import { mendingDay, rectification } from '../letters/rectification.ts'
import { rectificationInput } from '../model.ts'
import { publishedReport } from '../queries/published-reports.ts'
import { confirmedPoints } from '../queries/confirmed-points.ts'
import { auditRefusals } from '../refusals.ts'
import { deciding, demandReach } from '../store/reach.ts'
import { insertLetter, isNumberUsed } from '../store/rectifications.ts'
import { rectifyPermission } from '../words.ts'

/**
 * Issues the letter that asks an agency below to mend its published report: composed from the findings this office has confirmed,
 * with so many working days to mend (条例第四十七条). It appears on the agency's to-do list.
 * @returns the letter's id
 * @throws Invalid, Forbidden, NotFound, Refused (own report, nothing confirmed, number used)
 */
export async function issueRectification(context: Context, input: unknown): Promise<string> {
  const wanted = checked(rectificationInput, input)
  const { agencyId, year, keys, documentNumber, workingDays } = wanted
  const own = await demandReach(context, rectifyPermission, agencyId)
  if (own === agencyId) throw new Refused([auditRefusals['report-audit.letter.ownReport']])
  const report = await publishedReport(context.db, agencyId, year)
  if (!report) throw new NotFound([auditRefusals['report-audit.report.missing']])
  const points = (await confirmedPoints(context.db, own, report)).filter(({ key }) => keys.includes(key))
  if (points.length !== new Set(keys).size)
    throw new Refused([auditRefusals['report-audit.letter.notConfirmed']])
  if (await isNumberUsed(context.db, own, documentNumber))
    throw new Refused([auditRefusals['report-audit.letter.numberUsed']])
  const [issuer, addressee] = await Promise.all([
    agencyById(context.db, own),
    agencyById(context.db, agencyId),
  ])
  if (!issuer || !addressee) throw new NotFound()
  const document = rectification({
    issuer: issuer.name,
    addressee: addressee.name,
    documentNumber,
    year,
    points,
    workingDays,
    issuedOn: context.today,
    contact: wanted.contact,
    phone: wanted.phone,
  })
  const letterId = randomUUID()
  await insertLetter(context.db, {
    agencyId,
    letterId,
    year,
    edition: report.edition,
    byAgencyId: own,
    documentNumber,
    workingDays,
    issuedOn: context.today,
    dueOn: mendingDay(context.today, workingDays),
    points,
    document,
    pdfDigest: await context.files.put(await pdfOf(document)),
    docxDigest: await context.files.put(await writeDocx(document)),
    issuedBy: deciding(context),
  })
  await context.journal({
    verb: 'issue-rectification',
    subject: { kind: 'rectification', id: `${agencyId}/${letterId}` },
    agencyId: own,
    basis: '条例第四十七条',
    detail: {
      to: agencyId,
      year,
      edition: report.edition,
      documentNumber,
      workingDays,
      points: points.length,
    },
  })
  return letterId
}

async function pdfOf(document: Parameters<typeof writePdf>[0]): Promise<Uint8Array> {
  try {
    return await writePdf(document)
  } catch (error) {
    if (error instanceof MissingGlyphs) throw new Invalid([{ field: '', sentence: error.message }])
    throw error
  }
}
