import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import { addWorkingDays } from '../../../law/calendar/calendar.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import { agenciesRoom } from '../room.ts'
import { calendarEntries, isNextYearMissing } from '../queries/calendar-entries.ts'
import { calendarFor } from '../queries/calendar-for.ts'
import { addCalendarLayer } from './add-calendar-layer.ts'
import { enterCalendarYear } from './enter-calendar-year.ts'
import { removeCalendarLayer } from './remove-calendar-layer.ts'

let city: County
before(async () => {
  city = await county([], { today: '2026-11-25' })
})
after(() => city.drop())

const notice = {
  year: 2027,
  notices: ['国办发明电〔2026〕示例9号'],
  off: ['2027-01-01..2027-01-03', '2027-02-05..2027-02-11'],
  work: ['2027-02-14'],
}

test('from November on the missing notice of next year is on the list of what to do; in October it is not', async () => {
  const agencyId = await city.agencyId('yunting')
  assert.equal(await isNextYearMissing(city.db, agencyId, plainDay('2026-10-31')), false)
  assert.equal(await isNextYearMissing(city.db, agencyId, plainDay('2026-11-01')), true)
  const items = await city.as('supervisor', 'yunting', async (context) =>
    agenciesRoom.toDo?.(context, context.actor),
  )
  assert.match(items?.[0]?.title ?? '', /2027年的放假通知/)
})

test('a notice entered by the city counts for every bureau below, also for a worked Sunday; one district’s own days only for it', async () => {
  const top = await city.agencyId('yunting')
  const bureau = await city.agencyId('linpu-emergency')
  await assert.rejects(
    city.as('officer', 'yunting-emergency', async (context) =>
      enterCalendarYear(context, { agencyId: context.agencyId ?? '', file: notice }),
    ),
    Forbidden,
  )
  await city.as('supervisor', 'yunting', (context) =>
    enterCalendarYear(context, { agencyId: top, file: notice }),
  )
  const calendar = await calendarFor(city.db, bureau)
  assert.deepEqual(calendar.noticesOf(2027), notice.notices)
  assert.equal(calendar.isWorkingDay(plainDay('2027-02-14')), true)
  assert.equal(addWorkingDays(calendar, plainDay('2027-02-04'), 1), '2027-02-12')
  assert.equal(await isNextYearMissing(city.db, bureau, plainDay('2026-12-01')), false)

  const district = await city.agencyId('linpu')
  const layerId = await city.as('linpu', 'linpu', (context) =>
    addCalendarLayer(context, {
      agencyId: district,
      name: '台风停工',
      basis: '临浦区防指〔2027〕示例1号',
      off: ['2027-03-01..2027-03-02'],
      work: [],
    }),
  )
  assert.equal((await calendarFor(city.db, bureau)).isWorkingDay(plainDay('2027-03-01')), false)
  const other = await city.agencyId('wanghe-emergency')
  assert.equal((await calendarFor(city.db, other)).isWorkingDay(plainDay('2027-03-01')), true)
  assert.equal((await calendarEntries(city.db, district, city.today())).layers.length, 1)
  await city.as('linpu', 'linpu', (context) => removeCalendarLayer(context, { agencyId: district, layerId }))
  assert.equal((await calendarFor(city.db, bureau)).isWorkingDay(plainDay('2027-03-01')), true)
})

test('a notice with a slip of the pen is refused with every sentence that speaks against it, and nothing is kept', async () => {
  const agencyId = await city.agencyId('yunting')
  const before = await city.db.selectFrom('agency_calendar_years').selectAll().execute()
  await assert.rejects(
    city.as('supervisor', 'yunting', (context) =>
      enterCalendarYear(context, {
        agencyId,
        file: { year: 2027, notices: [''], off: ['2027-13-01'], work: ['2027-02-15'] },
      }),
    ),
    (error: unknown) => error instanceof Invalid && error.fields.length === 3,
  )
  assert.deepEqual(await city.db.selectFrom('agency_calendar_years').selectAll().execute(), before)
})
