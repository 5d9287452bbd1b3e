import type { YearFile } from '../year-file.ts'

/** Holidays of 2024 by notice of the State Council's General Office. 除夕 (Friday 02-09) was a working day. */
export const year2024: YearFile = {
  year: 2024,
  notices: ['国办发明电〔2023〕7号'],
  off: [
    '2024-01-01',
    '2024-02-10..2024-02-17',
    '2024-04-04..2024-04-06',
    '2024-05-01..2024-05-05',
    '2024-06-10',
    '2024-09-15..2024-09-17',
    '2024-10-01..2024-10-07',
  ],
  work: [
    '2024-02-04',
    '2024-02-18',
    '2024-04-07',
    '2024-04-28',
    '2024-05-11',
    '2024-09-14',
    '2024-09-29',
    '2024-10-12',
  ],
}
