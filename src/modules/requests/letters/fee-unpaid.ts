import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { day, decisionBlanks, exampleDecision, fen, number } from './blanks.ts'
import { examined, feeRules, letter, opening, you } from './phrases.ts'
import { freeChoice } from './remedy.ts'
import { defineLetter } from './template.ts'
import { yuan } from './yuan.ts'

/** D38, 国办函〔2020〕109号 Art 6: not paid within 20 working days from the day after the notice came: taken as given up. */
export const feeUnpaid = defineLetter({
  id: 'D38',
  name: 'fee-unpaid',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请终止办理告知书（逾期未缴费）',
  reader: 'applicant',
  articles: ['条例第四十二条', '政府信息公开信息处理费管理办法第六条'],
  row: 'otherFeeUnpaid',
  remedy: 'free',
  blanks: z.object({
    ...decisionBlanks,
    noticeNumber: number('收费通知书文号'),
    noticeReceivedOn: day('收到收费通知之日'),
    lastPayDay: day('缴费期限最后一日'),
    amount: fen('应缴金额'),
  }),
  example: {
    ...exampleDecision,
    request: { ...exampleDecision.request, number: '2026-0009', receivedOn: '2026-01-30' },
    noticeNumber: '云应急公费〔2026〕1号',
    noticeReceivedOn: '2026-02-09',
    lastPayDay: '2026-03-13',
    amount: 20_000,
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请终止办理告知书', blanks.applicant.name, [
      opening(blanks, examined.notice),
      paragraph(
        `${you(blanks.applicant)}于${writtenDay(blanks.noticeReceivedOn)}收到本机关${blanks.noticeNumber}收费通知书，应当在${writtenDay(blanks.lastPayDay)}前（含当日）缴纳信息处理费${yuan(blanks.amount)}。期限届满，本机关没有收到应缴费用。`,
      ),
      paragraph(
        `根据《条例》第四十二条、${feeRules}第六条的规定，视为放弃申请，本机关不再处理该政府信息公开申请。`,
      ),
      freeChoice(blanks.remedyPlaces, '本告知书'),
    ]),
})
