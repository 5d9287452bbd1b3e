import type { YearFile } from '../year-file.ts'

/** Holidays of 2025 by notice of the State Council's General Office. The first year of the 13 statutory days (国务院令第795号). */
export const year2025: YearFile = {
  year: 2025,
  notices: ['国办发明电〔2024〕12号'],
  off: [
    '2025-01-01',
    '2025-01-28..2025-02-04',
    '2025-04-04..2025-04-06',
    '2025-05-01..2025-05-05',
    '2025-05-31..2025-06-02',
    '2025-10-01..2025-10-08',
  ],
  work: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
}
