import type { Kysely } from 'kysely'
import type { PlainDay } from '../law/calendar/plain-day.ts'
import type {
  Actor,
  Context,
  FieldCipher,
  FileStore,
  JournalEntry,
  Log,
  OutboxMessage,
  Tables,
} from './context.ts'
import { isConnectionLoss } from './db/connection-loss.ts'
import { databaseRefusals } from './db/refusals.ts'
import { appendJournal } from './journal/append-journal.ts'
import { installationChain } from './journal/entry.ts'
import { storeMessages, subscriptionMessages, type Subscriptions } from './jobs/outbox.ts'
import { Unavailable } from './refusals.ts'

/** What commands are built from. */
export interface CommandGround {
  readonly db: Kysely<Tables>
  readonly files: FileStore
  readonly cipher: FieldCipher
  readonly log: Log
  /** Journal verbs that rooms subscribe to: their entries become messages. */
  readonly subscriptions: Subscriptions
  now(): Date
  today(): PlainDay
}

/** How often a command is begun again when the database made it give way to another one. */
const tries = 4

/**
 * Runs a command in one transaction: its rows, its messages and its journal stand or fall together. `today` and `now` are fixed
 * once. Entries and messages are kept until the end and written last, so that the journal's chain is locked for the commit only.
 * @throws Unavailable when the database cannot be reached; whatever the command raises, after everything is rolled back
 */
export async function runCommand<T>(
  ground: CommandGround,
  actor: Actor,
  agencyId: string | null,
  run: (context: Context) => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await runOnce(ground, actor, agencyId, run)
    } catch (error) {
      const code = (error as { code?: string }).code
      // Deadlock or serialization: nothing was written, and everything the command does is inside the transaction.
      if ((code === '40P01' || code === '40001') && tried < tries) continue
      if (isConnectionLoss(error)) throw new Unavailable([databaseRefusals.unavailable])
      throw error
    }
  }
}

async function runOnce<T>(
  ground: CommandGround,
  actor: Actor,
  agencyId: string | null,
  run: (context: Context) => Promise<T>,
): Promise<T> {
  const now = ground.now()
  const today = ground.today()
  const entries: JournalEntry[] = []
  const messages: OutboxMessage[] = []
  let isOver = false
  const mustBeOpen = () => {
    if (isOver) throw new Error('the command is over; its journal and outbox are closed')
  }
  return ground.db.transaction().execute(async (transaction) => {
    const context: Context = {
      db: transaction,
      actor,
      agencyId,
      today,
      now,
      files: ground.files,
      cipher: ground.cipher,
      log: ground.log,
      async journal(entry) {
        mustBeOpen()
        entries.push(entry)
      },
      async send(message) {
        mustBeOpen()
        messages.push(message)
      },
    }
    try {
      const result = await run(context)
      isOver = true
      const chain = agencyId ?? installationChain
      // Messages before the journal: the chain's lock is taken as late as possible.
      if (messages.length > 0) await storeMessages(transaction, chain, now, messages)
      if (entries.length > 0) {
        const links = await appendJournal(transaction, actor, now, entries)
        const news = subscriptionMessages(links, ground.subscriptions)
        if (news.length > 0) await storeMessages(transaction, chain, now, news)
      }
      return result
    } finally {
      isOver = true
    }
  })
}
