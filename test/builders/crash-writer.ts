import { sql } from 'kysely'
import { buildServices } from '../../src/platform/build-services.ts'
import { openCipher } from '../../src/platform/cipher/open-cipher.ts'
import { readConfig } from '../../src/platform/config.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { openDatabase } from '../../src/platform/db/open-database.ts'
import { platformMigrations } from '../../src/platform/db/platform-migrations.ts'
import { openFiles } from '../../src/platform/files/open-files.ts'
import { Unavailable } from '../../src/platform/refusals.ts'
import { quietLog } from './log.ts'

/** The table that the crash journey fills. */
export const crashMigrations = [
  ...platformMigrations,
  {
    id: 'crash-2026-11-24-applications',
    sql: `create table applications (agency_id text, id text, sealed text not null, digest text not null,
      primary key (agency_id, id))`,
  },
]

/**
 * A program that receives applications without pause and says the number of each one only when it is safe, until it is killed.
 * Four at once, over three agencies, each with a sealed name, a file, a message and a journal entry.
 */
async function receiveUntilKilled(dataFolder: string, run: string): Promise<void> {
  const config = readConfig({ GONGKAI_DATA: dataFolder, GONGKAI_DEMO: 'off' })
  const database = await openDatabase(config, quietLog, { sole: true })
  await migrate(database.db, crashMigrations)
  const services = buildServices({
    config,
    db: database.db,
    files: await openFiles(config),
    cipher: await openCipher(config, database.db, new Date()),
    log: quietLog,
    rooms: [],
  })
  const lane = async (laneNumber: number): Promise<void> => {
    for (let index = 0; ; index += 1) {
      const id = `${run}-${laneNumber}-${index}`
      const agencyId = ['a', 'b', 'c'][index % 3] ?? 'a'
      try {
        await services.command({ kind: 'public' }, agencyId, async (context) => {
          const digest = await context.files.put(Buffer.from(`附件 ${id}`))
          await sql`insert into applications values (${agencyId}, ${id}, ${context.cipher.seal(id)}, ${digest})`.execute(
            context.db,
          )
          await context.send({ queue: 'acknowledge', key: id, payload: { id } })
          await context.journal({
            verb: 'receive-request',
            subject: { kind: 'request', id },
            agencyId,
            detail: { digest },
          })
        })
      } catch (error) {
        // The database was killed: the applicant is told to try again, nothing was promised. Anything else is a fault.
        if (!(error instanceof Unavailable)) {
          process.stdout.write(`fault ${String(error)}\n`)
          throw error
        }
        continue
      }
      process.stdout.write(`safe ${agencyId} ${id}\n`)
    }
  }
  await Promise.all([0, 1, 2, 3].map(lane))
}

const [dataFolder, run] = process.argv.slice(2)
if (dataFolder && run) await receiveUntilKilled(dataFolder, run)
