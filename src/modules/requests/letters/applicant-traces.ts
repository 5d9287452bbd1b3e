import { writeText } from '../../../documents/write/text.ts'
import type { OfficialDocument } from '../../../documents/write/model.ts'

/**
 * Words of an applicant's identity (name, phone, identity number …) that stand in a document meant for someone else; empty
 * when it may go out. Spaces inside a name do not hide it. The last guard before a letter to a third party or another agency.
 */
export function applicantTraces(document: OfficialDocument, identity: readonly string[]): readonly string[] {
  const written = squeezed(writeText(document))
  return identity.filter((word) => squeezed(word).length >= 2 && written.includes(squeezed(word)))
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s·•]/gu, '')
}
