import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { count, day, decisionBlanks, exampleDecision, number, text } from './blanks.ts'
import { examined, letter, opening, sentence, you } from './phrases.ts'
import { freeChoice } from './remedy.ts'
import { defineLetter } from './template.ts'

/** D35, 条例 Art 35: clearly beyond reason, and the reasons given (or none) do not hold. */
export const excessive = defineLetter({
  id: 'D35',
  name: 'excessive',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请不予处理告知书（无正当理由大量反复申请）',
  reader: 'applicant',
  articles: ['条例第三十五条'],
  row: 'notProcessedExcessive',
  remedy: 'free',
  blanks: z.object({
    ...decisionBlanks,
    countedFrom: day('统计起始日期'),
    countedTo: day('统计截止日期'),
    requests: count('申请件数'),
    reasonsNumber: number('说明理由告知书文号'),
    reasonsAskedOn: day('说明理由告知日期'),
    /** What the applicant said; left out when nothing was said in time. */
    reasonsGiven: text('申请人说明的理由').optional(),
    assessment: text('不合理的认定理由'),
  }),
  example: {
    ...exampleDecision,
    countedFrom: '2026-01-01',
    countedTo: '2026-02-28',
    requests: 96,
    reasonsNumber: '云应急公理〔2026〕1号',
    reasonsAskedOn: '2026-03-05',
    reasonsGiven: '希望全面了解本机关工作',
    assessment: '上述申请多为对同一事项变换表述的反复申请，所述理由与申请的数量、频次明显不相当',
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请不予处理告知书', blanks.applicant.name, [
      opening(blanks, examined.notice),
      paragraph(
        `自${writtenDay(blanks.countedFrom)}至${writtenDay(blanks.countedTo)}，${you(blanks.applicant)}共向本机关提出政府信息公开申请${blanks.requests}件，申请数量、频次明显超过合理范围。`,
        `本机关于${writtenDay(blanks.reasonsAskedOn)}作出${blanks.reasonsNumber}告知书，要求说明理由。`,
        blanks.reasonsGiven === undefined
          ? `${you(blanks.applicant)}在规定期限内没有说明理由。`
          : `${you(blanks.applicant)}说明的理由是：${sentence(blanks.reasonsGiven)}`,
      ),
      paragraph(
        `${sentence(blanks.assessment)}根据《条例》第三十五条的规定，本机关认定申请理由不合理，对本次申请不予处理。`,
      ),
      freeChoice(blanks.remedyPlaces, '本告知书'),
    ]),
})
