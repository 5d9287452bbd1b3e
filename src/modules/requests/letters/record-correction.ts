import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { applicant, day, exampleDecision, issuer, number, remedyPlaces, text } from './blanks.ts'
import { clause, letter, regulation, sentence, you } from './phrases.ts'
import { freeChoice } from './remedy.ts'
import { defineLetter } from './template.ts'

const result = z
  .discriminatedUnion('is', [
    z.object({ is: z.literal('corrected'), change: text('更正内容') }),
    z.object({ is: z.literal('notCorrected'), reason: text('不予更正的理由') }),
    z.object({ is: z.literal('transferred'), agency: text('有权更正的机关'), sentOn: day('转送日期') }),
    z.object({ is: z.literal('pointed'), agency: text('有权更正的机关'), contact: text('该机关联系方式') }),
  ])
  .meta({
    title: '处理结果',
    words: {
      corrected: '审核属实，予以更正',
      notCorrected: '不予更正',
      transferred: '转送有权更正的机关',
      pointed: '告知有权更正的机关',
    },
  })

function said(outcome: z.output<typeof result>, reader: string): string {
  switch (outcome.is) {
    case 'corrected':
      return `经审核属实，本机关已予以更正：${sentence(outcome.change)}`
    case 'notCorrected':
      return `经审核，${clause(outcome.reason)}，本机关不予更正。`
    case 'transferred':
      return `该记录不属于本机关职能范围，本机关已于${writtenDay(outcome.sentOn)}转送有权更正的${outcome.agency}处理。`
    case 'pointed':
      return `该记录不属于本机关职能范围，请${reader}向有权更正的${outcome.agency}提出（${clause(outcome.contact)}）。`
  }
}

/** D40, 条例 Art 41: correction of a record about the applicant. A case of its own kind: not in table three. */
export const recordCorrection = defineLetter({
  id: 'D40',
  name: 'record-correction',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息更正申请告知书',
  reader: 'applicant',
  articles: ['条例第四十一条'],
  row: null,
  remedy: 'free',
  blanks: z.object({
    issuer,
    documentNumber: number('发文字号'),
    issuedOn: day('成文日期'),
    applicant,
    receivedOn: day('收到更正申请之日'),
    record: text('申请更正的记录'),
    result,
    remedyPlaces,
  }),
  example: {
    issuer: exampleDecision.issuer,
    documentNumber: '云应急公更〔2026〕1号',
    issuedOn: '2026-03-24',
    applicant: exampleDecision.applicant,
    receivedOn: '2026-03-03',
    record: '特种作业操作证信息中的出生日期',
    result: { is: 'corrected', change: '出生日期已按居民身份证记载更正' },
    remedyPlaces: exampleDecision.remedyPlaces,
  },
  compose: (blanks) =>
    letter(blanks, '政府信息更正申请告知书', blanks.applicant.name, [
      paragraph(
        `本机关于${writtenDay(blanks.receivedOn)}收到${you(blanks.applicant)}的申请，要求更正本机关记录的与自身相关的信息：${sentence(blanks.record)}`,
        `依照${regulation}第四十一条的规定，现告知：`,
      ),
      paragraph(said(blanks.result, you(blanks.applicant))),
      freeChoice(blanks.remedyPlaces, '本告知书'),
    ]),
})
