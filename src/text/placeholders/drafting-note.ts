import { foldLines, sourceSpan } from '../fold.ts'
import { overlap, type Span } from '../spans.ts'
import { isQuoted } from '../surroundings.ts'

const inBrackets = (inner: string): string => `[(\\[]${inner}[)\\]]`
const notes: readonly RegExp[] = [
  // How it is to be set
  new RegExp(
    inBrackets(
      '[^)\\]\\n]{0,14}(?:宋体|仿宋|黑体|楷体|小四|四号字|三号字|二号字|小三|字号|行距|加粗|居中|首行缩进|小标宋)[^)\\]\\n]{0,14}',
    ),
    'g',
  ),
  // What is to be put here
  new RegExp(inBrackets('(?:此处|这里|请在此|注[:：]此处)[^)\\]\\n]{0,20}'), 'g'),
  new RegExp(
    inBrackets(
      '[^)\\]\\n]{0,12}(?:待核实|待补充|待完善|待更新|待确认|请补充|请核实|需补充|需核实|请替换|请修改|请确认|再核实|参考模板|示例文字|范文)[^)\\]\\n]{0,14}',
    ),
    'g',
  ),
  new RegExp(inBrackets('(?:待定)'), 'g'),
  new RegExp(
    inBrackets(
      '(?:请|此段|本段|该段|这段|这部分|此部分|以上|以下|数据|上述|具体)(?!填写[)\\]]|填报|简称|称|同|均|如实|自行)[^)\\]\\n]{0,16}(?:补充|删除|删去|删掉|修改|核实|核对|填写|更新(?!中|至|于|时间|日期|频率|到)|润色|完善|把关|替换)[^)\\]\\n]{0,10}',
    ),
    'g',
  ),
  new RegExp(inBrackets('(?:此处|请)?(?:插入|放置|粘贴)(?:图片|图表|照片|表格|图|附图)[^)\\]\\n]{0,8}'), 'g'),
  new RegExp(inBrackets('[^)\\]\\n]{0,10}[科处室股办](?:补充|提供|核实|填写|确认|修改)[^)\\]\\n]{0,6}'), 'g'),
  new RegExp(
    inBrackets(
      '(?:待|等|请)?(?:领导|局长|主任|分管领导)[^)\\]\\n]{0,8}(?:再定|审定|确认|定夺|把关)[^)\\]\\n]{0,6}',
    ),
    'g',
  ),
  new RegExp(inBrackets('(?:初稿|草稿|未定稿|修改稿|过程稿|第[一二三四五\\d]稿)'), 'g'),
  /(?:此处|这里)(?:需要?|应|请|可)?(?:插入|补充|填写|添加|配)(?:图|表|照片|数据|内容|案例|具体)[\p{Script=Han}]{0,8}/gu,
  /(?<![A-Za-z])(?:TODO|TBD|FIXME|lorem ipsum)(?![A-Za-z])/g,
]
/** The page's own tools, and what a form asks of those who fill it in. */
const ofThePage = /大.{0,2}中.{0,2}小|打印|关闭|如实|正楷|签字笔|下载|盖章|附件|自愿/

/** Notes to whoever drafted the text: （此处插入…）, （待核实）, （宋体加粗）. */
export function findDraftingNotes(source: string): Span[] {
  const folded = foldLines(source)
  const { text } = folded
  const found: Span[] = []
  for (const pattern of notes)
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (ofThePage.test(match[0]) || isQuoted(text, span)) continue
      if (!found.some((one) => overlap(one, span))) found.push(span)
    }
  return found.sort((a, b) => a.start - b.start).map((one) => sourceSpan(folded, one.start, one.end))
}
