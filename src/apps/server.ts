import type { FastifyInstance } from 'fastify'
import { buildServices } from '../platform/build-services.ts'
import { openCipher } from '../platform/cipher/open-cipher.ts'
import type { Config } from '../platform/config.ts'
import type { Log } from '../platform/context.ts'
import { migrate, migrationsOf } from '../platform/db/migrate.ts'
import { hearChanges } from '../platform/db/hear-changes.ts'
import { openDatabase } from '../platform/db/open-database.ts'
import { mountPortal } from './portal/portal.tsx'
import { platformMigrations } from '../platform/db/platform-migrations.ts'
import { openFiles } from '../platform/files/open-files.ts'
import { createApp } from '../platform/http/app.ts'
import { serveAssets, serveLook } from '../platform/html/index.ts'
import type { Room } from '../platform/room.ts'
import type { Services } from '../platform/services.ts'
import { registerSessions } from '../platform/sessions/index.ts'
import { directoryOf } from '../modules/agencies/index.ts'
import { mountApi } from './api/api.ts'
import { mountConsole } from './console/console.ts'
import { drawRefusal } from './draw-refusal.tsx'
import { rooms as allRooms } from './rooms.ts'

/** What opening an installation tells while it works, for the person who waits. */
export type Progress = (sentence: string) => void

export interface Installation {
  readonly services: Services
  readonly isNew: boolean
  close(): Promise<void>
}

/** Opens database, keys, files and rooms: what server, worker and command line have in common. */
export async function openInstallation(
  config: Config,
  log: Log,
  options: {
    readonly progress?: Progress
    readonly rooms?: readonly Room[]
    readonly migrate?: boolean
    /** The one server of its data folder; a second one is refused. */
    readonly sole?: boolean
  } = {},
): Promise<Installation> {
  const rooms = options.rooms ?? allRooms
  const say = options.progress ?? (() => undefined)
  say('正在打开数据库')
  const database = await openDatabase(config, log, { sole: options.sole ?? false })
  try {
    if (options.migrate !== false) {
      const steps = await migrate(database.db, [...platformMigrations, ...migrationsOf(rooms)])
      if (steps.length > 0) say(`数据库已更新 ${steps.length} 步`)
    }
    const services = buildServices({
      config,
      db: database.db,
      files: await openFiles(config),
      cipher: await openCipher(config, database.db, new Date()),
      log,
      rooms,
    })
    // The server's pages are kept; what workers and commands change must show at once.
    const ear = options.sole ? hearChanges(database.url, services.changed) : null
    return {
      services,
      isNew: database.isNew,
      async close() {
        await ear?.stop()
        await database.stop()
      },
    }
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** The web application with every room let in. */
export async function createServer(services: Services): Promise<FastifyInstance> {
  const app = await createApp({
    services,
    drawRefusal: (view, request) => drawRefusal(services, view, request),
  })
  app.decorateRequest('standing', null)
  registerSessions(app, services, directoryOf(services.rooms))
  serveAssets(app)
  serveLook(app)
  mountConsole(app, services)
  mountPortal(app, services)
  for (const room of services.rooms) {
    await room.portal?.(app, services)
    await room.console?.(app, services)
  }
  await mountApi(app, services, services.rooms)
  return app
}
