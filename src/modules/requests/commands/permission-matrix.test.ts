import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import { requestDesk, someApplicant, type RequestDesk } from '../../../../test/builders/request-desk.ts'
import type { Actor, Context } from '../../../platform/context.ts'
import { Forbidden, Invalid, NotFound, Refused, Stale } from '../../../platform/refusals.ts'
import { builtInRoles, type BuiltInRole } from '../../../platform/roles.ts'
import { caseStates, type CaseState } from '../rules/case-state.ts'
import { transitions, type CaseAct } from '../rules/transitions.ts'
import { requestsRoom } from '../room.ts'
import type { RequestPermission } from '../words.ts'
import { answerClarification } from './answer-clarification.ts'
import { answerConsultation } from './answer-consultation.ts'
import { archiveRequest } from './archive-request.ts'
import { assignRequest } from './assign-request.ts'
import { attachFile } from './attach-file.ts'
import { changeContact } from './change-contact.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { draftPaper } from './draft-paper.ts'
import { editSettings } from './edit-settings.ts'
import { eraseIdentity } from './erase-identity.ts'
import { giveReasons } from './give-reasons.ts'
import { listItem } from './list-item.ts'
import { openConsultation } from './open-consultation.ts'
import { payFee } from './pay-fee.ts'
import { recordReconsideration } from './record-reconsideration.ts'
import { registerPlatform } from './register-platform.ts'
import { revokeEvent } from './revoke-event.ts'
import { splitRequest } from './split-request.ts'
import { submitRequest } from './submit-request.ts'
import { withdrawRequest } from './withdraw-request.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'

const slug = 'yunting-emergency'
let city: County
let desk: RequestDesk
const cases = new Map<CaseState, string>()

interface Verb {
  readonly permission: RequestPermission
  /** The act of the table of transitions; null where any state will do. */
  readonly act: CaseAct | null
  run(context: Context, key: { agencyId: string; requestId: string }): Promise<unknown>
}

const day = plainDay('2026-03-23')
const noRecord = { information: '某信息', searched: ['档案室'], keywords: ['某词'] }

