import { z } from 'zod'
import { paragraph, writtenDay } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { day, decisionBlanks, exampleDecision, list, text } from './blanks.ts'
import { clause, examined, letter, opening } from './phrases.ts'
import { freeChoice } from './remedy.ts'
import { defineLetter } from './template.ts'

/** D17, 条例 Art 36(1): already public; the exact place of each item, so that nobody has to search. */
export const alreadyPublished = defineLetter({
  id: 'D17',
  name: 'already-published',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请答复书（已主动公开）',
  reader: 'applicant',
  articles: ['条例第三十六条第一项'],
  row: 'granted',
  remedy: 'free',
  blanks: z.object({
    ...decisionBlanks,
    places: list(
      '公开位置',
      z.object({
        title: text('信息标题'),
        /** Site, column and address, or another public place. */
        where: text('获取途径'),
        publishedOn: day('公开日期'),
      }),
    ),
  }),
  example: {
    ...exampleDecision,
    places: [
      {
        title: '云应急罚〔2025〕11号行政处罚决定书',
        where:
          '云汀市应急管理局门户网站“政府信息公开—行政处罚”栏目（https://yjj.yunting.example/cf/2025/11.html）',
        publishedOn: '2025-06-18',
      },
    ],
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请答复书', blanks.applicant.name, [
      opening(blanks, examined.reply),
      paragraph(
        '申请公开的信息已经主动公开。根据《条例》第三十六条第一项的规定，现将获取的方式、途径告知如下：',
      ),
      {
        kind: 'items',
        numbering: '1.',
        items: blanks.places.map(({ title, where, publishedOn }) => [
          `${clause(title)}，公开日期：${writtenDay(publishedOn)}，获取途径：${clause(where)}。`,
        ]),
      },
      freeChoice(blanks.remedyPlaces, '本答复书'),
    ]),
})
