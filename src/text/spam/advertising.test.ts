import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findAdvertising } from './advertising.ts'

test('of a sentence in which planted words took the place of a statute, only the planted words are pointed at', () => {
  for (const [source, planted] of [
    ['我局深入贯彻落实某万体育_某万app$官网娱乐平台及其他有关法律法规精神', '某万体育_某万app$官网娱乐平台'],
    ['根据某万体育_某万app$官网娱乐平台规定，编制本报告', '某万体育_某万app$官网娱乐平台'],
    ['认真学习亚博体育官网，做好公开工作', '亚博体育官网'],
  ] as const) {
    const [found] = findAdvertising(source)
    assert.equal(source.slice(found?.start, found?.end), planted)
  }
})
