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
    request: { ...exampleDecision.request, content: '某起事故案件中未成年人的姓名、就读学校' },
    information: '案件中未成年人的姓名和就读学校',
    instrument: '《中华人民共和国未成年人保护法》',
    clauseNumber: '第一百零三条',
    clauseText:
      '公安机关、人民检察院、人民法院、司法行政部门以及其他组织和个人不得披露有关案件中未成年人的姓名、影像、住所、就读学校以及其他可能识别出其身份的信息，但查找失踪、被拐卖未成年人等情形除外',
  },
  compose: (blanks) => refusalLetter(blanks, { ...blanks, ground: 'forbiddenByOtherLaw' }),
})
