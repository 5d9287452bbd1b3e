import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isForeignPost } from './foreign-post.ts'

const post = (headers: Record<string, string>) => ({ method: 'POST', headers })

test('a form is accepted from our own pages and refused from anyone else’s', () => {
  const cases: [Record<string, string>, string | null, boolean][] = [
    [{ 'sec-fetch-site': 'same-origin' }, null, false],
    [{ 'sec-fetch-site': 'none' }, null, false],
    [{ 'sec-fetch-site': 'cross-site' }, null, true],
    [{ 'sec-fetch-site': 'same-site' }, null, true],
    [{ origin: 'http://a.example:8080', host: 'a.example:8080' }, null, false],
    [{ origin: 'http://evil.example', host: 'a.example' }, null, true],
    [{ origin: 'null', host: 'a.example' }, null, true],
    [{ origin: 'https://gov.example', host: 'inner:8080' }, 'https://gov.example', false],
    [{ origin: 'https://inner:8080', host: 'inner:8080' }, 'https://gov.example', true],
    [{ host: 'a.example', cookie: 'session=1' }, null, true],
    [{ host: 'a.example', authorization: 'Bearer x' }, null, false],
  ]
  for (const [headers, publicUrl, foreign] of cases)
    assert.equal(isForeignPost(post(headers), publicUrl), foreign, JSON.stringify([headers, publicUrl]))
})

test('reading is never refused', () => {
  assert.equal(isForeignPost({ method: 'GET', headers: { 'sec-fetch-site': 'cross-site' } }, null), false)
})
