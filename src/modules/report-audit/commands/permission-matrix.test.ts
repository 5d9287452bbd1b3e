import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import type { Context } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/refusals.ts'
import { builtInRoles, type BuiltInRole } from '../../../platform/roles.ts'
import { reportAuditRoom } from '../room.ts'
import { judgePermission, rectifyPermission } from '../words.ts'
import { answerRectification } from './answer-rectification.ts'
import { closeRectification } from './close-rectification.ts'
import { correctReading } from './correct-reading.ts'
import { discardReports } from './discard-reports.ts'
import { importCheck } from './import-check.ts'
import { issueRectification } from './issue-rectification.ts'
import { judgeReportAnew } from './judge-report-anew.ts'
import { placeCheck } from './place-check.ts'
import { restoreReading } from './restore-reading.ts'
import { submitReports } from './submit-reports.ts'
import { triageFinding } from './triage-finding.ts'

let city: County
before(async () => {
  city = await county([reportAuditRoom])
})
after(() => city.drop())

const batchId = randomUUID()
const letterId = randomUUID()
const cell = { year: 2024, digest: 'a'.repeat(64), cell: 't3.granted.total', revision: 0 }

/** Every verb of staff with the permission it asks for; inputs are well formed, so that only the permission can stop it first. */
const verbs: Readonly<
  Record<
    string,
    {
      readonly permission: string
      /** Speaks of an agency, so that reach matters. */
      readonly reaches: boolean
      readonly run: (context: Context, agencyId: string) => Promise<unknown>
    }
  >
> = {
  submitReports: {
    permission: judgePermission,
    reaches: false,
    run: (context) =>
      submitReports(context, {
        door: 'console',
        files: [{ name: 'a.txt', bytes: Buffer.from('x') }],
        address: null,
        key: null,
        keyMayRepeat: false,
      }),
  },
  discardReports: {
    permission: judgePermission,
    reaches: true,
    run: (context, owner) => discardReports(context, { owner, batchId }),
  },
  placeCheck: {
    permission: judgePermission,
    reaches: true,
    run: (context, agencyId) => placeCheck(context, { batchId, number: 1, agencyId, year: 2024 }),
  },
  importCheck: {
    permission: judgePermission,
    reaches: false,
    run: (context) => importCheck(context, { batchId, number: 1 }),
  },
  triageFinding: {
    permission: judgePermission,
    reaches: true,
    run: (context, agencyId) =>
      triageFinding(context, { agencyId, year: 2024, findingKey: 'x', verdict: 'confirmed', revision: 0 }),
  },
  correctReading: {
    permission: judgePermission,
    reaches: true,
    run: (context, agencyId) => correctReading(context, { ...cell, agencyId, value: 1, reason: '核过' }),
  },
  restoreReading: {
    permission: judgePermission,
    reaches: true,
    run: (context, agencyId) => restoreReading(context, { ...cell, agencyId }),
  },
  judgeReportAnew: {
    permission: judgePermission,
    reaches: true,
    run: (context, agencyId) => judgeReportAnew(context, { agencyId, year: 2024 }),
  },
  answerRectification: {
    permission: judgePermission,
    reaches: true,
    run: (context, agencyId) =>
      answerRectification(context, { agencyId, letterId, answer: '改好了', revision: 1 }),
  },
  issueRectification: {
    permission: rectifyPermission,
    reaches: true,
    run: (context, agencyId) =>
      issueRectification(context, {
        agencyId,
        year: 2024,
        keys: ['x'],
        documentNumber: '临政改〔2026〕1号',
        workingDays: 5,
        contact: '某',
        phone: '1',
      }),
  },
  closeRectification: {
    permission: rectifyPermission,
    reaches: true,
    run: (context, agencyId) => closeRectification(context, { agencyId, letterId, revision: 1 }),
  },
}

async function isForbidden(
  held: ReadonlySet<string>,
  verb: string,
  target: string,
  at: string,
): Promise<boolean> {
  const undo = new Error('undo')
  try {
    await city.command(
      { kind: 'person', personId: randomUUID(), name: 'x', permissions: held },
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

const heldBy = (role: BuiltInRole): ReadonlySet<string> =>
  new Set(
    Object.entries(reportAuditRoom.grants ?? {}).flatMap(([permission, roles]) =>
      roles.includes(role) ? [permission] : [],
    ),
  )

test('of every role and every verb, exactly those whose role holds the permission get past the lock', async () => {
  const at = await city.agencyId('linpu')
  for (const role of builtInRoles)
    for (const [verb, { permission }] of Object.entries(verbs))
      assert.equal(
        await isForbidden(heldBy(role), verb, at, at),
        !heldBy(role).has(permission),
        `${role} ${verb}`,
      )
})

test('judging is for officers, the head of the disclosure office and the office above; letters are not for officers', () => {
  assert.deepEqual(
    builtInRoles.filter((role) => heldBy(role).has(judgePermission)),
    ['officer', 'disclosureOfficeHead', 'supervisor'],
  )
  assert.deepEqual(
    builtInRoles.filter((role) => heldBy(role).has(rectifyPermission)),
    ['disclosureOfficeHead', 'supervisor'],
  )
})

test('the permission reaches the agency itself and those below it, never one beside or above', async () => {
  const all = new Set([judgePermission, rectifyPermission])
  const here = await city.agencyId('linpu')
  const outside = [
    await city.agencyId('wanghe'),
    await city.agencyId('wanghe-emergency'),
    await city.agencyId('yunting'),
    randomUUID(),
  ]
  for (const [verb, { reaches }] of Object.entries(verbs)) {
    if (!reaches) continue
    for (const target of outside)
      assert.equal(await isForbidden(all, verb, target, here), true, `${verb} ${target}`)
  }
  const below = await city.agencyId('linpu-emergency')
  for (const verb of ['placeCheck', 'triageFinding', 'correctReading', 'issueRectification'])
    assert.equal(await isForbidden(all, verb, below, here), false, verb)
})

test('the public gets past no lock of staff', async () => {
  const at = await city.agencyId('linpu')
  for (const [verb, { run }] of Object.entries(verbs))
    await assert.rejects(
      city.command({ kind: 'public' }, null, (context) => run(context, at)),
      Forbidden,
      verb,
    )
})
