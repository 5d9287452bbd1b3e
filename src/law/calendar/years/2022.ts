import type { YearFile } from '../year-file.ts'

/** Holidays of 2022 by notice of the State Council's General Office. Saturday 12-31 belongs to the New Year block of the 2023 notice; it is a rest day either way. */
export const year2022: YearFile = {
  year: 2022,
  notices: ['国办发明电〔2021〕11号'],
  off: [
    '2022-01-01..2022-01-03',
    '2022-01-31..2022-02-06',
    '2022-04-03..2022-04-05',
    '2022-04-30..2022-05-04',
    '2022-06-03..2022-06-05',
    '2022-09-10..2022-09-12',
    '2022-10-01..2022-10-07',
    '2022-12-31',
  ],
  work: ['2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08', '2022-10-09'],
}
