import { z } from 'zod'
import { paragraph } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { decisionBlanks, exampleDecision, text } from './blanks.ts'
import { clause, examined, letter, opening, you } from './phrases.ts'
import { freeChoice } from './remedy.ts'
import { defineLetter } from './template.ts'

/**
 * D36: asks the agency to confirm or issue again what the applicant already holds. No article of the Regulation names it;
 * the row of table three does. It rests on Art 2 and 38: only existing information is given.
 */
export const reissue = defineLetter({
  id: 'D36',
  name: 'reissue',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请不予处理告知书（要求确认或者重新出具）',
  reader: 'applicant',
  articles: ['条例第二条', '条例第三十八条'],
  row: 'notProcessedReissue',
  remedy: 'free',
  blanks: z.object({
    ...decisionBlanks,
    held: text('申请人已经获取的信息'),
    how: text('获取的时间和方式'),
  }),
  example: {
    ...exampleDecision,
    request: {
      ...exampleDecision.request,
      content: '请确认云应急罚〔2025〕11号行政处罚决定书的效力并重新出具',
    },
    held: '云应急罚〔2025〕11号行政处罚决定书',
    how: '本机关已于2025年6月18日直接送达',
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请不予处理告知书', blanks.applicant.name, [
      opening(blanks, examined.notice),
      paragraph(
        `${you(blanks.applicant)}已经获取${clause(blanks.held)}（${clause(blanks.how)}）。`,
        `${you(blanks.applicant)}要求本机关对已经获取的信息予以确认或者重新出具，不属于《条例》第二条、第三十八条规定的提供已制作或者获取的政府信息，本机关不作为政府信息公开申请处理。`,
      ),
      freeChoice(blanks.remedyPlaces, '本告知书'),
    ]),
})
