import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOfName } from './kind-of-name.ts'

const examples = [
  ['云汀市人民政府', 'government'],
  ['云汀市临浦区人民政府', 'district'],
  ['望河县人民政府', 'district'],
  ['云汀市应急管理局', 'department'],
  ['云汀市发展和改革委员会', 'department'],
  ['云汀市人民政府办公室', 'department'],
  ['云汀高新技术产业开发区管理委员会', 'zone'],
  ['云汀高新区管委会', 'zone'],
  ['云汀高新技术产业开发区应急管理中心', 'institution'],
  ['望河县河口镇人民政府', 'town'],
  ['临浦区东门街道办事处', 'town'],
  ['云汀市第一人民医院', 'institution'],
] as const

test('the kind of an agency is told by the end of its name', () => {
  for (const [name, kind] of examples) assert.equal(kindOfName(name), kind, name)
})
