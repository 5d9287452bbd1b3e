import assert from 'node:assert/strict'
import { at, saved, type Case, type Paper } from './clerk.ts'
import type { Office } from './office.ts'
import type { Typed, Window } from './window.ts'

export interface Remedy {
  readonly kind: 'reconsideration' | 'litigation'
  readonly organ: string
  readonly caseNumber: string
  /** Number of the reconsideration before a suit. */
  readonly after?: string
}

/** A notice of reconsideration or of a suit came today: written down from the case's own page. */
export async function clerkRegisters(office: Office, one: Case, remedy: Remedy): Promise<void> {
  const window = await office.staff('officer')
  await window.go(at(one))
  await window.presses('登记行政复议或者诉讼')
  const { kind, organ, caseNumber, after } = remedy
  await window.fills({ kind, organ, caseNumber, notifiedOn: office.today() })
  if (after !== undefined) await window.page.locator('#afterRemedyId').selectOption({ label: after })
  await window.presses('登记')
  assert.match(await window.words(), /已登记/)
}

/** Its page, through the register. */
export async function remedyPage(office: Office, caseNumber: string): Promise<Window> {
  const window = await office.staff('officer')
  await window.go('/console/remedies')
  await window.presses(caseNumber)
  return window
}

/** The decision came today. */
export async function clerkRecordsResult(
  office: Office,
  caseNumber: string,
  result: 'upheld' | 'corrected' | 'other',
  typed: Typed = {},
): Promise<void> {
  const window = await remedyPage(office, caseNumber)
  await window.fills({ result, closedOn: office.today(), ...typed })
  await window.presses('登记结果')
}

/** Drafts the new answer that a decision asks for. */
export async function clerkAnswersAnew(
  office: Office,
  one: Case,
  caseNumber: string,
  reply: string,
  typed: Typed,
): Promise<Paper> {
  const window = await remedyPage(office, caseNumber)
  await window.page.locator('#letter').selectOption({ label: reply })
  await window.presses('拟新的答复书')
  return saved(window, one, typed)
}
