import { festivalsOf } from './festivals.ts'
import { addDays, type PlainDay, plainDay } from './plain-day.ts'

/**
 * 全国年节及纪念日放假办法 Art 2: the days on which all citizens rest, for a year whose notice is not known.
 * From 2025 (国务院令第795号) 13 days: 除夕 and a second day of 劳动节 were added to the 11 of 2008. From 2008 to 2013 the three
 * days of 春节 began on 除夕; before 2008 there were ten days and none for 清明, 端午, 中秋.
 * Days that move with the moon are known for 2000 to 2099; outside, only the fixed days are given.
 * @returns the days in order; two that coincide (中秋 on 国庆) are given once
 */
export function statutoryDays(year: number): readonly PlainDay[] {
  const on = (monthAndDay: string): PlainDay => plainDay(`${year}-${monthAndDay}`)
  const days = new Set<PlainDay>([on('01-01'), on('05-01'), on('10-01'), on('10-02'), on('10-03')])
  if (year >= 2025) days.add(on('05-02'))
  if (year < 2008) days.add(on('05-02')).add(on('05-03'))

  const festivals = festivalsOf(year)
  if (festivals) {
    const first = on(festivals.springFestival)
    const [from, to] = year >= 2025 ? [-1, 2] : year >= 2014 || year < 2008 ? [0, 2] : [-1, 1]
    for (let step = from; step <= to; step += 1) days.add(addDays(first, step))
    if (year >= 2008)
      for (const day of [festivals.qingming, festivals.dragonBoat, festivals.midAutumn]) days.add(on(day))
  }
  return [...days].sort()
}
