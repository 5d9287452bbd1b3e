import { addWorkingDays } from '../../../law/calendar/calendar.ts'
import { type PlainDay } from '../../../law/calendar/plain-day.ts'
import { recordReconsideration } from '../commands/record-reconsideration.ts'
import { recordRemedyResult } from '../commands/record-remedy-result.ts'
import { type DemoStory } from './stories.ts'
import type { Desk } from './demo-desk.ts'

/** Tells the reconsideration that follows a reply, and its result. */
export async function contest(
  desk: Desk,
  requestId: string,
  story: DemoStory,
  index: number,
  at: (after: number) => PlainDay,
): Promise<void> {
  const { agencyId } = desk
  const after = (story.reply?.after ?? 0) + 15
  const remedyId = await desk.on(at(after), 'officer', (context) =>
    recordReconsideration(context, {
      agencyId,
      requestId,
      organ: '云汀市人民政府',
      caseNumber: `云府复〔${at(after).slice(0, 4)}〕${100 + index}号`,
      notifiedOn: at(after),
    }),
  )
  const { remedy } = story
  if (remedy !== 'upheld' && remedy !== 'corrected') return
  await desk.on(at(after + 20), 'officer', (context) =>
    recordRemedyResult(context, {
      agencyId,
      remedyId,
      result: remedy,
      closedOn: at(after + 20),
      // The new answer is still to be given in the demo: its day lies a week ahead.
      reanswerDueOn: remedy === 'corrected' ? addWorkingDays(desk.calendar, desk.today, 6) : null,
    }),
  )
}
