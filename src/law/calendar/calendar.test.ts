import assert from 'node:assert/strict'
import { test } from 'node:test'
import chineseDays from 'chinese-days'
import * as fc from 'fast-check'
import {
  addWorkingDays,
  calendarOf,
  isProvisional,
  noticesUsed,
  workingDaysAfter,
  workingDaysBetween,
} from './calendar.ts'
import { nationalCalendar, nationalYears } from './national.ts'
import { addDays, beijingDay, type PlainDay, parsePlainDay, plainDay, weekday } from './plain-day.ts'
import { statutoryDays } from './statutory-days.ts'
import { readYearFile } from './year-file.ts'

const day = plainDay
const anyDay = fc.integer({ min: 0, max: 8 * 365 }).map((offset) => addDays(day('2019-01-01'), offset))

/** law digest 9.4: receipt, then the 7th, 15th, 20th and 40th working day after it. */
const vectors = [
  ['2023-01-10', '2023-01-19', '2023-02-03', '2023-02-10', '2023-03-10'],
  ['2023-09-15', '2023-09-26', '2023-10-12', '2023-10-19', '2023-11-16'],
  ['2024-01-25', '2024-02-04', '2024-02-20', '2024-02-27', '2024-03-26'],
  ['2024-02-09', '2024-02-26', '2024-03-07', '2024-03-14', '2024-04-12'],
  ['2024-09-10', '2024-09-20', '2024-10-08', '2024-10-14', '2024-11-11'],
  ['2025-01-17', '2025-01-27', '2025-02-13', '2025-02-20', '2025-03-20'],
  ['2025-09-12', '2025-09-23', '2025-10-10', '2025-10-16', '2025-11-13'],
  ['2025-12-15', '2025-12-24', '2026-01-06', '2026-01-13', '2026-02-10'],
  ['2026-01-20', '2026-01-29', '2026-02-10', '2026-02-24', '2026-03-23'],
  ['2026-02-06', '2026-02-24', '2026-03-05', '2026-03-12', '2026-04-10'],
  ['2026-04-20', '2026-04-29', '2026-05-13', '2026-05-20', '2026-06-17'],
  ['2026-09-11', '2026-09-21', '2026-10-09', '2026-10-15', '2026-11-12'],
] as const

test('the 7th, 15th, 20th and 40th working day after receipt fall where the table says', () => {
  for (const [receipt, ...due] of vectors)
    assert.deepEqual(
      [7, 15, 20, 40].map((count) => addWorkingDays(nationalCalendar, day(receipt), count)),
      due,
      receipt,
    )
})

test('a receipt on a rest day and one on a worked Saturday both count from the next working day', () => {
  assert.equal(addWorkingDays(nationalCalendar, day('2026-02-08'), 20), '2026-03-12')
  assert.equal(addWorkingDays(nationalCalendar, day('2026-02-14'), 20), '2026-03-20')
})

test('each year has as many working days as its notice leaves', () => {
  const counts = { 2019: 250, 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248 }
  for (const [year, count] of Object.entries(counts))
    assert.equal(nationalCalendar.workingDaysOf(Number(year)).length, count, year)
})

test('every day of 2019 to 2026 is worked or not as an independent calendar says', () => {
  for (let at = day('2019-01-01'); at <= '2026-12-31'; at = addDays(at, 1))
    assert.equal(nationalCalendar.isWorkingDay(at), chineseDays.isWorkday(at), at)
})

test('the New Year block of 2019 begins in the last days of 2018', () => {
  assert.equal(nationalCalendar.isWorkingDay(day('2018-12-29')), true)
  assert.equal(nationalCalendar.isWorkingDay(day('2018-12-31')), false)
})

test('除夕 was worked in 2024 and is a day off in 2025', () => {
  assert.equal(nationalCalendar.isWorkingDay(day('2024-02-09')), true)
  assert.equal(nationalCalendar.isWorkingDay(day('2025-01-28')), false)
})

test('the statutory days of 2027 are those of the law and the moon, and the year is provisional', () => {
  assert.deepEqual(statutoryDays(2027), [
    '2027-01-01',
    '2027-02-05',
    '2027-02-06',
    '2027-02-07',
    '2027-02-08',
    '2027-04-05',
    '2027-05-01',
    '2027-05-02',
    '2027-06-09',
    '2027-09-15',
    '2027-10-01',
    '2027-10-02',
    '2027-10-03',
  ])
  assert.equal(isProvisional(nationalCalendar, day('2027-01-04')), true)
  assert.equal(isProvisional(nationalCalendar, day('2026-12-31')), false)
  assert.equal(nationalCalendar.isWorkingDay(day('2027-01-01')), false)
  assert.equal(nationalCalendar.isWorkingDay(day('2027-02-08')), false)
  assert.equal(nationalCalendar.isWorkingDay(day('2027-02-09')), true)
})

test('before 2025 there are eleven statutory days, before 2008 ten, and beyond the tables only the fixed ones', () => {
  assert.equal(statutoryDays(2025).length, 13)
  assert.equal(statutoryDays(2024).length, 11)
  assert.deepEqual(statutoryDays(2024).slice(1, 4), ['2024-02-10', '2024-02-11', '2024-02-12'])
  assert.deepEqual(statutoryDays(2012).slice(1, 4), ['2012-01-22', '2012-01-23', '2012-01-24'])
  assert.equal(statutoryDays(2006).length, 10)
  assert.equal(statutoryDays(2020).length, 10, '中秋 fell on 国庆')
  assert.equal(statutoryDays(2150).length, 6)
})

