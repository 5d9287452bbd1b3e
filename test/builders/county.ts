import { agenciesRoom } from '../../src/modules/agencies/room.ts'
import { demoAccounts, directoryOf } from '../../src/modules/agencies/index.ts'
import type { Actor, Context } from '../../src/platform/context.ts'
import type { Room } from '../../src/platform/room.ts'
import { sessionRoom } from '../../src/platform/sessions/index.ts'
import { testServices, type TestServices } from './database.ts'

/** The invented city of the demo, for tests: its agencies, people and their one password. */
export interface County extends TestServices {
  readonly password: string
  /** Id of an agency by the name in its address. */
  agencyId(slug: string): Promise<string>
  /** Id of a person by login name. */
  personId(loginName: string): Promise<string>
  /** The person as actor in an agency (by slug; null: where they work first). */
  actor(loginName: string, slug?: string | null): Promise<{ actor: Actor; agencyId: string }>
  /** Runs a command as that person. */
  as<T>(loginName: string, slug: string | null, run: (context: Context) => Promise<T>): Promise<T>
}

/** The rooms that every other room stands on. */
export const groundRooms: readonly Room[] = [sessionRoom, agenciesRoom]

/**
 * An installation with the demo city in it.
 * @param more further rooms, after the agencies
 */
export async function county(
  more: readonly Room[] = [],
  options: {
    readonly today?: string
    readonly env?: Readonly<Record<string, string>>
    readonly hasLivingYear?: boolean
  } = {},
): Promise<County> {
  const rooms = [...groundRooms, ...more]
  const services = await testServices(rooms, {
    ...options,
    env: { GONGKAI_DEMO: 'on', ...options.env },
  })
  for (const room of rooms)
    if (room.name !== 'requests' || options.hasLivingYear) await room.firstStart?.(services, () => undefined)
  const demo = await demoAccounts(services)
  if (!demo) throw new Error('the demo city was not made')
  const directory = directoryOf(rooms)
  const one = async (found: Promise<{ id: string } | undefined>, what: string): Promise<string> => {
    const row = await found
    if (!row) throw new Error(`the demo city has no ${what}`)
    return row.id
  }
  const made = {
    agencyId: (slug: string) =>
      one(
        services.db
          .selectFrom('agencies')
          .select('agency_id as id')
          .where('slug', '=', slug)
          .executeTakeFirst(),
        slug,
      ),
    personId: (loginName: string) =>
      one(
        services.db
          .selectFrom('accounts')
          .select('account_id as id')
          .where('login_name', '=', loginName)
          .executeTakeFirst(),
        loginName,
      ),
    async actor(loginName: string, slug: string | null = null) {
      const acting = await directory.actorIn(
        services.db,
        await made.personId(loginName),
        slug === null ? null : await made.agencyId(slug),
      )
      if (!acting) throw new Error(`${loginName} does not work in ${slug}`)
      return { actor: acting.actor as Actor, agencyId: acting.agencyId }
    },
    async as<T>(loginName: string, slug: string | null, run: (context: Context) => Promise<T>): Promise<T> {
      const { actor, agencyId } = await made.actor(loginName, slug)
      return services.command(actor, agencyId, run)
    },
  }
  return { ...services, ...made, password: demo.password }
}
