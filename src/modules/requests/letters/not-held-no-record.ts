import { z } from 'zod'
import { paragraph } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { decisionBlanks, exampleDecision, list, text } from './blanks.ts'
import { clause, examined, letter, opening } from './phrases.ts'
import { freeChoice } from './remedy.ts'
import { defineLetter } from './template.ts'

/** D28, 条例 Art 36(4): searched for and not there. Says where and with which words, so that the search can be judged. */
export const notHeldNoRecord = defineLetter({
  id: 'D28',
  name: 'not-held-no-record',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请答复书（政府信息不存在）',
  reader: 'applicant',
  articles: ['条例第三十六条第四项'],
  row: 'unableNotHeld',
  remedy: 'free',
  blanks: z.object({
    ...decisionBlanks,
    information: text('信息名称'),
    searched: list('检索范围', text('检索范围')),
    keywords: list('检索词', text('检索词')),
  }),
  example: {
    ...exampleDecision,
    request: { ...exampleDecision.request, content: '云汀市2019年烟花爆竹零售点布点专项规划' },
    information: '云汀市2019年烟花爆竹零售点布点专项规划',
    searched: ['本机关办公自动化系统', '文书档案室', '危险化学品监督管理科业务档案'],
    keywords: ['烟花爆竹', '零售点', '布点规划'],
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请答复书', blanks.applicant.name, [
      opening(blanks, examined.reply),
      paragraph(
        `本机关以${blanks.keywords.map((word) => `“${word}”`).join('')}等为检索词，对${blanks.searched.map(clause).join('、')}进行了检索，`,
        `没有找到${clause(blanks.information)}。`,
      ),
      paragraph(
        '根据《条例》第三十六条第四项的规定，现告知：经检索，所申请公开的政府信息不存在，本机关无法提供。',
      ),
      freeChoice(blanks.remedyPlaces, '本答复书'),
    ]),
})
