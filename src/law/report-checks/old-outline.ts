import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { passages } from './passages.ts'

const rule: Rule = {
  code: 'structure.oldOutline',
  severity: 'error',
  title: '沿用2018年以前的旧提纲',
  basis: '格式（国办公开办函〔2021〕30号）代替旧提纲（C08）',
  applies:
    '报告年度2019年起，开头的目录或标题里有两项以上只属于旧提纲的部分（收费情况、回应社会关切、不予公开情况等）。',
  remedy: '请按现行六个部分改写开头的说明和标题。',
}
const former =
  /主动回应社会关切|回应(?:解读|社会关切)情况|依申请公开政府信息和不予公开政府信息(?:的)?情况|不予公开政府信息(?:的)?情况|政府信息公开(?:的)?收费(?:及减免)?(?:的)?情况|收费及减免(?:的)?情况|政府信息公开(?:的)?咨询处理(?:的)?情况|政府信息公开工作的基本情况|人员和?收支情况/g

/** C08: a report after 2018 that announces or follows the outline of 2008 to 2018. */
export const oldOutline: Check = {
  rules: [rule],
  run({ report }) {
    if (report.year === null || report.year < 2019) return []
    // Only lists of contents and headings count: a sentence may speak of fees.
    const found = passages(report, former).filter(
      (one) =>
        (one.section === 0 && /包括|分为|内容|部分|由|组成/.test(one.sentence)) ||
        one.sentence.replace(/\s/g, '').length <= one.text.length + 6,
    )
    const kinds = new Set(found.map((one) => one.text.replace(/的/g, '')))
    const first = found[0]
    if (kinds.size < 2 || first === undefined) return []
    return [
      raise(rule, {
        what: `报告列出的部分里有旧提纲的${[...kinds]
          .slice(0, 3)
          .map((kind) => `“${kind}”`)
          .join('、')}`,
        quote: first.sentence,
        at: [first.at],
      }),
    ]
  },
}
