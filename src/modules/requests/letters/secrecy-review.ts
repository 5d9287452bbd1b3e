import { z } from 'zod'
import { writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { day, exampleCase, issuer, text } from './blanks.ts'
import { formTable, recordForm, signHere } from './record-form.ts'
import { defineLetter } from './template.ts'

/** D15, 条例 Art 17: the review before anything is disclosed; reviewer, ground, opinion, approver, day. */
export const secrecyReview = defineLetter({
  id: 'D15',
  name: 'secrecy-review',
  version: 2,
  inForceFrom: plainDay('2019-05-15'),
  title: '政府信息公开保密审查呈批单',
  reader: 'office',
  articles: ['条例第十七条'],
  row: null,
  remedy: 'none',
  blanks: z.object({
    issuer,
    information: text('信息名称'),
    origin: text('信息来源'),
    proposal: text('拟处理意见'),
    basis: text('依据'),
    submittedBy: text('呈批人'),
    submittedOn: day('呈批日期'),
    secrecyOpinion: text('保密审查意见').optional(),
    approval: text('负责人审批意见').optional(),
  }),
  example: {
    issuer: exampleCase.issuer,
    information: '云应急罚〔2025〕11号行政处罚决定书',
    origin: '本机关制作',
    proposal: '遮盖个人信息后予以公开',
    basis: '条例第三十六条第二项、第三十七条',
    submittedBy: '执法监督科工作人员乙',
    submittedOn: '2026-03-10',
  },
  compose: (blanks) =>
    recordForm(blanks.issuer.name, '政府信息公开保密审查呈批单', [
      formTable('保密审查呈批单', [
        ['信息名称', blanks.information],
        ['信息来源', blanks.origin],
        ['拟处理意见', blanks.proposal],
        ['依据', blanks.basis],
        ['呈批人', `${blanks.submittedBy}　　${writtenDay(blanks.submittedOn)}`],
        ['科室负责人意见', `\n${signHere}`],
        ['保密审查意见', blanks.secrecyOpinion ?? `\n${signHere}`],
        ['负责人审批意见', blanks.approval ?? `\n${signHere}`],
      ]),
    ]),
})
