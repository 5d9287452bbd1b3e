import { z } from 'zod'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { exampleDecision } from './blanks.ts'
import { refusalBlanks, refusalLetter } from './refusal.ts'
import { defineLetter } from './template.ts'

/** D20, 条例 Art 14: lawfully classified. The letter has no place for level, term or any classified detail. */
export const withheldStateSecret = defineLetter({
  id: 'D20',
  name: 'withheld-state-secret',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请答复书（不予公开：国家秘密）',
  reader: 'applicant',
  articles: ['条例第十四条', '条例第三十六条第三项'],
  row: 'refusedStateSecret',
  remedy: 'reviewFirst',
  blanks: z.object(refusalBlanks),
  example: {
    ...exampleDecision,
    request: { ...exampleDecision.request, content: '云汀市重点目标防护方案' },
    information: '该方案',
  },
  compose: (blanks) => refusalLetter(blanks, { ground: 'stateSecret' }),
})
