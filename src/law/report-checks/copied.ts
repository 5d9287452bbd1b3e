import type { At, Finding, RecoveredReport } from '../report-form/model.ts'
import { follows } from './carried-in.ts'
import type { Check, Rule } from './check.ts'
import { raise } from './check.ts'
import { flowsOf } from './passages.ts'

const applies = '只比第一、五、六部分的成段文字（四十字以上），年份、数字和机关名称不计；抄了大半才说。'
const remedy = '请按本年度本机关的实际情况重写。'
const lastYear: Rule = {
  code: 'carry.copiedText',
  severity: 'warning',
  title: '文字与上年报告雷同',
  basis: '《政府信息公开条例》第四十九条：报告上一年度的工作（D07、B10）',
  applies: `给出上一年报告时。${applies}`,
  remedy,
}
const problems: Rule = {
  code: 'carry.copiedProblems',
  severity: 'warning',
  title: '第五部分与上年相同',
  basis: '《政府信息公开条例》第五十条第四项（B10）',
  applies: '第五部分几乎全文与上年相同；整篇雷同已经报过的不再说。',
  remedy: '请写本年度新的问题和上年问题的改进情况。',
}
const sister: Rule = {
  code: 'identity.copiedText',
  severity: 'warning',
  title: '文字与其他机关的报告雷同',
  basis: '《政府信息公开条例》第六条、第四十九条（D07）',
  applies: `一批报告一起核对时。${applies}`,
  remedy,
}

interface Piece {
  readonly key: string
  readonly text: string
  readonly at: At
  readonly grams: ReadonlySet<string>
}

/** D07, B10: passages taken over from last year's report or from a sister agency's. */
export const copied: Check = {
  rules: [lastYear, problems, sister],
  run({ report, previous, sisters }) {
    const findings: Finding[] = []
    if (follows(report, previous)) {
      const all = overlap(report, previous, [1, 5, 6])
      const five = overlap(report, previous, [5])
      if (all.ratio >= 0.7 && all.length >= 300)
        findings.push(say(lastYear, all, `${previous.year ?? '上'}年报告`))
      else if (five.ratio >= 0.9 && five.length >= 80)
        findings.push(say(problems, five, `${previous.year ?? '上'}年报告第五部分`))
    }
    let worst: (Overlap & { other: RecoveredReport }) | null = null
    for (const other of sisters) {
      if (other === report || other.agency === report.agency) continue
      const all = overlap(report, other, [1, 5, 6])
      if (all.ratio >= 0.6 && all.length >= 300 && (worst === null || all.ratio > worst.ratio))
        worst = { ...all, other }
    }
    if (worst !== null) findings.push(say(sister, worst, `${worst.other.agency ?? worst.other.file}的报告`))
    return findings
  },
}

interface Overlap {
  readonly ratio: number
  readonly length: number
  readonly pieces: readonly Piece[]
}

function say(rule: Rule, found: Overlap, whose: string): Finding {
  return raise(rule, {
    what: `约${Math.round(found.ratio * 100)}%的文字与${whose}相同，例如“${found.pieces[0]?.text.slice(0, 40) ?? ''}……”`,
    verdict: 'doubtful',
    found: Number(found.ratio.toFixed(2)),
    quote: found.pieces[0]?.text ?? '',
    at: found.pieces.slice(0, 12).map((piece) => piece.at),
  })
}

/** How much of one report's running text stands, nearly word for word, in the other. */
function overlap(report: RecoveredReport, other: RecoveredReport, sections: readonly number[]): Overlap {
  const own = piecesOf(report, sections)
  const theirs = piecesOf(other, sections)
  const pool = new Set<string>()
  for (const piece of theirs) for (const gram of piece.grams) pool.add(gram)
  let length = 0
  let same = 0
  const pieces: Piece[] = []
  for (const piece of own) {
    length += piece.key.length
    let shared = 0
    for (const gram of piece.grams) if (pool.has(gram)) shared += 1
    if (piece.grams.size === 0 || shared / piece.grams.size < 0.85) continue
    same += piece.key.length
    pieces.push(piece)
  }
  return { ratio: length === 0 ? 0 : same / length, length, pieces }
}

const gramLength = 6

function piecesOf(report: RecoveredReport, sections: readonly number[]): Piece[] {
  const name = (report.agency ?? '').replace(/\s/g, '')
  return flowsOf(report)
    .filter((flow) => sections.includes(flow.section))
    .flatMap((flow) => {
      const plain = flow.text.replace(/\s/g, '')
      const key = (name === '' ? plain : plain.replaceAll(name, ''))
        .replace(/[^\p{Script=Han}]/gu, '')
        .replace(/年/g, '')
      if (key.length < 40) return []
      const grams = new Set<string>()
      for (let at = 0; at + gramLength <= key.length; at += 1) grams.add(key.slice(at, at + gramLength))
      return [{ key, text: plain, at: flow.pieces[0]?.paragraph.at ?? {}, grams }]
    })
}
