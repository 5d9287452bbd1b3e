import { type Calendar } from '../../../law/calendar/calendar.ts'
import { beijingDay, plainDay, type PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Actor, Context } from '../../../platform/context.ts'
import { runCommand } from '../../../platform/run-command.ts'
import type { Services } from '../../../platform/services.ts'
import { agencyBySlug, calendarFor } from '../../agencies/index.ts'
import type { Applicant } from '../model.ts'
import { permissionOfStep } from '../rules/signing.ts'
import { permissionWords } from '../words.ts'

const slug = 'yunting-emergency'
/** Who signs which step. */
export const signers = { legal: 'legal', secrecy: 'secrecy', officeHead: 'review2', head: 'head' } as const

/** The bureau's desk on any day of the year, with the people who work there. */
export interface Desk {
  readonly agencyId: string
  readonly calendar: Calendar
  readonly services: Services
  readonly today: PlainDay
  /** Id of a person by the name they sign in with. */
  personOf(login: string): string
  on<T>(day: PlainDay, login: string, run: (context: Context) => Promise<T>): Promise<T>
  read<T>(run: (db: Services['db']) => Promise<T>): Promise<T>
}

/** Opens the desk of the demo city's emergency bureau. */
export async function openDesk(services: Services): Promise<Desk> {
  const agency = await agencyBySlug(services.db, slug)
  if (!agency) throw new Error(`the demo has no agency ${slug}`)
  const calendar = await calendarFor(services.db, agency.agencyId)
  const people = await services.db
    .selectFrom('accounts')
    .innerJoin('agency_people', 'agency_people.person_id', 'accounts.account_id')
    .select(['login_name', 'person_id', 'name'])
    .execute()
  const named = (login: string) => {
    const person = people.find((one) => one.login_name === login)
    if (!person) throw new Error(`the demo has no ${login}`)
    return person
  }
  const everything = new Set<string>(Object.keys(permissionWords))
  const ofStep = new Map<string, string>(
    Object.entries(signers).map(([step, login]) => [
      login,
      permissionOfStep[step as keyof typeof permissionOfStep],
    ]),
  )
  return {
    agencyId: agency.agencyId,
    calendar,
    services,
    today: services.today(),
    read: (run) => run(services.db),
    personOf: (login) => named(login).person_id,
    async on(day, login, run) {
      const person = named(login)
      const step = ofStep.get(login)
      const actor: Actor = {
        kind: 'person',
        personId: person.person_id,
        name: person.name,
        permissions:
          login === 'officer' || step === undefined
            ? everything
            : new Set([...everything].filter((one) => one === step || login === 'review2')),
      }
      const now = day === services.today() ? services.now() : new Date(`${day}T02:00:00Z`)
      return runCommand(
        {
          db: services.db,
          files: services.files,
          cipher: services.cipher,
          log: services.log,
          subscriptions: new Map(),
          now: () => now,
          today: () => beijingDay(now),
        },
        actor,
        agency.agencyId,
        run,
      )
    },
  }
}

/** The working day so many working days before another. */
export function workingDaysBefore(calendar: Calendar, day: PlainDay, count: number): PlainDay {
  const year = Number(day.slice(0, 4))
  const days = [year - 2, year - 1, year]
    .flatMap((one) => [...calendar.workingDaysOf(one)])
    .filter((one) => one <= day)
  return days.at(-1 - count) ?? plainDay(`${year - 2}-01-05`)
}

/** An invented applicant: numbers that cannot exist, an address that nobody has. */
export function applicant(kind: Applicant['kind'], name: string, index: number): Applicant {
  const isNatural = kind === 'natural'
  return {
    kind,
    name,
    identityKind: isNatural ? 'identityCard' : 'otherOrganisation',
    // Numbers that cannot exist: division 99, and no valid check digit.
    identityNumber: isNatural
      ? `9901021990010100${String(10 + index).padStart(2, '0')}`
      : `9199010200000000${index}X`,
    contactName: isNatural ? '' : '联系人（示例）',
    phone: '0000-1112223',
    email: 'applicant@example.com',
    address: '云汀市城东区云栖路1号',
    postcode: '000000',
    agentName: '',
    agentIdentityNumber: '',
    agentPhone: '',
  }
}
