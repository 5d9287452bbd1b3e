import type { PlainDay } from '../../../../law/calendar/plain-day.ts'
import { ButtonLink } from '../../../../platform/html/index.ts'
import { letterTemplate } from '../../letters/catalogue.ts'
import type { CaseFileView } from '../../queries/case-file.ts'
import { consultationsAt, itemsAt, recordsAt } from './addresses.ts'
import { ConsultationsPanel } from './consultations/consultations-panel.tsx'
import { ItemsPanel } from './items/items-panel.tsx'
import { PapersPanel } from './papers/papers-panel.tsx'

/**
 * The last due day an applicant was told, when the clock now says another one although nothing happened since: the calendar has changed.
 */
export function toldOtherwise(
  file: CaseFileView,
): { readonly title: string; readonly toldDueOn: PlainDay; readonly dueOn: PlainDay } | null {
  const { request, papers } = file
  const { dueOn } = request.standing
  if (request.closedOn !== null || dueOn === null) return null
  const told = papers.findLast(
    ({ letter, toldDueOn }) => toldDueOn !== null && letterTemplate(letter).reader === 'applicant',
  )
  if (!told || told.toldDueOn === null || told.issuedOn === null || told.toldDueOn === dueOn) return null
  const issuedOn = told.issuedOn
  const moved = request.events.some(({ on, paperId }) => on >= issuedOn && paperId !== told.paperId)
  return moved || request.standing.state === 'paused'
    ? null
    : { title: letterTemplate(told.letter).title, toldDueOn: told.toldDueOn, dueOn }
}

interface PapersProps {
  readonly file: CaseFileView
  readonly today: PlainDay
  readonly mayDraft: boolean
  readonly mayRegister: boolean
}

/** Papers, the inventory of information and consultations of a case, each with the way to its own pages. */
export function PapersPanels({ file, today, mayDraft, mayRegister }: PapersProps) {
  const { requestId, closedOn } = file.request
  const isOpen = closedOn === null
  // Inventory and consultations belong to requests for information (条例 Art 32, 34, 37).
  const isRequest = file.request.kind === 'information'
  const open = file.items.filter(({ judgement }) => judgement === null).length
  return (
    <>
      <PapersPanel file={file} mayDraft={mayDraft} />
      {mayRegister && (
        <p class="note after-panel">
          <a href={recordsAt(requestId)}>打印登记记录</a>：申请表、口头申请代填记录、收到申请确认记录
        </p>
      )}
      {isRequest && (isOpen || file.items.length > 0) && <ItemsPanel file={file} />}
      {isRequest && mayDraft && isOpen && (
        <p class="btns after-panel">
          <ButtonLink href={itemsAt(requestId)} look="line">
            {open > 0 ? `去判断，还有${open}条` : '打开信息清单'}
          </ButtonLink>
        </p>
      )}
      {isRequest && (isOpen || file.consultations.length > 0) && (
        <ConsultationsPanel file={file} today={today} />
      )}
      {isRequest && mayDraft && isOpen && (
        <p class="btns after-panel">
          <ButtonLink href={consultationsAt(requestId)} look="line">
            征求意见
          </ButtonLink>
        </p>
      )}
    </>
  )
}
