import { z } from 'zod'
import { paragraph } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { exampleCase, issuer, list, number, text } from './blanks.ts'
import { box, formTable, recordForm, signHere } from './record-form.ts'
import { defineLetter } from './template.ts'

/** D10, 条例 Art 32: the reply form that goes out with D09, to be filled in by the third party. No word of the applicant. */
export const thirdPartyOpinion = defineLetter({
  id: 'D10',
  name: 'third-party-opinion',
  version: 1,
  inForceFrom: plainDay('2019-05-15'),
  title: '第三方意见回复书',
  reader: 'thirdParty',
  articles: ['条例第三十二条'],
  row: null,
  remedy: 'none',
  blanks: z.object({
    issuer,
    consultationNumber: number('征求意见书文号'),
    thirdPartyName: text('第三方姓名或者名称'),
    information: list('涉及第三方的信息', text('信息名称')),
  }),
  example: {
    issuer: exampleCase.issuer,
    consultationNumber: '云应急公征〔2026〕4号',
    thirdPartyName: '云汀市清源化工有限公司',
    information: ['安全设施设计专篇', '安全评价报告'],
  },
  compose: (blanks) =>
    recordForm(blanks.issuer.name, '第三方意见回复书', [
      formTable('第三方意见回复书', [
        ['征求意见书文号', blanks.consultationNumber],
        ['第三方', blanks.thirdPartyName],
        ['征求意见的信息', blanks.information.map((name, index) => `${index + 1}. ${name}`).join('\n')],
        ['意见', [box(false, '同意公开'), box(false, '同意部分公开'), box(false, '不同意公开')].join('　　')],
        ['不同意公开的内容及理由（可以另附材料）', '\n\n\n\n\n'],
        ['签名或者盖章', signHere],
      ]),
      paragraph(
        '请自收到征求意见书之日起15个工作日内送交本机关。逾期未提出意见的，由本机关依法决定是否公开。',
      ),
    ]),
})
