import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import { Forbidden, Invalid, Refused, Stale } from '../../../platform/refusals.ts'
import { hashPassword, isPassword } from '../../../platform/sessions/passwords.ts'
import { agencyHistory, agencyNameOn } from '../queries/agency-history.ts'
import { profileOf } from '../queries/institution.ts'
import { agenciesOpenTo } from '../queries/acting-person.ts'
import { peopleOf } from '../queries/people-of.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { agencyBySlug } from '../queries/agency-tree.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { closeAgency } from './close-agency.ts'
import { correctAgency } from './correct-agency.ts'
import { createAgency } from './create-agency.ts'
import { createRole } from './create-role.ts'
import { editProfile } from './edit-profile.ts'
import { endEmployment } from './end-employment.ts'
import { grantRole } from './grant-role.ts'
import { invitePerson } from './invite-person.ts'
import { moveAgency } from './move-agency.ts'
import { registerPerson } from './register-person.ts'
import { renameAgency } from './rename-agency.ts'
import { revokeRole } from './revoke-role.ts'

let city: County
before(async () => {
  city = await county()
})
after(() => city.drop())

const refusedWith = (code: string) => (error: unknown) =>
  error instanceof Refused && error.reasons.some((reason) => reason.code === code)

async function lastEntries(verb: string, count = 1) {
  return city.db
    .selectFrom('journal')
    .selectAll()
    .where('verb', '=', verb)
    .orderBy('at', 'desc')
    .orderBy('number', 'desc')
    .limit(count)
    .execute()
}

const newBureau = (parentId: string, slug: string) => ({
  kind: 'department' as const,
  parentId,
  name: '云汀市粮食和物资储备局',
  shortName: '市粮储局',
  slug,
  regionCode: null,
  creditCode: null,
  openedOn: '2019-03-01',
})

async function someone(email: string | null, duty: 'business' | 'audit' = 'business') {
  const agencyId = await city.agencyId('yunting')
  return city.as('system', null, (context) =>
    registerPerson(context, { agencyId, name: '某甲（示例）', post: '干事', duty, email }),
  )
}

test('the system administrator sets a bureau into the tree; an officer may not, nor the security administrator', async () => {
  const parentId = await city.agencyId('yunting')
  const id = await city.as('system', null, (context) => createAgency(context, newBureau(parentId, 'grain')))
  assert.equal(await city.agencyId('grain'), id)
  assert.equal((await lastEntries('create-agency', 99)).filter((entry) => entry.subject_id === id).length, 1)
  for (const loginName of ['supervisor', 'security', 'audit', 'mayor'])
    await assert.rejects(
      city.as(loginName, 'yunting', (context) => createAgency(context, newBureau(parentId, 'grain2'))),
      Forbidden,
      loginName,
    )
})

test('an incomplete agency is told every field at once', async () => {
  await assert.rejects(
    city.as('system', null, async (context) =>
      createAgency(context, {
        ...newBureau(await city.agencyId('yunting'), 'Große Straße'),
        name: ' ',
        openedOn: '2019-02-30',
        regionCode: '12',
      }),
    ),
    (error) =>
      error instanceof Invalid &&
      ['slug', 'name', 'openedOn', 'regionCode'].every((field) =>
        error.fields.some((problem) => problem.field === field),
      ),
  )
})

test('what was registered wrongly is set right; the former address goes on leading to the agency and belongs to nobody else', async () => {
  const parentId = await city.agencyId('yunting')
  const agencyId = await city.as('system', null, (context) =>
    createAgency(context, newBureau(parentId, 'yunting-bureau-2')),
  )
  const right = {
    agencyId,
    kind: 'department' as const,
    slug: 'yunting-grain',
    openedOn: '2014-03-01',
    regionCode: '',
    creditCode: '',
  }
  await city.as('system', null, (context) => correctAgency(context, right))
  for (const slug of ['yunting-grain', 'yunting-bureau-2']) {
    const found = await agencyBySlug(city.db, slug)
    assert.deepEqual(
      [found?.agencyId, found?.slug, found?.openedOn],
      [agencyId, 'yunting-grain', '2014-03-01'],
    )
  }
  assert.ok(
    await agencyNameOn(city.db, agencyId, plainDay('2015-01-01')),
    'it has its name since it was set up',
  )
  await assert.rejects(
    city.as('system', null, (context) => createAgency(context, newBureau(parentId, 'yunting-bureau-2'))),
    Invalid,
  )
  for (const [field, wrong] of [
    ['slug', { slug: 'yunting-emergency' }],
    ['openedOn', { openedOn: '2030-01-01' }],
  ] as const)
    await assert.rejects(
      city.as('system', null, (context) => correctAgency(context, { ...right, ...wrong })),
      (error) => error instanceof Invalid && error.fields[0]?.field === field,
    )
  await assert.rejects(
    city.as('system', null, (context) =>
      correctAgency(context, { ...right, agencyId: parentId, kind: 'town' }),
    ),
    refusedWith('agencies.tree.wrongBelow'),
  )
  await assert.rejects(
    city.as('supervisor', 'yunting', (context) => correctAgency(context, right)),
    Forbidden,
  )
  const [entry] = await lastEntries('correct-agency')
  assert.equal(entry?.subject_id, agencyId)
})

