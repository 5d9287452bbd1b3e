import type { RecoveredReport } from '../../../law/report-form/model.ts'

/** What is remembered of a judged report to find the reports it is compared with. */
export interface Remembered {
  readonly index: number
  readonly agency: string | null
  readonly year: number | null
  /** A report whose tables were read is the better one to compare with. */
  readonly hasTables: boolean
}

export function remembered(index: number, { agency, year, tables }: RecoveredReport): Remembered {
  return { index, agency: agency === null ? null : agencyKey(agency), year, hasTables: tables.t3 !== null }
}

/** Names of one agency differ in spaces and brackets from file to file. */
function agencyKey(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '')
}

/** Reports of a batch by agency and year. */
export interface Neighbours {
  /** Last year's report of the same agency; the one with tables, else the first given. */
  previousOf(report: Remembered): Remembered | null
  /** Other agencies' reports of the same year, the nearest first, at most `most`. */
  sistersOf(report: Remembered, most: number): readonly Remembered[]
}

export function neighbours(all: readonly Remembered[]): Neighbours {
  const byAgencyAndYear = new Map<string, Remembered>()
  const byYear = new Map<number, Remembered[]>()
  for (const each of all) {
    if (each.year === null) continue
    byYear.set(each.year, [...(byYear.get(each.year) ?? []), each])
    if (each.agency === null) continue
    const key = `${each.agency} ${each.year}`
    const before = byAgencyAndYear.get(key)
    if (!before || (!before.hasTables && each.hasTables)) byAgencyAndYear.set(key, each)
  }
  return {
    previousOf({ agency, year }) {
      if (agency === null || year === null) return null
      return byAgencyAndYear.get(`${agency} ${year - 1}`) ?? null
    },
    sistersOf({ index, agency, year }, most) {
      if (year === null) return []
      return (byYear.get(year) ?? [])
        .filter((other) => other.index !== index && (other.agency === null || other.agency !== agency))
        .sort((a, b) => Math.abs(a.index - index) - Math.abs(b.index - index))
        .slice(0, most)
    },
  }
}

/** What checks read of a sister's report: its figures and its running text. The rest would only be carried about. */
export function asSister(report: RecoveredReport): RecoveredReport {
  return {
    ...report,
    cells: [],
    narrative: [],
    observations: [],
    text: '',
    links: [],
    hidden: [],
    paragraphs: report.paragraphs.filter(({ section }) => [1, 5, 6].includes(section)),
  }
}
