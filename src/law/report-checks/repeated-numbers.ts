import type { Finding } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { placeIn } from './passages.ts'

const rule: Rule = {
  code: 'structure.repeatedNumber',
  severity: 'notice',
  title: '同一部分里序号重复',
  basis: '格式（国办公开办函〔2021〕30号）；层次序数规范（C01、D08）',
  applies: '同一部分里“（一）”在同一层出现两次，或部分之内又从“一、”编起。',
  remedy: '请改用下一级序号。',
}

/** C01, D08: numbers that start again inside one section. */
export const repeatedNumbers: Check = {
  rules: [rule],
  run({ report }) {
    const findings: Finding[] = []
    const titles = new Set(report.sections.map((one) => one.title.replace(/\s/g, '')))
    const numbered =
      report.sections.filter((one) => /[一二三四五六]/.test(one.printedNumber ?? '')).length >= 3
    for (let section = 1; section <= 6; section += 1) {
      const lines = report.paragraphs.filter(
        (one) => one.section === section && !titles.has(one.text.replace(/\s/g, '')),
      )
      const inner = lines.filter((one) => /^\s*[（(]一[)）]/.test(one.text))
      const upper = lines.filter((one) => /^\s*(?:[一二三四五六]、|\d[.、．])/.test(one.text))
      const second = inner[1]
      if (second !== undefined && upper.length === 0)
        findings.push(
          raise(rule, {
            what: `第${'一二三四五六'[section - 1]}部分里“（一）”出现了${inner.length}次`,
            quote: second.text,
            at: inner.map((one) => placeIn(one, 0, 3)),
          }),
        )
      const again = lines.filter((one) => /^\s*[一二]、/.test(one.text))
      const first = again[0]
      if (numbered && first !== undefined && again.length >= 2 && /^\s*一/.test(first.text))
        findings.push(
          raise(rule, {
            what: `第${'一二三四五六'[section - 1]}部分里又从“一、”编起，与各部分的序号相同`,
            quote: first.text,
            at: again.map((one) => placeIn(one, 0, 2)),
          }),
        )
    }
    return findings
  },
}
