/** What of an agency tells whose sister it is. */
export interface Placed {
  readonly agencyId: string
  readonly parentId: string | null
  readonly name: string
}

/** How many last characters of a name tell the trade: 应急管理局 is the same trade in every district. */
const tradeLetters = 5

/**
 * Agencies whose reports stand beside one's own: those under the same parent, and those of the same trade elsewhere.
 * The agency itself is none of them.
 */
export function sistersOf<A extends Placed>(agency: Placed, all: readonly A[]): readonly A[] {
  const trade = agency.name.slice(-tradeLetters)
  return all.filter(
    (other) =>
      other.agencyId !== agency.agencyId &&
      ((agency.parentId !== null && other.parentId === agency.parentId) ||
        (trade.length === tradeLetters && other.name.endsWith(trade))),
  )
}
