import type { Room } from '../room.ts'
import { sessionMigrations } from './store/migrations.ts'

/** What sessions bring along: their tables, which come before every room's. */
export const sessionRoom: Room = {
  name: 'sessions',
  migrations: sessionMigrations,
}
