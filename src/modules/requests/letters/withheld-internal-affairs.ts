import { z } from 'zod'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { exampleDecision } from './blanks.ts'
import { groundShapes } from './grounds.ts'
import { refusalBlanks, refusalLetter } from './refusal.ts'
import { defineLetter } from './template.ts'

/** D24, 条例 Art 16(1): which of the three kinds, and why the agency used its discretion. */
export const withheldInternalAffairs = defineLetter({
  id: 'D24',
  name: 'withheld-internal-affairs',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请答复书（不予公开：内部事务信息）',
  reader: 'applicant',
  articles: ['条例第十六条第一款', '条例第三十六条第三项'],
  row: 'refusedInternalAffairs',
  remedy: 'reviewFirst',
  blanks: z.object({ ...refusalBlanks, ...groundShapes.internalAffairs.omit({ ground: true }).shape }),
  example: {
    ...exampleDecision,
    request: { ...exampleDecision.request, content: '云汀市应急管理局2025年值班排班表' },
    information: '该排班表',
    kind: 'logistics',
    reason: '该信息只用于本机关内部的值守安排，不对外产生影响，公开后会影响内部管理',
  },
  compose: (blanks) => refusalLetter(blanks, { ...blanks, ground: 'internalAffairs' }),
})
