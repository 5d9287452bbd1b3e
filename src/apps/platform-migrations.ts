import type { Migration } from '../platform/db/migration.ts'
import { siteMigrations } from '../platform/http/site.ts'
import { journalMigrations } from '../platform/journal/migrations.ts'

/** The tables of the plumbing, before those of the rooms. */
export const platformMigrations: readonly Migration[] = [...journalMigrations, ...siteMigrations]
