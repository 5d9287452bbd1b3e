import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { applicant, day, exampleCase, issuer, request, text } from './blanks.ts'
import { clause, quoted, regulation, you } from './phrases.ts'
import { formTable } from './record-form.ts'
import { defineLetter } from './template.ts'

/** D03, 条例 Art 31 and 45: what was received, which day counts and why, until when there will be an answer. */
export const receipt = defineLetter({
  id: 'D03',
  name: 'receipt',
  version: 1,
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
    request,
    receivedRule: text('收到申请之日的确定规则'),
    dueOn: day('答复期限届满之日'),
    queryCode: text('查询码'),
  }),
  example: {
    issuer: exampleCase.issuer,
    issuedOn: '2026-03-03',
    applicant: exampleCase.applicant,
    request: exampleCase.request,
    receivedRule: '网上提交的申请，以双方确认之日为收到申请之日',
    dueOn: '2026-03-31',
    queryCode: 'YJ26-7K3M-92QD',
  },
  compose: (blanks) => ({
    layout: 'letter',
    letterhead: blanks.issuer.name,
    title: ['政府信息公开申请接收回执'],
    addressee: blanks.applicant.name,
    body: [
      paragraph(`${you(blanks.applicant)}的政府信息公开申请已经收到并登记。`),
      formTable('接收回执', [
        ['申请编号', blanks.request.number],
        ['申请内容', quoted(blanks.request.content)],
        ['收到申请之日', `${writtenDay(blanks.request.receivedOn)}（${clause(blanks.receivedRule)}）`],
        ['答复期限届满之日', writtenDay(blanks.dueOn)],
        ['查询码', blanks.queryCode],
      ]),
      paragraph(
        `根据${regulation}第三十三条的规定，本机关自收到申请之日起20个工作日内予以答复。需要补正、征求意见、延长期限或者收取信息处理费的，期限依法另行计算，本机关会书面告知。`,
      ),
      paragraph('可以凭申请编号和查询码查询办理进度。请妥善保管查询码。'),
    ],
    signature: { agencies: [blanks.issuer.name], on: blanks.issuedOn },
    note: `联系单位：${blanks.issuer.disclosureOffice}；电话：${blanks.issuer.phone}`,
  }),
})
