import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../test/builders/county.ts'
import { requestDesk, type RequestDesk } from '../../../test/builders/request-desk.ts'
import type { ToDo } from '../../platform/room.ts'
import { sendBackPaper } from './commands/send-back-paper.ts'
import { submitPaper } from './commands/submit-paper.ts'
import { inbox } from './queries/inbox.ts'
import { requestsRoom } from './room.ts'
import { requestsToDo } from './to-do.ts'

const slug = 'yunting-emergency'
let city: County
let desk: RequestDesk
before(async () => {
  city = await county([requestsRoom], { today: '2026-03-02' })
  desk = await requestDesk(city)
  await desk.settle()
})
after(() => city.drop())

const toDoOf = (login: string): Promise<readonly ToDo[]> =>
  city.as(login, slug, (context) => requestsToDo(context, context.actor))

const clarification = { blanks: { points: ['所需信息的名称'], guidance: '可以写明企业名称和年份' } }

test('a paper that was sent back is the drafter’s to do until it is handed in again, and nobody else’s', async () => {
  const { requestId } = await desk.receive({ content: '有关消防的所有材料' })
  const paperId = await desk.draft(requestId, 'D05', clarification)
  const linesOf = async (login: string) =>
    (await toDoOf(login)).filter(({ href }) => href.includes(paperId)).map(({ dueSays }) => dueSays)
  assert.deepEqual(await linesOf('officer'), [], 'a first draft is on the desk anyway')
  await city.as('officer', slug, (context) => submitPaper(context, { agencyId: desk.agencyId, paperId }))
  assert.deepEqual(await linesOf('review2'), ['待审签'])
  await city.as('review2', slug, (context) =>
    sendBackPaper(context, { agencyId: desk.agencyId, paperId, opinion: '参考写法里不要写具体企业' }),
  )
  assert.deepEqual(await linesOf('officer'), ['退回修改'])
  assert.deepEqual(await linesOf('review2'), [])
  await city.as('officer', slug, (context) => submitPaper(context, { agencyId: desk.agencyId, paperId }))
  assert.deepEqual(await linesOf('officer'), [])
})

test('a clarification waits for its signature until the seventh working day after receipt, not until the reply is due (条例 Art 30)', async () => {
  const { requestId } = await desk.receive({ content: '有关森林防火的所有材料' })
  const paperId = await desk.draft(requestId, 'D05', clarification)
  await city.as('officer', slug, (context) => submitPaper(context, { agencyId: desk.agencyId, paperId }))
  const line = async () => (await toDoOf('review2')).find(({ href }) => href.includes(paperId))
  assert.equal((await line())?.dueOn, '2026-03-11')
  assert.match((await line())?.why ?? '', /收到后7个工作日内告知/)
  city.moveTo('2026-03-11')
  assert.equal((await line())?.urgency, 'today')
  city.moveTo('2026-03-02')
})

test('the line of what was given to nobody says as many as the list it opens has', async () => {
  await desk.receive({ content: '2025年防汛物资储备清单' })
  const line = (await toDoOf('officer')).find(({ href }) => href.endsWith('who=nobody'))
  assert.ok(line)
  const { total } = await inbox(
    { db: city.db, cipher: city.cipher },
    desk.agencyId,
    { state: 'open', handlerId: 'nobody' },
    city.today(),
  )
  assert.equal(Number.parseInt(line.title, 10), total)
  // Close to the day they stand above by themselves as well; the number stays that of the list.
  city.moveTo('2026-03-25')
  const { requestId } = await desk.receive({ content: '2025年抗旱方案' })
  assert.ok(requestId)
  const later = (await toDoOf('officer')).find(({ href }) => href.endsWith('who=nobody'))
  assert.equal(Number.parseInt(later?.title ?? '', 10), total + 1)
  assert.match(later?.why ?? '', /急的\d+件单独列着/)
  city.moveTo('2026-03-02')
})
