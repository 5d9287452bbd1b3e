import { type PlainDay } from '../../../law/calendar/plain-day.ts'
import { outcomeOf } from '../../../law/outcomes/outcomes.ts'
import { judgeItem } from '../commands/judge-item.ts'
import { listItem } from '../commands/list-item.ts'
import { outcomeOfLetter } from '../rules/papers.ts'
import { type DemoStory } from './stories.ts'
import type { Desk } from './demo-desk.ts'
import type { LetterId } from '../letters/template.ts'
import { beginPaper, exampleOf, send } from './tell-papers.ts'

/** Items of a release are read on the spot in the demo: no file of the agency's is invented. */
const onSite = {
  way: 'onSite',
  place: '云汀市应急管理局办公室',
  time: '工作日9时至17时',
  reason: '该材料为大幅图纸和成册案卷，复制会损坏载体。',
}

/** Tells the reply: its inventory, its evidence, its signatures and its way out. */
export async function answer(
  desk: Desk,
  requestId: string,
  story: DemoStory,
  at: (after: number) => PlainDay,
): Promise<void> {
  const { agencyId } = desk
  const { letter, after, way = 'post' } = story.reply as NonNullable<DemoStory['reply']>
  const day = at(after)
  const blanks: Record<string, unknown> = { ...exampleOf(letter).blanks }
  if (letter === 'D18' || letter === 'D19') {
    blanks['giving'] = onSite
    await desk.on(day, 'officer', async (context) => {
      const key = { agencyId, requestId }
      const item = await listItem(context, {
        ...key,
        item: { title: story.gives ?? '专项检查报告', pages: 12 },
      })
      await judgeItem(context, { ...key, itemId: item, judgement: 'open', because: null })
      if (letter === 'D18') return
      const other = await listItem(context, { ...key, item: { title: '专家讨论记录', pages: 3 } })
      await judgeItem(context, {
        ...key,
        itemId: other,
        judgement: 'withheld',
        because: {
          ground: 'deliberativeProcess',
          kind: 'discussionRecord',
          reason: '讨论记录是事故原因分析过程中的个人意见，公开后会影响专家独立发表意见',
        },
      })
    })
  }
  await send(desk, requestId, day, { letter, blanks, evidence: evidenceFor(letter) }, way)
}

/** A note for each piece of evidence that the ground of a letter wants in the file. */
function evidenceFor(letter: LetterId): Readonly<Record<string, string>> {
  const outcome = outcomeOfLetter(letter)
  if (outcome === null) return {}
  return Object.fromEntries(outcomeOf(outcome).evidence.map((kind) => [kind, '见本件办理记录。']))
}

/** Tells a paper of an open case that has come only so far. */
export async function tellWaitingPaper(
  desk: Desk,
  requestId: string,
  { letter, after, reached }: NonNullable<DemoStory['paper']>,
  at: (after: number) => PlainDay,
): Promise<void> {
  const blanks =
    letter === 'D07'
      ? { days: 15, reason: '历次核查记录分散在各街道，需要逐年收集核对' }
      : exampleOf(letter).blanks
  await beginPaper(desk, requestId, at(after), { letter, blanks, evidence: evidenceFor(letter) }, reached)
}
