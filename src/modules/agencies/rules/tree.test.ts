import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import type { AgencyKind } from '../model.ts'
import { branchesOf } from '../queries/agency-tree.ts'
import { reasonsAgainstClosing, reasonsAgainstParent, reasonsAgainstRename } from './tree.ts'

const codes = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code)
const placed = (agencyId: string, kind: AgencyKind, closedOn: string | null = null) => ({
  agencyId,
  kind,
  closedOn: closedOn === null ? null : plainDay(closedOn),
})

test('a bureau stands under a government, a district or a zone, not under another bureau', () => {
  const cases: [AgencyKind, AgencyKind | null, boolean][] = [
    ['department', 'government', true],
    ['department', 'district', true],
    ['department', 'zone', true],
    ['department', 'department', false],
    ['institution', 'department', true],
    ['district', 'government', true],
    ['district', 'department', false],
    ['zone', 'government', true],
    ['town', 'district', true],
    ['government', null, true],
    ['zone', null, true],
    ['town', 'department', false],
  ]
  for (const [kind, parent, isAllowed] of cases)
    assert.equal(
      reasonsAgainstParent(kind, parent === null ? [] : [placed('p', parent)], null).length === 0,
      isAllowed,
      `${kind} under ${parent}`,
    )
})

test('an agency cannot move below itself, nor under a closed one', () => {
  const path = [placed('child', 'district'), placed('self', 'government')]
  assert.deepEqual(codes(reasonsAgainstParent('government', path, 'self')), [
    'agencies.tree.wrongParent',
    'agencies.tree.circle',
  ])
  assert.deepEqual(codes(reasonsAgainstParent('department', [placed('p', 'district', '2020-01-01')], null)), [
    'agencies.tree.closedParent',
  ])
})

test('a new name begins after the last one began and differs from it', () => {
  const agency = { name: '云汀市应急管理局', shortName: '市应急局', closedOn: null }
  const input = { name: '云汀市应急局', shortName: '市应急局', fromOn: plainDay('2021-01-01') }
  assert.deepEqual(reasonsAgainstRename(agency, plainDay('2019-01-01'), input), [])
  assert.deepEqual(codes(reasonsAgainstRename(agency, plainDay('2021-01-01'), input)), [
    'agencies.tree.dayTooEarly',
  ])
  assert.deepEqual(
    codes(
      reasonsAgainstRename(agency, plainDay('2019-01-01'), { ...agency, fromOn: plainDay('2020-01-01') }),
    ),
    ['agencies.tree.sameName'],
  )
})

test('an agency with open agencies below it, or a successor that is closed, cannot be closed', () => {
  const agency = { agencyId: 'a', closedOn: null, openedOn: plainDay('2000-01-01') }
  const on = plainDay('2024-01-01')
  assert.deepEqual(
    reasonsAgainstClosing(agency, [placed('b', 'department', '2020-01-01')], [placed('c', 'department')], on),
    [],
  )
  assert.deepEqual(
    codes(
      reasonsAgainstClosing(
        agency,
        [placed('b', 'department')],
        [placed('a', 'government')],
        plainDay('1999-01-01'),
      ),
    ),
    ['agencies.tree.dayTooEarly', 'agencies.tree.openBelow', 'agencies.tree.closedParent'],
  )
})

test('whatever the order of the list, every agency stands in the tree exactly once, below its parent', () => {
  const list = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 30 }).map((parents) =>
    parents.map((parent, index) => ({
      agencyId: String(index),
      parentId: index === 0 ? null : String(parent % index),
      kind: 'department' as const,
      slug: `a${index}`,
      name: `机关${index}`,
      shortName: `机关${index}`,
      regionCode: null,
      creditCode: null,
      sortOrder: 0,
      openedOn: plainDay('2000-01-01'),
      closedOn: null,
    })),
  )
  fc.assert(
    fc.property(list, (agencies) => {
      const seen: string[] = []
      const walk = (branches: ReturnType<typeof branchesOf>, parent: string | null): void => {
        for (const branch of branches) {
          assert.equal(branch.parentId, parent)
          seen.push(branch.agencyId)
          walk(branch.below, branch.agencyId)
        }
      }
      walk(branchesOf([...agencies].reverse(), null), null)
      assert.deepEqual([...seen].sort(), agencies.map(({ agencyId }) => agencyId).sort())
    }),
  )
})
