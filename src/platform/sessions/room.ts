import type { Room } from '../room.ts'
import { sessionMigrations } from './store/migrations.ts'
import { sweepSessions } from './store/sessions.ts'

/** What sessions bring along: their tables, which come before every room's, and a nightly sweep of what has ended by itself. */
export function sessionRoom(limits: { readonly idleMinutes: number; readonly sessionHours: number }): Room {
  return {
    name: 'sessions',
    migrations: sessionMigrations,
    jobs: [
      {
        queue: 'sessions.sweep',
        schedule: '17 3 * * *',
        async run(context) {
          await sweepSessions(context.db, context.now, limits)
        },
      },
    ],
  }
}
