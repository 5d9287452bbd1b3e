import { writeText } from '../../../documents/write/text.ts'
import type { OfficialDocument } from '../../../documents/write/model.ts'
import type { Applicant } from '../model.ts'

/** What tells who an applicant is, as words to look for. */
export function identityWords(applicants: readonly Applicant[]): readonly string[] {
  return applicants.flatMap(({ name, identityNumber, phone, email }) =>
    [name, identityNumber, phone, email].filter((word) => word !== ''),
  )
}

/** Words of an applicant's identity that stand in a text meant for someone else. Spaces inside a name do not hide it. */
export function tracesIn(text: string, identity: readonly string[]): readonly string[] {
  const written = squeezed(text)
  return identity.filter((word) => squeezed(word).length >= 2 && written.includes(squeezed(word)))
}

/** The same for a whole letter: the last guard before it goes to a third party or another agency; empty when it may go out. */
export function applicantTraces(document: OfficialDocument, identity: readonly string[]): readonly string[] {
  return tracesIn(writeText(document), identity)
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s·•]/gu, '')
}
