import type { Finding } from '../../../../law/report-form/model.ts'
import { WideTable } from '../../../../platform/html/index.ts'
import { weightOf } from '../numbered-findings.ts'

/** Families of findings as columns. */
const families = [
  { title: '算术', codes: ['sum'] },
  { title: '跨年', codes: ['carry'] },
  { title: '文表', codes: ['text'] },
  { title: '格式', codes: ['structure'] },
  { title: '填写', codes: ['cell'] },
  { title: '名称年份', codes: ['identity', 'date'] },
  { title: '个人信息', codes: ['privacy'] },
  { title: '用语', codes: ['wording'] },
] as const

/** Damage of the copy that was found, and what the reader could not settle: no debts of the agency, so they are shown and not counted. */
const ofTheCopy: readonly string[] = ['source', 'reading']

const familyOf = ({ code }: { readonly code: string }): string => code.split('.')[0] ?? ''

type Weighed = Pick<Finding, 'code' | 'severity' | 'verdict'>

export interface HeatRow {
  readonly name: string
  readonly href: string
  readonly findings: readonly Weighed[]
}

interface Debt {
  readonly errors: number
  readonly doubts: number
  readonly notes: number
}

function debtOf(findings: readonly Weighed[]): Debt {
  const owed = findings.filter((each) => !ofTheCopy.includes(familyOf(each)))
  const count = (weight: string): number => owed.filter((each) => weightOf(each) === weight).length
  return { errors: count('error'), doubts: count('doubt'), notes: count('note') }
}

/** Most errors first, then most doubts; the order of the list else. */
export function worstRowsFirst<Row extends { readonly findings: readonly Weighed[] }>(
  rows: readonly Row[],
): readonly Row[] {
  return [...rows].sort((a, b) => {
    const [one, two] = [debtOf(a.findings), debtOf(b.findings)]
    return two.errors - one.errors || two.doubts - one.doubts || two.notes - one.notes
  })
}

function Cell({ findings, href }: { readonly findings: readonly Weighed[]; readonly href: string }) {
  const { errors, doubts, notes } = debtOf(findings)
  if (errors > 0)
    return (
      <td class={errors > 2 ? 'is-bad' : 'is-late'}>
        <a href={href}>{`错${errors}`}</a>
      </td>
    )
  if (doubts > 0)
    return (
      <td class="is-soon">
        <a href={href}>{`疑${doubts}`}</a>
      </td>
    )
  return (
    <td>
      <span>{notes > 0 ? `提示${notes}` : '无'}</span>
    </td>
  )
}

function CopyCell({ findings }: { readonly findings: readonly Weighed[] }) {
  const count = findings.filter((each) => ofTheCopy.includes(familyOf(each))).length
  return count > 0 ? (
    <td class="is-none">
      <span>{`损${count}`}</span>
    </td>
  ) : (
    <td>
      <span>完好</span>
    </td>
  )
}

/** 热力表: agencies against families of findings. Most cells are quiet; only what is owed has colour, and always a word. */
export function HeatTable({ name, rows }: { readonly name: string; readonly rows: readonly HeatRow[] }) {
  return (
    <>
      <ul class="heat-key">
        <li>
          <i />
          没有发现
        </li>
        <li>
          <i class="is-soon" />
          存疑
        </li>
        <li>
          <i class="is-late" />
          一两处错误
        </li>
        <li>
          <i class="is-bad" />
          三处以上
        </li>
      </ul>
      <WideTable name={name}>
        <table class="heat">
          <caption class="sr">{name}</caption>
          <thead>
            <tr>
              <th class="is-corner" scope="col">
                <span class="sr">机关</span>
              </th>
              {families.map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
              <th scope="col">复制件</th>
              <th scope="col">错误合计</th>
            </tr>
          </thead>
          <tbody>
            {worstRowsFirst(rows).map(({ name: agency, href, findings }) => (
              <tr key={href}>
                <th scope="row">
                  <a href={href}>{agency}</a>
                </th>
                {families.map(({ title, codes }) => (
                  <Cell
                    key={title}
                    href={href}
                    findings={findings.filter((each) =>
                      (codes as readonly string[]).includes(familyOf(each)),
                    )}
                  />
                ))}
                <CopyCell findings={findings} />
                <td class="score">{debtOf(findings).errors}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  )
}
