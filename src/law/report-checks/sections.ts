import { sectionTitles } from '../report-form/form-2021.ts'
import type { At, Finding, RecoveredReport } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { sixSectionsApply } from './passages.ts'

const basis = '格式（国办公开办函〔2021〕30号）：年度报告六个部分（C01）'
const missing: Rule = {
  code: 'structure.missingSection',
  severity: 'error',
  title: '缺少法定部分',
  basis,
  applies: '报告年度2019年起；六个部分中有找不到标题的。只认意思，不拘字面。',
  remedy: '请补齐标题和内容，没有内容的写明“无”。',
}
const unnumbered: Rule = {
  code: 'structure.missingNumber',
  severity: 'warning',
  title: '部分标题丢了序号',
  basis,
  applies: '其他部分有“一、二、三”而这一部分没有；全文都不编号的不说。',
  remedy: '请补上序号（网页粘贴时自动编号容易丢失）。',
}
const misnumbered: Rule = {
  code: 'structure.wrongNumber',
  severity: 'warning',
  title: '部分标题序号不对',
  basis,
  applies: '标题的意思与序号不一致，或两个部分用同一序号。',
  remedy: '请按格式改为一至六。',
}
const numerals = '一二三四五六'

/** C01: the six sections are there, in order, with their numbers. */
export const sections: Check = {
  rules: [missing, unnumbered, misnumbered],
  run({ report }) {
    if (!sixSectionsApply(report) || report.sections.length === 0) return []
    const findings: Finding[] = []
    const there = new Set(report.sections.map((one) => one.number))
    const absent = sectionTitles.filter((one) => !there.has(one.number))
    const words = (numbers: readonly { number: number; title: string }[]) =>
      numbers.map((one) => `“${numerals[one.number - 1]}、${one.title}”`).join('、')
    if (absent.length >= 4)
      findings.push(
        raise(missing, {
          what: `只认出${report.sections.length}个部分，没有找到${words(absent)}`,
          verdict: 'doubtful',
          at: absent.map((one) => ({ section: one.number })),
        }),
      )
    else
      for (const one of absent)
        findings.push(
          raise(missing, {
            what: `没有找到${words([one])}这一部分的标题`,
            at: [tableStart(report, one.number) ?? beside(report.sections, one.number)],
          }),
        )
    const numbered = report.sections.filter((one) => one.printedNumber !== null)
    const lost = report.sections.filter((one) => one.printedNumber === null)
    if (numbered.length >= 2 && lost.length > 0)
      findings.push(
        raise(unnumbered, {
          what: `${lost.map((one) => `“${one.title.trim()}”`).join('、')}前没有序号`,
          expected: lost.map((one) => `${numerals[one.number - 1]}、`).join(' '),
          quote: lost[0]?.title ?? '',
          at: lost.map((one) => ({ ...one.at, section: one.number })),
        }),
      )
    const wrong = numbered.filter((one) => {
      const ordinal = ordinalOf(one.printedNumber ?? '')
      return ordinal !== null && ordinal !== one.number
    })
    // One section left out shifts all that follow; that is said once, above.
    const shifted =
      absent.length > 0 && wrong.every((one) => (ordinalOf(one.printedNumber ?? '') ?? 0) < one.number)
    if (wrong.length > 0 && !shifted)
      findings.push(
        raise(misnumbered, {
          what: wrong.map((one) => `“${one.title.trim()}”应为第${numerals[one.number - 1]}部分`).join('，'),
          quote: wrong[0]?.title ?? '',
          at: wrong.map((one) => ({ ...one.at, section: one.number })),
        }),
      )
    return findings
  },
}

function ordinalOf(printed: string): number | null {
  const sign = /[一二三四五六七八九]/.exec(printed)?.[0]
  if (sign !== undefined) return '一二三四五六七八九'.indexOf(sign) + 1
  const digit = /\d/.exec(printed)?.[0]
  return digit === undefined ? null : Number(digit)
}

/** A section whose table is there begins a little above its first figure. */
function tableStart(report: RecoveredReport, number: number): At | null {
  const table = ({ 2: 't2', 3: 't3', 4: 't4' } as const)[number]
  const first = report.cells.find((cell) => cell.table === table && cell.at.line !== undefined)?.at.line
  const ragged = report.observations.flatMap((one) =>
    one.at.flatMap((at) => (at.table === table && at.line !== undefined ? [at.line] : [])),
  )
  const lines = [...(first === undefined ? [] : [first]), ...ragged]
  return table === undefined || lines.length === 0
    ? null
    : { section: number, table, line: Math.min(...lines) }
}

/** Where the missing section should stand: at the title after it, else the one before. */
function beside(known: readonly { number: number; at: At }[], number: number): At {
  const next = known.find((one) => one.number > number) ?? known.findLast((one) => one.number < number)
  return { ...next?.at, section: number }
}
