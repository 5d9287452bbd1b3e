import type { Span } from '../spans.ts'
import { isQuoted, lineAround } from '../surroundings.ts'

const form =
  /样式|格式|模板|范本|样本|式样|样表|示范文本|空白|申请[表书]|登记表|审批表|报名表|推荐表|汇总表|信息表|回执|承诺书|委托书|授权书|保证书|声明函|投标函|报价表|文书|附件\d*[:： ]?.{0,30}(?:表|书|函|单|证)$|^[ ]*附[件表录]?[ ]?[\d一二三四五六七八九十]{0,3}[:：]?[ ]*$|(?:表|清单)[ ]*$/

/** Whether a blank belongs to a form that is shown: quoted, or below a heading that says so. */
export function isInForm(text: string, span: Span): boolean {
  if (isQuoted(text, span)) return true
  let from = lineAround(text, span.start).start
  if (isHeading(lineAround(text, span.start).line.replace(/_+/g, ''))) return true
  for (let lines = 0; lines < 60 && from > 0; lines += 1) {
    const above = lineAround(text, from - 1)
    if (isHeading(above.line)) return true
    from = above.start
  }
  return false
}

function isHeading(line: string): boolean {
  const told = line.trim()
  return told.length <= 40 && !/[。；]/.test(told) && form.test(told)
}
