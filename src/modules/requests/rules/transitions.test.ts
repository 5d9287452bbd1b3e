import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { caseStates } from './case-state.ts'
import { caseActs, reasonAgainst, transitions } from './transitions.ts'

test('the table of acts and states in the manual is the table in the code', () => {
  const manual = readFileSync('src/modules/requests/README.md', 'utf8')
  for (const act of caseActs) {
    const line = manual.split('\n').find((one) => new RegExp(`^\\| ${act} +\\|`).test(one))
    assert.ok(line, `the README has no line for ${act}`)
    const marks = line
      .split('|')
      .slice(2, -1)
      .map((cell) => cell.trim() === '●')
    assert.deepEqual(
      marks,
      caseStates.map((state) => transitions[act].includes(state)),
      act,
    )
  }
})

test('an act that is not possible has a reason in words, one that is possible has none', () => {
  for (const act of caseActs)
    for (const state of caseStates) {
      const reason = reasonAgainst(act, state, 'information')
      assert.equal(reason === null, transitions[act].includes(state), `${act} ${state}`)
      if (reason) assert.match(reason.sentence, /。$/)
    }
})

test('nothing can be decided before the day of receipt is fixed, and nothing but contest, attach and archive after the end', () => {
  assert.deepEqual(
    caseActs.filter((act) => transitions[act].includes('closed')),
    ['attach', 'archive', 'contest'],
  )
  assert.deepEqual(
    caseActs.filter((act) => transitions[act].includes('awaitingConfirmation')),
    ['confirmReceipt', 'assign', 'withdraw', 'attach', 'contest'],
  )
})
