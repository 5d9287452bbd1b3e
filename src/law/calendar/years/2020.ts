import type { YearFile } from '../year-file.ts'

/** Holidays of 2020 by notice of the State Council's General Office. The second notice lengthened 春节 because of the epidemic: Saturday 02-01, first meant as a working day, became a day off. */
export const year2020: YearFile = {
  year: 2020,
  notices: ['国办发明电〔2019〕16号', '国办发明电〔2020〕1号'],
  off: [
    '2020-01-01',
    '2020-01-24..2020-02-02',
    '2020-04-04..2020-04-06',
    '2020-05-01..2020-05-05',
    '2020-06-25..2020-06-27',
    '2020-10-01..2020-10-08',
  ],
  work: ['2020-01-19', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10'],
}
