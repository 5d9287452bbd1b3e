import { auditorsList, linesOf } from '../../src/law/report-checks/auditors-list.ts'
import { rules } from '../../src/law/report-checks/index.ts'
import { cells } from '../reports/rules/cells.ts'
import { copy } from '../reports/rules/copy.ts'
import { identity } from '../reports/rules/identity.ts'
import { residue } from '../reports/rules/residue.ts'
import { structure } from '../reports/rules/structure.ts'
import { readings, sums } from '../reports/rules/sums.ts'
import { told } from '../reports/rules/told.ts'
import { years } from '../reports/rules/years.ts'
import type { RuleCase } from '../reports/rules/case.ts'

const fixtures: Readonly<Record<string, readonly RuleCase[]>> = {
  'sums.ts': [...sums, ...readings],
  'cells.ts': cells,
  'told.ts': told,
  'structure.ts': structure,
  'identity.ts': identity,
  'residue.ts': residue,
  'copy.ts': copy,
  'years.ts': years,
}
/** Every fixture of every rule. */
export const ruleCases: readonly RuleCase[] = Object.values(fixtures).flat()

const severityWords = { error: '错误', warning: '提醒', notice: '提示' } as const
const familyWords: Readonly<Record<string, string>> = {
  sum: '表内合计',
  cell: '格',
  text: '文字与表格、文字自身',
  structure: '结构和形式',
  identity: '机关、年度、地方、照抄',
  date: '日期',
  source: '副本受损，不是机关的错',
  privacy: '个人信息和密级',
  wording: '用语',
  carry: '与上年、与同类机关',
  reading: '读不出的',
}

/** docs/audit-rules.md: the catalogue by family, then the auditor's list with the rules that answer each line. */
export function auditRulesText(): string {
  const out = [
    '# Rules of the judge',
    '',
    'Every rule by which a published annual report is judged, printed from the catalogue in `src/law/report-checks` by',
    '`node scripts/write-audit-rules.mjs`; a test holds this page equal to the code. Every rule has fixtures in',
    '`test/reports/rules`: reports that trip it, and reports that only look as if they did; every rule is also tried on a sound report.',
    '',
    'Severity: 错误 error, 提醒 warning, 提示 notice. A finding is certain (`fails`), or doubtful (`doubtful`, 存疑), or says what could',
    'not be checked (`cannotTell`). How well the rules do is measured in `docs/audit-quality.md`.',
  ]
  for (const [family, words] of Object.entries(familyWords)) {
    const own = rules.filter((rule) => rule.code.startsWith(`${family}.`))
    if (own.length === 0) continue
    out.push(
      '',
      `## ${family}.* ${words}`,
      '',
      '| code | severity | finds | speaks when | what to do | basis | fixtures |',
    )
    out.push('|---|---|---|---|---|---|---|')
    for (const rule of own) {
      const [file = '', cases = []] =
        Object.entries(fixtures).find(([, list]) => list.some((one) => one.code === rule.code)) ?? []
      const one = cases.find((other) => other.code === rule.code)
      out.push(
        `| \`${rule.code}\` | ${severityWords[rule.severity]} | ${rule.title} | ${rule.applies} | ${rule.remedy} | ${rule.basis} | ${file} ${one?.trips.length ?? 0}+${one?.similar.length ?? 0} |`,
      )
    }
  }
  out.push('', '`fixtures`: the file, then how many reports trip the rule and how many only look so.')
  out.push(
    '',
    '## The auditor’s list',
    '',
    'What a careful auditor looks for, the rules that answer, and what stays open.',
    '',
  )
  out.push('| line | looks for | rules | open |', '|---|---|---|---|')
  for (const { id, title, open } of auditorsList) {
    const own = rules.filter((rule) => linesOf(rule.basis).includes(id)).map((rule) => `\`${rule.code}\``)
    out.push(`| ${id} | ${title} | ${own.length === 0 ? '—' : own.join(' ')} | ${open ?? ''} |`)
  }
  return `${out.join('\n')}\n`
}
