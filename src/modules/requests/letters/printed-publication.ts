import { z } from 'zod'
import { paragraph } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { decisionBlanks, exampleDecision, text } from './blanks.ts'
import { clause, examined, letter, opening } from './phrases.ts'
import { freeChoice } from './remedy.ts'
import { defineLetter } from './template.ts'

/** D34, 条例 Art 39(2): gazettes, newspapers, books and other public publications; where to get them. */
export const printedPublication = defineLetter({
  id: 'D34',
  name: 'printed-publication',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请不予处理告知书（公开出版物）',
  reader: 'applicant',
  articles: ['条例第三十九条第二款'],
  row: 'notProcessedPublication',
  remedy: 'free',
  blanks: z.object({ ...decisionBlanks, publication: text('公开出版物名称'), where: text('获取途径') }),
  example: {
    ...exampleDecision,
    request: { ...exampleDecision.request, content: '《云汀年鉴（2025）》' },
    publication: '《云汀年鉴（2025）》',
    where: '云汀市图书馆地方文献阅览室，或者各新华书店门市',
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请不予处理告知书', blanks.applicant.name, [
      opening(blanks, examined.notice),
      paragraph(
        `${clause(blanks.publication)}属于公开出版物。根据《条例》第三十九条第二款的规定，本机关不作为政府信息公开申请处理，现告知获取的途径：${clause(blanks.where)}。`,
      ),
      freeChoice(blanks.remedyPlaces, '本告知书'),
    ]),
})
