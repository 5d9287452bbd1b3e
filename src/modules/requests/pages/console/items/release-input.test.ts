import assert from 'node:assert/strict'
import { test } from 'node:test'
import { releaseName } from './release-input.ts'

const named = (title: string, terms: readonly string[] = []) =>
  releaseName({ title, position: 3 }, terms, 'pdf')

test('a file that goes out bears the title of what it is, without signs that folders or readers trip over', () => {
  assert.equal(named('防汛预案'), '防汛预案（公开件）.pdf')
  assert.equal(named('../../防汛:预案\u0000'), '....防汛预案（公开件）.pdf')
  assert.equal(named('防汛\u202E预案\u200B'), '防汛预案（公开件）.pdf')
  assert.equal(named('\u202E\u200B'), '公开件3.pdf')
  assert.equal(named('欧阳 测试处罚决定书', ['欧阳测试']), '公开件3.pdf')
  assert.doesNotMatch(named('𠮷'.repeat(200)), /\p{Cs}/u, 'no sign is cut in two')
})
