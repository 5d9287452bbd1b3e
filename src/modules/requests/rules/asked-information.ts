import type { PlainDay } from '../../../law/calendar/plain-day.ts'

/** One piece of information that was given out in one case. Who asked is only a keyed digest. */
export interface GivenItem {
  readonly requestId: string
  readonly number: string
  readonly closedOn: PlainDay
  readonly title: string
  readonly documentNumber: string
  readonly isPublished: boolean
  readonly applicants: readonly string[]
}

/** A piece of information that several applicants asked for and got (条例 Art 44(1)): the cases behind it, never who asked. */
export interface AskedInformation {
  /** What it is recognised by; the same piece has the same key in every case. */
  readonly key: string
  readonly information: string
  readonly documentNumber: string
  /** How many different applicants. */
  readonly applicants: number
  readonly cases: readonly {
    readonly requestId: string
    readonly number: string
    readonly closedOn: PlainDay
  }[]
  readonly lastOn: PlainDay
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '')

/** What a piece of information is recognised by: its document number, else its name without signs and spaces. */
export function informationKey(title: string, documentNumber: string): string {
  const number = bare(documentNumber)
  return number === '' ? `title ${bare(title)}` : `number ${number}`
}

/**
 * Which information was asked for by several and given: as many different applicants as the house takes for “several”. One applicant
 * who asks again and again is one. What is public already is left out.
 * @param several the threshold of the house; the statute gives no number, two is the least that “several” can mean
 * @returns the most wanted first
 */
export function informationAskedBySeveral(
  items: readonly GivenItem[],
  several: number,
): readonly AskedInformation[] {
  const groups = new Map<string, GivenItem[]>()
  for (const item of items) {
    const key = informationKey(item.title, item.documentNumber)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups]
    .flatMap(([key, group]): AskedInformation[] => {
      const applicants = new Set(group.flatMap((item) => item.applicants)).size
      if (applicants < several || group.some(({ isPublished }) => isPublished)) return []
      const byDay = [...group].sort((one, other) => (one.closedOn < other.closedOn ? 1 : -1))
      const [last] = byDay
      if (last === undefined) return []
      const cases = new Map(
        byDay.map(({ requestId, number, closedOn }) => [requestId, { requestId, number, closedOn }]),
      )
      return [
        {
          key,
          information: last.title,
          documentNumber: last.documentNumber,
          applicants,
          cases: [...cases.values()],
          lastOn: last.closedOn,
        },
      ]
    })
    .sort((one, other) => other.applicants - one.applicants || (one.lastOn < other.lastOn ? 1 : -1) || 0)
}
