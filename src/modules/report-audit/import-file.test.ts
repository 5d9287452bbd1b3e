import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../test/builders/county.ts'
import type { Actor } from '../../platform/context.ts'
import { createAgency, everyAgency } from '../agencies/index.ts'
import { importFile, type ImportOutcome, type ImportWishes } from './import-file.ts'
import { publishedReport } from './queries/published-reports.ts'
import { reportAuditRoom } from './room.ts'

const shell: Actor = { kind: 'operator', name: 'shell' }
const plainWishes: ImportWishes = { agency: null, year: null, create: null, isTrial: false }
const text = readFileSync(
  join(import.meta.dirname, '../../../../test/reports/labelled/sound-emergency-2023.txt'),
  'utf8',
)

let city: County
before(async () => {
  city = await county([reportAuditRoom])
})
after(() => city.drop())

/** The invented report under another name and for another year. */
const reportOf = (agency: string, year = 2023): Uint8Array =>
  Buffer.from(text.replaceAll('临水县应急管理局', agency).replaceAll('2023', String(year)))

const bring = (bytes: Uint8Array, wishes: Partial<ImportWishes> = {}): Promise<ImportOutcome> =>
  importFile(city, shell, { name: '报告.txt', bytes }, { ...plainWishes, ...wishes })

function kept(outcome: ImportOutcome): Exclude<ImportOutcome, { done: 'refused' }> {
  if (outcome.done === 'refused') assert.fail(outcome.sentence)
  return outcome
}

function refusal(outcome: ImportOutcome): string {
  assert.equal(outcome.done, 'refused')
  return outcome.done === 'refused' ? `${outcome.code} ${outcome.sentence}` : ''
}

test('a report is kept under the agency it names, and importing it again changes nothing', async () => {
  const bytes = reportOf('云汀市应急管理局', 2022)
  assert.equal(kept(await bring(bytes, { isTrial: true })).done, 'imported')
  assert.equal(await publishedReport(city.db, await city.agencyId('yunting-emergency'), 2022), undefined)
  const first = kept(await bring(bytes))
  assert.deepEqual(
    [first.done, first.slug, first.year, first.by],
    ['imported', 'yunting-emergency', 2022, 'name'],
  )
  assert.equal(kept(await bring(bytes)).done, 'unchanged')
  const entries = await city.db
    .selectFrom('journal')
    .selectAll()
    .where('verb', '=', 'import-report')
    .where('subject_id', '=', `${await city.agencyId('yunting-emergency')}/2022`)
    .execute()
  assert.deepEqual(
    entries.map((entry) => [entry.actor_kind, entry.agency_id]),
    [['operator', await city.agencyId('yunting-emergency')]],
  )
})

test('other bytes for the same agency and year are a new edition, and the earlier one stays', async () => {
  const bytes = reportOf('临浦区应急管理局', 2022)
  assert.equal(kept(await bring(bytes)).edition, 1)
  const mended = kept(await bring(Buffer.concat([bytes, Buffer.from('\n')])))
  assert.deepEqual([mended.done, mended.edition], ['replaced', 2])
})

test('a short name finds the agency when only one has it', async () => {
  const found = kept(await bring(reportOf('市应急局', 2020)))
  assert.deepEqual([found.slug, found.by], ['yunting-emergency', 'shortName'])
})

test('a name the agency no longer bears finds it too', async () => {
  const former = await city.db
    .selectFrom('agency_names')
    .select(['name', 'agency_id'])
    .where('until_on', 'is not', null)
    .executeTakeFirstOrThrow()
  const found = kept(await bring(reportOf(former.name, 2021)))
  assert.equal(found.by, 'formerName')
  assert.ok(await publishedReport(city.db, former.agency_id, 2021))
})

test('an agency that is not registered is refused with what would help, and made when that is wished', async () => {
  const bytes = reportOf('云汀市档案馆', 2023)
  assert.match(refusal(await bring(bytes)), /agencyUnknown 没有登记叫“云汀市档案馆”的机关.*--create-under/)
  assert.match(refusal(await bring(bytes, { create: { under: 'nowhere' } })), /parentUnknown/)
  const made = kept(await bring(bytes, { create: { under: 'yunting' } }))
  assert.equal(made.by, 'created')
  const agency = (await everyAgency(city.db)).find(({ slug }) => slug === made.slug)
  assert.deepEqual(
    [agency?.name, agency?.slug, agency?.kind, agency?.parentId, agency?.openedOn],
    ['云汀市档案馆', 'yunting-archives', 'institution', await city.agencyId('yunting'), '2008-05-01'],
  )
  assert.equal(kept(await bring(bytes, { create: { under: 'yunting' } })).done, 'unchanged')
})

test('a name that is nearly that of a registered agency is offered, never taken', async () => {
  assert.match(
    refusal(await bring(reportOf('云汀市临浦区应急管理局'))),
    /是不是临浦区应急管理局（linpu-emergency）/,
  )
  assert.equal(
    kept(await bring(reportOf('云汀市临浦区应急管理局'), { agency: 'linpu-emergency' })).by,
    'told',
  )
})

test('a name that two agencies bear is refused until it is said which', async () => {
  for (const slug of ['twin-one', 'twin-two'])
    await city.as('system', null, async (context) =>
      createAgency(context, {
        kind: 'department',
        parentId: await city.agencyId(slug === 'twin-one' ? 'yunting' : 'linpu'),
        name: '林业和草原局',
        shortName: '林草局',
        slug,
        regionCode: null,
        creditCode: null,
        openedOn: '2019-01-01',
      }),
    )
  assert.match(refusal(await bring(reportOf('林业和草原局'))), /agencyNotUnique.*twin-one.*twin-two/)
  assert.equal(kept(await bring(reportOf('林业和草原局'), { agency: 'twin-two' })).slug, 'twin-two')
})

test('a year that cannot be is not believed, and a file that is no report is refused in one sentence', async () => {
  assert.match(refusal(await bring(reportOf('云汀市应急管理局', 2088))), /yearImpossible/)
  assert.match(refusal(await bring(Buffer.from('今天天气很好。'.repeat(50)))), /notAReport/)
  assert.match(refusal(await bring(new Uint8Array())), /empty/)
})
