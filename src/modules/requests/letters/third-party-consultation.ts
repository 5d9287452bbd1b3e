import { z } from 'zod'
import { paragraph } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { choice, day, exampleCase, issuer, list, number, text } from './blanks.ts'
import { clause, letter, regulationInFull, you } from './phrases.ts'
import { defineLetter } from './template.ts'

const interests = {
  tradeSecret: '商业秘密',
  personalPrivacy: '个人隐私',
  otherRights: '其他合法权益',
} as const

/**
 * D09, 条例 Art 15 and 32: asks a third party in writing; 15 working days from receipt; silence leaves the decision to the
 * agency. There is no blank for the applicant, nor for the application's own words: the applicant stays unknown.
 */
export const thirdPartyConsultation = defineLetter({
  id: 'D09',
  name: 'third-party-consultation',
  version: 2,
  inForceFrom: plainDay('2019-05-15'),
  title: '征求第三方意见书',
  reader: 'thirdParty',
  articles: ['条例第十五条', '条例第三十二条'],
  row: null,
  remedy: 'none',
  blanks: z.object({
    issuer,
    documentNumber: number('发文字号'),
    issuedOn: day('成文日期'),
    thirdParty: z.object({
      name: text('第三方姓名或者名称'),
      isNaturalPerson: z.boolean().meta({ title: '第三方是否自然人' }),
    }),
    information: list('涉及第三方的信息', text('信息名称')),
    interest: choice('可能涉及的权益', interests),
    replyTo: text('意见送交地址'),
    /** Page of the one-time answer, with its secret. */
    answerLink: text('网上提交意见的网址').optional(),
  }),
  example: {
    issuer: exampleCase.issuer,
    documentNumber: '云应急公征〔2026〕4号',
    issuedOn: '2026-03-09',
    thirdParty: { name: '云汀市清源化工有限公司', isNaturalPerson: false },
    information: ['你单位安全设施设计专篇', '你单位安全评价报告'],
    interest: 'tradeSecret',
    replyTo: '云汀市府前街1号云汀市应急管理局办公室（邮政编码000000）',
  },
  compose: (blanks) => {
    const reader = you(blanks.thirdParty)
    return letter(
      blanks,
      '征求第三方意见书',
      blanks.thirdParty.name,
      [
        paragraph('本机关正在办理一件政府信息公开申请，其中下列信息涉及', `${reader}：`),
        {
          kind: 'items',
          numbering: '1.',
          items: blanks.information.map((name, index) => [
            `${clause(name)}${index === blanks.information.length - 1 ? '。' : '；'}`,
          ]),
        },
        paragraph(
          `公开上述信息可能涉及${reader}的${interests[blanks.interest]}。根据${regulationInFull}第十五条、第三十二条的规定，现书面征求${reader}的意见，请自收到本意见书之日起15个工作日内，填写所附意见回复书送交本机关。`,
        ),
        paragraph(`不同意公开的，请说明理由，并附有关证明材料；只有部分内容不同意公开的，请具体标明。`),
        paragraph(
          '逾期未提出意见的，由本机关依照《条例》的规定决定是否公开。不同意公开且有合理理由的，本机关不予公开；但本机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的政府信息内容和理由书面告知',
          `${reader}。`,
        ),
        paragraph(`意见送交地址：${clause(blanks.replyTo)}。`),
        ...(blanks.answerLink === undefined
          ? []
          : [paragraph(`也可以在网上提交意见，网址只能使用一次，请勿转给他人：${blanks.answerLink}`)]),
      ],
      { enclosures: ['第三方意见回复书'], closing: '特此征求意见。' },
    )
  },
})
