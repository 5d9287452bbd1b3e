import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { day, decisionBlanks, exampleDecision, number } from './blanks.ts'
import { examined, letter, opening, you } from './phrases.ts'
import { freeChoice } from './remedy.ts'
import { defineLetter } from './template.ts'

/** D37, 条例 Art 30: not corrected in time and no good reason given: taken as given up. */
export const clarificationLapsed = defineLetter({
  id: 'D37',
  name: 'clarification-lapsed',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请终止办理告知书（逾期不补正）',
  reader: 'applicant',
  articles: ['条例第三十条'],
  row: 'otherCorrectionLapsed',
  remedy: 'free',
  blanks: z.object({
    ...decisionBlanks,
    clarificationNumber: number('补正告知书文号'),
    servedOn: day('补正告知书送达日期'),
    until: day('补正期限'),
  }),
  example: {
    ...exampleDecision,
    clarificationNumber: '云应急公补〔2026〕2号',
    servedOn: '2026-03-06',
    until: '2026-03-20',
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请终止办理告知书', blanks.applicant.name, [
      opening(blanks, examined.notice),
      paragraph(
        `因申请内容不明确，本机关于${writtenDay(blanks.servedOn)}向${you(blanks.applicant)}送达${blanks.clarificationNumber}补正告知书，告知应当在${writtenDay(blanks.until)}前（含当日）补正。`,
        `期限届满，${you(blanks.applicant)}没有补正，也没有说明正当理由。`,
      ),
      paragraph(
        '根据《条例》第三十条的规定，视为放弃申请，本机关不再处理该政府信息公开申请。',
        `${you(blanks.applicant)}需要有关信息的，可以另行提出申请。`,
      ),
      freeChoice(blanks.remedyPlaces, '本告知书'),
    ]),
})