test('every announced year rests at least on its statutory days', () => {
  for (const { year } of nationalYears)
    for (const on of statutoryDays(year)) assert.equal(nationalCalendar.isWorkingDay(on), false, on)
})

test('the festivals of the moon are those of an independent almanac for a hundred years', () => {
  for (let year = 2008; year < 2100; year += 1) {
    const expected = [
      chineseDays.getSolarDateFromLunar(`${year}-01-01`).date,
      chineseDays.getSolarDateFromLunar(`${year}-05-05`).date,
      chineseDays.getSolarDateFromLunar(`${year}-08-15`).date,
    ]
    for (const on of expected) assert.ok(statutoryDays(year).includes(day(on)), `${year} ${on}`)
  }
})

test('each year names its notices, a year with two names both, one without names none', () => {
  assert.deepEqual(noticesUsed(nationalCalendar, day('2019-12-20'), day('2020-01-10')), [
    { year: 2019, notice: '国办发明电〔2018〕15号、国办发明电〔2019〕3号' },
    { year: 2020, notice: '国办发明电〔2019〕16号、国办发明电〔2020〕1号' },
  ])
  assert.deepEqual(noticesUsed(nationalCalendar, day('2027-01-10'), day('2027-01-12')), [
    { year: 2027, notice: null },
  ])
})

test('next year’s notice is entered as data and makes the year certain', () => {
  const { file } = readYearFile({
    year: 2027,
    notices: ['国办发明电〔2026〕0号'],
    off: ['2027-01-01..2027-01-03', '2027-02-05..2027-02-11'],
    work: ['2027-02-13'],
  })
  assert.ok(file)
  const calendar = calendarOf([...nationalYears, file])
  assert.equal(isProvisional(calendar, day('2027-02-01')), false)
  assert.equal(calendar.isWorkingDay(day('2027-02-11')), false)
  assert.equal(calendar.isWorkingDay(day('2027-02-13')), true)
  assert.equal(calendar.isWorkingDay(day('2027-04-05')), true, 'only what the notice says')
})

test('a notice typed wrongly is refused with every fault in it', () => {
  const { problems } = readYearFile({
    year: 2027,
    notices: [],
    off: ['2027-02-30', '2027-03-05..2027-03-01', '2026-10-01', '2027-01-02'],
    work: ['2027-02-10', '2027-01-02', 'tomorrow'],
  })
  assert.equal(problems?.length, 7)
  assert.equal(readYearFile({ year: '2027' }).problems?.length, 1)
  assert.equal(readYearFile(null).problems?.length, 1)
})

test('a regional holiday and an emergency closure lie over the national calendar', () => {
  const calendar = calendarOf(nationalYears, [
    { name: '地区节日', basis: '放假办法第四条', off: ['2026-03-20'], work: [] },
    { name: '停工', basis: '政府公告', off: ['2026-07-06..2026-07-07'], work: ['2026-07-11'] },
  ])
  assert.equal(calendar.isWorkingDay(day('2026-03-20')), false)
  assert.equal(calendar.isWorkingDay(day('2026-07-07')), false)
  assert.equal(calendar.isWorkingDay(day('2026-07-11')), true)
  assert.equal(isProvisional(calendar, day('2026-07-07')), false)
})

test('no working days after a day is the day itself, and a broken count is our fault', () => {
  assert.equal(addWorkingDays(nationalCalendar, day('2026-02-15'), 0), '2026-02-15')
  assert.throws(() => addWorkingDays(nationalCalendar, day('2026-02-15'), -1), RangeError)
  assert.throws(() => addWorkingDays(nationalCalendar, day('2026-02-15'), 1.5), RangeError)
})

test('counting and adding agree, a counted day is a working day, and order is kept', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const to = addWorkingDays(nationalCalendar, from, count)
      assert.equal(workingDaysBetween(nationalCalendar, from, to), count)
      assert.equal(nationalCalendar.isWorkingDay(to), true)
      assert.ok(to > from)
      assert.ok(addWorkingDays(nationalCalendar, addDays(from, 1), count) >= to)
    }),
  )
})

test('walking meets exactly the working days, none twice', () => {
  fc.assert(
    fc.property(anyDay, (from) => {
      const met: PlainDay[] = []
      for (const next of workingDaysAfter(nationalCalendar, from)) {
        met.push(next)
        if (met.length === 30) break
      }
      const expected: PlainDay[] = []
      for (let at = addDays(from, 1); expected.length < 30; at = addDays(at, 1))
        if (nationalCalendar.isWorkingDay(at)) expected.push(at)
      assert.deepEqual(met, expected)
    }),
  )
})

test('a plain day is a real day of the calendar and nothing else', () => {
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00',
    '',
    '0000-01-01',
  ])
    assert.equal(parsePlainDay(text), null, text)
  assert.equal(parsePlainDay('2024-02-29'), '2024-02-29')
  assert.equal(weekday(day('2026-02-14')), 6)
})

test('an application confirmed on the evening of 31 December belongs to that day in Beijing', () => {
  assert.equal(beijingDay(new Date('2025-12-31T15:59:59Z')), '2025-12-31')
  assert.equal(beijingDay(new Date('2025-12-31T16:00:00Z')), '2026-01-01')
})