/** Every verb that acts on one case, with what it needs. */
const verbs: Readonly<Record<string, Verb>> = {
  'confirm-receipt': {
    permission: 'requests.register',
    act: 'confirmReceipt',
    run: (context, key) => confirmReceipt(context, { ...key, confirmedOn: day }),
  },
  'assign-request': {
    permission: 'requests.register',
    act: 'assign',
    run: (context, key) =>
      assignRequest(context, { ...key, section: '办公室', handlerId: null, sectionDueOn: null }),
  },
  'change-contact': {
    permission: 'requests.register',
    act: 'attach',
    run: (context, key) =>
      changeContact(context, { ...key, position: 0, contact: { phone: '000-9' }, why: '来电告知' }),
  },
  'split-request': {
    permission: 'requests.register',
    act: 'split',
    run: (context, key) => splitRequest(context, { ...key, contents: ['甲', '乙'] }),
  },
  'answer-clarification': {
    permission: 'requests.register',
    act: 'answerClarification',
    run: (context, key) => answerClarification(context, { ...key, on: day, content: '补正后的内容' }),
  },
  'give-reasons': {
    permission: 'requests.register',
    act: 'giveReasons',
    run: (context, key) => giveReasons(context, { ...key, on: day, reasons: '理由' }),
  },
  'pay-fee': {
    permission: 'requests.register',
    act: 'payFee',
    run: (context, key) => payFee(context, { ...key, on: day, amountFen: 1, receiptNumber: '1' }),
  },
  'withdraw-request': {
    permission: 'requests.register',
    act: 'withdraw',
    run: (context, key) => withdrawRequest(context, { ...key, on: day, way: '电话' }),
  },
  'open-consultation': {
    permission: 'requests.handle',
    act: 'consult',
    run: (context, key) =>
      openConsultation(context, {
        ...key,
        consultation: { kind: 'coMaker', name: '某局', information: '某文件' },
      }),
  },
  'answer-consultation': {
    permission: 'requests.register',
    act: 'recordOpinion',
    run: (context, key) =>
      answerConsultation(context, {
        ...key,
        consultationId: crypto.randomUUID(),
        on: day,
        answer: { opinion: 'agrees' },
      }),
  },
  'list-item': {
    permission: 'requests.handle',
    act: 'judgeItems',
    run: (context, key) => listItem(context, { ...key, item: { title: '某文件' } }),
  },
  'attach-file': {
    permission: 'requests.handle',
    act: 'attach',
    run: (context, key) =>
      attachFile(context, {
        ...key,
        file: { purpose: 'evidence', name: '记录.txt', mediaType: 'text/plain', bytes: Buffer.from('记录') },
      }),
  },
  'draft-paper': {
    permission: 'requests.handle',
    act: 'reply',
    run: (context, key) =>
      draftPaper(context, {
        ...key,
        // A lapsed case can only be ended.
        letter: key.requestId === cases.get('lapsed') ? 'D37' : 'D28',
        blanks: noRecord,
        evidence: { searchRecord: '检索过' },
      }),
  },
  'revoke-event': {
    permission: 'requests.approveProcedure',
    act: null,
    run: (context, key) => revokeEvent(context, { ...key, eventId: crypto.randomUUID(), reason: '写错' }),
  },
  'archive-request': {
    permission: 'requests.archive',
    act: 'archive',
    run: (context, key) => archiveRequest(context, { ...key, digest: '00' }),
  },
  'erase-identity': {
    permission: 'requests.archive',
    act: 'archive',
    run: (context, key) => eraseIdentity(context, key),
  },
  'record-reconsideration': {
    permission: 'requests.remedies',
    act: 'contest',
    run: (context, key) =>
      recordReconsideration(context, {
        ...key,
        organ: '云汀市人民政府',
        caseNumber: '云府复〔2026〕1号',
        notifiedOn: day,
      }),
  },
  'register-platform': {
    permission: 'requests.settings',
    act: null,
    run: (context, { agencyId }) => registerPlatform(context, { agencyId, name: '某平台' }),
  },
  'edit-settings': {
    permission: 'requests.settings',
    act: null,
    run: (context, { agencyId }) => editSettings(context, { agencyId } as never),
  },
}

before(async () => {
  city = await county([requestsRoom], { today: '2026-03-02' })
  desk = await requestDesk(city)
  await desk.settle()
  const registered = await city.command({ kind: 'public' }, desk.agencyId, (context) =>
    submitRequest(context, {
      agencyId: desk.agencyId,
      applicants: [someApplicant],
      content: '未确认',
      wantedForm: 'paper',
      wantedWay: 'post',
      submissionKey: 'matrix-unconfirmed-0123456789',
    }),
  )
  cases.set('awaitingConfirmation', registered.requestId)
  const fresh = async () => (await desk.receive()).requestId
  const clarified = async (until: string) => {
    const requestId = await fresh()
    await desk.send(requestId, 'D05', { blanks: { points: ['名称'], guidance: '写明文号', until } })
    return requestId
  }
  cases.set('waitingForApplicant', await clarified('2026-04-30'))
  cases.set('lapsed', await clarified('2026-03-10'))
  const paused = await fresh()
  const consultationId = await city.as('officer', slug, (context) =>
    openConsultation(context, {
      agencyId: desk.agencyId,
      requestId: paused,
      consultation: { kind: 'coMaker', name: '某局', information: '某文件' },
    }),
  )
  await desk.send(paused, 'D13', { consultationId, blanks: { proposal: '拟公开' } })
  cases.set('paused', paused)
  const fee = await fresh()
  await desk.send(fee, 'D16', {
    blanks: { method: 'perVolume', quantity: 120, counted: '120页', payment: '银行缴纳' },
  })
  cases.set('waitingForFee', fee)
  const closed = await fresh()
  await desk.serve(await desk.send(closed, 'D28', { blanks: noRecord, evidence: { searchRecord: '检索过' } }))
  cases.set('closed', closed)
  city.moveTo('2026-03-23')
  cases.set('running', (await desk.receive()).requestId)
  for (const state of caseStates) {
    const requestId = cases.get(state) ?? ''
    assert.equal((await desk.file(requestId)).request.standing.state, state)
  }
})
after(() => city.drop())

