import type { Actor } from '../../../platform/context.ts'
import type { Services } from '../../../platform/services.ts'
import {
  hashPassword,
  newOneTimePassword,
  setLoginName,
  setPasswordHash,
} from '../../../platform/sessions/index.ts'
import { isAdministratorRole } from '../../../platform/roles.ts'
import { addMembership } from '../commands/add-membership.ts'
import { closeAgency } from '../commands/close-agency.ts'
import { createAgency } from '../commands/create-agency.ts'
import { editProfile } from '../commands/edit-profile.ts'
import { grantRole } from '../commands/grant-role.ts'
import { registerPerson } from '../commands/register-person.ts'
import { renameAgency } from '../commands/rename-agency.ts'
import { dutyOfRole } from '../rules/duties.ts'
import { roleWords } from '../words.ts'
import { demoAgencies, demoClosing, demoPeople, demoRename } from './county.ts'
import { demoProfiles } from './profiles.ts'

/** A demo account, for the list printed at every start of the demo. */
export interface DemoAccount {
  readonly loginName: string
  readonly name: string
  readonly roles: readonly string[]
  readonly agencyName: string
}

const passwordFact = 'demo-password'
const seeder: Actor = { kind: 'system', name: 'demo' }

/** Invents the city of 云汀: agencies with history, people marked 示例, and accounts that share one password made here. */
export async function seedDemo(services: Services): Promise<void> {
  const password = newOneTimePassword()
  const hash = await hashPassword(password)
  await services.command(seeder, null, async (context) => {
    const ids = new Map<string, string>()
    const idOf = (slug: string): string => {
      const id = ids.get(slug)
      if (id === undefined) throw new Error(`the demo names an agency it did not make: ${slug}`)
      return id
    }
    for (const { parent, ...agency } of demoAgencies)
      ids.set(
        agency.slug,
        await createAgency(context, {
          ...agency,
          creditCode: null,
          parentId: parent === null ? null : idOf(parent),
        }),
      )
    await renameAgency(context, { ...demoRename, agencyId: idOf(demoRename.slug) })
    await closeAgency(context, {
      agencyId: idOf(demoClosing.slug),
      closedOn: demoClosing.closedOn,
      successorIds: [idOf(demoClosing.successor)],
      basis: demoClosing.basis,
    })
    for (const [slug, texts] of Object.entries(demoProfiles))
      await editProfile(context, { ...texts, agencyId: idOf(slug), version: 0 })
    for (const person of demoPeople) {
      const [first, ...others] = Object.keys(person.roles)
      if (first === undefined) continue
      const roles = Object.values(person.roles).flat()
      const personId = await registerPerson(context, {
        agencyId: idOf(first),
        name: person.name,
        post: person.post,
        duty: dutyOfRole(roles[0] ?? ''),
        email: `${person.loginName}@example.com`,
      })
      for (const slug of others)
        await addMembership(context, { agencyId: idOf(slug), personId, post: person.post })
      for (const [slug, held] of Object.entries(person.roles))
        for (const role of held) await grantRole(context, { agencyId: idOf(slug), personId, role })
      await setLoginName(context.db, personId, person.loginName)
      await setPasswordHash(context.db, personId, hash, context.now, false)
    }
    await context.db
      .insertInto('installation')
      .values({ name: passwordFact, value: context.cipher.seal(password) })
      .execute()
  })
}

/** The demo's accounts and the password they share; null outside the demo. Administrators last. */
export async function demoAccounts(
  services: Services,
): Promise<{ readonly password: string; readonly accounts: readonly DemoAccount[] } | null> {
  if (!services.config.demo) return null
  const fact = await services.db
    .selectFrom('installation')
    .select('value')
    .where('name', '=', passwordFact)
    .executeTakeFirst()
  if (!fact) return null
  const agencyNames = new Map(demoAgencies.map(({ slug, name }) => [slug, name]))
  const accounts = demoPeople.map(({ loginName, name, roles }) => ({
    loginName,
    name,
    agencyName: agencyNames.get(Object.keys(roles)[0] ?? '') ?? '',
    roles: (Object.values(roles)[0] ?? []).map((role) => roleWords[role]),
    isAdministrator: Object.values(roles).flat().some(isAdministratorRole),
  }))
  return {
    password: services.cipher.open(fact.value),
    accounts: [
      ...accounts.filter((account) => !account.isAdministrator),
      ...accounts.filter((account) => account.isAdministrator),
    ].map(({ isAdministrator: _is, ...account }) => account),
  }
}

/** Whether the installation was filled with the invented city once. */
export async function isDemoCity({ db }: Pick<Services, 'db'>): Promise<boolean> {
  const fact = await db
    .selectFrom('installation')
    .select('name')
    .where('name', '=', passwordFact)
    .executeTakeFirst()
  return fact !== undefined
}
