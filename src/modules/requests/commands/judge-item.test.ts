import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import { requestDesk, type RequestDesk } from '../../../../test/builders/request-desk.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { requestsRoom } from '../room.ts'
import { judgeItem } from './judge-item.ts'
import { listItem } from './list-item.ts'

const slug = 'yunting-emergency'
let city: County
let desk: RequestDesk
before(async () => {
  city = await county([requestsRoom], { today: '2026-03-02' })
  desk = await requestDesk(city)
  await desk.settle()
})
after(() => city.drop())

test('what a ground still lacks is called by the name of its field, and a judgement without a ground is told so', async () => {
  const { requestId } = await desk.receive()
  const key = { agencyId: desk.agencyId, requestId }
  const itemId = await city.as('officer', slug, (context) =>
    listItem(context, { ...key, item: { title: '某事故调查报告', pages: 2 } }),
  )
  const saidOf = async (because: Readonly<Record<string, unknown>>) => {
    try {
      await city.as('officer', slug, (context) =>
        judgeItem(context, { ...key, itemId, judgement: 'partly', because }),
      )
    } catch (error) {
      if (error instanceof Invalid) return error.fields
      throw error
    }
    return []
  }
  const privacy = {
    what: '伤者的住址',
    ground: 'thirdPartyRights',
    interest: 'personalPrivacy',
    opinion: 'notAsked',
    reason: '属于个人隐私',
  }
  assert.deepEqual(await saidOf(privacy), [
    { field: 'publicInterest', sentence: '还没有填写“公共利益衡量意见”。' },
  ])
  assert.deepEqual(await saidOf({ what: '伤者的住址' }), [
    { field: 'ground', sentence: '写明不公开的理由和依据' },
  ])
  assert.deepEqual(
    (await saidOf({ ground: 'enforcementFile', what: '询问笔录' })).map(({ sentence }) => sentence),
    ['还没有填写“所属行政执法案件”。', '还没有填写“不予公开的理由”。'],
  )
  assert.deepEqual(await saidOf({ ...privacy, publicInterest: '公开与公共利益没有重大关系' }), [])
})
