import { z } from 'zod'
import { paragraph } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { day, exampleDecision, issuer, list, number, remedyPlaces, text } from './blanks.ts'
import { clause, letter, regulationInFull, you } from './phrases.ts'
import { thirdPartyChoice } from './remedy.ts'
import { defineLetter } from './template.ts'

/**
 * D12, 条例 Art 15 and 32: the third party objected, the public interest prevails; what will be disclosed and why, and the
 * third party's remedy. No blank for the applicant.
 */
export const releaseNoticeToThirdParty = defineLetter({
  id: 'D12',
  name: 'release-notice-to-third-party',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息决定公开告知书（第三方）',
  reader: 'thirdParty',
  articles: ['条例第十五条', '条例第三十二条'],
  row: null,
  remedy: 'thirdParty',
  blanks: z.object({
    issuer,
    documentNumber: number('发文字号'),
    issuedOn: day('成文日期'),
    thirdParty: z.object({
      name: text('第三方姓名或者名称'),
      isNaturalPerson: z.boolean().meta({ title: '第三方是否自然人' }),
    }),
    consultationNumber: number('征求意见书文号'),
    information: list('决定公开的信息', text('信息名称')),
    publicInterest: text('不公开会对公共利益造成重大影响的理由'),
    remedyPlaces,
  }),
  example: {
    issuer: exampleDecision.issuer,
    documentNumber: '云应急公三〔2026〕1号',
    issuedOn: '2026-03-30',
    thirdParty: { name: '云汀市清源化工有限公司', isNaturalPerson: false },
    consultationNumber: '云应急公征〔2026〕4号',
    information: ['安全评价报告中的重大危险源辨识结论'],
    publicInterest: '该结论关系周边居民的生命安全，不公开会使公众无法知悉所处环境的重大风险',
    remedyPlaces: exampleDecision.remedyPlaces,
  },
  compose: (blanks) => {
    const reader = you(blanks.thirdParty)
    return letter(blanks, '政府信息决定公开告知书', blanks.thirdParty.name, [
      paragraph(
        `本机关以${blanks.consultationNumber}征求意见书就公开有关信息征求了${reader}的意见，${reader}不同意公开。`,
        `经依照${regulationInFull}审查，${clause(blanks.publicInterest)}，不公开会对公共利益造成重大影响。`,
      ),
      paragraph('根据《条例》第十五条、第三十二条的规定，本机关决定公开下列信息：'),
      {
        kind: 'items',
        numbering: '1.',
        items: blanks.information.map((name, index) => [
          `${clause(name)}${index === blanks.information.length - 1 ? '。' : '；'}`,
        ]),
      },
      thirdPartyChoice(blanks.remedyPlaces, '本告知书', reader),
    ])
  },
})
