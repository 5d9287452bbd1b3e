import { z } from 'zod'
import { writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { day, exampleCase, issuer, text } from './blanks.ts'
import { formTable, recordForm, signHere } from './record-form.ts'
import { defineLetter } from './template.ts'

/** D04, 条例 Art 31(2) and (3): the talk in which both sides confirmed the application; its day is the day of receipt. */
export const receiptConfirmation = defineLetter({
  id: 'D04',
  name: 'receipt-confirmation',
  version: 1,
  inForceFrom: plainDay('2019-05-15'),
  title: '收到申请确认记录',
  reader: 'office',
  articles: ['条例第三十一条第二项', '条例第三十一条第三项'],
  row: null,
  remedy: 'none',
  blanks: z.object({
    issuer,
    requestNumber: text('申请编号'),
    arrivedOn: day('到达日期'),
    arrivedBy: text('到达渠道'),
    confirmedOn: day('双方确认之日'),
    confirmedBy: text('确认方式'),
    spokeWith: text('确认对象'),
    officer: text('确认经办人'),
  }),
  example: {
    issuer: exampleCase.issuer,
    requestNumber: '2026-0017',
    arrivedOn: '2026-03-02',
    arrivedBy: '网上申请平台',
    confirmedOn: '2026-03-03',
    confirmedBy: '电话（9时12分）',
    spokeWith: '申请人本人',
    officer: '政务公开科工作人员甲',
  },
  compose: (blanks) =>
    recordForm(blanks.issuer.name, '政府信息公开申请收到确认记录', [
      formTable('收到申请确认记录', [
        ['申请编号', blanks.requestNumber],
        ['到达日期和渠道', `${writtenDay(blanks.arrivedOn)}，${blanks.arrivedBy}`],
        ['双方确认之日', writtenDay(blanks.confirmedOn)],
        ['确认方式', blanks.confirmedBy],
        ['确认对象', blanks.spokeWith],
        ['收到申请之日', `${writtenDay(blanks.confirmedOn)}（条例第三十一条：以双方确认之日为收到申请之日）`],
        ['经办人', `${blanks.officer}${signHere}`],
      ]),
    ]),
})
