import type { Room } from '../platform/room.ts'

/** The one list of rooms, in dependency order: migrations, seeding and navigation follow it. */
export const rooms: readonly Room[] = []
