import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { caseBlanks, day, exampleCase, text } from './blanks.ts'
import { letter, opening, regulation, sentence, you } from './phrases.ts'
import { defineLetter } from './template.ts'

/** D08, 条例 Art 35: the reasons are sound, the number is too large; a reasonable later day. Not an extension under Art 33. */
export const deferredReply = defineLetter({
  id: 'D08',
  name: 'deferred-reply',
  version: 1,
  inForceFrom: plainDay('2019-05-15'),
  title: '政府信息公开申请延迟答复告知书',
  reader: 'applicant',
  articles: ['条例第三十五条'],
  row: null,
  remedy: 'none',
  blanks: z
    .object({ ...caseBlanks, reason: text('无法按期答复的理由'), replyBy: day('延迟答复的合理期限') })
    .refine(({ issuedOn, replyBy }) => replyBy > issuedOn, {
      path: ['replyBy'],
      message: '“延迟答复的合理期限”应当晚于告知书日期。',
    }),
  example: {
    ...exampleCase,
    documentNumber: '云应急公迟〔2026〕1号',
    reason: '本次共申请公开三十二件案卷材料，需要分批调取、核对和区分处理',
    replyBy: '2026-06-30',
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请延迟答复告知书', blanks.applicant.name, [
      opening(blanks, `${you(blanks.applicant)}就申请的数量、频次所说明的理由，经审查属于合理。`),
      paragraph(
        `${sentence(blanks.reason)}本机关无法在法定期限内答复。根据${regulation}第三十五条的规定，确定在${writtenDay(blanks.replyBy)}前（含当日）答复。已经核对完毕的信息，本机关将先行答复。`,
      ),
    ]),
})
