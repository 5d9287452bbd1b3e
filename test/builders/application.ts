import assert from 'node:assert/strict'
import type { Visitor } from './visitor.ts'

/** A picture of one pixel, enough to be told from its bytes. */
export const somePicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** What an invented applicant types on the first step. */
export const someone = {
  'applicants.0.kind': 'natural',
  'applicants.0.name': '沈青禾',
  'applicants.0.identityKind': 'identityCard',
  'applicants.0.identityNumber': '990102199001010010',
  'applicants.0.phone': '000-1112223',
  'applicants.0.email': '',
  'applicants.0.address': '',
  'applicants.0.postcode': '',
} as const

export const someWish = '云汀市2025年危险化学品生产企业安全生产行政处罚决定书'

/** Begins an application and gives its address: /requests/apply/ID. */
export async function begin(
  person: Visitor,
  agency: string,
  kind = 'information',
  who = 'natural',
): Promise<string> {
  const answer = await person.post('/requests/new', { agency, kind, applicantKind: who })
  assert.equal(answer.statusCode, 303, answer.body)
  return String(answer.headers.location).replace(/\/who$/, '')
}

/** Fills in every step up to the review. */
export async function fillIn(
  person: Visitor,
  at: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<void> {
  const steps: [string, Record<string, string>, { name: string; bytes: Buffer; field: string }[]][] = [
    ['who', { ...someone }, [{ name: '身份证.png', bytes: somePicture, field: 'applicants.0.identityFile' }]],
    ['what', { content: someWish }, []],
    ['how', { wantedForm: 'electronic', wantedWay: 'online' }, []],
  ]
  for (const [step, fields, files] of steps) {
    const own = Object.fromEntries(Object.entries(changes).filter(([name]) => name in fields))
    const answer = await person.upload(`${at}/${step}`, files, { ...fields, ...own, act: 'next' })
    assert.equal(answer.statusCode, 303, answer.body)
  }
}

/** Applies from the first step to the receipt; number and code as the receipt shows them. */
export async function apply(
  person: Visitor,
  agency: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<{ readonly number: string; readonly code: string; readonly at: string }> {
  const at = await begin(person, agency)
  await fillIn(person, at, changes)
  const sent = await person.post(`${at}/submit`, {})
  assert.equal(sent.statusCode, 303, sent.body)
  const { number, code } = await numberAndCode(person, String(sent.headers.location))
  return { number, code, at }
}

/** What the receipt shows. */
export async function numberAndCode(person: Visitor, at: string): Promise<{ number: string; code: string }> {
  const receipt = await person.get(at)
  assert.equal(receipt.statusCode, 200, receipt.body)
  const [number = '', code = ''] = [...receipt.body.matchAll(/class="big-code num">([^<]+)</g)].map(
    (match) => match[1] ?? '',
  )
  return { number, code }
}
