import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { applicant, day, exampleCase, issuer, number, text } from './blanks.ts'
import { clause, letter, regulationInFull, sentence, you } from './phrases.ts'
import { defineLetter } from './template.ts'

/** D41, 条例 Art 44(2): the applicant proposed to publish the information to everyone; the result of the examination. */
export const publicationProposalReply = defineLetter({
  id: 'D41',
  name: 'publication-proposal-reply',
  version: 1,
  inForceFrom: plainDay('2019-05-15'),
  title: '纳入主动公开建议处理告知书',
  reader: 'applicant',
  articles: ['条例第四十四条第二款'],
  row: null,
  remedy: 'none',
  blanks: z.object({
    issuer,
    documentNumber: number('发文字号'),
    issuedOn: day('成文日期'),
    applicant,
    proposedOn: day('提出建议之日'),
    information: text('建议主动公开的信息'),
    result: z
      .discriminatedUnion('is', [
        z.object({ is: z.literal('published'), where: text('公开位置'), publishedOn: day('公开日期') }),
        z.object({ is: z.literal('notPublished'), reason: text('不纳入主动公开的理由') }),
      ])
      .meta({
        title: '审查结果',
        words: { published: '属于主动公开范围，已公开', notPublished: '不纳入主动公开' },
      }),
  }),
  example: {
    issuer: exampleCase.issuer,
    documentNumber: '云应急公告〔2026〕9号',
    issuedOn: '2026-03-24',
    applicant: exampleCase.applicant,
    proposedOn: '2026-03-12',
    information: '云汀市应急避难场所名录',
    result: {
      is: 'published',
      where: '云汀市应急管理局门户网站“应急管理”栏目',
      publishedOn: '2026-03-23',
    },
  },
  compose: (blanks) =>
    letter(blanks, '纳入主动公开建议处理告知书', blanks.applicant.name, [
      paragraph(
        `${writtenDay(blanks.proposedOn)}，${you(blanks.applicant)}建议将${clause(blanks.information)}纳入主动公开的范围。感谢${you(blanks.applicant)}的建议。依照${regulationInFull}第四十四条第二款的规定，现将审查结果告知如下：`,
      ),
      paragraph(
        blanks.result.is === 'published'
          ? `该信息属于主动公开的范围，本机关已于${writtenDay(blanks.result.publishedOn)}在${clause(blanks.result.where)}公开。`
          : `该信息不纳入主动公开的范围：${sentence(blanks.result.reason)}需要该信息的，可以依照《条例》的规定提出申请。`,
      ),
    ]),
})
