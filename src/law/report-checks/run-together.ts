import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'

const rule: Rule = {
  code: 'source.runTogether',
  severity: 'notice',
  title: '副本丢了换行',
  basis: '格式（国办公开办函〔2021〕30号）：每格一个数（A07）；换行在复制、转存时丢失，与机关无关',
  applies: '标题、表格和正文连成一行。',
  remedy: '粘在一起的数分不开，没有读；请找有换行的原件再核对一次。',
}

/** A copy that lost its line breaks: what stands in it is judged, and what runs together is not held against the agency. */
export const runTogether: Check = {
  rules: [rule],
  run: ({ report }) =>
    report.observations
      .filter((one) => one.code === rule.code)
      .map((one) =>
        raise(rule, { what: '这份副本的标题、表格和正文连成一行', verdict: 'cannotTell', at: one.at }),
      ),
}
