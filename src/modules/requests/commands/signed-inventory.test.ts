import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import { requestDesk, type RequestDesk } from '../../../../test/builders/request-desk.ts'
import { Refused } from '../../../platform/refusals.ts'
import type { Redactor } from '../redaction/redactor.ts'
import { requestsRoom } from '../room.ts'
import { approvePaper } from './approve-paper.ts'
import { attachFile } from './attach-file.ts'
import { discardPaper } from './discard-paper.ts'
import { draftPaper } from './draft-paper.ts'
import { judgeItem } from './judge-item.ts'
import { listItem } from './list-item.ts'
import { releaseItem } from './release-item.ts'
import { sendBackPaper } from './send-back-paper.ts'
import { submitPaper } from './submit-paper.ts'

const slug = 'yunting-emergency'
/** A reader that finds nothing: what is looked for has its own tests. */
const clean = {
  verify: async () => [],
  look: async () => ({ finds: [], hidden: [], unseen: [], unreadable: null }),
} as unknown as Pick<Redactor, 'look' | 'verify'>

let city: County
let desk: RequestDesk
before(async () => {
  city = await county([requestsRoom], { today: '2026-03-02' })
  desk = await requestDesk(city)
  await desk.settle()
})
after(() => city.drop())

/** A reply that gives one piece, ready to be submitted, and everything by which an officer could change what it gives. */
async function replyToSign() {
  const { requestId } = await desk.receive()
  const key = { agencyId: desk.agencyId, requestId }
  const by = <T>(act: Parameters<typeof city.as<T>>[2]) => city.as('officer', slug, act)
  const list = (title: string) => by((context) => listItem(context, { ...key, item: { title, pages: 1 } }))
  const itemId = await list('2025年防汛抗旱预案')
  const judge = (judgement: 'open' | 'alreadyPublished') =>
    by((context) =>
      judgeItem(context, {
        ...key,
        itemId,
        judgement,
        because: judgement === 'open' ? null : { where: '门户网站', publishedOn: '2026-01-05' },
      }),
    )
  const release = (text: string) =>
    by((context) =>
      releaseItem(context, {
        ...key,
        itemId,
        redactor: clean,
        release: {
          way: 'whole',
          bytes: Buffer.from(text),
          mediaType: 'text/plain',
          name: '公开件1.txt',
          terms: [],
          unseenBefore: [],
          hasLooked: true,
          isConfirmed: true,
        },
      }),
    )
  const original = () =>
    by((context) =>
      attachFile(context, {
        ...key,
        file: {
          purpose: 'original',
          itemId,
          name: '另一份.txt',
          mediaType: 'text/plain',
          bytes: Buffer.from('x'),
        },
      }),
    )
  await judge('open')
  await release('预案全文')
  const paperId = await desk.draft(requestId, 'D18', {
    blanks: { giving: { way: 'enclosed', form: 'electronic' } },
  })
  const changes = {
    judge: () => judge('alreadyPublished'),
    release: () => release('另一份'),
    list: () => list('另一件'),
    original,
  }
  const given = async () =>
    (await desk.file(requestId)).items.map(({ releaseFile, title }) => [title, releaseFile])
  return { key, paperId, changes, given }
}

const isRefused = (code: string) => (error: unknown) =>
  error instanceof Refused && error.reasons.some((reason) => reason.code === code)

test('what is given stands still from the submission of its reply on: what was signed is what goes out', async () => {
  const { key, paperId, changes, given } = await replyToSign()
  const paper = { agencyId: desk.agencyId, paperId }
  const signed = await given()
  const demandStill = async (at: string) => {
    for (const [name, change] of Object.entries(changes))
      await assert.rejects(change(), isRefused('requests.item.inReview'), `${name} while ${at}`)
    assert.deepEqual(await given(), signed, at)
  }
  await city.as('officer', slug, (context) => submitPaper(context, paper))
  await demandStill('in review')
  await desk.signAll(paperId)
  await demandStill('signed')
  await desk.issue(paperId)
  await demandStill('out, not served')
  await desk.serve(paperId)
  for (const [name, change] of Object.entries(changes))
    await assert.rejects(change(), isRefused('requests.case.closed'), `${name} when closed`)
  assert.deepEqual(await given(), signed, 'closed')
  assert.equal((await desk.file(key.requestId)).request.standing.state, 'closed')
})

test('a reply that was sent back or laid aside sets what is given free again', async () => {
  const first = await replyToSign()
  const paper = { agencyId: desk.agencyId, paperId: first.paperId }
  await city.as('officer', slug, (context) => submitPaper(context, paper))
  await city.as('legal', slug, (context) => sendBackPaper(context, { ...paper, opinion: '清单不全' }))
  await first.changes.list()
  const second = await replyToSign()
  const signed = { agencyId: desk.agencyId, paperId: second.paperId }
  await city.as('officer', slug, (context) => submitPaper(context, signed))
  await desk.signAll(second.paperId)
  await city.as('officer', slug, (context) => discardPaper(context, signed))
  await second.changes.judge()
})

test('who wrote a paper and let another save it last does not sign it: the writing of every version counts', async () => {
  const { requestId } = await desk.receive()
  const key = { agencyId: desk.agencyId, requestId, letter: 'D07' as const }
  const blanks = { days: 5, reason: '需要核对案卷' }
  const paperId = await city.as('review2', slug, (context) => draftPaper(context, { ...key, blanks }))
  const paper = { agencyId: desk.agencyId, paperId }
  await city.as('officer', slug, (context) => draftPaper(context, { ...key, paperId, blanks }))
  await city.as('officer', slug, (context) => submitPaper(context, paper))
  await assert.rejects(
    city.as('review2', slug, (context) => approvePaper(context, { ...paper, opinion: '同意' })),
    isRefused('requests.approval.ownDraft'),
  )
})
