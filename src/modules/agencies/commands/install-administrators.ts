import type { Services } from '../../../platform/services.ts'
import type { Actor } from '../../../platform/context.ts'
import { administratorRoles, type AdministratorRole } from '../../../platform/roles.ts'
import {
  hashPassword,
  newOneTimePassword,
  setLoginName,
  setPasswordHash,
} from '../../../platform/sessions/index.ts'
import { dutyOfRole } from '../rules/duties.ts'
import { allAgencies } from '../store/agencies.ts'
import { countHolders } from '../store/people.ts'
import { roleWords } from '../words.ts'
import { createAgency } from './create-agency.ts'
import { grantRole } from './grant-role.ts'
import { registerPerson } from './register-person.ts'

/** An account made at the first start; the password is good for one sign-in and is shown nowhere else. */
export interface FirstAccount {
  readonly role: AdministratorRole
  readonly title: string
  readonly loginName: string
  readonly password: string
}

const loginNames: Readonly<Record<AdministratorRole, string>> = {
  systemAdministrator: 'system',
  securityAdministrator: 'security',
  auditAdministrator: 'audit',
}

/** The shell at the first start: there is nobody yet who could act. */
const operator: Actor = { kind: 'operator', name: 'first-start' }

/**
 * Makes the three separated administrators where the installation has none of one of them, and an agency for them when there is none.
 * @returns the accounts made now, with their one-time passwords; empty at every later start
 */
export async function installAdministrators(services: Services): Promise<readonly FirstAccount[]> {
  const missing: AdministratorRole[] = []
  for (const role of administratorRoles) if ((await countHolders(services.db, role)) === 0) missing.push(role)
  if (missing.length === 0) return []
  const accounts = await Promise.all(
    missing.map(async (role) => {
      const password = newOneTimePassword()
      return { role, password, hash: await hashPassword(password) }
    }),
  )
  return services.command(operator, null, async (context) => {
    const top = (await allAgencies(context.db)).find((agency) => agency.parentId === null)
    const agencyId =
      top?.agencyId ??
      (await createAgency(context, {
        kind: 'government',
        parentId: null,
        name: '本机关（请改名）',
        shortName: '本机关',
        slug: 'home',
        regionCode: null,
        creditCode: null,
        openedOn: context.today,
      }))
    const made: FirstAccount[] = []
    for (const { role, password, hash } of accounts) {
      const title = roleWords[role]
      const personId = await registerPerson(context, {
        agencyId,
        name: title,
        post: title,
        duty: dutyOfRole(role),
        email: null,
      })
      let loginName = loginNames[role]
      for (let other = 2; !(await setLoginName(context.db, personId, loginName)); other += 1)
        loginName = `${loginNames[role]}${other}`
      await setPasswordHash(context.db, personId, hash, context.now, true)
      await grantRole(context, { agencyId, personId, role })
      await context.journal({
        verb: 'install-administrators',
        subject: { kind: 'person', id: personId },
        agencyId,
        detail: { role },
      })
      made.push({ role, title, loginName, password })
    }
    return made
  })
}
