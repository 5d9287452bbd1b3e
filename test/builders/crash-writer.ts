import { groundRooms } from './county.ts'
import { plainDay } from '../../src/law/calendar/plain-day.ts'
import { createAgency } from '../../src/modules/agencies/index.ts'
import { submitRequest } from '../../src/modules/requests/commands/submit-request.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'
import { buildServices } from '../../src/platform/build-services.ts'
import { openCipher } from '../../src/platform/cipher/open-cipher.ts'
import { readConfig } from '../../src/platform/config.ts'
import { migrate, migrationsOf } from '../../src/platform/db/migrate.ts'
import { openDatabase } from '../../src/platform/db/open-database.ts'
import { platformMigrations } from '../../src/platform/db/platform-migrations.ts'
import { openFiles } from '../../src/platform/files/open-files.ts'
import { Unavailable } from '../../src/platform/refusals.ts'
import { quietLog } from './log.ts'
import { someApplicant } from './request-desk.ts'

const rooms = [...groundRooms, requestsRoom]

/** The invented agencies that receive. */
const slugs = ['crash-one', 'crash-two', 'crash-three']

/**
 * A program that receives requests as the portal does, without pause, and says number and query code of each one only when it is safe,
 * until it is killed. Four at once, over three agencies, each with its sealed applicant, an identity paper and a journal entry.
 */
async function receiveUntilKilled(dataFolder: string, run: string): Promise<void> {
  const config = readConfig({ GONGKAI_DATA: dataFolder, GONGKAI_DEMO: 'off' })
  const database = await openDatabase(config, quietLog, { sole: true })
  await migrate(database.db, [...platformMigrations, ...migrationsOf(rooms)])
  const services = buildServices({
    config,
    db: database.db,
    files: await openFiles(config),
    cipher: await openCipher(config, database.db, new Date()),
    log: quietLog,
    rooms,
  })
  const agencies: string[] = []
  for (const slug of slugs) {
    const known = await services.db
      .selectFrom('agencies')
      .select('agency_id')
      .where('slug', '=', slug)
      .executeTakeFirst()
    agencies.push(
      known?.agency_id ??
        (await services.command({ kind: 'operator', name: 'crash' }, null, (context) =>
          createAgency(context, {
            kind: 'government',
            parentId: null,
            name: `${slug}（示例）`,
            shortName: slug,
            slug,
            regionCode: null,
            creditCode: null,
            openedOn: plainDay('2000-01-01'),
          }),
        )),
    )
  }
  const lane = async (laneNumber: number): Promise<void> => {
    for (let index = 0; ; index += 1) {
      const key = `crash-${run}-${laneNumber}-${index}`.padEnd(24, '0')
      const agencyId = agencies[index % agencies.length] ?? ''
      try {
        const { requestId, number, queryCode } = await services.command(
          { kind: 'public' },
          agencyId,
          (context) =>
            submitRequest(
              context,
              {
                agencyId,
                applicants: [{ ...someApplicant, name: `某人${key}` }],
                content: `关于 ${key} 的政府信息`,
                wantedForm: 'paper',
                wantedWay: 'post',
                submissionKey: key,
              },
              [
                {
                  purpose: 'identity',
                  name: '身份证明.txt',
                  mediaType: 'text/plain',
                  bytes: Buffer.from(`附件 ${key}`),
                },
              ],
            ),
        )
        process.stdout.write(`safe ${agencyId} ${requestId} ${number} ${queryCode} ${key}\n`)
      } catch (error) {
        // The database was killed: the applicant is told to try again, nothing was promised. Anything else is a fault.
        if (!(error instanceof Unavailable)) {
          process.stdout.write(`fault ${String(error)}\n`)
          throw error
        }
      }
    }
  }
  await Promise.all([0, 1, 2, 3].map(lane))
}

const [dataFolder, run] = process.argv.slice(2)
if (dataFolder && run) await receiveUntilKilled(dataFolder, run)
