import { daysLeft } from '../../../law/clock/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { emailOf, holdersOf } from '../../agencies/index.ts'
import { reminderDue, rolesAt, overdueDistance, type ReminderRole } from '../rules/reminders.ts'
import { findCase } from '../store/cases.ts'
import { settingsOf } from '../store/settings.ts'

const roleNames = { officeHead: 'disclosureOfficeHead', head: 'head' } as const

/**
 * Reminds those in charge of one open case when one of the house's distances is reached; each distance once, and after a missed week
 * only the most urgent. The letter names the case number, never the applicant.
 * @returns how many people were told
 */
export async function remindHandlers(
  context: Context,
  input: { readonly agencyId: string; readonly requestId: string; readonly publicUrl: string | null },
): Promise<number> {
  const { db } = context
  const found = await findCase(db, input.agencyId, input.requestId, context.today, true)
  const dueOn = found?.standing.dueOn ?? null
  if (!found || found.closedOn !== null || dueOn === null) return 0
  const left = daysLeft(found.calendar, context.today, dueOn)
  // Overdue on a rest day is overdue, although no working day has passed since.
  const distance = context.today > dueOn ? Math.min(-1, left) : left
  const { remindAt } = await settingsOf(db, input.agencyId)
  const told = await db
    .selectFrom('request_reminders')
    .select('distance')
    .where('agency_id', '=', input.agencyId)
    .where('request_id', '=', input.requestId)
    .where('due_on', '=', dueOn)
    .execute()
  const due = reminderDue(
    distance,
    remindAt,
    told.map(({ distance }) => distance),
  )
  if (!due) return 0
  const people = new Set<string>()
  for (const role of rolesAt(due.distance, remindAt))
    for (const id of await peopleFor(context, input.agencyId, found.handlerId, role)) people.add(id)
  for (const personId of people) {
    await db
      .insertInto('request_reminders')
      .values(
        due.settles.map((distance) => ({
          agency_id: input.agencyId,
          request_id: input.requestId,
          person_id: personId,
          due_on: dueOn,
          distance,
          sent_at: context.now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const to = await emailOf(db, context.cipher, personId)
    if (to !== null)
      await queueMail(context, {
        to,
        subject:
          due.distance === overdueDistance
            ? `申请 ${found.number} 已经逾期`
            : `申请 ${found.number} 还有${distance}个工作日到期`,
        text: `申请 ${found.number} 的${found.kind === 'information' ? '答复期限' : '办理期限（本机关规定）'}是${dueOn}，${
          distance < 0
            ? `已经逾期${-distance}个工作日`
            : distance === 0
              ? '今天到期'
              : `还有${distance}个工作日`
        }。\n\n请在公开工作台的“依申请公开”里办理${input.publicUrl === null ? '' : `：${input.publicUrl}/console/requests/${found.requestId}`}。\n`,
        key: `remind ${found.requestId} ${dueOn} ${due.distance} ${personId}`,
      })
  }
  if (people.size > 0)
    await context.journal({
      verb: 'remind-handlers',
      subject: { kind: 'request', id: found.requestId },
      agencyId: found.agencyId,
      ...(found.kind === 'information' ? { basis: '条例第三十三条' } : {}),
      detail: { dueOn, distance: due.distance, people: people.size },
    })
  return people.size
}

async function peopleFor(
  context: Context,
  agencyId: string,
  handlerId: string | null,
  role: ReminderRole,
): Promise<readonly string[]> {
  if (role !== 'handler')
    return (await holdersOf(context.db, agencyId, roleNames[role])).map(({ personId }) => personId)
  if (handlerId !== null) return [handlerId]
  return (await holdersOf(context.db, agencyId, 'officer')).map(({ personId }) => personId)
}
