import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { day, exampleCase, issuer, list, number, text } from './blanks.ts'
import { clause, letter, regulation, sentence } from './phrases.ts'
import { defineLetter } from './template.ts'

/**
 * D13, 条例 Art 33(3) and 34: asks the agency that made the information jointly (15 working days, silence is consent) or
 * another agency (a day agreed; silence means nothing). No blank for the applicant.
 */
export const jointAgencyConsultation = defineLetter({
  id: 'D13',
  name: 'joint-agency-consultation',
  version: 2,
  inForceFrom: plainDay('2019-05-15'),
  title: '政府信息公开征求意见函',
  reader: 'otherAgency',
  articles: ['条例第三十三条第三款', '条例第三十四条'],
  row: null,
  remedy: 'none',
  blanks: z.object({
    issuer,
    documentNumber: number('发文字号'),
    issuedOn: day('成文日期'),
    agency: text('被征求意见机关'),
    information: list('征求意见的信息', text('信息名称')),
    proposal: text('本机关的初步意见'),
    asked: z
      .discriminatedUnion('as', [
        z.object({ as: z.literal('coMaker') }),
        z.object({ as: z.literal('otherAgency'), replyBy: day('函复期限') }),
      ])
      .meta({ title: '征求意见的性质', words: { coMaker: '共同制作机关', otherAgency: '其他机关' } }),
    /** Page of the one-time answer, with its secret. */
    answerLink: text('网上提交意见的网址').optional(),
  }),
  example: {
    issuer: exampleCase.issuer,
    documentNumber: '云应急公函〔2026〕7号',
    issuedOn: '2026-03-09',
    agency: '云汀市生态环境局',
    information: ['《云汀市化工园区联合检查情况通报》'],
    proposal: '拟予以公开',
    asked: { as: 'coMaker' },
  },
  compose: (blanks) =>
    letter(
      blanks,
      '政府信息公开征求意见函',
      blanks.agency,
      [
        paragraph(
          '本机关正在办理一件政府信息公开申请，涉及下列',
          blanks.asked.as === 'coMaker' ? '与贵机关共同制作的政府信息：' : '与贵机关有关的政府信息：',
        ),
        {
          kind: 'items',
          numbering: '1.',
          items: blanks.information.map((name, index) => [
            `${clause(name)}${index === blanks.information.length - 1 ? '。' : '；'}`,
          ]),
        },
        paragraph(`本机关的初步意见是：${sentence(blanks.proposal)}`),
        paragraph(
          blanks.asked.as === 'coMaker'
            ? `根据${regulation}第三十四条的规定，现征求贵机关意见，请自收到本函之日起15个工作日内提出意见；逾期未提出意见的，视为同意公开。`
            : `根据${regulation}第三十三条第三款的规定，现征求贵机关意见，请于${writtenDay(blanks.asked.replyBy)}前（含当日）函复。`,
        ),
        paragraph('不同意公开的，请说明理由和依据的法律、法规、规章条款。'),
        ...(blanks.answerLink === undefined
          ? []
          : [paragraph(`也可以在网上函复，网址只能使用一次：${blanks.answerLink}`)]),
      ],
      { closing: '特此函询，请予支持。' },
    ),
})
