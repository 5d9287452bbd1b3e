import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressFor } from './address-for.ts'

const free = () => false

for (const [name, below, address] of [
  ['望河区应急管理局', 'wanghe', 'wanghe-emergency'],
  ['云汀市水务局', null, 'water'],
  ['望河县人民政府', 'yunting', 'yunting-county'],
  ['云汀市人民政府', null, 'government'],
  ['城东街道办事处', 'linpu', 'linpu-town'],
  ['云汀市农业农村局', 'yunting', 'yunting-agriculture'],
  ['云汀市某某办公室', 'yunting', 'yunting-bureau'],
] as const)
  test(`${name} gets the address ${address}`, () => assert.equal(addressFor(name, below, free), address))

test('an address that is taken gets the next number, and a long one stays within sixty signs', () => {
  const taken = new Set(['wanghe-emergency', 'wanghe-emergency-2'])
  assert.equal(
    addressFor('望河区安全生产委员会办公室', 'wanghe', (slug) => taken.has(slug)),
    'wanghe-emergency-3',
  )
  const long = addressFor('某局', 'a'.repeat(60), (slug) => slug.length < 55)
  assert.match(long, /^[a-z0-9]+(-[a-z0-9]+)*$/)
  assert.ok(long.length <= 60)
})
