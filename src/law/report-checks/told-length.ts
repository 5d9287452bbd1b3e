import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { sixSectionsApply, textOf } from './passages.ts'

const rule: Rule = {
  code: 'structure.length',
  severity: 'notice',
  title: '正文过短',
  basis: '《政府信息公开条例》第五十条；格式（国办公开办函〔2021〕30号）：内容不得缺项（C12）',
  applies: '六个部分都在，而第一、五、六部分的文字合计不足60字。',
  remedy: '请按格式写明总体情况、问题和改进、其他事项。',
}
const fewest = 60

/** C12: a report whose running text says next to nothing. */
export const toldLength: Check = {
  rules: [rule],
  run({ report }) {
    if (!sixSectionsApply(report) || report.sections.length < 6) return []
    const text = textOf(report, 1, 5, 6)
    const length = text.replace(/[^\p{Script=Han}]/gu, '').length
    if (length >= fewest) return []
    return [
      raise(rule, {
        what: `第一、五、六部分一共只有${length}个汉字`,
        verdict: 'doubtful',
        found: length,
        at: [{ ...report.sections[0]?.at, section: 1 }],
      }),
    ]
  },
}
