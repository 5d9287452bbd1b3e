import assert from 'node:assert/strict'
import { inTwo } from './judgement-view.tsx'
import { test } from 'node:test'
import type { At, Finding, Paragraph } from '../../../law/report-form/model.ts'
import { renderPart } from '../../../platform/html/index.ts'
import { numberFindings, placeInWords, verdictInWords } from './numbered-findings.ts'
import { marksIn, ReportSource } from './report-source.tsx'

const finding = (over: Partial<Finding>): Finding => ({
  code: 'text.requestsReceived',
  severity: 'error',
  verdict: 'fails',
  message: '正文说收到21件，表三是18件。',
  at: [],
  basis: '国办公开办函〔2021〕30号',
  ...over,
})

test('errors come first, then doubts, then notes; what is grave but uncertain is a doubt', () => {
  const numbered = numberFindings([
    finding({ severity: 'notice' }),
    finding({ verdict: 'doubtful' }),
    finding({}),
    finding({ severity: 'warning' }),
  ])
  assert.deepEqual(
    numbered.map(({ number, weight }) => [number, weight]),
    [
      [1, 'error'],
      [2, 'doubt'],
      [3, 'doubt'],
      [4, 'note'],
    ],
  )
  assert.equal(verdictInWords(numbered), '一处错误，两处存疑，一处提示')
  assert.equal(verdictInWords([]), '没有发现问题')
})

const places: readonly (readonly [At, string])[] = [
  [{ line: 14 }, '正文第14行'],
  [{ page: 2, line: 3 }, '第2页第3行'],
  [{ page: 2 }, '第2页'],
  [{ section: 6 }, '第六部分'],
  [{ table: 't3', row: 'newlyReceived', column: 'total' }, '表三第一项，总计'],
  [{ table: 't3', row: 'totalHandled', column: 'total' }, '表三（七），总计'],
  [{ table: 't3', row: 'refusedEnforcementFile', column: 'natural' }, '表三（三）7，自然人'],
  [{ table: 't3', row: 'otherHandled', column: 'total' }, '表三（六），总计'],
  [{ table: 't2', row: 'licences' }, '表二行政许可'],
  [{ table: 't2', row: 'normativeDocuments', column: 'inForce' }, '表二行政规范性文件，现行有效件数'],
  [{ table: 't4', row: 'reconsideration', column: 'upheld' }, '表四行政复议，结果维持'],
  [{ table: 't4' }, '表四'],
  [{}, '全文'],
]

for (const [at, words] of places)
  test(`a place is told as one says it: ${words}`, () => {
    assert.equal(placeInWords(at), words)
  })

const paragraph: Paragraph = {
  text: '全年收到申请21件，上年结转1件，已全部办结。',
  section: 1,
  at: { line: 14, start: 100, end: 122 },
}

test('the quote is marked, not the whole line', () => {
  const numbered = numberFindings([finding({ quote: '收到申请21件', at: [{ line: 14 }] })])
  assert.deepEqual(marksIn(paragraph, numbered), [{ from: 2, to: 9, weight: 'error', numbers: [1] }])
})

test('offsets are believed where they hold the quote, else the quote is looked for', () => {
  const right = numberFindings([finding({ quote: '上年结转1件', at: [{ start: 110, end: 116 }] })])
  assert.deepEqual(
    marksIn(paragraph, right).map(({ from, to }) => [from, to]),
    [[10, 16]],
  )
  const shifted = numberFindings([finding({ quote: '上年结转1件', at: [{ start: 103, end: 109 }] })])
  assert.deepEqual(
    marksIn(paragraph, shifted).map(({ from, to }) => [from, to]),
    [[10, 16]],
  )
})

test('findings on the same words share one mark with all their numbers, the gravest colour', () => {
  const numbered = numberFindings([
    finding({ quote: '收到申请21件', at: [{ line: 14 }] }),
    finding({ quote: '申请21件，上年结转1件', at: [{ line: 14 }], severity: 'notice' }),
  ])
  assert.deepEqual(marksIn(paragraph, numbered), [{ from: 2, to: 16, weight: 'error', numbers: [1, 2] }])
})

test('whatever is marked, the words of the report stay as they are, and hostile words stay words', () => {
  const hostile: Paragraph = { ...paragraph, text: '收到申请<script>alert(1)</script>21件' }
  const markup = renderPart(
    <ReportSource
      report={{ paragraphs: [hostile], sections: [] }}
      findings={numberFindings([finding({ quote: '21件', at: [{ line: 14 }] })])}
    />,
  )
  assert.ok(
    markup.includes('&lt;script&gt;alert(1)&lt;/script&gt;<mark class="is-bad" id="m1">21件<a href="#f1"'),
  )
  assert.ok(!markup.includes('<script'))
})

test('the source shows the headings of the sections where they stand, also of sections that are all tables', () => {
  const report = {
    paragraphs: [
      { text: '开头', section: 0, at: { line: 1 } },
      { text: '正文', section: 1, at: { line: 5 } },
      { text: '问题', section: 5, at: { line: 90 } },
    ],
    sections: [
      { number: 1, printedNumber: '一', title: '一、总体情况', at: { line: 3 } },
      { number: 2, printedNumber: '二', title: '二、主动公开', at: { line: 8 } },
      { number: 5, printedNumber: '五', title: '五、存在问题', at: { line: 88 } },
      { number: 6, printedNumber: '六', title: '六、其他', at: { line: 99 } },
    ],
  } as const
  const words = (markup: string) => markup.replace(/<small>\d*<\/small>/g, '').replace(/<[^>]+>/g, ' ')
  assert.deepEqual(
    words(renderPart(<ReportSource report={report} findings={[]} />))
      .split(/\s+/)
      .filter(Boolean),
    ['开头', '一、总体情况', '正文', '二、主动公开', '五、存在问题', '问题', '六、其他'],
  )
  // A word processor's file has no lines: then the section of the paragraph tells.
  const placeless = {
    paragraphs: report.paragraphs.map((each) => ({ ...each, at: {} })),
    sections: report.sections.map((each) => ({ ...each, at: {} })),
  }
  assert.deepEqual(
    words(renderPart(<ReportSource report={placeless} findings={[]} />))
      .split(/\s+/)
      .filter(Boolean),
    ['开头', '一、总体情况', '正文', '二、主动公开', '五、存在问题', '问题', '六、其他'],
  )
})

test('each place can be led to once: no address stands twice on the page', () => {
  const numbered = numberFindings([finding({ quote: '21件', at: [{ line: 14 }, { line: 20 }] })])
  const markup = renderPart(
    <ReportSource
      report={{ paragraphs: [paragraph, { ...paragraph, at: { line: 20 } }], sections: [] }}
      findings={numbered}
    />,
  )
  assert.equal(markup.match(/id="m1"/g)?.length, 1)
})

test('the heading of a finding is its first sentence; a full stop inside a quotation ends none', () => {
  assert.deepEqual(inTwo('文中（第8行“无结转。”）说收到7件，表三是6。请核对。'), {
    head: '文中（第8行“无结转。”）说收到7件，表三是6',
    rest: '请核对。',
  })
  assert.deepEqual(inTwo('没有句号'), { head: '没有句号', rest: '' })
})
