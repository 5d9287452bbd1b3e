import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepPages } from './kept-pages.ts'

function counting() {
  let drawn = 0
  return { draw: () => Promise.resolve(Buffer.from(`第${(drawn += 1)}次`)), times: () => drawn }
}

test('a hundred people who ask for one page at once cost one drawing', async () => {
  const { draw, times } = counting()
  const pages = keepPages(1000, 10_000, () => 0)
  const answers = await Promise.all(Array.from({ length: 100 }, () => pages.get('/', draw)))
  assert.equal(times(), 1)
  assert.ok(answers.every((answer) => answer.toString() === '第1次'))
})

test('a page is drawn again when its moment is over, and at once after a publication', async () => {
  let now = 0
  const { draw } = counting()
  const pages = keepPages(1000, 10_000, () => now)
  await pages.get('/', draw)
  now = 999
  assert.equal((await pages.get('/', draw)).toString(), '第1次')
  now = 1000
  assert.equal((await pages.get('/', draw)).toString(), '第2次')
  pages.forget()
  assert.equal((await pages.get('/', draw)).toString(), '第3次')
})

test('a page that could not be drawn is not kept', async () => {
  const pages = keepPages(1000, 10_000, () => 0)
  await assert.rejects(pages.get('/', () => Promise.reject(new Error('库没有应答'))))
  assert.equal((await pages.get('/', () => Promise.resolve(Buffer.from('好')))).toString(), '好')
})

test('no more is kept than allowed, the oldest going first', async () => {
  const { draw, times } = counting()
  const pages = keepPages(1000, 13, () => 0)
  await pages.get('/a', draw)
  await pages.get('/b', draw)
  await pages.get('/b', draw)
  assert.equal(times(), 2)
  await pages.get('/a', draw)
  assert.equal(times(), 3)
})
