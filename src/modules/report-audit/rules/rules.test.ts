import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { report } from '../../../../test/builders/report.ts'
import { judgeReport } from '../../../law/report-checks/index.ts'
import type { Finding } from '../../../law/report-form/model.ts'
import { valueOf, withCorrections } from './corrections.ts'
import { changesBetween, findingKeys } from './finding-key.ts'
import { sistersOf } from './sisters.ts'
import { problemsOf, shownName, submissionLimits } from './submission.ts'

const finding = (over: Partial<Finding>): Finding => ({
  code: 'text.requestsReceived',
  severity: 'error',
  verdict: 'fails',
  message: '正文说收到21件，表三是18件。请核对。',
  at: [
    { section: 1, line: 14 },
    { table: 't3', row: 'newlyReceived', column: 'total' },
  ],
  basis: 'x',
  ...over,
})

test('a finding is known again when lines move, numbers change and the message is put in other words', () => {
  const before = finding({})
  const after = finding({
    message: '第15行说收到20件，表三“新收”总计是18件。',
    quote: '收到20件',
    at: [
      { table: 't3', row: 'newlyReceived', column: 'total' },
      { line: 15, start: 900 },
    ],
  })
  assert.deepEqual(findingKeys([before]), findingKeys([after]))
  const words = (quote: string) => findingKeys([finding({ quote, at: [{ line: 3 }] })])
  assert.deepEqual(words('全年公开 214 条'), words('全年公开18条'))
  assert.notDeepEqual(words('全年公开214条'), words('受理热线214件'))
})

test('two findings never share a key, whatever they are', () => {
  const any = fc.array(
    fc.record({
      code: fc.constantFrom('a.b', 'a.c'),
      quote: fc.constantFrom('', '收到', '公开'),
      at: fc.constantFrom([], [{ line: 1 }], [{ table: 't3' as const, row: 'granted' }]),
    }),
  )
  fc.assert(
    fc.property(any, (drafts) => {
      const keys = findingKeys(drafts.map((draft) => finding(draft)))
      assert.equal(new Set(keys).size, keys.length)
    }),
  )
})

test('what was mended, what is left and what is new add up to both judgements', () => {
  const sound = report()
  const spoilt = report({ t3: { newlyReceived: { total: 9 } } })
  const mended = changesBetween(judgeReport(spoilt), judgeReport(sound))
  assert.equal(mended.left.length + mended.mended.length, judgeReport(spoilt).length)
  assert.equal(mended.fresh.length, 0)
  assert.ok(mended.mended.length > 0)
  const worse = changesBetween(judgeReport(sound), judgeReport(spoilt))
  assert.equal(worse.fresh.length, mended.mended.length)
})

test('a corrected value is judged in place of the one that was read, and the report as read stays what it was', () => {
  const misread = report({ t3: { newlyReceived: { total: 9 } } })
  const kept = JSON.stringify(misread)
  const correction = { cell: 't3.newlyReceived.total', readAs: 9, value: 5 }
  const { report: corrected, applied } = withCorrections(misread, [correction])
  assert.deepEqual(applied, [correction])
  assert.equal(valueOf(corrected, correction.cell), 5)
  assert.deepEqual(judgeReport(corrected), judgeReport(report()))
  assert.equal(JSON.stringify(misread), kept)
})

test('a correction of something that is not read any more changes nothing', () => {
  const read = report()
  for (const correction of [
    { cell: 't3.newlyReceived.total', readAs: 7, value: 1 },
    { cell: 't3.nothing.total', readAs: 5, value: 1 },
    { cell: 't2.licences.x', readAs: 36, value: 1 },
    { cell: 't9.a.b', readAs: null, value: 1 },
  ])
    assert.deepEqual(withCorrections(read, [correction]), { report: read, applied: [] }, correction.cell)
})

test('cells of all three tables can be corrected', () => {
  for (const cell of ['t2.licences', 't2.rules.issued', 't4.reconsideration.total', 't3.granted.natural']) {
    const read = report()
    const readAs = valueOf(read, cell) ?? null
    assert.equal(valueOf(withCorrections(read, [{ cell, readAs, value: 77 }]).report, cell), 77, cell)
  }
})

test('cells that only the form of 2019 has can be corrected, and its sums are judged with them', () => {
  const other = (total: number) => ({
    natural: total,
    business: 0,
    research: 0,
    welfare: 0,
    legalService: 0,
    otherOrg: 0,
    total,
  })
  const none = {
    natural: null,
    business: null,
    research: null,
    welfare: null,
    legalService: null,
    otherOrg: null,
    total: null,
  }
  const misread = report({
    year: 2020,
    form: '2019',
    text: {
      0: '根据《中华人民共和国政府信息公开条例》编制，统计期限2020年1月1日至2020年12月31日。电话：0998-5550101。',
    },
    t3: {
      otherCorrectionLapsed: none,
      otherFeeUnpaid: none,
      otherMisc: none,
      granted: { natural: 2, total: 3 },
    },
    former: { t2: { 'rules.made': 4 }, otherHandled: other(2) },
  })
  assert.equal(valueOf(misread, 't2.rules.made'), 4)
  assert.ok(judgeReport(misread).some(({ code }) => code === 'sum.handled'))
  const { report: corrected, applied } = withCorrections(misread, [
    { cell: 't3.otherHandled.natural', readAs: 2, value: 1 },
    { cell: 't3.otherHandled.total', readAs: 2, value: 1 },
    { cell: 't2.rules.made', readAs: 4, value: 0 },
  ])
  assert.equal(applied.length, 3)
  assert.equal(valueOf(corrected, 't2.rules.made'), 0)
  assert.equal(valueOf(misread, 't3.otherHandled.total'), 2, 'what was read stays')
  assert.ok(!judgeReport(corrected).some(({ code }) => code.startsWith('sum.')))
})

test('sisters are those under the same parent and those of the same trade elsewhere, never the agency itself', () => {
  const agency = (agencyId: string, parentId: string | null, name: string) => ({ agencyId, parentId, name })
  const all = [
    agency('1', 'a', '临浦区应急管理局'),
    agency('2', 'a', '临浦区教育局'),
    agency('3', 'b', '望河区应急管理局'),
    agency('4', 'b', '望河区教育局'),
    agency('5', null, '云汀市人民政府'),
  ]
  const of = (id: string) =>
    sistersOf(all.find(({ agencyId }) => agencyId === id)!, all).map((one) => one.agencyId)
  assert.deepEqual(of('1'), ['2', '3'])
  assert.deepEqual(of('5'), [])
})

test('everything that is wrong with a sending is said at once', () => {
  const problems = problemsOf(
    [
      { name: '空.txt', size: 0 },
      { name: '大.pdf', size: 20_000_001 },
      ...Array.from({ length: 19 }, (_, at) => ({ name: `${at}`, size: 3_000_000 })),
    ],
    submissionLimits.page,
    'reports',
  ).map(({ sentence }) => sentence)
  assert.equal(problems.length, 4, problems.join('\n'))
})

test('a name is shown without folders, control characters and tricks of direction', () => {
  for (const [given, shown] of [
    ['C:\\Users\\某\\年报.docx', '年报.docx'],
    ['../../../etc/passwd', 'passwd'],
    ['年报\u202Efdp.exe', '年报fdp.exe'],
    ['\0\n', '没有名字的文件'],
    ['\uD800.txt', '\uFFFD.txt'],
  ] as const)
    assert.equal(shownName(given), shown)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const shown = shownName(name)
      assert.ok(shown.length > 0 && [...shown].length <= 120)
      assert.equal(shownName(shown), shown)
    }),
  )
})
