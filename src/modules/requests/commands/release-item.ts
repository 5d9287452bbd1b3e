import { maskLine } from '../../../documents/redact/redact-document.ts'
import type { Context } from '../../../platform/context.ts'
import { Invalid, NotFound, Refused, Stale } from '../../../platform/refusals.ts'
import { demandHere } from '../../agencies/index.ts'
import type { FileLook } from '../redaction/look-into.ts'
import type { Redactor } from '../redaction/redactor.ts'
import { requestRefusals } from '../refusals.ts'
import { openCase, type CaseKey } from '../store/cases.ts'
import { demandUnsigned } from '../store/paper-ground.ts'
import { putFile } from '../store/files.ts'
import { itemsOf } from '../store/items.ts'

/** How the copy came about: masked by the system, masked elsewhere and uploaded, or nothing had to be masked. */
export const releaseWays = ['masked', 'uploaded', 'whole'] as const
export type ReleaseWay = (typeof releaseWays)[number]

export interface Release {
  readonly way: ReleaseWay
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** With its ending, as the applicant gets it. */
  readonly name: string
  /** What must not be found in it. */
  readonly terms: readonly string[]
  /** Pictures and scanned pages of what it was masked from: once it is drawn as pictures, they cannot be told apart. */
  readonly unseenBefore: readonly string[]
  /** The person says: pictures and scanned pages were looked at. */
  readonly hasLooked: boolean
  /** The person says: what looks personal or hidden and is left in may go out. */
  readonly isConfirmed: boolean
}

/**
 * Keeps the copy of one piece of information that goes out with the reply (条例 Art 37). It is read back first: a trace of a masked term
 * in text, metadata, comments, attachments or names, or something hidden, stops it; so does what looks personal until a person says
 * that it may go out. A masked term is cut out of the item's title as well.
 * @throws Refused with every reason and place
 */
export async function releaseItem(
  context: Context,
  input: CaseKey & {
    readonly itemId: string
    readonly itemVersion?: number
    readonly release: Release
    readonly redactor: Pick<Redactor, 'look' | 'verify'>
  },
): Promise<string> {
  demandHere(context, 'requests.handle', input.agencyId)
  const found = await openCase(context, input, 'judgeItems')
  await demandUnsigned(context, found)
  const item = (await itemsOf(context.db, found.agencyId, found.requestId)).find(
    ({ itemId }) => itemId === input.itemId,
  )
  if (!item) throw new NotFound([requestRefusals['requests.item.missing']])
  if (input.itemVersion !== undefined && input.itemVersion !== item.version)
    throw new Stale([requestRefusals['requests.case.changed']], { version: item.version })
  const { release, redactor } = input
  const terms = [...new Set(release.terms.map((term) => term.trim()).filter((term) => term !== ''))]
  const short = terms.filter((term) => [...term.replace(/\s/g, '')].length < 2)
  if (short.length > 0)
    throw new Invalid([{ field: 'terms', sentence: `要遮盖的词至少两个字：${short.join('、')}` }])
  const reasons = []
  if (item.judgement !== 'open' && item.judgement !== 'partly')
    reasons.push(requestRefusals['requests.release.notGiven'])
  if (item.judgement === 'partly' && release.way === 'whole')
    reasons.push(requestRefusals['requests.release.partlyWhole'])
  if (item.judgement === 'open' && release.way !== 'whole')
    reasons.push(requestRefusals['requests.release.openMasked'])
  const [traces, look] = await Promise.all([
    redactor.verify(release.bytes, terms, release.name),
    redactor.look(release.bytes, release.name),
  ])
  for (const { kind, term, where } of traces)
    reasons.push({
      ...requestRefusals['requests.release.trace'],
      sentence:
        kind === 'unreadable'
          ? `${where}打不开，不能确定没有痕迹。`
          : `${where}里还能找到“${masked(term)}”。`,
    })
  reasons.push(...looseEnds(look, release))
  if (reasons.length > 0) throw new Refused(reasons)
  // The title stands in the letter and on the applicant's page: what is masked in the file is masked there.
  const title = maskLine(item.title, terms)
  const fileId = await putFile(context, found, {
    purpose: 'release',
    name: release.name,
    mediaType: release.mediaType,
    bytes: release.bytes,
    itemId: item.itemId,
  })
  await context.db
    .updateTable('request_items')
    .set({ title, release_file: fileId, release_checked_at: context.now, version: item.version + 1 })
    .where('agency_id', '=', found.agencyId)
    .where('item_id', '=', item.itemId)
    .execute()
  await context.journal({
    verb: 'release-item',
    subject: { kind: 'request', id: found.requestId },
    agencyId: found.agencyId,
    basis: '条例第三十七条',
    detail: {
      itemId: item.itemId,
      fileId,
      way: release.way,
      terms: terms.length,
      isTitleMasked: title !== item.title,
      leftPersonal: look.finds.length,
      leftHidden: look.hidden.length,
    },
  })
  return fileId
}

/** What is no trace of a term and still must not slip out. */
function looseEnds(look: FileLook, release: Release) {
  const reasons = []
  if (look.unreadable !== null)
    reasons.push({ ...requestRefusals['requests.release.cannotRead'], sentence: look.unreadable })
  if (!release.isConfirmed) {
    for (const { what, text } of look.hidden)
      reasons.push({
        ...requestRefusals['requests.release.hidden'],
        sentence: `里面有看不见的内容，${what}：“${text}”。`,
      })
    for (const { text, where } of look.finds)
      reasons.push({
        ...requestRefusals['requests.release.personal'],
        sentence: `${where.join('、')}里还有像个人信息的内容：“${masked(text)}”。`,
      })
  }
  const unseen = release.way === 'masked' ? release.unseenBefore : look.unseen
  if (unseen.length > 0 && !release.hasLooked) reasons.push(requestRefusals['requests.release.pictures'])
  return reasons
}

/** Enough to know which one is meant, too little to copy it. */
function masked(term: string): string {
  const signs = [...term]
  return signs.length <= 2
    ? `${signs[0] ?? ''}*`
    : `${signs[0]}${'*'.repeat(signs.length - 2)}${signs.at(-1)}`
}