class Undo extends Error {}

/** Tries a verb and takes everything back. */
async function attempt(actor: Actor, agencyId: string, verb: Verb, requestId: string): Promise<string> {
  try {
    await city.command(actor, agencyId, async (context) => {
      await verb.run(context, { agencyId: desk.agencyId, requestId })
      throw new Undo()
    })
    return 'never'
  } catch (error) {
    if (error instanceof Undo) return 'done'
    if (error instanceof Forbidden) return 'forbidden'
    if (error instanceof Refused) return `refused ${error.reasons.map(({ code }) => code).join(' ')}`
    if (error instanceof Invalid || error instanceof NotFound || error instanceof Stale) return error.kind
    throw error
  }
}

function actorOf(role: BuiltInRole, personId: string): Actor {
  const permissions = Object.entries(requestsRoom.grants ?? {})
    .filter(([, roles]) => roles.includes(role))
    .map(([permission]) => permission)
  return { kind: 'person', personId, name: '某人', permissions: new Set(permissions) }
}

/** Refusals that come from the state, as against those from what the verb lacks. */
const ofState =
  /requests\.case\.(notConfirmed|alreadyConfirmed|closed|waiting|lapsed|notNow)|clarification\.notOpen|fee\.notOpen|archive\.notClosed|split\.underWay/

test('every role × every state × every verb: forbidden without the permission, refused by the state exactly as the table says', async () => {
  const personId = await city.personId('officer')
  const faults: string[] = []
  for (const role of builtInRoles) {
    const actor = actorOf(role, personId)
    for (const state of caseStates)
      for (const [name, verb] of Object.entries(verbs)) {
        const answer = await attempt(actor, desk.agencyId, verb, cases.get(state) ?? '')
        const isHeld = requestsRoom.grants?.[verb.permission]?.includes(role) ?? false
        const where = `${role} ${name} ${state}: ${answer}`
        if (!isHeld) {
          if (answer !== 'forbidden') faults.push(where)
          continue
        }
        if (answer === 'forbidden') faults.push(where)
        if (verb.act === null) continue
        const isAllowed = transitions[verb.act].includes(state)
        if (isAllowed === ofState.test(answer)) faults.push(where)
      }
  }
  assert.deepEqual(faults, [])
})

test('nobody acts on the case of another agency, whatever their role there', async () => {
  const personId = await city.personId('linpu-officer')
  const elsewhere = await city.agencyId('linpu-emergency')
  const everything: Actor = {
    kind: 'person',
    personId,
    name: '某人',
    permissions: new Set(Object.keys(requestsRoom.grants ?? {})),
  }
  for (const [name, verb] of Object.entries(verbs))
    assert.equal(await attempt(everything, elsewhere, verb, cases.get('running') ?? ''), 'forbidden', name)
})

test('the public may submit, and act on a case only through the verbs made for it', async () => {
  const open = [
    'change-contact',
    'answer-clarification',
    'give-reasons',
    'withdraw-request',
    'answer-consultation',
  ]
  for (const [name, verb] of Object.entries(verbs)) {
    const answer = await attempt({ kind: 'public' }, desk.agencyId, verb, cases.get('running') ?? '')
    if (open.includes(name)) assert.notEqual(answer, 'forbidden', name)
    else assert.equal(answer, 'forbidden', name)
  }
})
