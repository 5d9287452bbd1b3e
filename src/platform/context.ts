import type { Kysely, Transaction } from 'kysely'
import type { PlainDay } from '../law/calendar/plain-day.ts'

/** All tables, by name. Each room's `store/tables.ts` adds its own by declaration merging, so that no list has to be kept. */
// biome-ignore lint/suspicious/noEmptyInterface: rooms add to it
export interface Tables {}

/** A database to ask or change: the pool for questions, a transaction inside a command. */
export type Db = Kysely<Tables> | Transaction<Tables>

/** Who acts. A person of an agency, a named system worker, an operator at the shell, or a member of the public. */
export type Actor =
  | {
      readonly kind: 'person'
      readonly personId: string
      readonly name: string
      readonly permissions: ReadonlySet<string>
    }
  | { readonly kind: 'system'; readonly name: string }
  | { readonly kind: 'operator'; readonly name: string }
  | { readonly kind: 'public' }

/** One line of the append-only journal, written inside the command's transaction. */
export interface JournalEntry {
  /** Verb = file name of the command, e.g. extend-deadline. */
  readonly verb: string
  /** What it was done to, e.g. { kind: 'request', id }. Never a person's name. */
  readonly subject: { readonly kind: string; readonly id: string }
  readonly agencyId: string | null
  readonly basis?: string
  /** What changed. No personal data. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** What is delivered after commit, at least once; the key makes it once in effect. */
export interface OutboxMessage {
  readonly queue: string
  /** Idempotency key: a second message with the same queue and key is not stored. */
  readonly key: string
  readonly payload: Readonly<Record<string, unknown>>
}

export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void
  warn(fields: Readonly<Record<string, unknown>>, message: string): void
  error(fields: Readonly<Record<string, unknown>>, message: string): void
}

/** Bytes by digest. Private until a room publishes them. */
export interface FileStore {
  /** Stores bytes and returns their SM3 digest (hex). The same bytes twice are kept once. */
  put(bytes: Uint8Array): Promise<string>
  get(digest: string): Promise<Uint8Array>
  has(digest: string): Promise<boolean>
  remove(digest: string): Promise<void>
}

/** Encryption of personal data in fields: SM4-CBC then HMAC-SM3, key id inside, so that keys can be rotated. */
export interface FieldCipher {
  seal(plain: string): string
  open(sealed: string): string
  /** Keyed digest for looking a value up without storing it in clear. */
  fingerprint(plain: string): string
}

/** What a command is handed. Built by the door; `today` is fixed once, so nothing inside sees midnight pass. */
export interface Context {
  readonly db: Db
  readonly actor: Actor
  /** The agency acted for; null only for acts on the installation itself. */
  readonly agencyId: string | null
  readonly today: PlainDay
  readonly now: Date
  readonly files: FileStore
  readonly cipher: FieldCipher
  readonly log: Log
  journal(entry: JournalEntry): Promise<void>
  send(message: OutboxMessage): Promise<void>
}

/** Whether the actor holds the permission. System and operator hold all; the public none. */
export function may(actor: Actor, permission: string): boolean {
  if (actor.kind === 'person') return actor.permissions.has(permission)
  return actor.kind !== 'public'
}
