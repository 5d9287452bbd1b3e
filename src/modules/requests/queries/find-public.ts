import type { PublicFind } from '../../../platform/room.ts'
import type { Services } from '../../../platform/services.ts'
import { contentWords } from '../../../text/content-words.ts'

/** Shorter than this nothing is looked for. */
const shortest = 4
const mostFinds = 4

/**
 * What is public already and may be what someone describes: asked of every room, the likeliest first.
 * @returns null when too little is written to look for anything
 */
export async function findPublic(
  services: Pick<Services, 'db' | 'rooms'>,
  agencyId: string,
  text: string,
): Promise<readonly PublicFind[] | null> {
  if (text.trim().length < shortest) return null
  const words = contentWords(text)
  if (words.length === 0) return null
  const found = await Promise.all(
    services.rooms.map((room) => room.findPublic?.(services.db, { words, agencyId }) ?? []),
  )
  return found
    .flat()
    .sort((one, other) => other.likeliness - one.likeliness)
    .slice(0, mostFinds)
}
