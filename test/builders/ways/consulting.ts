import assert from 'node:assert/strict'
import { at, saved, type Case, type Paper } from './clerk.ts'
import type { Letter } from './letter.ts'
import type { Office } from './office.ts'
import type { Typed, Window } from './window.ts'

/** Somebody whose rights or work the information touches. */
export interface Party {
  readonly kind: 'thirdParty' | 'coMaker' | 'otherAgency'
  readonly name: string
  readonly information: readonly string[]
  readonly interest?: 'tradeSecret' | 'personalPrivacy' | 'otherRights'
}

/** Writes down who is to be asked and drafts the letter to them. */
export async function clerkAsks(office: Office, one: Case, party: Party, blanks: Typed): Promise<Paper> {
  const window = await office.staff('officer')
  await window.go(at(one))
  await window.presses('征求意见')
  const { interest, ...rest } = party
  await window.fills({ ...rest, ...(interest === undefined ? {} : { interest }) })
  await window.presses('记下，去拟征求意见书')
  return saved(window, one, blanks)
}

/** The page of the one asked party of a case, in the clerk's window. */
export async function consultationPage(office: Office, one: Case, party: Party): Promise<Window> {
  const window = await office.staff('officer')
  await window.go(at(one, '/consultations'))
  await window.presses(party.name)
  return window
}

/** The one-time address as it is printed in the letter. */
export function linkIn(office: Office, letter: Letter): string {
  const found = /https?:\/\/[\w.:-]+\/consultations\/[\w-]{20,}/.exec(letter.text)?.[0] ?? ''
  assert.ok(found.startsWith(office.baseUrl), `a one-time link in the letter: ${letter.text}`)
  return found
}

/** The party answers through the link of its letter, in a browser of its own; used again, the link says kindly that it is used. */
export async function partyAnswers(
  office: Office,
  one: Case,
  letter: Letter,
  answer: { readonly opinion: 'agrees' | 'partly' | 'objects'; readonly reasons?: string },
): Promise<void> {
  const link = linkIn(office, letter)
  const window = await office.somebody()
  await window.go(link)
  const asked = await window.words()
  assert.ok(asked.includes('依法不透露申请人'))
  for (const secret of [one.who.name, one.number, one.who.phone, one.content])
    assert.ok(!asked.includes(secret), `“${secret}” is not shown to who is asked`)
  if (answer.opinion !== 'agrees') {
    await window.fills({ opinion: answer.opinion })
    assert.match(await window.isRefused('提交意见'), /理由/, 'an objection without reasons is asked for them')
  }
  await window.fills({ opinion: answer.opinion, reasons: answer.reasons ?? '' })
  await window.presses('提交意见')
  assert.match(await window.words(), /意见已经收到/)
  const again = await office.somebody()
  assert.match(await again.isTold(link), /链接/)
  await again.close()
  await window.close()
}

/** The office weighs the objection. */
export async function clerkJudges(
  office: Office,
  one: Case,
  party: Party,
  isReasonable: boolean,
  why: string,
): Promise<Window> {
  const window = await consultationPage(office, one, party)
  await window.fills({ isReasonable: isReasonable ? 'yes' : 'no', why })
  await window.presses('记下判断')
  return window
}
