import type { Finding, RecoveredReport } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { passages } from './passages.ts'
import { placeWords, toldOf } from './told.ts'

const rule: Rule = {
  code: 'text.rate',
  severity: 'warning',
  title: '百分比与件数算不拢',
  basis: '《政府信息公开条例》第五十条：年度报告内容准确（B12）',
  applies:
    '同一行里有分子、分母和百分比（办结率、占比、同比增长）时重算；允许四舍五入。按时办结率另有算法，不算。',
  remedy: '请按件数重算百分比。',
}

/** B12: a percentage that its own numerator and denominator do not give. */
export const toldRates: Check = {
  rules: [rule],
  run({ report }) {
    const findings: Finding[] = []
    const beside = (id: string, line: number | undefined) =>
      toldOf(report, id).find((one) => one.at.line === line && !one.approximate && one.scope !== 'region')
    for (const one of passages(
      report,
      /(?<![时期内])(办结率|答复率|办理率)(?:为|达|达到|：|:)?\s*(100|\d{1,2}(?:\.\d+)?)\s*[%％]/g,
    )) {
      if (/建议|提案|信访|许可|热线/.test(one.sentence)) continue
      const received = beside('requestsReceived', one.at.line)
      const carried = beside('requestsCarriedIn', one.at.line)
      const handled = beside('requestsHandled', one.at.line)
      if (!received || !handled || received.at.line === undefined) continue
      const intake = Number(received.value)
      const told = one.groups[1] ?? ''
      const wholes = [intake, intake + Number(carried?.value ?? 0)]
      if (intake === 0 || wholes.some((whole) => rounds(Number(handled.value) / whole, told))) continue
      findings.push(
        raise(rule, {
          what: `${placeWords(one.at)}说收到${intake}件、办结${handled.value}件，${one.groups[0]}却写${told}%`,
          verdict: 'doubtful',
          expected: percent(Number(handled.value) / intake),
          found: Number(told),
          quote: one.sentence,
          at: [one.at],
        }),
      )
    }
    const share =
      /([\d,]+)\s*件[，,、（(]?\s*(?:约)?占(?:比|总数|总量|申请总[数量]|申请[数量]|全部申请|收到申请|(?:已|年度)?(?:办结|答复|办理)(?:申请|件)?(?:总?[数量])?)?(?:的|为|约)?\s*(\d{1,3}(?:\.\d+)?)\s*[%％]/g
    for (const one of passages(report, share)) {
      if (/建议|提案|信访|许可|热线|处罚/.test(one.sentence) || !/申请|公开/.test(one.sentence)) continue
      const part = Number((one.groups[0] ?? '').replaceAll(',', ''))
      const told = one.groups[1] ?? ''
      // 「占办结数的25%」 names its whole; otherwise the share may be of what came in, what lay on the desk or what was finished.
      const finished = /占(?:已|年度)?(?:办结|答复|办理)/.test(one.text)
      const numbersOf = (id: string) =>
        toldOf(report, id)
          .filter(
            (whole) => isNear(whole.at.line, one.at.line) && !whole.approximate && whole.scope !== 'region',
          )
          .map((whole) => Number(whole.value))
      const intake = numbersOf('requestsReceived')
      const wholes = [
        ...(finished ? [] : intake),
        ...numbersOf('requestsHandled'),
        ...(finished
          ? []
          : intake.flatMap((own) => numbersOf('requestsCarriedIn').map((before) => own + before))),
      ].filter((whole) => whole > 0)
      if (wholes.length === 0 || wholes.some((whole) => part > whole || rounds(part / whole, told))) continue
      findings.push(
        raise(rule, {
          what: `${placeWords(one.at)}说${part}件占${told}%，按总数${wholes[0]}件应为${percent(part / (wholes[0] ?? 1))}%`,
          expected: percent(part / (wholes[0] ?? 1)),
          found: Number(told),
          quote: one.sentence,
          at: [one.at],
        }),
      )
    }
    findings.push(...outcomeShares(report))
    for (const one of report.narrative) {
      if (
        one.fact !== 'comparedWithLastYear' ||
        one.unit !== '%' ||
        one.approximate ||
        one.of === undefined ||
        report.year === null
      )
        continue
      const now = beside(one.of, one.at.line)
      const before = report.narrative.find(
        (other) =>
          other.fact === one.of &&
          other.year === (report.year ?? 0) - 1 &&
          other.at.line === one.at.line &&
          !other.approximate,
      )
      if (now === undefined || before === undefined || Number(before.value) === 0) continue
      const change = (Number(now.value) - Number(before.value)) / Number(before.value)
      if (
        rounds(Math.abs(change), String(Math.abs(one.change ?? 0))) &&
        Math.sign(change) === Math.sign(one.change ?? 0)
      )
        continue
      findings.push(
        raise(rule, {
          what: `${placeWords(one.at)}说由${before.value}变为${now.value}，增减${one.change}%，应为${percent(change)}%`,
          expected: percent(change),
          found: one.change ?? null,
          quote: one.quote,
          at: [one.at],
        }),
      )
    }
    return findings
  },
}

const outcomes: Readonly<Record<string, string>> = {
  予以公开: 'granted',
  部分公开: 'partlyGranted',
  不予公开: 'refused',
  无法提供: 'unable',
  不予处理: 'notProcessed',
}

/** 「予以公开占申请总数的62.5%」: the share of an outcome whose number stands elsewhere in the same paragraph. */
function outcomeShares(report: RecoveredReport): Finding[] {
  const findings: Finding[] = []
  const share =
    /(?<!部分|不)(予以公开|部分公开|不予公开|无法提供|不予处理)(?:的|件|率|数量?)?[，,]?占(?:比|(?:收到)?(?:申请|办结|答复)(?:件)?(?:总[数量])?|总[数量])(?:的|为|约)?(\d{1,3}(?:\.\d+)?)[%％]/g
  for (const one of passages(report, share)) {
    const [name = '', told = ''] = one.groups
    const near = (id: string) =>
      toldOf(report, id)
        .filter((other) => isNear(other.at.line, one.at.line) && other.at.page === one.at.page)
        .filter((other) => !other.approximate && other.scope !== 'region')
        .map((other) => Number(other.value))
    const part = new Set(near(outcomes[name] ?? ''))
    const intake = near('requestsReceived')
    const wholes = [
      ...intake,
      ...near('requestsHandled'),
      ...intake.flatMap((own) => near('requestsCarriedIn').map((before) => own + before)),
    ].filter((whole) => whole > 0)
    const [count] = part
    if (part.size !== 1 || count === undefined || wholes.length === 0) continue
    if (wholes.some((whole) => count > whole || rounds(count / whole, told))) continue
    findings.push(
      raise(rule, {
        what: `${placeWords(one.at)}说${name}占${told}%，按${count}件和总数${wholes[0]}件应为${percent(count / (wholes[0] ?? 1))}%`,
        expected: percent(count / (wholes[0] ?? 1)),
        found: Number(told),
        quote: one.sentence,
        at: [one.at],
      }),
    )
  }
  return findings
}

/** On the same line, or where a copy broke one paragraph into lines, a line or two away. */
function isNear(a: number | undefined, b: number | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Math.abs(a - b) <= 2)
}

/** Whether a ratio, rounded or cut as the text writes it, gives the told percentage. */
function rounds(ratio: number, told: string): boolean {
  const decimals = told.split('.')[1]?.length ?? 0
  const unit = 10 ** -decimals
  return Math.abs(ratio * 100 - Number(told)) <= unit + 1e-9
}

function percent(ratio: number): number {
  return Number((ratio * 100).toFixed(2))
}
