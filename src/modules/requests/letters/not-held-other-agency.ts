import { z } from 'zod'
import { paragraph } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { decisionBlanks, exampleDecision, text } from './blanks.ts'
import { clause, examined, letter, opening, sentence, you } from './phrases.ts'
import { freeChoice } from './remedy.ts'
import { defineLetter } from './template.ts'

/** D29, 条例 Art 36(5) and 10: another agency's to disclose; who and how to reach it, where that can be told. */
export const notHeldOtherAgency = defineLetter({
  id: 'D29',
  name: 'not-held-other-agency',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请答复书（不属于本机关负责公开）',
  reader: 'applicant',
  articles: ['条例第十条', '条例第三十六条第五项'],
  row: 'unableNotHeld',
  remedy: 'free',
  blanks: z.object({
    ...decisionBlanks,
    information: text('信息名称'),
    reason: text('不属于本机关负责公开的理由'),
    /** Left out only when the right agency truly cannot be determined. */
    rightAgency: z
      .object({ name: text('负责公开的行政机关'), contact: text('该机关联系方式') })
      .optional()
      .meta({ title: '负责公开的行政机关' }),
  }),
  example: {
    ...exampleDecision,
    request: { ...exampleDecision.request, content: '城东区云栖路改造工程施工许可证' },
    information: '城东区云栖路改造工程施工许可证',
    reason: '建筑工程施工许可由住房和城乡建设主管部门核发，本机关没有该项职责，也没有从其他机关获取过该信息',
    rightAgency: { name: '云汀市住房和城乡建设局', contact: '地址：云汀市府前街2号，电话：0000-3456789' },
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请答复书', blanks.applicant.name, [
      opening(blanks, examined.reply),
      paragraph(
        `${sentence(blanks.reason)}根据《条例》第十条、第三十六条第五项的规定，${clause(blanks.information)}不属于本机关负责公开的政府信息，本机关无法提供。`,
      ),
      paragraph(
        blanks.rightAgency === undefined
          ? '根据现有材料，本机关暂不能确定负责公开该信息的行政机关。'
          : `建议${you(blanks.applicant)}向${blanks.rightAgency.name}提出申请（${clause(blanks.rightAgency.contact)}）。`,
      ),
      freeChoice(blanks.remedyPlaces, '本答复书'),
    ]),
})
