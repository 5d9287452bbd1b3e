import assert from 'node:assert/strict'
import { somePicture } from '../application.ts'
import { asApplicant, type Person } from './applicants.ts'
import { clerkConfirmsReceipt, type Case } from './clerk.ts'
import type { Office } from './office.ts'
import { read } from '../../../src/documents/read/index.ts'
import { squeezed, type TypedFile, type Window } from './window.ts'

export const someProof: TypedFile = { name: '证明.png', mimeType: 'image/png', buffer: somePicture }

export interface Wish {
  readonly who: Person
  readonly content: string
  readonly wantedForm?: 'paper' | 'electronic' | 'disc'
  readonly wantedWay?: 'online' | 'post' | 'pickUp' | 'onSite'
}

/** Applies in the portal, step by step, up to the receipt; the office confirms with the applicant the same day. */
export async function applicantApplies(office: Office, wish: Wish): Promise<Case> {
  const { who, content, wantedForm = 'electronic', wantedWay = 'online' } = wish
  const window = await office.somebody()
  await window.go(`/requests/new?agency=${office.slug}`)
  await window.fills({ kind: 'information', applicantKind: who.kind })
  await window.presses('开始填写')
  await window.fills({ ...asApplicant(who), 'applicants.0.identityFile': someProof })
  await window.presses('保存并继续')
  await window.fills({ content })
  await window.presses('保存并继续')
  await window.fills({ wantedForm, wantedWay })
  await window.presses('保存并继续')
  assert.match(await window.words(), /双方确认收到/, 'the way on is told before anything is sent off')
  await window.presses('提交申请')
  const [number = '', code = ''] = await window.page.locator('.big-code').allInnerTexts()
  await window.close()
  const { request_id: requestId } = await office.city.db
    .selectFrom('requests')
    .select('request_id')
    .where('number', '=', number)
    .where('agency_id', '=', office.agencyId)
    .executeTakeFirstOrThrow()
  const one: Case = { requestId, number, code, who, content }
  await clerkConfirmsReceipt(office, one)
  return one
}

/** The applicant opens the own case with number and query code, in a fresh window. */
export async function applicantLooks(office: Office, one: Case): Promise<Window> {
  const window = await office.somebody()
  await window.go('/requests/track')
  await window.fills({ number: one.number, code: one.code })
  await window.presses('查进度')
  assert.ok((await window.words()).includes(one.number))
  return window
}

/** Collects the paper that was sent electronically, if it is still to be collected, saves it, and gives its words. */
export async function applicantReads(window: Window, title: string): Promise<string> {
  const collect = window.page.getByRole('button', { name: `领取${title}` })
  if ((await collect.count()) > 0) await window.presses(collect)
  const file = await window.saves(window.page.locator('#papers a').filter({ hasText: title }))
  return squeezed((await read(file.bytes)).text)
}
