import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { applicant, day, exampleCase, issuer, number, text } from './blanks.ts'
import { clause, letter, regulation, sentence, you } from './phrases.ts'
import { defineLetter } from './template.ts'

/** D43, 条例 Art 47(2) and 51: a complaint about disclosure work; verified or not, and what is done about it. */
export const complaintReply = defineLetter({
  id: 'D43',
  name: 'complaint-reply',
  version: 1,
  inForceFrom: plainDay('2019-05-15'),
  title: '政府信息公开投诉举报处理告知书',
  reader: 'applicant',
  articles: ['条例第四十七条第二款', '条例第五十一条'],
  row: null,
  remedy: 'none',
  blanks: z.object({
    issuer,
    documentNumber: number('发文字号'),
    issuedOn: day('成文日期'),
    /** Who complained. */
    applicant,
    receivedOn: day('收到投诉举报之日'),
    about: text('反映的问题'),
    result: z
      .discriminatedUnion('is', [
        z.object({ is: z.literal('verified'), facts: text('查证情况'), measure: text('处理措施') }),
        z.object({ is: z.literal('notVerified'), facts: text('查证情况') }),
      ])
      .meta({ title: '查证结果', words: { verified: '查证属实', notVerified: '查证不属实' } }),
  }),
  example: {
    issuer: {
      ...exampleCase.issuer,
      name: '云汀市人民政府办公室',
      disclosureOffice: '云汀市人民政府办公室政务公开科',
    },
    documentNumber: '云政办公诉〔2026〕2号',
    issuedOn: '2026-03-24',
    applicant: exampleCase.applicant,
    receivedOn: '2026-03-03',
    about: '城东区应急管理局没有按期公开2025年度行政处罚决定',
    result: {
      is: 'verified',
      facts: '该局有3件行政处罚决定未在规定期限内公开',
      measure: '已责令该局于3月20日前补充公开，并在全市通报',
    },
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开投诉举报处理告知书', blanks.applicant.name, [
      paragraph(
        `本机关于${writtenDay(blanks.receivedOn)}收到${you(blanks.applicant)}的投诉（举报），反映${clause(blanks.about)}。本机关依照${regulation}第四十七条第二款、第五十一条的规定进行了查证，现告知如下：`,
      ),
      paragraph(
        blanks.result.is === 'verified'
          ? `经查证，反映的问题属实。${sentence(blanks.result.facts)}处理情况：${sentence(blanks.result.measure)}`
          : `经查证，没有发现所反映的问题。${sentence(blanks.result.facts)}`,
      ),
    ]),
})
