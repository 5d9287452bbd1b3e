import type { FastifyInstance } from 'fastify'
import type { KeptFiles } from './backup/check-copy.ts'
import type { PlainDay } from '../law/calendar/plain-day.ts'
import type { SealedTable } from './cipher/reseal.ts'
import type { Actor, Context, Db } from './context.ts'
import type { Migration } from './db/migration.ts'
import type { JournalWords } from './journal/in-words.ts'
import type { BuiltInRole } from './roles.ts'
import type { Services } from './services.ts'

/** A thing someone must do, shown on the console's to-do list. */
export interface ToDo {
  readonly title: string
  readonly href: string
  readonly dueOn: string | null
  /** Most urgent first. */
  readonly urgency: 'overdue' | 'today' | 'soon' | 'later'
  readonly why?: string
  /** 逾期1日, 剩 2 日, 等补正: a room that knows the working days says so in words; else the page says only the day. */
  readonly dueSays?: string
  /** Waits for someone else: listed under 等别人. */
  readonly waiting?: boolean
}

/** A job: a queue fed by the outbox or by a schedule. It contains no rule and is safe twice. */
export interface Job {
  readonly queue: string
  /** Cron in Beijing time, for sweeps. It also runs once a day at the worker's start, for machines that are off at night. */
  readonly schedule?: string
  /** How many of this queue one worker does at a time; 1 unless said. */
  readonly parallel?: number
  /** Minutes after which a job is taken for lost with its worker and begun again; 5 unless said. */
  readonly longestMinutes?: number
  /** The context's transaction commits together with the job's end. What cannot be rolled back (mail) goes through services. */
  run(context: Context, payload: Readonly<Record<string, unknown>>, services: Services): Promise<void>
}

export interface NavItem {
  readonly title: string
  readonly href: string
  /** Shown only to those who hold it. */
  readonly permission?: string
  readonly group?: string
  readonly order: number
}

/** What someone describes, as words to look for, and the agency they turn to. */
export interface PublicSought {
  readonly words: readonly string[]
  readonly agencyId: string
}

/** Something that is public already and may answer a description. */
export interface PublicFind {
  readonly title: string
  readonly href: string
  readonly kind: string
  /** What one finds there, in one line. */
  readonly says: string
  /** More is likelier; only compared. */
  readonly likeliness: number
}

/** A day of a room's that was counted by the calendar and is still to come, or to be kept. */
export interface CountedDay {
  readonly id: string
  /** What it is about, in a few words. */
  readonly title: string
  readonly agencyId: string
  readonly href: string
  /** The day from which the working days were counted, and the day they lead to now. */
  readonly from: PlainDay
  readonly dueOn: PlainDay
  /** What somebody outside was told in writing; it stays as it was told. */
  readonly toldOn: PlainDay | null
}

/** What a room offers the doors. A part appears only when it has something in it. */
export interface Room {
  readonly name: string
  readonly migrations?: readonly Migration[]
  /** Permission code to its Chinese name. */
  readonly permissions?: Readonly<Record<string, string>>
  /** Permission code to the built-in roles that hold it. A permission that is not listed is held by roles of the agency's own making only. */
  readonly grants?: Readonly<Record<string, readonly BuiltInRole[]>>
  /** Journal verb to its Chinese name, for pages that show the journal. */
  readonly verbs?: Readonly<Record<string, string>>
  /** Chinese for what this room's entries are about and say. */
  readonly journalWords?: JournalWords
  /** What people call the things behind these ids, as far as they are this room's. */
  readonly namesOf?: (db: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly portal?: (app: FastifyInstance, services: Services) => void | Promise<void>
  readonly console?: (app: FastifyInstance, services: Services) => void | Promise<void>
  readonly api?: (app: FastifyInstance, services: Services) => void | Promise<void>
  readonly portalNav?: readonly NavItem[]
  readonly consoleNav?: readonly NavItem[]
  /** What is public in this room already and may answer a description: shown to people before they ask for it. */
  readonly findPublic?: (db: Db, sought: PublicSought) => Promise<readonly PublicFind[]>
  /**
   * The days of the given agencies that are counted by the calendar and lie on `since` or later, the nearest first, no more than `most`:
   * asked before and after a change of the calendar, to show what it moves.
   */
  readonly countedDays?: (
    context: Context,
    agencyIds: readonly string[],
    since: PlainDay,
    most: number,
  ) => Promise<readonly CountedDay[]>
  readonly jobs?: readonly Job[]
  /** Where this room keeps addresses of files in the file store; `gone` names a column that is filled when the bytes were removed. */
  readonly files?: readonly KeptFiles[]
  /** Where this room keeps sealed values and files, for the sealing anew after a rotation of keys. */
  readonly sealed?: readonly SealedTable[]
  readonly toDo?: (context: Context, actor: Actor) => Promise<readonly ToDo[]>
  /** Subscriptions to journal verbs of lower rooms, delivered by the worker after commit. */
  readonly onJournal?: Readonly<
    Record<
      string,
      (
        context: Context,
        entry: { readonly subject: { kind: string; id: string }; readonly agencyId: string | null },
      ) => Promise<void>
    >
  >
  /**
   * Fills an empty installation: the room's part of the demo city when `config.demo`, else what it cannot do without (first
   * administrators). Run at every start in rooms' order; does nothing when its part is already there. Tells progress, gives back lines
   * for the person at the shell (addresses, one-time passwords).
   */
  readonly firstStart?: (services: Services, say: (sentence: string) => void) => Promise<readonly string[]>
}
