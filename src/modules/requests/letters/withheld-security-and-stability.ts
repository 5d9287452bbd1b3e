import { z } from 'zod'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { exampleDecision } from './blanks.ts'
import { groundShapes } from './grounds.ts'
import { refusalBlanks, refusalLetter } from './refusal.ts'
import { defineLetter } from './template.ts'

/** D22, 条例 Art 14: disclosure may endanger national, public or economic security or social stability; which, and why. */
export const withheldSecurityAndStability = defineLetter({
  id: 'D22',
  name: 'withheld-security-and-stability',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请答复书（不予公开：三安全一稳定）',
  reader: 'applicant',
  articles: ['条例第十四条', '条例第三十六条第三项'],
  row: 'refusedSecurityStability',
  remedy: 'reviewFirst',
  blanks: z.object({ ...refusalBlanks, ...groundShapes.securityAndStability.omit({ ground: true }).shape }),
  example: {
    ...exampleDecision,
    request: { ...exampleDecision.request, content: '云汀市危险化学品储罐区平面布置及安防设施点位图' },
    information: '该点位图',
    dangers: ['publicSecurity'],
    reason:
      '图中标明的重大危险源精确位置和安防设施盲区一旦公开，可能被用于实施破坏活动，危及周边居民的人身和财产安全',
  },
  compose: (blanks) => refusalLetter(blanks, { ...blanks, ground: 'securityAndStability' }),
})
