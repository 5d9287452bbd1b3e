import type { Finding, Paragraph } from '../report-form/model.ts'
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

const skipped: Rule = {
  code: 'structure.skippedNumber',
  severity: 'warning',
  title: '部分之内序号不连续',
  basis: '格式（国办公开办函〔2021〕30号）；层次序数规范（C01）',
  applies: '同一部分里“（一）（二）（三）”递增而中间缺号，且缺的号在该部分别处也没有。',
  remedy: '请补上序号（网页粘贴时自动编号容易丢失）。',
}

const ordinals = '一二三四五六七八九'

/** C01, D08: numbers that start again or are left out inside one section. */
export const repeatedNumbers: Check = {
  rules: [rule, skipped],
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
      if (second !== undefined && upper.length === 0 && !underOwnHeading(lines, second))
        findings.push(
          raise(rule, {
            what: `第${'一二三四五六'[section - 1]}部分里“（一）”出现了${inner.length}次`,
            quote: second.text,
            at: inner.map((one) => placeIn(one, 0, 3)),
          }),
        )
      const steps = lines.flatMap((one) => {
        const sign = /^\s*[（(]([一二三四五六七八九])[)）]/.exec(one.text)?.[1]
        return sign === undefined ? [] : [{ one, number: ordinals.indexOf(sign) + 1 }]
      })
      const rising = steps.every(
        (step, index) => index === 0 || step.number > (steps[index - 1]?.number ?? 0),
      )
      const text = lines.map((one) => one.text).join('')
      const highest = steps.at(-1)?.number ?? 0
      const absent = Array.from(ordinals.slice(0, highest)).filter(
        (sign) => !text.includes(`（${sign}）`) && !text.includes(`(${sign})`),
      )
      const after = steps.find((step) => absent.some((sign) => ordinals.indexOf(sign) + 1 < step.number))
      if (
        rising &&
        steps.length >= 3 &&
        absent.length > 0 &&
        absent.length <= steps.length &&
        after !== undefined
      )
        findings.push(
          raise(skipped, {
            what: `第${'一二三四五六'[section - 1]}部分里没有${absent.map((sign) => `“（${sign}）”`).join('')}，序号从${steps.map((step) => `（${ordinals[step.number - 1]}）`).join('')}`,
            expected: absent.map((sign) => `（${sign}）`).join(''),
            quote: after.one.text,
            at: [placeIn(after.one, 0, 3)],
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

/** 「存在问题：（一）…（二）…　改进措施：（一）…（二）…」: a list that begins again under a heading of its own. */
function underOwnHeading(lines: readonly Paragraph[], second: Paragraph): boolean {
  const before = lines[lines.indexOf(second) - 1]
  return (
    before !== undefined &&
    before.text.trim().length <= 40 &&
    !/^\s*[（(][一二三四五六七八九十]/.test(before.text) &&
    /问题|不足|改进|措施|打算|下一步|今后|方面|如下|[：:]\s*$/.test(before.text)
  )
}
