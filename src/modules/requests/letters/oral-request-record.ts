import { z } from 'zod'
import { writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { day, exampleCase, issuer, text } from './blanks.ts'
import { formTable, recordForm, signHere } from './record-form.ts'
import { defineLetter } from './template.ts'

/** D02, 条例 Art 29(1): writing was truly hard, so the disclosure office filled in the form and read it back. */
export const oralRequestRecord = defineLetter({
  id: 'D02',
  name: 'oral-request-record',
  version: 1,
  inForceFrom: plainDay('2019-05-15'),
  title: '口头申请代填记录',
  reader: 'office',
  articles: ['条例第二十九条第一款'],
  row: null,
  remedy: 'none',
  blanks: z.object({
    issuer,
    applicantName: text('申请人姓名或者名称'),
    identity: text('身份证明'),
    contact: text('联系方式'),
    wanted: text('口头申请内容'),
    form: text('要求的提供形式和获取方式'),
    hardship: text('书面申请的困难'),
    filledBy: text('代填人'),
    filledOn: day('代填日期'),
  }),
  example: {
    issuer: exampleCase.issuer,
    applicantName: '沈青禾',
    identity: '居民身份证，经当面核对',
    contact: '电话0000-1112223',
    wanted: exampleCase.request.content,
    form: '纸质，自行领取',
    hardship: '视力障碍，不便书写',
    filledBy: '政务公开科工作人员甲',
    filledOn: '2026-03-03',
  },
  compose: (blanks) =>
    recordForm(blanks.issuer.name, '政府信息公开口头申请代填记录', [
      formTable('口头申请代填记录', [
        ['申请人', blanks.applicantName],
        ['身份证明', blanks.identity],
        ['联系方式', blanks.contact],
        ['书面申请的困难', blanks.hardship],
        ['口头申请的内容', blanks.wanted],
        ['提供形式和获取方式', blanks.form],
        ['代填人及日期', `${blanks.filledBy}　　${writtenDay(blanks.filledOn)}`],
        ['宣读和确认', `以上内容已向申请人宣读，申请人确认无误。${signHere}`],
      ]),
    ]),
})
