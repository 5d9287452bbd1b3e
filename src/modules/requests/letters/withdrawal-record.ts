import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { caseBlanks, day, exampleCase, text } from './blanks.ts'
import { clause, letter, opening, you } from './phrases.ts'
import { defineLetter } from './template.ts'

/** D39: the applicant withdrew the request; counted under 其他 in table three. Kept with the withdrawal letter. */
export const withdrawalRecord = defineLetter({
  id: 'D39',
  name: 'withdrawal-record',
  version: 2,
  inForceFrom: plainDay('2019-05-15'),
  title: '政府信息公开申请终止办理告知书（撤回申请）',
  reader: 'applicant',
  articles: ['条例第四十五条'],
  row: 'otherMisc',
  remedy: 'none',
  blanks: z.object({ ...caseBlanks, withdrawnOn: day('撤回申请之日'), way: text('撤回方式') }),
  example: {
    ...exampleCase,
    documentNumber: '云应急公终〔2026〕1号',
    issuedOn: '2026-03-10',
    withdrawnOn: '2026-03-09',
    way: '通过网上申请平台',
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请终止办理告知书', blanks.applicant.name, [
      opening(
        blanks,
        `${you(blanks.applicant)}于${writtenDay(blanks.withdrawnOn)}撤回了该申请（撤回方式：${clause(blanks.way)}）。本机关据此终止办理。`,
      ),
      paragraph(`${you(blanks.applicant)}今后需要有关信息的，可以另行提出申请。`),
    ]),
})
