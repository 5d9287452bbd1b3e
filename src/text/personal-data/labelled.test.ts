import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findLabelled } from './labelled.ts'

const foundIn = (text: string) =>
  findLabelled(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)

test('what a label announces is found: name, home, telephone, account', () => {
  assert.deepEqual(
    foundIn(
      '姓名：沈青禾，住址：云汀市城东区云栖路1号2幢，联系电话：0000-1112223。账号：6200 0000 0000 0000',
    ),
    ['name 沈青禾', 'address 云汀市城东区云栖路1号2幢', 'phone 0000-1112223', 'account 6200 0000 0000 0000'],
  )
  assert.deepEqual(foundIn('当事人\t欧阳测试'), ['name 欧阳测试'])
})

test('a sentence, an office or a heading after the label is nobody', () => {
  for (const text of [
    '当事人：对本决定不服的，可以申请行政复议',
    '联系人：不详',
    '负责人：签字',
    '法定代表人的陈述',
    '住址：不详',
    '电话：',
  ])
    assert.deepEqual(foundIn(text), [], text)
})