test('a renamed agency keeps its old name for the days when it had it', async () => {
  const agencyId = await city.agencyId('hitech-emergency')
  assert.equal(
    await agencyNameOn(city.db, agencyId, plainDay('2021-05-31')),
    '云汀高新技术产业开发区安全环保中心',
  )
  assert.equal(
    await agencyNameOn(city.db, agencyId, plainDay('2021-06-01')),
    '云汀高新技术产业开发区应急管理中心',
  )
  await city.as('system', 'hitech-emergency', (context) =>
    renameAgency(context, {
      agencyId,
      name: '云汀高新区应急局',
      shortName: '高新应急局',
      fromOn: '2025-01-01',
      basis: '示例',
    }),
  )
  const { names } = await agencyHistory(city.db, agencyId)
  assert.deepEqual(
    names.map(({ fromOn, untilOn }) => [fromOn, untilOn]),
    [
      ['2025-01-01', null],
      ['2021-06-01', '2024-12-31'],
      ['2016-07-01', '2021-05-31'],
    ],
  )
})

test('a closed agency names its successor, and neither changes nor takes agencies any more', async () => {
  const closed = await city.agencyId('yunting-safety')
  const { successors } = await agencyHistory(city.db, closed)
  assert.deepEqual(
    successors.map(({ slug }) => slug),
    ['yunting-emergency'],
  )
  const { predecessors } = await agencyHistory(city.db, await city.agencyId('yunting-emergency'))
  assert.deepEqual(
    predecessors.map(({ slug }) => slug),
    ['yunting-safety'],
  )
  await assert.rejects(
    city.as('system', null, async (context) =>
      closeAgency(context, {
        agencyId: closed,
        closedOn: '2024-01-01',
        successorIds: [await city.agencyId('yunting')],
      }),
    ),
    refusedWith('agencies.tree.closed'),
  )
  await assert.rejects(
    city.as('system', null, async (context) =>
      closeAgency(context, {
        agencyId: await city.agencyId('linpu'),
        closedOn: '2024-01-01',
        successorIds: [await city.agencyId('wanghe')],
      }),
    ),
    refusedWith('agencies.tree.openBelow'),
  )
})

