import { z } from 'zod'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { exampleDecision } from './blanks.ts'
import { groundShapes } from './grounds.ts'
import { refusalBlanks, refusalLetter } from './refusal.ts'
import { defineLetter } from './template.ts'

/** D23, 条例 Art 15 and 32: the third party was asked, what it said, its reasons, and the public interest weighed. */
export const withheldThirdPartyRights = defineLetter({
  id: 'D23',
  name: 'withheld-third-party-rights',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请答复书（不予公开：第三方合法权益）',
  reader: 'applicant',
  articles: ['条例第十五条', '条例第三十二条', '条例第三十六条第三项'],
  row: 'refusedThirdPartyRights',
  remedy: 'reviewFirst',
  blanks: z.object({ ...refusalBlanks, ...groundShapes.thirdPartyRights.omit({ ground: true }).shape }),
  example: {
    ...exampleDecision,
    request: { ...exampleDecision.request, content: '某化工企业安全设施设计专篇' },
    information: '该企业安全设施设计专篇',
    interest: 'tradeSecret',
    opinion: 'objected',
    reason: '其中的工艺流程和控制参数不为公众所知悉，具有商业价值，并已由企业采取保密措施',
    publicInterest: '该企业的安全许可结果和监督检查情况已经主动公开，公众可以据此了解其安全生产状况',
  },
  compose: (blanks) => refusalLetter(blanks, { ...blanks, ground: 'thirdPartyRights' }),
})
