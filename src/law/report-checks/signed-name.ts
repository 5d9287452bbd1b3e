import type { Paragraph } from '../report-form/model.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { agencyName } from './words.ts'

const rule: Rule = {
  code: 'identity.signature',
  severity: 'error',
  title: '落款机关与标题机关不同',
  basis: '《政府信息公开条例》第四十九条：各机关公布本机关的报告（D01）',
  applies: '文末单独成行的机关名称，既不是标题机关的全称，也不是它的简称。',
  remedy: '请核对报告机关，改正标题或落款。',
}
const office =
  /^[\p{Script=Han}（）()]{3,30}(?:局|委员会|委|政府|办公室|中心|厅|院|处|队|办事处|管委会|镇|乡|街道)$/u

/** D01: the agency that signs is the agency of the title. */
export const signedName: Check = {
  rules: [rule],
  run({ report }) {
    const name = agencyName(report)
    if (name === null) return []
    for (const paragraph of endings(report.paragraphs)) {
      const line = paragraph.text.replace(/\s/g, '').replace(/\d{4}年\d{1,2}月\d{1,2}日$/, '')
      if (!office.test(line)) continue
      if (within(line, name) || within(name, line) || line.endsWith('办公室')) return []
      return [
        raise(rule, {
          what: `标题是${name}，落款却是${line}`,
          verdict: sharedEnding(line, name) >= 3 ? 'doubtful' : 'fails',
          expected: name,
          found: line,
          quote: paragraph.text,
          at: [paragraph.at],
        }),
      ]
    }
    return []
  },
}

const dayOnly =
  /^\s*(?:20\d\d|二[〇○零Oo0]二.)\s*年\s*[\d一二三四五六七八九十]+\s*月(?:\s*[\d一二三四五六七八九十]+\s*日)?\s*$/

/** Lines that may be the signature: the last four, or beside a day that stands alone where the page goes on below the report. */
function endings(paragraphs: readonly Paragraph[]): Paragraph[] {
  const first = paragraphs.length - 4
  return paragraphs
    .filter(
      (_, index) =>
        index >= first ||
        (index >= first - 20 &&
          (dayOnly.test(paragraphs[index + 1]?.text ?? '') ||
            dayOnly.test(paragraphs[index - 1]?.text ?? ''))),
    )
    .toReversed()
}

/** Whether one name is the other with characters left out: 市应急局 of 云汀市应急管理局. */
function within(short: string, long: string): boolean {
  let at = 0
  for (const sign of short) {
    at = long.indexOf(sign, at)
    if (at < 0) return false
    at += 1
  }
  return true
}

function sharedEnding(a: string, b: string): number {
  let same = 0
  while (same < Math.min(a.length, b.length) && a.at(-1 - same) === b.at(-1 - same)) same += 1
  return same
}
