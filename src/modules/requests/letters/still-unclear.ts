import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { day, decisionBlanks, exampleDecision, number, text } from './blanks.ts'
import { examined, letter, opening, sentence, you } from './phrases.ts'
import { freeChoice } from './remedy.ts'
import { defineLetter } from './template.ts'

/** D31, 条例 Art 30: corrected once and still unclear. There is no second round; a new application is always possible. */
export const stillUnclear = defineLetter({
  id: 'D31',
  name: 'still-unclear',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请答复书（补正后申请内容仍不明确）',
  reader: 'applicant',
  articles: ['条例第二十九条第二款', '条例第三十条'],
  row: 'unableStillUnclear',
  remedy: 'free',
  blanks: z.object({
    ...decisionBlanks,
    clarificationNumber: number('补正告知书文号'),
    askedOn: day('补正告知日期'),
    correctedOn: day('收到补正材料之日'),
    unclear: text('仍不明确之处'),
  }),
  example: {
    ...exampleDecision,
    request: { ...exampleDecision.request, content: '有关安全生产的所有材料' },
    clarificationNumber: '云应急公补〔2026〕2号',
    askedOn: '2026-03-06',
    correctedOn: '2026-03-12',
    unclear:
      '补正后的内容仍未写明信息的名称、文号、形成时间或者其他特征，本机关无法据此检索到指向特定的政府信息',
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请答复书', blanks.applicant.name, [
      opening(blanks, examined.reply),
      paragraph(
        `因申请内容不明确，本机关于${writtenDay(blanks.askedOn)}作出${blanks.clarificationNumber}补正告知书，并于${writtenDay(blanks.correctedOn)}收到${you(blanks.applicant)}的补正材料。`,
        sentence(blanks.unclear),
      ),
      paragraph(
        '根据《条例》第二十九条第二款、第三十条的规定，补正后申请内容仍不明确，本机关无法提供。',
        `${you(blanks.applicant)}明确所需信息后，可以另行提出申请。`,
      ),
      freeChoice(blanks.remedyPlaces, '本答复书'),
    ]),
})
