import { plainDay } from '../../law/calendar/plain-day.ts'
import { sm3 } from '../../platform/cipher/digest.ts'
import type { Actor } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusals.ts'
import type { Services } from '../../platform/services.ts'
import {
  agenciesCalled,
  agenciesNearlyCalled,
  agencyBySlug,
  createAgency,
  freeAddress,
  kindOfName,
} from '../agencies/index.ts'
import { UnreadableDocument } from '../../documents/tree.ts'
import { importReport } from './commands/import-report.ts'
import { rulesVersion, type JudgedFile } from './judge-file.ts'
import { judgePool } from './judge-pool.ts'
import { publishedReport } from './queries/published-reports.ts'

/** What the person who imports says besides the file. */
export interface ImportWishes {
  /** Address name or name of the agency, when the file does not tell or tells it wrongly. */
  readonly agency: string | null
  readonly year: number | null
  /** An agency that is not known is made: under the agency of this address name, or at the top of the tree when null. */
  readonly create: { readonly under: string | null } | null
  /** Reads, judges and finds the agency, and keeps nothing. */
  readonly isTrial: boolean
}

interface Placed {
  readonly agencyId: string | null
  readonly slug: string
  readonly agency: string
  /** Set when the name in the file is not the present full name. */
  readonly by: 'name' | 'formerName' | 'shortName' | 'told' | 'created'
}

/** What became of one file. `changed` says whether the portal shows anything new. */
export type ImportOutcome =
  | {
      readonly done: 'imported' | 'replaced' | 'unchanged'
      readonly agency: string
      readonly by: Placed['by']
      readonly slug: string
      readonly year: number
      readonly edition: number
      readonly findings: number
      readonly errors: number
    }
  | { readonly done: 'refused'; readonly code: string; readonly sentence: string }

/** The Regulation came into force in 2008; no report is older. */
const firstYear = 2008

/**
 * Reads and judges one published report, finds whose and of which year it is, and keeps it. Never guesses either: a name that is
 * unknown or not unique is refused with what would help.
 * @param twice asked with address name and year before anything is kept: the file of the same run that has them already, or null
 */
export async function importFile(
  services: Services,
  actor: Actor,
  file: { readonly name: string; readonly bytes: Uint8Array },
  wishes: ImportWishes,
  twice: (agency: string, year: number) => string | null = () => null,
): Promise<ImportOutcome> {
  try {
    const judged = await judgePool().judge(file.bytes, file.name)
    const year = wishes.year ?? judged.report.year
    if (year === null)
      return refused('yearUnknown', '没有读出是哪一年的报告。请用 --year 写明，例如 --year 2023。')
    const thisYear = Number(services.today().slice(0, 4))
    if (year < firstYear || year > thisYear)
      return refused('yearImpossible', `读出的年度是 ${year} 年，不会有这一年的报告。请用 --year 写明。`)
    const placed = await place(services, judged.report.agency, year, wishes)
    if ('done' in placed) return placed
    const other = twice(placed.agency, year)
    if (other !== null)
      return refused(
        'sameReportTwice',
        `${placed.agency}${year}年的报告这次已经有一份：${other}。同一机关同一年一次只导入一份，请留下正式的那一份。`,
      )
    return await keep(services, actor, file, judged, year, placed, wishes)
  } catch (error) {
    if (error instanceof UnreadableDocument) return refused(error.code, error.message)
    if (error instanceof Refusal) return refused(error.reasons[0]?.code ?? error.kind, error.message)
    throw error
  }
}

const refused = (code: string, sentence: string): ImportOutcome => ({ done: 'refused', code, sentence })

/** Finds the agency, or says why it cannot be told. An agency still to be made has no id yet. */
async function place(
  services: Services,
  read: string | null,
  year: number,
  wishes: ImportWishes,
): Promise<Placed | ImportOutcome> {
  const { db } = services
  const told = wishes.agency === null ? undefined : await agencyBySlug(db, wishes.agency)
  if (told) return { agencyId: told.agencyId, slug: told.slug, agency: told.name, by: 'told' }
  const name = wishes.agency ?? read
  if (name === null)
    return refused('agencyUnread', '没有读出是哪个机关的报告。请用 --agency 写明机关的名称或者网址名。')
  const called = await agenciesCalled(db, name, plainDay(`${year}-12-31`))
  const [first, ...others] = called
  if (first && others.length === 0)
    return { agencyId: first.agencyId, slug: first.slug, agency: first.name, by: first.by }
  if (first)
    return refused(
      'agencyNotUnique',
      `叫“${name}”的机关有 ${called.length} 个：${listed(called)}。请用 --agency 网址名 写明是哪一个。`,
    )
  if (wishes.create)
    return {
      agencyId: null,
      slug: await freeAddress(db, name, wishes.create.under),
      agency: name,
      by: 'created',
    }
  const near = await agenciesNearlyCalled(db, name)
  const offer =
    near.length > 0
      ? `是不是${listed(near)}？是的话加 --agency ${near[0]?.slug}；不是的话`
      : '在工作台登记这个机关以后再导入，或者'
  return refused(
    'agencyUnknown',
    `没有登记叫“${name}”的机关。${offer}加 --create-under 上级机关网址名（机关页面地址 /agency/ 后面的一段；没有上级的用 --create），导入时一并登记。`,
  )
}

const listed = (agencies: readonly { readonly name: string; readonly slug: string }[]): string =>
  agencies.map(({ name, slug }) => `${name}（${slug}）`).join('、')

/** Reports are asked for since this day (条例施行之日); when a body that comes in with its report was really set up, a person corrects. */
const openedUnknown = plainDay('2008-05-01')

async function keep(
  services: Services,
  actor: Actor,
  file: { readonly name: string; readonly bytes: Uint8Array },
  { report, findings, format }: JudgedFile,
  year: number,
  placed: Placed,
  wishes: ImportWishes,
): Promise<ImportOutcome> {
  const told = {
    agency: placed.agency,
    by: placed.by,
    slug: placed.slug,
    year,
    findings: findings.length,
    errors: findings.filter(({ severity }) => severity === 'error').length,
  }
  if (wishes.isTrial) {
    const stands = placed.agencyId && (await publishedReport(services.db, placed.agencyId, year))
    if (!stands) return { done: 'imported', edition: 1, ...told }
    if (stands.digest === sm3(file.bytes)) return { done: 'unchanged', edition: stands.edition, ...told }
    return { done: 'replaced', edition: stands.edition + 1, ...told }
  }
  const parent = wishes.create?.under ? await agencyBySlug(services.db, wishes.create.under) : undefined
  if (placed.agencyId === null && wishes.create?.under && !parent)
    return refused('parentUnknown', `没有网址名是“${wishes.create.under}”的机关，不能登记在它之下。`)
  const kept = await services.command(actor, placed.agencyId, async (context) => {
    const agencyId =
      placed.agencyId ??
      (await createAgency(context, {
        kind: kindOfName(placed.agency),
        parentId: parent?.agencyId ?? null,
        name: placed.agency,
        shortName: placed.agency.slice(0, 40),
        slug: placed.slug,
        regionCode: null,
        creditCode: null,
        openedOn: openedUnknown,
        // After those that were set in order by hand.
        sortOrder: 9000,
      }))
    return importReport(context, {
      agencyId,
      year,
      fileName: file.name,
      format,
      bytes: file.bytes,
      recovered: report,
      findings,
      rulesVersion,
    })
  })
  const done = kept.changed ? (kept.edition === 1 ? 'imported' : 'replaced') : 'unchanged'
  return { done, edition: kept.edition, ...told }
}
