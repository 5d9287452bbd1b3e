import { z } from 'zod'
import { writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { day, exampleCase, issuer, list, text } from './blanks.ts'
import { quoted } from './phrases.ts'
import { formTable, recordForm, signHere } from './record-form.ts'
import { defineLetter } from './template.ts'

/** D14, 条例 Art 45: asks a section of the agency for documents and opinion. Its time is not taken out of the clock. */
export const sectionRequest = defineLetter({
  id: 'D14',
  name: 'section-request',
  version: 2,
  inForceFrom: plainDay('2019-05-15'),
  title: '政府信息公开申请协办单',
  reader: 'office',
  articles: ['条例第四十五条'],
  row: null,
  remedy: 'none',
  blanks: z.object({
    issuer,
    section: text('协办科室'),
    requestNumber: text('申请编号'),
    content: text('申请内容'),
    needed: list('需要提供的材料和意见', text('需要提供的材料和意见')),
    /** Null while no day runs: the receipt is not confirmed, or the clock stands still. */
    dueOn: day('答复期限届满之日').nullable().meta({ title: '答复期限届满之日' }),
    internalDueOn: day('内部反馈期限'),
    issuedOn: day('发出日期'),
  }),
  example: {
    issuer: exampleCase.issuer,
    section: '危险化学品监督管理科',
    requestNumber: '2026-0017',
    content: exampleCase.request.content,
    needed: ['是否存在该信息，检索的系统、档案和检索词', '信息原件', '是否公开的意见、理由和依据'],
    dueOn: '2026-03-31',
    internalDueOn: '2026-03-12',
    issuedOn: '2026-03-04',
  },
  compose: (blanks) =>
    recordForm(blanks.issuer.name, '政府信息公开申请协办单', [
      formTable('协办单', [
        ['协办科室', blanks.section],
        ['申请编号', blanks.requestNumber],
        ['申请内容', quoted(blanks.content)],
        ['请提供', blanks.needed.map((one, index) => `${index + 1}. ${one}`).join('\n')],
        ['内部反馈期限', `${writtenDay(blanks.internalDueOn)}（内部办理时间不从答复期限中扣除）`],
        [
          '答复期限届满之日',
          blanks.dueOn === null ? '现在没有计算，确定以后另行告知' : writtenDay(blanks.dueOn),
        ],
        ['发出', `${blanks.issuer.disclosureOffice}　　${writtenDay(blanks.issuedOn)}`],
        ['协办科室意见', `\n\n\n${signHere}`],
      ]),
    ]),
})
