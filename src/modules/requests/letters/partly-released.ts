import { z } from 'zod'
import { chineseOrdinal, paragraph, type WrittenBlock } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { decisionBlanks, exampleDecision, list, text } from './blanks.ts'
import { articlesFor, groundBlanks, groundForms, groundReasons } from './grounds.ts'
import { clause, examined, letter, opening } from './phrases.ts'
import { givenItem, givenParagraphs, giving } from './released.ts'
import { freeChoice, reviewFirst } from './remedy.ts'
import { defineLetter } from './template.ts'

/**
 * D19, 条例 Art 37: the open part is given; each withheld part has its own ground and reason. For the parts refused under
 * Art 14 to 16 review comes first; for the rest the choice is free (law.md 4.5).
 */
export const partlyReleased = defineLetter({
  id: 'D19',
  name: 'partly-released',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请答复书（部分公开）',
  reader: 'applicant',
  articles: ['条例第三十七条', '条例第三十六条第二项', '条例第三十六条第三项'],
  row: 'partlyGranted',
  remedy: 'byParts',
  blanks: z.object({
    ...decisionBlanks,
    items: list('公开的信息', givenItem),
    giving,
    withheld: list(
      '不予公开的部分',
      z.object({ what: text('不予公开部分的名称'), because: groundBlanks.meta({ title: '理由' }) }),
    ),
  }),
  example: {
    ...exampleDecision,
    request: {
      ...exampleDecision.request,
      content: '某化工企业“5·12”事故的行政处罚决定书、专家讨论记录和现场视频剪辑',
    },
    items: [{ name: '云应急罚〔2025〕11号行政处罚决定书（个人信息已作遮盖）', pages: 4 }],
    giving: { way: 'enclosed', form: 'paper' },
    withheld: [
      {
        what: '行政处罚决定书中当事人的身份证件号码、住址',
        because: {
          ground: 'thirdPartyRights',
          interest: 'personalPrivacy',
          opinion: 'objected',
          reason: '上述内容属于能够识别特定自然人的个人信息，公开会侵扰其私人生活',
          publicInterest: '处罚事实、依据和结果均已公开',
        },
      },
      {
        what: '专家讨论记录',
        because: {
          ground: 'deliberativeProcess',
          kind: 'discussionRecord',
          reason: '讨论记录是事故原因分析过程中的个人意见，公开后会影响专家独立发表意见',
        },
      },
      {
        what: '现场视频剪辑',
        because: { ground: 'wouldNeedCreating', reason: '本机关只保存原始录像，没有制作过剪辑' },
      },
    ],
  },
  compose: (blanks) => {
    const isRefused = blanks.withheld.some(({ because }) => groundForms[because.ground].isRefusal)
    const parts = blanks.withheld.flatMap(({ what, because }, index): WrittenBlock[] => {
      const form = groundForms[because.ground]
      const decision = form.isRefusal
        ? `根据《条例》${articlesFor(because)}、第三十六条第三项的规定，本机关决定不予公开。`
        : `根据《条例》${articlesFor(because)}的规定，本机关无法提供。`
      return [
        { kind: 'heading', level: 2, text: `（${chineseOrdinal(index + 1)}）${clause(what)}` },
        paragraph(groundReasons(because, clause(what)), decision),
      ]
    })
    return letter(
      blanks,
      '政府信息公开申请答复书',
      blanks.applicant.name,
      [
        opening(blanks, examined.reply),
        { kind: 'heading', level: 1, text: '一、予以公开的部分' },
        paragraph(
          '申请公开的信息中含有不应当公开的内容，但能够作区分处理。根据《条例》第三十六条第二项、第三十七条的规定，本机关决定公开下列信息：',
        ),
        ...givenParagraphs(blanks.items, blanks.giving),
        { kind: 'heading', level: 1, text: `二、${isRefused ? '不予公开' : '无法提供'}的部分及理由` },
        ...parts,
        { kind: 'heading', level: 1, part: 'remedy', text: '三、权利救济途径' },
        ...(isRefused
          ? [
              reviewFirst(blanks.remedyPlaces, '本答复书', '本答复书中不予公开的部分'),
              freeChoice(blanks.remedyPlaces, '本答复书', '本答复书的其他内容'),
            ]
          : [freeChoice(blanks.remedyPlaces, '本答复书')]),
      ],
      { enclosures: blanks.giving.way === 'enclosed' ? blanks.items.map(({ name }) => clause(name)) : [] },
    )
  },
})
