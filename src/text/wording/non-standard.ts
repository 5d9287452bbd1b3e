import { foldLines, sourceSpan } from '../fold.ts'
import { overlap, type Span } from '../spans.ts'
import { sentenceAround } from '../surroundings.ts'

export interface NonStandard extends Span {
  readonly right: string
  /** Both ways of writing are met with; one is preferred. */
  readonly isPreference: boolean
}

/**
 * Ways of writing that official papers give up: 《第一批异形词整理表》 (GF 1001—2001), 《党政机关公文格式》 (GB/T 9704—2012),
 * and 截止 where 截至 is meant (《现代汉语词典》).
 */
const words: readonly (readonly [RegExp, string, boolean])[] = [
  [
    /帐(?=号|户|目|单|册|簿|本|务|款|面|外|龄)|(?<=台|结|转|对|记|查|报|坏|欠|挂|入|出|做|建|总|分|清|算|销|平|旧|烂|一笔)帐(?!篷|子|幕|房|前|中|下|内|外有)/g,
    '账',
    false,
  ],
  [
    /截止(?:到|至)?(?=20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日|年?底|年?末|年?初)?[，,])|截止(?:到|至)?(?:目前|现在|今日|今天|昨日|当前|发稿)|截止(?:到|至)?20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日|年?底|年?末)?(?=[，,]?(?:全|我|共|累计|已|本|该|市|县|区))/g,
    '截至',
    false,
  ],
  [/座落(?!叶|地)/g, '坐落', false],
  [/部份(?!额)/g, '部分', false],
  [/身分(?=证)/g, '身份', false],
  [/(?<!化学)成份(?!子)/g, '成分', true],
  [/过份(?!额)|本份(?=工作|守己)|充份|水份(?!额)|养份|盐份/g, '分', false],
  [/座标/g, '坐标', false],
  [/图象|录象|摄象头|影象(?!征)/g, '像', false],
  [/丰富多采|精采(?=纷呈|活动|演出|表演|瞬间)/g, '彩', false],
  [/执著/g, '执着', true],
  [/撤消(?=[^防]|$)/g, '撤销', true],
  [/按语(?=：)|想像(?=力|空间|不到)/g, '想象', true],
  [/记念(?=馆|日|碑|品|活动|大会)/g, '纪念', false],
  [/计画(?!家|院|展)/g, '计划', false],
  [/份量(?!大)/g, '分量', true],
  [/(?<=考生|报名|游客|办事|参会|入园|旅客|申请|竞买|投标|应聘|入学)需知/g, '须知', false],
  [/残废(?=人|儿童|者)/g, '残疾', false],
  [/(?<=\p{Script=Han})【(?:19|20)\d\d】(?=第?\d+号)/gu, '〔〕', true],
  [/二[0Oo零○][0Oo0-9一二三四五六七八九十零○]{1,2}年(?<=[0Oo]..?年)/g, '二〇', true],
]
const corrected = /改为|应为|更正|误写|写成|错别字|订正|异形词/
const deadline = /报名|申请|受理|投标|提交|征集|收件|申报|缴费|意见|日期|时间|有效期|公示期|期限|投稿|登记/

/** Words written otherwise than the standard writes them. */
export function findNonStandardWords(source: string): NonStandard[] {
  const folded = foldLines(source)
  const { text } = folded
  const found: NonStandard[] = []
  for (const [pattern, right, isPreference] of words) {
    // The brackets of a number are gone once folded.
    const isRaw = pattern.source.includes('【')
    for (const match of (isRaw ? source : text).matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      const around = isRaw ? source : text
      if (corrected.test(sentenceAround(around, span))) continue
      if (right === '截至' && deadline.test(around.slice(Math.max(0, span.start - 8), span.start))) continue
      const own = isRaw ? span : sourceSpan(folded, span.start, span.end)
      if (!found.some((one) => overlap(one, own))) found.push({ ...own, right, isPreference })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
