import type { Actor, Context } from '../../platform/context.ts'
import { may } from '../../platform/context.ts'
import type { ToDo } from '../../platform/room.ts'
import { agencyById } from '../agencies/index.ts'
import { lettersBy, lettersTo, type Rectification } from './store/rectifications.ts'
import { judgePermission, rectifyPermission } from './words.ts'

/** Days before the last one on which a letter becomes pressing. */
const soonDays = 7

function urgency(dueOn: string, today: string): ToDo['urgency'] {
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return Date.parse(dueOn) - Date.parse(today) <= soonDays * 86_400_000 ? 'soon' : 'later'
}

/** Address of a letter in the console. */
export function letterAddress({ agencyId, letterId }: Pick<Rectification, 'agencyId' | 'letterId'>): string {
  return `/console/audit/letters/${agencyId}/${letterId}`
}

/** Letters this agency must mend and answer, and answers that wait for this office. */
export async function toDo(context: Context, actor: Actor): Promise<readonly ToDo[]> {
  const { agencyId, db, today } = context
  if (agencyId === null) return []
  const mine = may(actor, judgePermission)
    ? (await lettersTo(db, agencyId))
        .filter(({ state }) => state === 'issued')
        .map((letter) => ({
          title: `改正${letter.year}年年度报告，共${letter.points.length}处`,
          href: letterAddress(letter),
          dueOn: letter.dueOn,
          urgency: urgency(letter.dueOn, today),
          why: `${letter.documentNumber}，改好后重新发布并反馈。`,
        }))
    : []
  if (!may(actor, rectifyPermission)) return mine
  const theirs: ToDo[] = []
  for (const letter of await lettersBy(db, agencyId)) {
    const isLate = letter.state === 'issued' && letter.dueOn < today
    if (letter.state !== 'answered' && !isLate) continue
    const agency = await agencyById(db, letter.agencyId)
    theirs.push({
      title: `${agency?.shortName ?? '下级机关'}${letter.year}年年度报告的整改`,
      href: letterAddress(letter),
      dueOn: isLate ? letter.dueOn : null,
      urgency: isLate ? 'overdue' : 'soon',
      why: isLate ? `${letter.documentNumber}到期还没有反馈。` : `${letter.documentNumber}已经反馈，等你看。`,
    })
  }
  return [...mine, ...theirs]
}
