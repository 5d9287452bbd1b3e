import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { beijingDay, plainDay } from '../law/calendar/plain-day.ts'
import type { Config } from './config.ts'
import type { FieldCipher, FileStore, Log, Tables } from './context.ts'
import { clamd } from './files/virus-scan.ts'
import { outboxFolder } from './mail/outbox-folder.ts'
import type { Mailer } from './mail/mailer.ts'
import { smtpMailer } from './mail/smtp.ts'
import type { Subscriptions } from './jobs/outbox.ts'
import type { Room } from './room.ts'
import { runCommand, type CommandGround } from './run-command.ts'
import type { Services } from './services.ts'

/** The parts that services are put together from. */
export interface ServiceParts {
  readonly config: Config
  readonly db: Kysely<Tables>
  readonly files: FileStore
  readonly cipher: FieldCipher
  readonly log: Log
  /** In dependency order; the journal verbs they subscribe to are delivered. */
  readonly rooms: readonly Room[]
  readonly mail?: Mailer
  readonly now?: () => Date
}

/** Puts the services together. The clock is the machine's, moved to GONGKAI_TODAY when that is set. */
export function buildServices(parts: ServiceParts): Services {
  const { config, db, files, cipher, log, rooms } = parts
  const clock = parts.now ?? (() => new Date())
  const now = () => (config.fixedToday === null ? clock() : onDay(config.fixedToday, clock()))
  const today = () => beijingDay(now())
  const mail =
    parts.mail ??
    (config.smtpUrl === null
      ? outboxFolder(join(config.dataFolder, 'outbox'), config.mailFrom, now)
      : smtpMailer(config.smtpUrl, config.mailFrom))
  const ground: CommandGround = {
    db,
    files,
    cipher,
    log,
    subscriptions: subscriptionsOf(rooms),
    now,
    today,
  }
  const listeners: (() => void)[] = []
  const changed = (): void => {
    for (const told of listeners) told()
  }
  return {
    config,
    db,
    files,
    cipher,
    mail,
    scan: config.clamd === null ? null : clamd(config.clamd),
    log,
    rooms,
    now,
    today,
    async command(actor, agencyId, run) {
      const result = await runCommand(ground, actor, agencyId, run)
      changed()
      return result
    },
    changed,
    onCommit: (told) => void listeners.push(told),
  }
}

/** The instant with the same time of day in Beijing, on another day. */
function onDay(day: string, at: Date): Date {
  const shiftDays =
    (Date.parse(`${plainDay(day)}T00:00:00Z`) - Date.parse(`${beijingDay(at)}T00:00:00Z`)) / 86_400_000
  return new Date(at.getTime() + shiftDays * 86_400_000)
}

function subscriptionsOf(rooms: readonly Room[]): Subscriptions {
  const found = new Map<string, string[]>()
  for (const room of rooms)
    for (const verb of Object.keys(room.onJournal ?? {}))
      found.set(verb, [...(found.get(verb) ?? []), room.name])
  return found
}
