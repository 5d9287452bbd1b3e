import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { applicant, day, exampleCase, filed, issuer, request, text } from './blanks.ts'
import { clause, quoted, regulation, you } from './phrases.ts'
import { formTable } from './record-form.ts'
import { defineLetter } from './template.ts'

/**
 * D03, 条例 Art 31 and 45: what was received, which day counts and why, until when there will be an answer. Of an online application
 * the applicant gets it at once, before both sides have confirmed: then no day counts yet, and it says so.
 */
export const receipt = defineLetter({
  id: 'D03',
  name: 'receipt',
  version: 2,
  inForceFrom: plainDay('2019-05-15'),
  title: '政府信息公开申请接收回执',
  reader: 'applicant',
  articles: ['条例第三十一条', '条例第三十三条', '条例第四十五条'],
  row: null,
  remedy: 'none',
  blanks: z.object({
    issuer,
    issuedOn: day('成文日期'),
    applicant,
    /** What came in, as it is called: only requests for information have the 20 working days of Art 33. */
    matter: text('来件种类').default('政府信息公开申请'),
    submittedOn: day('来件日期'),
    request: request.extend({ receivedOn: day('收到申请之日').nullable().meta({ title: '收到申请之日' }) }),
    receivedRule: text('收到申请之日的确定规则'),
    dueOn: day('答复期限届满之日').nullable().meta({ title: '答复期限届满之日' }),
    queryCode: filed('查询码'),
  }),
  example: {
    issuer: exampleCase.issuer,
    issuedOn: '2026-03-03',
    applicant: exampleCase.applicant,
    submittedOn: '2026-03-02',
    request: exampleCase.request,
    receivedRule: '网上提交的申请，以双方确认之日为收到申请之日',
    dueOn: '2026-03-31',
    queryCode: 'YJ26-7K3M-92QD',
  },
  compose: (blanks) => ({
    layout: 'letter',
    letterhead: blanks.issuer.name,
    title: [`${blanks.matter}接收回执`],
    addressee: blanks.applicant.name,
    body: [
      paragraph(`${you(blanks.applicant)}的${blanks.matter}已经收到并登记。`),
      formTable('接收回执', [
        ['申请编号', blanks.request.number],
        ['申请内容', quoted(blanks.request.content)],
        ['来件日期', writtenDay(blanks.submittedOn)],
        [
          '收到申请之日',
          blanks.request.receivedOn === null
            ? `${clause(blanks.receivedRule)}，现在还没有确认`
            : `${writtenDay(blanks.request.receivedOn)}（${clause(blanks.receivedRule)}）`,
        ],
        ...(blanks.dueOn === null ? [] : ([['答复期限届满之日', writtenDay(blanks.dueOn)]] as const)),
        ['查询码', blanks.queryCode],
      ]),
      ...(blanks.matter === '政府信息公开申请'
        ? [
            paragraph(
              `根据${regulation}第三十三条的规定，本机关自收到申请之日起20个工作日内予以答复。需要补正、征求意见、延长期限或者收取信息处理费的，期限依法另行计算，本机关会书面告知。`,
            ),
          ]
        : []),
      paragraph('可以凭申请编号和查询码查询办理进度。请妥善保管查询码。'),
    ],
    signature: { agencies: [blanks.issuer.name], on: blanks.issuedOn },
    note: `联系单位：${blanks.issuer.disclosureOffice}；电话：${blanks.issuer.phone}`,
  }),
})
