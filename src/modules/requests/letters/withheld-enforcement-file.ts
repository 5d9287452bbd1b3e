import { z } from 'zod'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { exampleDecision, text } from './blanks.ts'
import { groundShapes } from './grounds.ts'
import { clause } from './phrases.ts'
import { refusalBlanks, refusalLetter } from './refusal.ts'
import { defineLetter } from './template.ts'

/** D26, 条例 Art 16(2): part of an enforcement file; a party to the case is told how to consult it. */
export const withheldEnforcementFile = defineLetter({
  id: 'D26',
  name: 'withheld-enforcement-file',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请答复书（不予公开：行政执法案卷信息）',
  reader: 'applicant',
  articles: ['条例第十六条第二款', '条例第三十六条第三项'],
  row: 'refusedEnforcementFile',
  remedy: 'reviewFirst',
  blanks: z.object({
    ...refusalBlanks,
    ...groundShapes.enforcementFile.omit({ ground: true }).shape,
    /** How a party to the case gets at the file. */
    fileAccess: text('案卷查阅方式'),
  }),
  example: {
    ...exampleDecision,
    request: { ...exampleDecision.request, content: '云应急罚〔2025〕11号案件的现场检查笔录和询问笔录' },
    information: '上述笔录',
    caseName: '云应急罚〔2025〕11号行政处罚案件',
    reason: '上述笔录记载了有关人员的陈述和调查过程，公开后会影响今后的调查取证和有关人员如实陈述',
    fileAccess: '向本机关执法监督科（电话：0000-7654321）申请查阅',
  },
  compose: (blanks) =>
    refusalLetter(
      blanks,
      { ...blanks, ground: 'enforcementFile' },
      `该案件的当事人、利害关系人可以依照有关行政执法程序的规定查阅案卷，查阅方式为：${clause(blanks.fileAccess)}。`,
    ),
})
