import type { Kysely } from 'kysely'
import type { Actor, Context, FieldCipher, FileStore, Log, Tables } from './context.ts'
import type { PlainDay } from '../law/calendar/plain-day.ts'
import type { Config } from './config.ts'
import type { VirusScan } from './files/virus-scan.ts'
import type { Mailer } from './mail/mailer.ts'
import type { Room } from './room.ts'

/** What a running installation has: built once by the door (server, worker, command line) and handed to rooms. */
export interface Services {
  readonly config: Config
  readonly db: Kysely<Tables>
  readonly files: FileStore
  readonly cipher: FieldCipher
  readonly mail: Mailer
  /** Looks at what is uploaded; null where the agency runs no scanner. */
  readonly scan: VirusScan | null
  readonly log: Log
  /** The rooms of this installation in dependency order: what shells list (permissions, navigation, to-do items). */
  readonly rooms: readonly Room[]
  /** Now, and today in Beijing; the demo may move it. */
  now(): Date
  today(): PlainDay
  /** Runs a command in one transaction: journal, outbox and rows stand or fall together. */
  command<T>(actor: Actor, agencyId: string | null, run: (context: Context) => Promise<T>): Promise<T>
  /** Tells those who wait for it that something was committed, here or by another process. */
  changed(): void
  /** Calls back after every command that was committed, by this process or one that it hears of: what was drawn before may be old. */
  onCommit(told: () => void): void
}
