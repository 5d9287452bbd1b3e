import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { caseBlanks, count, day, exampleCase, text } from './blanks.ts'
import { letter, opening, regulationInFull, sentence, you } from './phrases.ts'
import { defineLetter } from './template.ts'

/** D06, 条例 Art 35: number or frequency clearly beyond reason; the counts, what to explain, until when, with what effect. */
export const askReasons = defineLetter({
  id: 'D06',
  name: 'ask-reasons',
  version: 1,
  inForceFrom: plainDay('2019-05-15'),
  title: '政府信息公开申请说明理由告知书',
  reader: 'applicant',
  articles: ['条例第三十五条'],
  row: null,
  remedy: 'none',
  blanks: z
    .object({
      ...caseBlanks,
      countedFrom: day('统计起始日期'),
      countedTo: day('统计截止日期'),
      requests: count('申请件数'),
      assessment: text('明显超过合理范围的理由'),
      until: day('说明理由的期限'),
    })
    .refine(({ issuedOn, until }) => until > issuedOn, {
      path: ['until'],
      message: '“说明理由的期限”应当晚于告知书日期。',
    }),
  example: {
    ...exampleCase,
    documentNumber: '云应急公理〔2026〕1号',
    issuedOn: '2026-03-05',
    countedFrom: '2026-01-01',
    countedTo: '2026-02-28',
    requests: 96,
    assessment: '同一时期本机关收到的全部申请为118件，上述申请占八成以上，且多为对同一事项变换表述',
    until: '2026-03-19',
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请说明理由告知书', blanks.applicant.name, [
      opening(
        blanks,
        `自${writtenDay(blanks.countedFrom)}至${writtenDay(blanks.countedTo)}，${you(blanks.applicant)}共向本机关提出政府信息公开申请${blanks.requests}件。`,
      ),
      paragraph(
        `${sentence(blanks.assessment)}本机关认为申请的数量、频次明显超过合理范围。根据${regulationInFull}第三十五条的规定，请在${writtenDay(blanks.until)}前（含当日）书面说明理由。`,
      ),
      paragraph(
        '经审查理由不合理，或者逾期不说明理由的，本机关将依照《条例》第三十五条的规定，告知不予处理；理由合理但无法在规定期限内答复的，本机关将确定延迟答复的合理期限并告知。',
      ),
    ]),
})
