import assert from 'node:assert/strict'
import { test } from 'node:test'
import { administratorRoles, builtInRoles } from '../../../platform/roles.ts'
import { duties } from '../model.ts'
import { dutyOfRole, reasonsAgainstGrant, reasonsAgainstRevoke } from './duties.ts'

const knownRoles = new Set<string>([...builtInRoles, 'own-1'])
const codes = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code)

test('of every role and every duty, exactly the pairs that separation allows can be granted', () => {
  for (const duty of duties)
    for (const role of [...builtInRoles, 'own-1']) {
      const reasons = reasonsAgainstGrant({
        personId: 'a',
        duty,
        hasLeft: false,
        role,
        knownRoles,
        grantedBy: 'b',
      })
      assert.equal(reasons.length === 0, dutyOfRole(role) === duty, `${role} to ${duty}`)
    }
})

test('an administrator who is to hold a second administration is told that it takes three people', () => {
  for (const mine of administratorRoles)
    for (const second of administratorRoles) {
      if (mine === second) continue
      const reasons = reasonsAgainstGrant({
        personId: 'a',
        duty: dutyOfRole(mine),
        hasLeft: false,
        role: second,
        knownRoles,
        grantedBy: 'b',
      })
      assert.deepEqual(codes(reasons), ['agencies.role.notAdministrators'])
    }
})

test('all reasons are told at once: left, unknown role, and granting to oneself', () => {
  const reasons = reasonsAgainstGrant({
    personId: 'a',
    duty: 'business',
    hasLeft: true,
    role: 'own-none',
    knownRoles,
    grantedBy: 'a',
  })
  assert.deepEqual(codes(reasons), [
    'agencies.role.unknown',
    'agencies.person.left',
    'agencies.role.notToOneself',
  ])
})

test('the last administrator of a kind cannot be taken away, the last officer can', () => {
  const input = { personId: 'a', holders: 1, revokedBy: 'b' }
  for (const role of administratorRoles)
    assert.deepEqual(codes(reasonsAgainstRevoke({ ...input, role })), ['agencies.role.lastAdministrator'])
  assert.deepEqual(reasonsAgainstRevoke({ ...input, role: 'officer' }), [])
  assert.deepEqual(reasonsAgainstRevoke({ ...input, role: 'auditAdministrator', holders: 2 }), [])
})
