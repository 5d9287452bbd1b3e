import type { YearFile } from '../year-file.ts'

/** Holidays of 2019 by notice of the State Council's General Office. The second notice lengthened 劳动节 to four days. The New Year block begins in the last days of 2018. */
export const year2019: YearFile = {
  year: 2019,
  notices: ['国办发明电〔2018〕15号', '国办发明电〔2019〕3号'],
  off: [
    '2018-12-30..2019-01-01',
    '2019-02-04..2019-02-10',
    '2019-04-05..2019-04-07',
    '2019-05-01..2019-05-04',
    '2019-06-07..2019-06-09',
    '2019-09-13..2019-09-15',
    '2019-10-01..2019-10-07',
  ],
  work: ['2018-12-29', '2019-02-02', '2019-02-03', '2019-04-28', '2019-05-05', '2019-09-29', '2019-10-12'],
}
