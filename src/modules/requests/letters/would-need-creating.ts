import { z } from 'zod'
import { paragraph } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { decisionBlanks, exampleDecision, text } from './blanks.ts'
import { clause, examined, letter, opening, sentence } from './phrases.ts'
import { freeChoice } from './remedy.ts'
import { defineLetter } from './template.ts'

/** D30, 条例 Art 38: nothing ready-made; why processing or analysis would be needed. */
export const wouldNeedCreating = defineLetter({
  id: 'D30',
  name: 'would-need-creating',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请答复书（没有现成信息需要另行制作）',
  reader: 'applicant',
  articles: ['条例第三十八条'],
  row: 'unableNeedsCreation',
  remedy: 'free',
  blanks: z.object({
    ...decisionBlanks,
    information: text('信息名称'),
    reason: text('需要加工、分析的理由'),
  }),
  example: {
    ...exampleDecision,
    request: { ...exampleDecision.request, content: '2020年至2025年各街道事故起数与企业规模的对照分析' },
    information: '2020年至2025年各街道事故起数与企业规模的对照分析',
    reason:
      '本机关保存的是逐起事故的调查材料，没有按街道和企业规模作过统计，需要从历年案卷中逐件摘录并重新分析',
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请答复书', blanks.applicant.name, [
      opening(blanks, examined.reply),
      paragraph(
        `本机关没有现成的${clause(blanks.information)}。${sentence(blanks.reason)}`,
        '根据《条例》第三十八条的规定，行政机关向申请人提供的信息应当是已制作或者获取的政府信息；需要行政机关对现有政府信息进行加工、分析的，行政机关可以不予提供。本机关决定不予提供。',
      ),
      freeChoice(blanks.remedyPlaces, '本答复书'),
    ]),
})
