import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { day, decisionBlanks, exampleDecision, number } from './blanks.ts'
import { examined, letter, opening, you } from './phrases.ts'
import { freeChoice } from './remedy.ts'
import { defineLetter } from './template.ts'

/** D33, 条例 Art 36(6): the same applicant asked for the same information before and was answered. */
export const duplicate = defineLetter({
  id: 'D33',
  name: 'duplicate',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请不予处理告知书（重复申请）',
  reader: 'applicant',
  articles: ['条例第三十六条第六项'],
  row: 'notProcessedRepeat',
  remedy: 'free',
  blanks: z.object({
    ...decisionBlanks,
    earlierNumber: number('此前答复文号'),
    earlierOn: day('此前答复日期'),
  }),
  example: { ...exampleDecision, earlierNumber: '云应急公复〔2025〕31号', earlierOn: '2025-11-20' },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请不予处理告知书', blanks.applicant.name, [
      opening(blanks, examined.notice),
      paragraph(
        `就同一政府信息，${you(blanks.applicant)}此前已经向本机关提出过申请，本机关已于${writtenDay(blanks.earlierOn)}作出${blanks.earlierNumber}答复。`,
        '根据《条例》第三十六条第六项的规定，本机关对本次重复申请不再处理。',
      ),
      paragraph('如未收到或者遗失上述答复，可以与本机关联系。'),
      freeChoice(blanks.remedyPlaces, '本告知书'),
    ]),
})
