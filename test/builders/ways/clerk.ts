import assert from 'node:assert/strict'
import { asApplicant, othersThan, type Person } from './applicants.ts'
import { readLetter, type Letter, type Wanted } from './letter.ts'
import type { Office } from './office.ts'
import { squeezed, type Typed, type Window } from './window.ts'

/** A case in the office's books. */
export interface Case {
  readonly requestId: string
  readonly number: string
  readonly code: string
  readonly who: Person
  readonly content: string
}

/** A paper on its way. */
export interface Paper {
  readonly of: Case
  readonly at: string
}

export interface Arrival {
  readonly who: Person
  readonly channel: 'counter' | 'registeredPost' | 'ordinaryPost' | 'fax' | 'email' | 'oral'
  readonly content: string
  readonly wantedForm?: 'paper' | 'electronic' | 'disc'
  readonly wantedWay?: 'online' | 'email' | 'post' | 'pickUp' | 'fax' | 'onSite'
}

/** Channels on which both sides confirm the day (条例 Art 31(2), (3)). */
const isConfirmed = (channel: string): boolean => ['ordinaryPost', 'fax', 'email', 'online'].includes(channel)

export const at = (one: Case, rest = ''): string => `/console/requests/${one.requestId}${rest}`

const desk = (office: Office): Promise<Window> => office.staff('officer')

/**
 * Takes in what came: looked at before it is registered, and, where the channel asks for it, confirmed with the applicant the same day.
 * @returns the case, with number and query code as the last page shows them
 */
export async function clerkOpensCase(office: Office, arrival: Arrival): Promise<Case> {
  const { who, channel, content, wantedForm = 'paper', wantedWay = 'post' } = arrival
  const window = await desk(office)
  await window.go('/console/requests')
  await window.presses('登记来件')
  await window.fills({
    channel,
    arrivedOn: office.today(),
    ...(channel === 'registeredPost' ? { postNumber: 'XA00000000001' } : {}),
    ...(channel === 'oral' ? { readBack: '1' } : {}),
    ...asApplicant(who),
    content,
    wantedForm,
    wantedWay,
  })
  await window.presses('下一步：核对日期')
  const checked = await window.words()
  if (isConfirmed(channel)) assert.match(checked, /期限没有开始/)
  else assert.match(checked, /从次日起数20个工作日，最迟/)
  await window.presses('登记来件')
  const [number = '', code = ''] = await window.page.locator('#code b').allInnerTexts()
  await window.presses('打开这一件')
  const requestId = new URL(window.page.url()).pathname.split('/').at(-1) ?? ''
  const opened: Case = { requestId, number, code, who, content }
  if (isConfirmed(channel)) await clerkConfirmsReceipt(office, opened)
  return opened
}

/** Both sides have confirmed, today, that the application came. */
export async function clerkConfirmsReceipt(office: Office, one: Case): Promise<void> {
  const window = await desk(office)
  await window.go(at(one))
  await window.presses('确认收到日期')
  await window.fills({ on: office.today() })
  await window.presses('确认收到日期')
  assert.match(await window.words(), /收到申请之日已经登记，期限开始计算/)
}

/** Drafts a step of procedure: by the button of the case page that is called so. */
export async function clerkDrafts(office: Office, one: Case, button: string, typed: Typed): Promise<Paper> {
  const window = await desk(office)
  await window.go(at(one))
  await window.presses(button)
  return saved(window, one, typed)
}

/** Drafts a reply: among all replies of table three, the one with this name. */
export async function clerkDraftsReply(
  office: Office,
  one: Case,
  reply: string,
  typed: Typed,
): Promise<Paper> {
  const window = await desk(office)
  await window.go(at(one))
  await window.presses('拟答复')
  await window.presses(reply)
  return saved(window, one, typed)
}

/** Fills the form of the letter that stands open and keeps the draft. */
export async function saved(window: Window, one: Case, typed: Typed): Promise<Paper> {
  await window.fills(typed)
  await window.presses('保存草稿')
  assert.match(await window.words(), /草稿已保存/)
  return { of: one, at: new URL(window.page.url()).pathname }
}

/** Who signs which step in the demo city's emergency bureau. */
const signers: Readonly<Record<string, string>> = {
  合法性审核: 'legal',
  保密审查: 'secrecy',
  公开机构负责人审签: 'review2',
  局领导审签: 'head',
}

/** The paper is submitted and goes from signer to signer, each at their own window, until nobody is left. */
export async function officeSigns(office: Office, paper: Paper): Promise<readonly string[]> {
  const window = await desk(office)
  await window.stays(paper.at)
  await window.presses(/^送|^定稿$/)
  const signed: string[] = []
  let step = await stepOf(window)
  while (step !== null) {
    const signer = await office.staff(signers[step] ?? '')
    await signer.go(paper.at)
    await signer.fills({ opinion: '同意' })
    await signer.presses(/^同意/)
    signed.push(step)
    step = await stepOf(signer)
  }
  return signed
}

/** Whose signature the page waits for. */
async function stepOf({ page }: Window): Promise<string | null> {
  const heads = await page.locator('main h2').allInnerTexts()
  const waiting = heads.find((head) => Object.hasOwn(signers, head.replace(/^等/, '')))
  return waiting?.replace(/^等/, '') ?? null
}

/** What the clerk expects of a letter; number, reader and others' names are known from the case. */
export type Expected = Pick<Wanted, 'series' | 'says'> & Partial<Wanted>

/** Sends the signed paper out, downloads both files from its page, and reads them back. */
export async function clerkIssues(office: Office, paper: Paper, expected: Expected): Promise<Letter> {
  const window = await desk(office)
  await window.go(paper.at)
  await window.presses('编号发出')
  const links = window.page.locator('main .files a')
  const pdf = await window.saves(links.filter({ hasText: '.pdf' }).filter({ hasNotText: '回复书' }).first())
  const docx = await window.saves(links.filter({ hasText: '.docx' }))
  const letter = await readLetter(pdf, docx, {
    to: paper.of.who.name,
    articles: [],
    remedy: 'none',
    never: othersThan(paper.of.who),
    ...expected,
  })
  assert.ok(squeezed(await window.words()).includes(letter.documentNumber), 'the page shows the same number')
  return letter
}

/** Writes down how the paper was served, today. */
export async function clerkServes(
  office: Office,
  paper: Paper,
  way: 'post' | 'direct' | 'electronic' = 'post',
): Promise<void> {
  const window = await desk(office)
  await window.stays(paper.at)
  await window.fills({
    way,
    sentOn: office.today(),
    ...(way === 'post' ? { proofNumber: 'XA00000000002' } : {}),
    ...(way === 'direct' ? { deliveredOn: office.today() } : {}),
  })
  await window.presses('登记送达')
  assert.match(await window.words(), /送达已登记/)
}

/** Signed, sent out, read back and served: the whole way of a paper that is drafted. */
export async function sendOut(
  office: Office,
  paper: Paper,
  expected: Expected,
  way: 'post' | 'direct' | 'electronic' = 'post',
): Promise<Letter> {
  await officeSigns(office, paper)
  const letter = await clerkIssues(office, paper, expected)
  await clerkServes(office, paper, way)
  return letter
}

/** What the case page says now, without white space. */
export async function casePage(office: Office, one: Case): Promise<string> {
  const window = await desk(office)
  await window.go(at(one))
  return window.words()
}
