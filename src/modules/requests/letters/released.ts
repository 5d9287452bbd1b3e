import { z } from 'zod'
import { paragraph, type WrittenBlock } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { choice, count, decisionBlanks, exampleDecision, list, text } from './blanks.ts'
import { clause, examined, letter, opening, sentence } from './phrases.ts'
import { freeChoice } from './remedy.ts'
import { defineLetter } from './template.ts'

/** An item of information that is given. */
export const givenItem = z.object({ name: text('信息名称'), pages: count('页数') })

const forms = { paper: '纸质', electronic: '电子文档', disc: '光盘' } as const

/** How it is given: with the letter, or to be read at a time and place (Art 36(2), Art 40). */
export const giving = z
  .discriminatedUnion('way', [
    z.object({
      way: z.literal('enclosed'),
      form: choice('提供形式', forms),
    }),
    z.object({
      way: z.literal('onSite'),
      place: text('查阅地点'),
      time: text('查阅时间'),
      reason: text('安排现场查阅的理由'),
    }),
  ])
  .meta({ title: '提供方式', words: { enclosed: '随答复书一并提供', onSite: '安排现场查阅、抄录' } })

/** The paragraphs that list what is given and say how. */
export function givenParagraphs(
  items: readonly z.output<typeof givenItem>[],
  how: z.output<typeof giving>,
): WrittenBlock[] {
  return [
    {
      kind: 'items',
      numbering: '1.',
      items: items.map(({ name, pages }, index) => [
        `${clause(name)}（共${pages}页）${index === items.length - 1 ? '。' : '；'}`,
      ]),
    },
    paragraph(
      how.way === 'enclosed'
        ? `上述信息以${forms[how.form]}形式随本答复书一并提供。`
        : `${sentence(how.reason)}根据《条例》第四十条的规定，请于${clause(how.time)}到${clause(how.place)}查阅、抄录，来时请携带有效身份证件。`,
    ),
  ]
}

/** D18, 条例 Art 36(2) and 40: given, in the form that was asked for where possible. */
export const released = defineLetter({
  id: 'D18',
  name: 'released',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请答复书（予以公开）',
  reader: 'applicant',
  articles: ['条例第三十六条第二项', '条例第四十条'],
  row: 'granted',
  remedy: 'free',
  blanks: z.object({
    ...decisionBlanks,
    items: list('公开的信息', givenItem),
    giving,
  }),
  example: {
    ...exampleDecision,
    items: [
      { name: '云应急罚〔2025〕11号行政处罚决定书', pages: 4 },
      { name: '云应急罚〔2025〕12号行政处罚决定书', pages: 5 },
    ],
    giving: { way: 'enclosed', form: 'paper' },
  },
  compose: (blanks) =>
    letter(
      blanks,
      '政府信息公开申请答复书',
      blanks.applicant.name,
      [
        opening(blanks, examined.reply),
        paragraph('根据《条例》第三十六条第二项的规定，本机关决定对下列信息予以公开：'),
        ...givenParagraphs(blanks.items, blanks.giving),
        freeChoice(blanks.remedyPlaces, '本答复书'),
      ],
      { enclosures: blanks.giving.way === 'enclosed' ? blanks.items.map(({ name }) => clause(name)) : [] },
    ),
})
