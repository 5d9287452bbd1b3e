import { z } from 'zod'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { exampleDecision } from './blanks.ts'
import { groundShapes } from './grounds.ts'
import { refusalBlanks, refusalLetter } from './refusal.ts'
import { defineLetter } from './template.ts'

/** D25, 条例 Art 16(2): which of the four kinds, and why the agency used its discretion. */
export const withheldDeliberativeProcess = defineLetter({
  id: 'D25',
  name: 'withheld-deliberative-process',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请答复书（不予公开：过程性信息）',
  reader: 'applicant',
  articles: ['条例第十六条第二款', '条例第三十六条第三项'],
  row: 'refusedDeliberative',
  remedy: 'reviewFirst',
  blanks: z.object({ ...refusalBlanks, ...groundShapes.deliberativeProcess.omit({ ground: true }).shape }),
  example: {
    ...exampleDecision,
    request: { ...exampleDecision.request, content: '研究加油站布点调整的会议讨论记录' },
    information: '该会议讨论记录',
    kind: 'discussionRecord',
    reason: '相关事项仍在研究，尚未形成决定，公开后会影响参会人员充分发表意见',
  },
  compose: (blanks) => refusalLetter(blanks, { ...blanks, ground: 'deliberativeProcess' }),
})
