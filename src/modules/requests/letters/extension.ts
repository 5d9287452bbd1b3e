import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { caseBlanks, day, exampleCase, text } from './blanks.ts'
import { clause, letter, opening, regulation, you } from './phrases.ts'
import { defineLetter } from './template.ts'

/** D07, 条例 Art 33(2): the reason, the consent of the head of the disclosure office, the new day, told before the first one. */
export const extension = defineLetter({
  id: 'D07',
  name: 'extension',
  version: 1,
  inForceFrom: plainDay('2019-05-15'),
  title: '政府信息公开申请延期答复告知书',
  reader: 'applicant',
  articles: ['条例第三十三条第二款'],
  row: null,
  remedy: 'none',
  blanks: z
    .object({
      ...caseBlanks,
      reason: text('延期理由'),
      dueOn: day('原答复期限届满之日'),
      extendedTo: day('延长后的答复期限届满之日'),
      days: z.number().int().min(1).max(20).meta({ title: '延长的工作日数' }),
    })
    .refine(({ dueOn, extendedTo }) => extendedTo > dueOn, {
      path: ['extendedTo'],
      message: '“延长后的答复期限届满之日”应当晚于原期限。',
    })
    .refine(({ issuedOn, dueOn }) => issuedOn <= dueOn, {
      path: ['issuedOn'],
      message: '延期应当在原答复期限届满之前告知申请人。',
    }),
  example: {
    ...exampleCase,
    documentNumber: '云应急公延〔2026〕1号',
    issuedOn: '2026-03-30',
    reason: '申请涉及的案卷较多，需要逐件核对并对第三方信息作区分处理',
    dueOn: '2026-03-31',
    extendedTo: '2026-04-15',
    days: 10,
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请延期答复告知书', blanks.applicant.name, [
      opening(blanks, `答复期限至${writtenDay(blanks.dueOn)}届满。`),
      paragraph(
        `因${clause(blanks.reason)}，本机关不能在上述期限内答复。`,
        `根据${regulation}第三十三条第二款的规定，经本机关政府信息公开工作机构负责人同意，答复期限延长${blanks.days}个工作日，本机关将在${writtenDay(blanks.extendedTo)}前（含当日）作出答复。`,
      ),
      paragraph(`给${you(blanks.applicant)}带来不便，敬请谅解。`),
    ]),
})