test('an agency moves with all below it; a circle is refused; two moves at once cannot close one', async () => {
  await city.as('system', null, async (context) =>
    moveAgency(context, {
      agencyId: await city.agencyId('hitech-emergency'),
      parentId: await city.agencyId('linpu'),
    }),
  )
  await assert.rejects(
    city.as('system', null, async (context) =>
      moveAgency(context, {
        agencyId: await city.agencyId('yunting'),
        parentId: await city.agencyId('yunting'),
      }),
    ),
    refusedWith('agencies.tree.circle'),
  )
  const zones = await Promise.all(
    ['zone-a', 'zone-b'].map(async (slug) =>
      city.as('system', null, async (context) =>
        createAgency(context, {
          ...newBureau(await city.agencyId('yunting'), slug),
          kind: 'government',
          name: slug,
        }),
      ),
    ),
  )
  const outcomes = await Promise.allSettled([
    city.as('system', null, (context) => moveAgency(context, { agencyId: zones[0]!, parentId: zones[1]! })),
    city.as('system', null, (context) => moveAgency(context, { agencyId: zones[1]!, parentId: zones[0]! })),
  ])
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('an officer writes the page of their own agency only, and a second writer is told of the first', async () => {
  const agencyId = await city.agencyId('yunting-emergency')
  const before = await profileOf(city.db, agencyId)
  const { reviewedOn: _day, ...texts } = before
  const changed = { ...texts, leaders: [...before.leaders], sections: [...before.sections], phone: '0000-1' }
  await city.as('officer', null, (context) => editProfile(context, changed))
  const now = await profileOf(city.db, agencyId)
  assert.equal(now.phone, '0000-1')
  assert.equal(now.reviewedOn, city.today())
  const entries = (await lastEntries('edit-profile', 99)).filter((entry) => entry.subject_id === agencyId)
  assert.deepEqual(entries.at(0)?.detail, { changed: ['phone'] }, 'names of fields, not their contents')
  await assert.rejects(
    city.as('officer', null, (context) => editProfile(context, changed)),
    Stale,
  )
  await assert.rejects(
    city.as('linpu-officer', null, (context) => editProfile(context, { ...changed, version: now.version })),
    Forbidden,
  )
})

test('a person is registered once: the same address a second time is refused, whatever its case', async () => {
  await someone('someone@example.com')
  await assert.rejects(someone('Someone@Example.COM'), (error) => {
    return error instanceof Invalid && error.fields[0]?.field === 'email'
  })
})

test('roles come from the security administrator, fit the duty, and never from oneself', async () => {
  const agencyId = await city.agencyId('yunting')
  const personId = await someone(null)
  await city.as('security', null, (context) => grantRole(context, { agencyId, personId, role: 'officer' }))
  await city.as('security', null, (context) => grantRole(context, { agencyId, personId, role: 'officer' }))
  assert.equal((await lastEntries('grant-role', 50)).filter((e) => e.subject_id === personId).length, 1)
  for (const role of ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'])
    await assert.rejects(
      city.as('security', null, (context) => grantRole(context, { agencyId, personId, role })),
      refusedWith('agencies.role.administratorNoBusiness'),
    )
  const security = await city.personId('security')
  await assert.rejects(
    city.as('security', null, (context) =>
      grantRole(context, { agencyId, personId: security, role: 'securityAdministrator' }),
    ),
    refusedWith('agencies.role.notToOneself'),
  )
  await assert.rejects(
    city.as('system', null, (context) => grantRole(context, { agencyId, personId, role: 'head' })),
    Forbidden,
  )
})

test('the last auditor stays until another is there; two taken at once leave one', async () => {
  const agencyId = await city.agencyId('yunting')
  const first = await city.personId('audit')
  const take = (personId: string) =>
    city.as('security', null, (context) =>
      revokeRole(context, { agencyId, personId, role: 'auditAdministrator' }),
    )
  await assert.rejects(take(first), refusedWith('agencies.role.lastAdministrator'))
  const second = await someone(null, 'audit')
  await city.as('security', null, (context) =>
    grantRole(context, { agencyId, personId: second, role: 'auditAdministrator' }),
  )
  const outcomes = await Promise.allSettled([take(first), take(second)])
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const left = outcomes[0]?.status === 'fulfilled' ? second : first
  if (left === second)
    await city.as('security', null, (context) =>
      grantRole(context, { agencyId, personId: first, role: 'auditAdministrator' }),
    )
})

test('a role of the agency’s own carries business permissions only', async () => {
  const agencyId = await city.agencyId('yunting')
  const make = (permissions: string[]) =>
    city.as('security', null, (context) =>
      createRole(context, city.rooms, { agencyId, name: '信息维护', permissions }),
    )
  await assert.rejects(make(['agencies.grantRoles']), refusedWith('agencies.role.adminPermission'))
  await assert.rejects(make(['agencies.fly']), refusedWith('agencies.role.unknownPermission'))
  const role = await make(['agencies.editProfile'])
  const personId = await someone(null)
  await city.as('security', null, (context) => grantRole(context, { agencyId, personId, role }))
  await assert.rejects(make(['agencies.editProfile']), Invalid)
})

test('an invitation is taken up once, sets name and password, and leaves no trace of its link', async () => {
  const agencyId = await city.agencyId('yunting')
  const personId = await someone('invited@example.com')
  const { link, isMailed } = await city.as('system', null, (context) =>
    invitePerson(context, { agencyId, personId, publicUrl: 'https://open.example' }),
  )
  assert.equal(isMailed, true)
  const token = link.split('/').at(-1) ?? ''
  const stored = await city.db.selectFrom('agency_invitations').selectAll().execute()
  const sent = await city.db.selectFrom('outbox').selectAll().execute()
  assert.equal(JSON.stringify([stored, sent]).includes(token), false)
  assert.equal(sent.length, 1)
  const password = 'Nf7-kettle-Moor'
  const hash = await hashPassword(password)
  const accept = (loginName: string) =>
    city.command({ kind: 'public' }, null, (context) =>
      acceptInvitation(context, { token, loginName, password, again: password }, hash),
    )
  await assert.rejects(accept('officer'), (error) => error instanceof Invalid, 'a name someone else has')
  await accept('invited')
  const account = await city.db
    .selectFrom('accounts')
    .selectAll()
    .where('account_id', '=', personId)
    .executeTakeFirstOrThrow()
  assert.equal(account.login_name, 'invited')
  assert.equal(await isPassword(account.password_hash, password), true)
  await assert.rejects(accept('invited'), refusedWith('agencies.invitation.over'))
})

test('a newer invitation ends the older one, and a week is its end', async () => {
  const agencyId = await city.agencyId('yunting')
  const personId = await someone(null)
  const invite = () =>
    city.as('system', null, (context) =>
      invitePerson(context, { agencyId, personId, publicUrl: 'https://open.example' }),
    )
  const accept = async (link: string) =>
    city.command({ kind: 'public' }, null, (context) =>
      acceptInvitation(
        context,
        {
          token: link.split('/').at(-1) ?? '',
          loginName: 'weekly',
          password: 'Nf7-kettle-Moor',
          again: 'Nf7-kettle-Moor',
        },
        'hash',
      ),
    )
  const { link: older } = await invite()
  const { link: newer, isMailed } = await invite()
  assert.equal(isMailed, false)
  await assert.rejects(accept(older), refusedWith('agencies.invitation.over'))
  const today = city.today()
  city.moveTo('2026-03-20')
  await assert.rejects(accept(newer), refusedWith('agencies.invitation.over'))
  city.moveTo(today)
  await accept(newer)
})

test('a person who leaves the last agency cannot sign in, and the address is forgotten', async () => {
  const agencyId = await city.agencyId('yunting')
  const personId = await someone('leaving@example.com')
  await city.as('security', null, (context) => grantRole(context, { agencyId, personId, role: 'officer' }))
  await city.as('system', null, (context) => endEmployment(context, { agencyId, personId }))
  await city.as('system', null, (context) => endEmployment(context, { agencyId, personId }))
  const person = (await peopleOf(city.db, agencyId)).find((one) => one.personId === personId)
  assert.deepEqual(person?.roles, [])
  assert.equal(person?.untilOn, city.today())
  const row = await city.db
    .selectFrom('agency_people')
    .innerJoin('accounts', 'account_id', 'person_id')
    .select(['email_sealed', 'email_fingerprint', 'closed_at'])
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  assert.equal(row.email_sealed, null)
  assert.equal(row.email_fingerprint, null)
  assert.notEqual(row.closed_at, null)
  const system = await city.personId('system')
  await assert.rejects(
    city.as('system', null, (context) => endEmployment(context, { agencyId, personId: system })),
    refusedWith('agencies.person.notOneself'),
  )
})

test('who works for two agencies may change between them; a supervising office reaches below itself, not beside', async () => {
  const slugs = async (loginName: string) => {
    const ids = await agenciesOpenTo(city.db, await city.personId(loginName))
    const rows = await city.db
      .selectFrom('agencies')
      .select('slug')
      .where('agency_id', 'in', [...ids, randomUUID()])
      .orderBy('slug')
      .execute()
    return rows.map(({ slug }) => slug)
  }
  assert.deepEqual(await slugs('officer2'), ['hitech-emergency', 'yunting-emergency'])
  assert.deepEqual(await slugs('officer'), ['yunting-emergency'])
  assert.ok((await slugs('wanghe')).includes('wanghe-emergency'))
  assert.equal((await slugs('wanghe')).includes('linpu-emergency'), false)
  const below = await city.actor('supervisor', 'linpu-emergency')
  assert.equal(
    below.actor.kind === 'person' && below.actor.permissions.has('agencies.editProfile'),
    false,
    'reaching below does not carry the business of the agency above',
  )
})
