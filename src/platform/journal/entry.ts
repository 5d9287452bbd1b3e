import type { Actor, JournalEntry } from '../context.ts'
import { sm3 } from '../cipher/digest.ts'

/** The chain of acts on the installation itself, which belong to no agency. */
export const installationChain = '-'

/** One link of a chain, as stored. */
export interface JournalRow {
  readonly agency_id: string
  readonly number: number
  readonly at: Date
  readonly actor_kind: Actor['kind']
  /** Person's id, or the name of the system worker or operator; null for the public. */
  readonly actor: string | null
  readonly verb: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly basis: string | null
  readonly detail: Readonly<Record<string, unknown>> | null
  readonly previous: string
  readonly hash: string
}

/** The hash before the first link: different for every chain, so that chains cannot be exchanged. */
export function chainStart(agencyId: string): string {
  return sm3(`gongkai journal ${agencyId}`)
}

/** What a link's hash is taken over: the previous hash, then every other column in one fixed spelling. */
export function linkHash(row: Omit<JournalRow, 'hash'>): string {
  return sm3(
    canonical([
      row.previous,
      row.agency_id,
      row.number,
      row.at.toISOString(),
      row.actor_kind,
      row.actor,
      row.verb,
      row.subject_kind,
      row.subject_id,
      row.basis,
      row.detail,
    ]),
  )
}

/** JSON with the keys of every object in order: the database does not keep the order they were written in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** The detail as the database will give it back: dates as text, undefined left out, unstorable characters marked as such. */
export function plainDetail(detail: JournalEntry['detail']): Readonly<Record<string, unknown>> | null {
  if (detail === undefined) return null
  return storable(JSON.parse(JSON.stringify(detail))) as Readonly<Record<string, unknown>>
}

/** jsonb refuses the null character and halves of surrogate pairs; a command must not fail on them. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/\0|\p{Surrogate}/gu, '\uFFFD')
  if (Array.isArray(value)) return value.map(storable)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [storable(key), storable(item)]))
}

/** Who acted, as the two columns of the journal hold it. A person is an id there, never a name. */
export function actorColumns(actor: Actor): Pick<JournalRow, 'actor_kind' | 'actor'> {
  if (actor.kind === 'person') return { actor_kind: 'person', actor: actor.personId }
  if (actor.kind === 'public') return { actor_kind: 'public', actor: null }
  return { actor_kind: actor.kind, actor: actor.name }
}
