import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { isWholeReport, sixSectionsApply, textOf } from './passages.ts'

const rule: Rule = {
  code: 'structure.emptyProblems',
  severity: 'warning',
  title: '第五部分没有问题或没有改进措施',
  basis: '《政府信息公开条例》第五十条第四项：存在的主要问题及改进情况（B10）',
  applies: '第五部分只写“无”、不足十字，或只有问题没有任何改进的词。',
  remedy: '请至少写明一个问题和相应的改进措施。',
}

/** B10: section five names at least one problem and one measure. */
export const problems: Check = {
  rules: [rule],
  run({ report }) {
    const five = report.sections.find((section) => section.number === 5)
    if (five === undefined || !sixSectionsApply(report) || !isWholeReport(report)) return []
    const text = textOf(report, 5).replace(five.title.replace(/\s/g, ''), '').replace(/\n/g, '')
    const at = [{ ...five.at, section: 5 }]
    const bare = text.replace(/[。，、：；\s]/g, '')
    if (bare.length < 10 || /^(?:本年度)?(?:暂)?(?:无|没有)(?:其他)?(?:问题|情况)?$/.test(bare))
      return [
        raise(rule, { what: text === '' ? '第五部分没有内容' : `第五部分只写了“${text}”`, quote: text, at }),
      ]
    if (
      /改进|下一步|将|加强|加大|进一步|提升|提高|完善|措施|整改|优化|强化|深化|健全|拓宽|规范|今后|继续|计划|打算|拟|力争|争取|逐步|扩大|增加|充实|已建立|调整|解决|对策|努力|切实/.test(
        text,
      )
    )
      return []
    return [raise(rule, { what: '第五部分写了问题，没有改进措施', verdict: 'doubtful', quote: text, at })]
  },
}
