import { z } from 'zod'
import { cell, paragraph } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { caseBlanks, choice, count, exampleCase, fen, list, text } from './blanks.ts'
import { clause, feeRules, letter, opening, regulation, you } from './phrases.ts'
import { feeRemedy } from './remedy.ts'
import { defineLetter } from './template.ts'
import { yuan, yuanInCapitals } from './yuan.ts'

const methods = {
  perCase: { name: '按件', article: '第四条', unit: '件' },
  perVolume: { name: '按量', article: '第五条', unit: '页' },
} as const

/**
 * D16, 条例 Art 42 and 国办函〔2020〕109号 Art 6: method, counts, calculation, amount, where to pay, until when, what happens
 * otherwise. The lines must add up to the amount.
 */
export const feeNotice = defineLetter({
  id: 'D16',
  name: 'fee-notice',
  version: 1,
  inForceFrom: plainDay('2021-01-01'),
  title: '政府信息公开信息处理费收费通知书',
  reader: 'applicant',
  articles: ['条例第四十二条', '政府信息公开信息处理费管理办法第六条'],
  row: null,
  remedy: 'feeOnly',
  blanks: z
    .object({
      ...caseBlanks,
      method: choice('计费方式', { perCase: '按件', perVolume: '按量' }),
      /** e.g. how many requests in which calendar month, or how many pages. */
      counted: text('计费数量说明'),
      lines: list(
        '计算明细',
        z.object({ band: text('档次'), quantity: count('数量'), price: fen('单价'), sum: fen('小计') }),
      ),
      amount: fen('收费金额'),
      payment: text('缴费方式'),
    })
    .refine(({ lines, amount }) => lines.reduce((sum, line) => sum + line.sum, 0) === amount, {
      path: ['amount'],
      message: '“收费金额”与计算明细的合计不一致。',
    })
    .refine(({ lines }) => lines.every(({ quantity, price, sum }) => quantity * price === sum), {
      path: ['lines'],
      message: '“计算明细”中有一行的数量乘以单价不等于小计。',
    }),
  example: {
    ...exampleCase,
    documentNumber: '云应急公费〔2026〕1号',
    issuedOn: '2026-02-06',
    request: { ...exampleCase.request, number: '2026-0009', receivedOn: '2026-01-30' },
    method: 'perCase',
    counted: '2026年1月，同一申请人共提出政府信息公开申请32件，本件为第32件',
    lines: [{ band: '第31件至第40件', quantity: 1, price: 20_000, sum: 20_000 }],
    amount: 20_000,
    payment: '持本通知书到云汀市非税收入代收银行网点缴纳，执收单位：云汀市应急管理局',
  },
  compose: (blanks) => {
    const { name, article, unit } = methods[blanks.method]
    const total = blanks.lines.reduce((sum, { quantity }) => sum + quantity, 0)
    return letter(blanks, '政府信息公开信息处理费收费通知书', blanks.applicant.name, [
      opening(
        blanks,
        `根据${regulation}第四十二条和${feeRules}的规定，本机关决定对本次申请收取信息处理费，现通知如下：`,
      ),
      paragraph(
        `一、计费方式和数量。依照上述办法${article}，采用${name}计收方式，超额累进计算。${clause(blanks.counted)}。计算明细：`,
      ),
      {
        kind: 'table',
        caption: '信息处理费计算明细',
        widths: [4, 2, 2, 2],
        headRows: 1,
        size: 'normal',
        whole: true,
        rows: [
          [`档次`, `数量（${unit}）`, `单价`, `小计`].map((label) =>
            cell(label, { header: true, align: 'center' }),
          ),
          ...blanks.lines.map(({ band, quantity, price, sum }) => [
            cell(band, { align: 'center' }),
            cell(quantity, { align: 'center' }),
            cell(yuan(price), { align: 'center' }),
            cell(yuan(sum), { align: 'center' }),
          ]),
          [
            cell('合计', { align: 'center' }),
            cell(total, { align: 'center' }),
            cell('', { align: 'center' }),
            cell(yuan(blanks.amount), { align: 'center' }),
          ],
        ],
      },
      paragraph(`二、收费金额。${yuan(blanks.amount)}（大写：人民币${yuanInCapitals(blanks.amount)}）。`),
      paragraph(
        `三、缴费期限和方式。请自收到本通知书次日起20个工作日内缴纳，缴费方式：${clause(blanks.payment)}。本机关自${you(blanks.applicant)}足额缴费次日起重新计算办理期限。`,
      ),
      paragraph('四、逾期的后果。逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。'),
      feeRemedy(),
    ])
  },
})
