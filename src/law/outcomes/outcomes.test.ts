import assert from 'node:assert/strict'
import { test } from 'node:test'
import { t3ResultRows } from '../report-form/form-2021.ts'
import { evidenceKinds, isOutcomeCode, outcomeCodes, outcomeOf } from './outcomes.ts'
import { evidenceWords, outcomeWords } from './words.ts'

test('every result row of table three is reached by some reply, and every reply falls into one of them', () => {
  const reached = new Set(outcomeCodes.map((code) => outcomeOf(code).row))
  assert.deepEqual(
    [...t3ResultRows].filter((row) => !reached.has(row)),
    [],
  )
  assert.deepEqual(
    [...reached].filter((row) => !t3ResultRows.includes(row)),
    [],
  )
})

test('only refusals under Art 14 to 16 go to review first; 行政查询事项 is no such refusal though the table files it there', () => {
  const first = outcomeCodes.filter((code) => outcomeOf(code).remedy === 'reviewFirst')
  assert.deepEqual(first, [
    'stateSecret',
    'forbiddenByOtherLaw',
    'securityAndStability',
    'thirdPartyRights',
    'internalAffairs',
    'deliberativeProcess',
    'enforcementFile',
  ])
  assert.equal(outcomeOf('administrativeLookup').remedy, 'free')
  assert.equal(outcomeOf('administrativeLookup').group, 'withheld')
})

test('both “does not exist” and “not ours” are counted as not held', () => {
  assert.equal(outcomeOf('notHeldNoRecord').row, outcomeOf('notHeldOtherAgency').row)
})

test('discretion has to be shown for exactly the three grounds of Art 16', () => {
  assert.deepEqual(
    outcomeCodes.filter((code) => outcomeOf(code).isDiscretionary),
    ['internalAffairs', 'deliberativeProcess', 'enforcementFile'],
  )
})

test('each outcome has its words, its article, its own letter and its evidence', () => {
  const letters = new Set<string>()
  for (const code of outcomeCodes) {
    const { articles, letter, evidence } = outcomeOf(code)
    assert.equal(outcomeOf(code).code, code)
    assert.ok(outcomeWords[code].length > 3, code)
    assert.ok(articles.length > 0 && evidence.length > 0, code)
    assert.ok(!letters.has(letter), `${letter} twice`)
    letters.add(letter)
    for (const kind of evidence) assert.ok(evidenceWords[kind].length > 0)
  }
  const asked = new Set(outcomeCodes.flatMap((code) => [...outcomeOf(code).evidence]))
  assert.deepEqual(
    evidenceKinds.filter((kind) => !asked.has(kind)),
    [],
  )
})

test('a word that is no outcome is told from one that is', () => {
  assert.ok(isOutcomeCode('released'))
  assert.ok(!isOutcomeCode('toString'))
  assert.ok(!isOutcomeCode('依申请公开'))
})
