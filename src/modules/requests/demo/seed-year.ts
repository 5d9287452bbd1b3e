import { addWorkingDays } from '../../../law/calendar/calendar.ts'
import { type PlainDay } from '../../../law/calendar/plain-day.ts'
import type { Services } from '../../../platform/services.ts'
import { assignRequest } from '../commands/assign-request.ts'
import { editSettings } from '../commands/edit-settings.ts'
import { receiveRequest } from '../commands/receive-request.ts'
import { submitRequest } from '../commands/submit-request.ts'
import { demoStories, demoUnconfirmed, type DemoStory } from './stories.ts'
import { applicant, openDesk, workingDaysBefore, type Desk } from './demo-desk.ts'
import { exampleOf } from './tell-papers.ts'
import { take } from './tell-steps.ts'
import { answer, tellWaitingPaper } from './tell-reply.ts'
import { contest } from './tell-remedy.ts'

/**
 * A living year of requests at the demo city's emergency bureau, made by the same commands that people use, each on its own day.
 * @returns how many requests there are now
 */
export async function seedYear(services: Services): Promise<number> {
  const desk = await openDesk(services)
  await desk.on(services.today(), 'review2', (context) =>
    editSettings(context, {
      agencyId: desk.agencyId,
      version: 0,
      documentPrefix: '云应急',
      reviewOrgan: '云汀市人民政府',
      court: '云汀市城东区人民法院',
      sendTo: '云汀市府前街1号云汀市应急管理局办公室（邮政编码000000）',
      feePayment: '持收费通知书到云汀市非税收入代收银行网点缴纳，执收单位：云汀市应急管理局',
      clarificationDays: 15,
      remindAt: [7, 3, 1],
      replyChain: ['legal', 'secrecy', 'head'],
      procedureChain: ['officeHead'],
      retentionYears: 30,
      identityMonths: 24,
      soleTraderKind: 'natural',
    }),
  )
  for (const [index, story] of demoStories.entries()) await tell(desk, story, index)
  for (const [index, { kind, name, content = '' }] of demoUnconfirmed.entries())
    await services.command({ kind: 'public' }, desk.agencyId, (context) =>
      submitRequest(context, {
        agencyId: desk.agencyId,
        applicants: [applicant(kind, name, index)],
        content,
        wantedForm: 'electronic',
        wantedWay: 'online',
        submissionKey: `demo-unconfirmed-${index}-0123456789`,
      }),
    )
  return demoStories.length + demoUnconfirmed.length
}

async function tell(desk: Desk, story: DemoStory, index: number): Promise<void> {
  const { agencyId, calendar } = desk
  const receivedOn = workingDaysBefore(calendar, desk.today, story.ago)
  const at = (after: number): PlainDay => {
    const day = after === 0 ? receivedOn : addWorkingDays(calendar, receivedOn, after)
    return day > desk.today ? desk.today : day
  }
  const letter = story.reply?.letter ?? story.paper?.letter
  const example = letter === undefined ? null : exampleOf(letter)
  const way = story.reply?.way ?? 'post'
  const { requestId } = await desk.on(receivedOn, 'officer', (context) =>
    receiveRequest(
      context,
      {
        agencyId,
        kind: story.matter ?? 'information',
        applicants: [applicant(story.kind, story.name, index)],
        content: story.content ?? example?.content ?? '',
        wantedForm: way === 'electronic' || story.channel === 'online' ? 'electronic' : 'paper',
        wantedWay:
          way === 'electronic' || story.channel === 'online'
            ? 'online'
            : way === 'direct'
              ? 'pickUp'
              : 'post',
        submissionKey: `demo-story-${index}-0123456789`,
      },
      {
        channel: story.channel,
        arrivedOn: receivedOn,
        confirmedOn: ['ordinaryPost', 'online', 'fax', 'email'].includes(story.channel) ? receivedOn : null,
        readBack: story.channel === 'oral',
        postNumber: story.channel === 'registeredPost' ? `XA0000000${index}` : '',
      },
    ),
  )
  // What is open and begun is in somebody's hands.
  if (story.reply === undefined && (story.paper || story.before))
    await desk.on(receivedOn, 'officer', (context) =>
      assignRequest(context, {
        agencyId,
        requestId,
        section: null,
        handlerId: desk.personOf(index % 3 === 0 ? 'officer2' : 'officer'),
        sectionDueOn: null,
      }),
    )
  for (const step of story.before ?? []) await take(desk, requestId, step, at)
  if (story.reply) await answer(desk, requestId, story, at)
  if (story.paper) await tellWaitingPaper(desk, requestId, story.paper, at)
  if (story.remedy) await contest(desk, requestId, story, index, at)
}
