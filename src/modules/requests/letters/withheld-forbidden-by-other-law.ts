import { z } from 'zod'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { exampleDecision } from './blanks.ts'
import { groundShapes } from './grounds.ts'
import { refusalBlanks, refusalLetter } from './refusal.ts'
import { defineLetter } from './template.ts'

/** D21, 条例 Art 14: a law or an administrative regulation forbids disclosure; the clause is quoted. */
export const withheldForbiddenByOtherLaw = defineLetter({
  id: 'D21',
  name: 'withheld-forbidden-by-other-law',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请答复书（不予公开：法律、行政法规禁止公开）',
  reader: 'applicant',
  articles: ['条例第十四条', '条例第三十六条第三项'],
  row: 'refusedForbiddenByLaw',
  remedy: 'reviewFirst',
  blanks: z.object({ ...refusalBlanks, ...groundShapes.forbiddenByOtherLaw.omit({ ground: true }).shape }),
  example: {
    ...exampleDecision,
    request: { ...exampleDecision.request, content: '2025年某企业报送的统计调查原始报表' },
    information: '该企业报送的统计调查原始报表',
    instrument: '《中华人民共和国统计法》',
    clauseNumber: '第二十八条',
    clauseText:
      '统计调查中获得的能够识别或者推断单个统计调查对象身份的资料，任何单位和个人不得对外提供、泄露，不得用于统计以外的目的',
  },
  compose: (blanks) => refusalLetter(blanks, { ...blanks, ground: 'forbiddenByOtherLaw' }),
})
