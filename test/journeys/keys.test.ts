import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { rooms } from '../../src/apps/rooms.ts'
import { fieldCipher, fixedKeys, keyIdOf } from '../../src/platform/cipher/field-cipher.ts'
import { newKeyRing, withNewKey } from '../../src/platform/cipher/keys.ts'
import { reseal } from '../../src/platform/cipher/reseal.ts'
import type { FieldCipher } from '../../src/platform/context.ts'
import { openApplicants } from '../../src/modules/requests/store/applicants.ts'
import { filesOf, readFile } from '../../src/modules/requests/store/files.ts'
import { requestsRoom } from '../../src/modules/requests/room.ts'
import { migrationsOf } from '../../src/platform/db/migrate.ts'
import { testDatabase } from '../builders/database.ts'
import { county, type County } from '../builders/county.ts'

let city: County
before(async () => {
  city = await county([requestsRoom], { today: '2026-11-25', hasLivingYear: true })
})
after(() => city.drop())

const sealedTables = rooms.flatMap((room) => room.sealed ?? [])
const at = new Date('2026-11-25T04:00:00Z')

test('every column that holds sealed values is named by its room, so that a change of keys leaves none behind', async (t) => {
  const { db, drop } = await testDatabase(migrationsOf(rooms))
  t.after(drop)
  const { rows } = await sql<{ place: string }>`select table_name || '.' || column_name as place
    from information_schema.columns where table_schema = 'public' and column_name like '%\\_sealed' order by 1`.execute(
    db,
  )
  const named = sealedTables.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`))
  assert.deepEqual(
    rows.map(({ place }) => place).filter((place) => !named.includes(place)),
    [],
    'name these in `sealed` of their room',
  )
})

test('every column that names a file is named by its room, so that a backup is checked for each', async (t) => {
  const { db, drop } = await testDatabase(migrationsOf(rooms))
  t.after(drop)
  const { rows } = await sql<{ place: string }>`select table_name || '.' || column_name as place
    from information_schema.columns where table_schema = 'public' and column_name = 'stored' order by 1`.execute(
    db,
  )
  const named = rooms.flatMap((room) => (room.files ?? []).map(({ table, column }) => `${table}.${column}`))
  assert.deepEqual(
    rows.map(({ place }) => place).filter((place) => !named.includes(place)),
    [],
    'name these in `files` of their room',
  )
})

test('after a change of keys a whole year of cases is readable with the new key alone: names, papers and the bytes of files', async () => {
  /** Only a key that has never sealed anything here. */
  const fresh = fieldCipher(fixedKeys(withNewKey(newKeyRing(at), at)))
  const both: FieldCipher = {
    ...fresh,
    open: (sealed) => (keyIdOf(sealed) === 'k2' ? fresh : city.cipher).open(sealed),
  }
  const cases = await city.db.selectFrom('requests').select(['agency_id', 'request_id']).execute()
  const read = async (cipher: FieldCipher) => {
    const all: unknown[] = []
    for (const { agency_id: agencyId, request_id: requestId } of cases) {
      all.push(await openApplicants(city.db, cipher, agencyId, requestId))
      for (const { fileId, isErased } of await filesOf(city.db, cipher, agencyId, requestId)) {
        if (isErased) continue
        const { file, bytes } = await readFile(
          { db: city.db, cipher, files: city.files },
          { agencyId, requestId, fileId },
        )
        all.push(file.name, Buffer.from(bytes).toString('base64'))
      }
    }
    return all
  }
  const earlier = await read(city.cipher)
  await assert.rejects(read(fresh))
  const ground = { db: city.db, cipher: both, files: city.files }
  const done = await reseal(ground, sealedTables)
  assert.ok(done.values > 38 && done.files > 38, JSON.stringify(done))
  assert.equal(done.unopened, 0)
  assert.deepEqual(await read(fresh), earlier)
  for (const { table, columns } of sealedTables)
    for (const column of columns) {
      const { rows } = await sql<{
        value: string
      }>`select ${sql.ref(column)} as value from ${sql.table(table)}
        where ${sql.ref(column)} is not null`.execute(city.db)
      for (const { value } of rows) assert.doesNotThrow(() => fresh.open(value), `${table}.${column}`)
    }
  assert.deepEqual(
    await reseal(ground, sealedTables),
    { values: 0, files: 0, unopened: 0 },
    'twice changes nothing',
  )
})

test('a value that cannot be opened is counted and left, and does not hold up the others', async () => {
  const [file] = await city.db
    .selectFrom('request_files')
    .selectAll()
    .where('erased_at', 'is', null)
    .execute()
  assert.ok(file)
  await city.db
    .updateTable('request_files')
    .set({ name_sealed: 'gk1.k9.AAAA' })
    .where('file_id', '=', file.file_id)
    .execute()
  const next = fieldCipher(fixedKeys(withNewKey(withNewKey(newKeyRing(at), at), at)))
  const done = await reseal({ db: city.db, cipher: next, files: city.files }, [
    { table: 'request_files', columns: ['name_sealed'] },
  ])
  assert.ok(done.unopened > 0)
})
