import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { caseBlanks, choice, day, exampleCase } from './blanks.ts'
import { letter, opening, regulation } from './phrases.ts'
import { defineLetter } from './template.ts'

const parties = {
  thirdParty: { whom: '第三方', article: '第三十二条' },
  coMaker: { whom: '共同制作该信息的行政机关', article: '第三十四条' },
  otherAgency: { whom: '其他机关', article: '第三十三条第三款' },
} as const

/** D11, 条例 Art 33(3): tells the applicant that others are asked and from when the time does not count. Names nobody. */
export const consultationNotice = defineLetter({
  id: 'D11',
  name: 'consultation-notice',
  version: 1,
  inForceFrom: plainDay('2019-05-15'),
  title: '政府信息公开申请征求意见告知书',
  reader: 'applicant',
  articles: ['条例第三十三条第三款'],
  row: null,
  remedy: 'none',
  blanks: z.object({
    ...caseBlanks,
    asked: choice('征求意见的对象', {
      thirdParty: '第三方',
      coMaker: '共同制作机关',
      otherAgency: '其他机关',
    }),
    sentOn: day('发出征求意见书之日'),
  }),
  example: {
    ...exampleCase,
    documentNumber: '云应急公告〔2026〕5号',
    issuedOn: '2026-03-09',
    asked: 'thirdParty',
    sentOn: '2026-03-09',
  },
  compose: (blanks) => {
    const { whom, article } = parties[blanks.asked]
    const articles = article === '第三十三条第三款' ? article : `${article}、第三十三条第三款`
    return letter(blanks, '政府信息公开申请征求意见告知书', blanks.applicant.name, [
      opening(
        blanks,
        `根据${regulation}${articles}的规定，本机关已于${writtenDay(blanks.sentOn)}就申请公开的信息书面征求${whom}的意见，所需时间不计算在答复期限内。`,
      ),
      paragraph('征求意见结束后，本机关将继续计算答复期限并依法答复。'),
    ])
  },
})
