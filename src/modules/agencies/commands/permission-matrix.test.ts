import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import type { Context } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/refusals.ts'
import { builtInRoles, type BuiltInRole } from '../../../platform/roles.ts'
import { permissionsByRole } from '../rules/grants.ts'
import { addMembership } from './add-membership.ts'
import { closeAgency } from './close-agency.ts'
import { createAgency } from './create-agency.ts'
import { createRole } from './create-role.ts'
import { editProfile } from './edit-profile.ts'
import { endEmployment } from './end-employment.ts'
import { grantRole } from './grant-role.ts'
import { invitePerson } from './invite-person.ts'
import { moveAgency } from './move-agency.ts'
import { registerPerson } from './register-person.ts'
import { renameAgency } from './rename-agency.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { revokeRole } from './revoke-role.ts'
import { unlockAccount } from './unlock-account.ts'

let city: County
before(async () => {
  city = await county()
})
after(() => city.drop())

const personId = randomUUID()

/** Every verb of the room with the permission it asks for. Inputs are well formed, so that only the permission can stop it first. */
const verbs: Readonly<
  Record<
    string,
    { readonly permission: string; readonly run: (c: Context, agencyId: string) => Promise<unknown> }
  >
> = {
  createAgency: {
    permission: 'agencies.editTree',
    run: (context, parentId) =>
      createAgency(context, {
        kind: 'department',
        parentId,
        name: '某局',
        shortName: '某局',
        slug: `m-${randomUUID().slice(0, 8)}`,
        regionCode: null,
        creditCode: null,
        openedOn: '2020-01-01',
      }),
  },
  renameAgency: {
    permission: 'agencies.editTree',
    run: (context, agencyId) =>
      renameAgency(context, { agencyId, name: '新名', shortName: '新名', fromOn: '2026-01-01' }),
  },
  moveAgency: {
    permission: 'agencies.editTree',
    run: (context, agencyId) => moveAgency(context, { agencyId, parentId: agencyId }),
  },
  closeAgency: {
    permission: 'agencies.editTree',
    run: (context, agencyId) =>
      closeAgency(context, { agencyId, closedOn: '2026-01-01', successorIds: [agencyId] }),
  },
  editProfile: {
    permission: 'agencies.editProfile',
    run: (context, agencyId) => editProfile(context, { agencyId, version: 99 }),
  },
  registerPerson: {
    permission: 'agencies.registerPeople',
    run: (context, agencyId) =>
      registerPerson(context, { agencyId, name: '某', post: '某', duty: 'business', email: null }),
  },
  addMembership: {
    permission: 'agencies.registerPeople',
    run: (context, agencyId) => addMembership(context, { agencyId, personId, post: '某' }),
  },
  invitePerson: {
    permission: 'agencies.registerPeople',
    run: (context, agencyId) => invitePerson(context, { agencyId, personId, publicUrl: 'https://a' }),
  },
  endEmployment: {
    permission: 'agencies.registerPeople',
    run: (context, agencyId) => endEmployment(context, { agencyId, personId }),
  },
  grantRole: {
    permission: 'agencies.grantRoles',
    run: (context, agencyId) => grantRole(context, { agencyId, personId, role: 'officer' }),
  },
  revokeRole: {
    permission: 'agencies.grantRoles',
    run: (context, agencyId) => revokeRole(context, { agencyId, personId, role: 'officer' }),
  },
  createRole: {
    permission: 'agencies.grantRoles',
    run: (context, agencyId) =>
      createRole(context, city.rooms, {
        agencyId,
        name: randomUUID().slice(0, 8),
        permissions: ['agencies.editProfile'],
      }),
  },
  unlockAccount: {
    permission: 'agencies.grantRoles',
    run: (context, agencyId) => unlockAccount(context, { agencyId, personId }),
  },
  resetSecondFactor: {
    permission: 'agencies.grantRoles',
    run: (context, agencyId) => resetSecondFactor(context, { agencyId, personId }),
  },
}

/** Whether the verb was stopped for want of permission; what else it says does not matter here. Nothing it did stays. */
async function isForbidden(
  role: BuiltInRole,
  held: ReadonlySet<string>,
  verb: string,
  target: string,
  at: string,
) {
  const undo = new Error('undo')
  try {
    await city.command(
      { kind: 'person', personId: randomUUID(), name: role, permissions: held },
      at,
      async (context) => {
        await verbs[verb]?.run(context, target)
        throw undo
      },
    )
  } catch (error) {
    return error instanceof Forbidden
  }
  return false
}

test('of every role and every verb, exactly those whose role holds the permission get past the lock', async () => {
  const byRole = permissionsByRole(city.rooms)
  const at = await city.agencyId('yunting')
  let tried = 0
  for (const role of builtInRoles)
    for (const [verb, { permission }] of Object.entries(verbs)) {
      tried += 1
      assert.equal(
        await isForbidden(role, byRole[role], verb, at, at),
        !byRole[role].has(permission),
        `${role} ${verb}`,
      )
    }
  assert.equal(tried, builtInRoles.length * Object.keys(verbs).length)
})

test('holding the permission in one agency opens nothing in another that does not stand below it', async () => {
  const byRole = permissionsByRole(city.rooms)
  const here = await city.agencyId('linpu')
  const beside = await city.agencyId('wanghe')
  for (const role of builtInRoles)
    for (const verb of Object.keys(verbs))
      assert.equal(await isForbidden(role, byRole[role], verb, beside, here), true, `${role} ${verb}`)
})

test('the public gets past no lock at all', async () => {
  const at = await city.agencyId('yunting')
  for (const [verb, { run }] of Object.entries(verbs))
    await assert.rejects(
      city.command({ kind: 'public' }, null, (context) => run(context, at)),
      Forbidden,
      verb,
    )
})
