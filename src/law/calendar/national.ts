import { type Calendar, calendarOf } from './calendar.ts'
import type { YearFile } from './year-file.ts'
import { year2019 } from './years/2019.ts'
import { year2020 } from './years/2020.ts'
import { year2021 } from './years/2021.ts'
import { year2022 } from './years/2022.ts'
import { year2023 } from './years/2023.ts'
import { year2024 } from './years/2024.ts'
import { year2025 } from './years/2025.ts'
import { year2026 } from './years/2026.ts'

/** The holiday notices of the State Council office (国办发明电) shipped with the software, the oldest first. An office adds the next one with `readYearFile`. */
export const nationalYears: readonly YearFile[] = [
  year2019,
  year2020,
  year2021,
  year2022,
  year2023,
  year2024,
  year2025,
  year2026,
]

/** The national calendar by the notices shipped. */
export const nationalCalendar: Calendar = calendarOf(nationalYears)
