import { z } from 'zod'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { exampleCase, issuer, list, number, text } from './blanks.ts'
import { box, formTable, recordForm, signHere } from './record-form.ts'
import { defineLetter } from './template.ts'

const ways = {
  direct: '直接送达',
  entrusted: '委托送达',
  post: '邮政寄送',
  electronic: '电子送达',
} as const

/** D42, 国办公开办函〔2016〕235号: proof of service. By post the day of posting counts; handed over, the day it is signed for. */
export const serviceReceipt = defineLetter({
  id: 'D42',
  name: 'service-receipt',
  version: 1,
  inForceFrom: plainDay('2016-12-07'),
  title: '送达回证',
  reader: 'office',
  articles: ['国办公开办函〔2016〕235号'],
  row: null,
  remedy: 'none',
  blanks: z.object({
    issuer,
    recipient: text('受送达人'),
    papers: list('送达文书', z.object({ name: text('文书名称'), documentNumber: number('文书文号') })),
    place: text('送达地点'),
    way: z.enum(Object.keys(ways) as [keyof typeof ways]).meta({ title: '送达方式' }),
    servedBy: text('送达人'),
  }),
  example: {
    issuer: exampleCase.issuer,
    recipient: '沈青禾',
    papers: [{ name: '政府信息公开申请答复书', documentNumber: '云应急公复〔2026〕3号' }],
    place: '云汀市城东区云栖路1号',
    way: 'direct',
    servedBy: '政务公开科工作人员甲、乙',
  },
  compose: (blanks) =>
    recordForm(blanks.issuer.name, '送达回证', [
      formTable('送达回证', [
        ['受送达人', blanks.recipient],
        [
          '送达文书及文号',
          blanks.papers.map(({ name, documentNumber: no }) => `${name}（${no}）`).join('\n'),
        ],
        ['送达地点', blanks.place],
        [
          '送达方式',
          Object.entries(ways)
            .map(([key, label]) => box(key === blanks.way, label))
            .join('　'),
        ],
        ['送达人', blanks.servedBy],
        ['收件人（代收人注明与受送达人的关系）', signHere],
        ['邮件编号、交邮日期或者电子送达记录', '\n'],
        ['备注', '\n'],
      ]),
    ]),
})
