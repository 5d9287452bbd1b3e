import type { FastifyReply } from 'fastify'
import { writeDocx } from '../../../documents/write/docx.ts'
import { judgementSheet, type JudgementSheetOf } from '../letters/judgement-sheet.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Sends the judgement as a Word file, never to be shown inline. */
export async function sendJudgementSheet(
  reply: FastifyReply,
  name: string,
  sheet: JudgementSheetOf,
): Promise<FastifyReply> {
  return reply
    .type(docxType)
    .header('content-disposition', `attachment; filename="${name}.docx"`)
    .send(Buffer.from(await writeDocx(judgementSheet(sheet))))
}
