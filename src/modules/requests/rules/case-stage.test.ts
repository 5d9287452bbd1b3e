import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CaseState, caseStates } from './case-state.ts'
import { caseStage, type CaseStage, type StageGround, wantedAct } from './case-stage.ts'
import { type DeskAct } from './desk-acts.ts'
import { paperStates } from './papers.ts'
import { type CaseAct, caseActs, transitions } from './transitions.ts'

const fresh: StageGround = {
  state: 'running',
  isArchived: false,
  isAssigned: false,
  isBegun: false,
  reply: null,
}

const table: readonly (readonly [string, Partial<StageGround>, CaseStage | null, DeskAct | null])[] = [
  ['sent off, not confirmed', { state: 'awaitingConfirmation' }, 'register', 'confirmReceipt'],
  ['confirmed, given to nobody', {}, 'assign', 'assign'],
  ['given to a section', { isAssigned: true }, 'handle', 'reply'],
  ['begun without being given to anybody', { isBegun: true }, 'handle', 'reply'],
  ['others are asked', { state: 'paused', isBegun: true }, 'handle', 'reply'],
  [
    'a correction is waited for',
    { state: 'waitingForApplicant', isBegun: true },
    'handle',
    'answerClarification',
  ],
  ['a fee is waited for', { state: 'waitingForFee', isBegun: true }, 'handle', 'payFee'],
  ['the applicant let the time pass', { state: 'lapsed', isBegun: true }, 'handle', 'reply'],
  ['the reply is drafted', { reply: 'draft' }, 'handle', null],
  ['the reply is signed', { reply: 'inReview' }, 'handle', null],
  ['the reply may go out', { reply: 'approved' }, 'reply', null],
  ['the reply is out', { reply: 'issued' }, 'reply', null],
  ['answered', { state: 'closed', reply: 'served' }, 'archive', null],
  ['withdrawn', { state: 'closed' }, 'archive', null],
  ['in the archive', { state: 'closed', isArchived: true }, null, null],
]

test('stage and act of a case belong together, whatever has happened', () => {
  for (const [name, given, stage, act] of table) {
    const ground = { ...fresh, ...given }
    assert.deepEqual([caseStage(ground), wantedAct(ground)], [stage, act], name)
  }
})

const stageOfAct: Partial<Record<DeskAct, CaseStage>> = {
  confirmReceipt: 'register',
  assign: 'assign',
  reply: 'handle',
  answerClarification: 'handle',
  payFee: 'handle',
}

test('over all states, hands and papers the wanted act is one of its stage and possible in its state', () => {
  const isAct = (act: string): act is CaseAct => (caseActs as readonly string[]).includes(act)
  for (const state of caseStates)
    for (const reply of [null, ...paperStates.filter((one) => one !== 'discarded')])
      for (const isAssigned of [false, true])
        for (const isBegun of [false, true])
          for (const isArchived of [false, true]) {
            const ground: StageGround = {
              state: state satisfies CaseState,
              reply,
              isAssigned,
              isBegun,
              isArchived,
            }
            const act = wantedAct(ground)
            if (act === null) continue
            assert.equal(stageOfAct[act], caseStage(ground), JSON.stringify(ground))
            assert.ok(isAct(act) && transitions[act].includes(state), JSON.stringify(ground))
          }
})
