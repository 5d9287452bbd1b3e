import { z } from 'zod'
import { paragraph } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { choice, decisionBlanks, exampleDecision, text } from './blanks.ts'
import { clause, examined, letter, opening, sentence, you } from './phrases.ts'
import { freeChoice } from './remedy.ts'
import { defineLetter } from './template.ts'

const kinds = { petition: '信访', complaint: '投诉', report: '举报' } as const

/** D32, 条例 Art 39(1): a petition, complaint or report in the form of a request; where to take it. */
export const petition = defineLetter({
  id: 'D32',
  name: 'petition',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请不予处理告知书（信访、投诉、举报）',
  reader: 'applicant',
  articles: ['条例第三十九条第一款'],
  row: 'notProcessedPetition',
  remedy: 'free',
  blanks: z.object({
    ...decisionBlanks,
    kind: choice('事项性质', kinds),
    reason: text('认定理由'),
    channelHint: text('反映渠道'),
  }),
  example: {
    ...exampleDecision,
    request: { ...exampleDecision.request, content: '请查处城东区某加油站违规经营并告知处理结果' },
    kind: 'report',
    reason: '申请内容是反映他人违法行为并要求查处，没有指向本机关已经制作或者获取的政府信息',
    channelHint: '安全生产举报电话12350，或者云汀市应急管理局执法监督科（电话：0000-7654321）',
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请不予处理告知书', blanks.applicant.name, [
      opening(blanks, examined.notice),
      paragraph(
        `${sentence(blanks.reason)}根据《条例》第三十九条第一款的规定，${you(blanks.applicant)}以政府信息公开申请的形式进行${kinds[blanks.kind]}活动，本机关不作为政府信息公开申请处理。`,
      ),
      paragraph(`${you(blanks.applicant)}可以通过下列渠道反映：${clause(blanks.channelHint)}。`),
      freeChoice(blanks.remedyPlaces, '本告知书'),
    ]),
})
