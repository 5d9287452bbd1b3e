import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { caseBlanks, day, exampleCase, list, text } from './blanks.ts'
import { clause, letter, opening, regulation, sentence, you } from './phrases.ts'
import { defineLetter } from './template.ts'

/** The place alone, where a clerk wrote 邮寄至 before it: the sentence says that already. */
const placeOnly = (place: string): string => place.replace(/^(?:邮寄[至到]|寄[至到]|送[至到交])/, '')

/** D05, 条例 Art 30: everything to correct at once, how to do it, until when, and what silence means. Asked only once. */
export const askClarification = defineLetter({
  id: 'D05',
  name: 'ask-clarification',
  version: 2,
  inForceFrom: plainDay('2019-05-15'),
  title: '政府信息公开申请补正告知书',
  reader: 'applicant',
  articles: ['条例第三十条'],
  row: null,
  remedy: 'none',
  blanks: z
    .object({
      ...caseBlanks,
      points: list('补正事项', text('补正事项')),
      guidance: text('补正指导'),
      until: day('补正期限'),
      sendTo: text('补正材料送交地址'),
    })
    .refine(({ issuedOn, until }) => until > issuedOn, {
      path: ['until'],
      message: '“补正期限”应当晚于告知书日期。',
    }),
  example: {
    ...exampleCase,
    documentNumber: '云应急公补〔2026〕2号',
    issuedOn: '2026-03-06',
    request: { ...exampleCase.request, content: '有关安全生产的所有材料' },
    points: [
      '所需政府信息的名称、文号，或者形成时间、涉及的企业、文书种类等便于检索的特征',
      '获取信息的形式要求',
    ],
    guidance:
      '如需要行政处罚信息，可以写明企业名称和年份；已经主动公开的处罚决定，可以在本机关门户网站“行政处罚”栏目查看',
    until: '2026-03-20',
    sendTo: '云汀市府前街1号云汀市应急管理局办公室（邮政编码000000）',
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请补正告知书', blanks.applicant.name, [
      opening(blanks, '经审查，申请内容不明确，本机关难以据此检索。'),
      paragraph(`根据${regulation}第三十条的规定，现一次性告知需要补正的事项：`),
      {
        kind: 'items',
        numbering: '1.',
        items: blanks.points.map((point, index) => [
          `${clause(point)}${index === blanks.points.length - 1 ? '。' : '；'}`,
        ]),
      },
      paragraph(`补正时可以参考：${sentence(blanks.guidance)}`),
      paragraph(
        `请在${writtenDay(blanks.until)}前（含当日）补正，补正材料请送交或者寄至${placeOnly(clause(blanks.sendTo))}，也可以凭申请编号和查询码在网上提交。答复期限自本机关收到补正的申请之日起计算。`,
      ),
      paragraph(
        `无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。${you(blanks.applicant)}在补正中遇到困难，可以与本机关联系，本机关将予以协助。`,
      ),
    ]),
})
