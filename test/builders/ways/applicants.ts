import type { Typed } from './window.ts'

/** An invented applicant, as a form asks for one. */
export interface Person {
  readonly name: string
  readonly kind: string
  readonly identityKind: string
  readonly identityNumber: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly contactName: string
}

const natural = (name: string, serial: string): Person => ({
  name,
  kind: 'natural',
  identityKind: 'identityCard',
  identityNumber: `99010219900101${serial}`,
  phone: `000-555${serial}`,
  email: `a${serial}@example.com`,
  address: `云汀市城东区云栖路${Number(serial)}号`,
  contactName: '',
})

const unit = (kind: string, name: string, serial: string): Person => ({
  ...natural(name, serial),
  kind,
  identityKind: 'businessLicence',
  identityNumber: `99990000${serial}MA0000`,
  contactName: '柳溪桥',
})

/** Invented applicants, one of each of the six kinds of table three and some more. */
export const people = {
  shen: natural('沈青禾', '0011'),
  gu: natural('顾南乔', '0022'),
  liang: natural('梁一禾', '0033'),
  su: natural('苏棠舟', '0044'),
  han: natural('韩知微', '0055'),
  he: natural('贺云舟', '0066'),
  business: unit('business', '云汀金石矿业有限公司', '0077'),
  research: unit('research', '云汀大学公共安全研究所', '0088'),
  welfare: unit('welfare', '云汀市防灾减灾促进会', '0099'),
  lawyers: unit('legalService', '云汀远山律师事务所', '0110'),
  newspaper: unit('otherOrg', '云汀城市报社', '0121'),
} as const satisfies Readonly<Record<string, Person>>

/** Every name, number and address of everybody else: what a letter to one must never hold of another. */
export function othersThan(reader: Person | null): readonly string[] {
  return Object.values<Person>(people)
    .filter((one) => one !== reader)
    .flatMap(({ name, identityNumber, phone, email, address }) => [
      name,
      identityNumber,
      phone,
      email,
      address,
    ])
}

/** The fields of the first applicant in a form. */
export function asApplicant(person: Person): Typed {
  return Object.fromEntries(
    Object.entries(person)
      .filter(([, value]) => value !== '')
      .map(([field, value]) => [`applicants.0.${field}`, value]),
  )
}
