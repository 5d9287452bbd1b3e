import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readMarkedText } from '../../src/documents/read/marked-text.ts'
import { readPageText } from '../../src/documents/read/page-text.ts'
import { inspectFile, inspectPage } from '../../src/modules/inspection/index.ts'
import { lookOver } from '../../src/text/look-over.ts'
import { found } from './found.ts'
import { fresh } from './fresh.ts'
import { mobile } from './numbers.ts'

const onPage = (body: string, head = '') =>
  inspectPage(readPageText(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`)).map(
    ({ code, text }) => `${code} ${text}`,
  )

test('hidden text, hostile addresses and planted words of a page are found', () => {
  for (const [body, wanted] of [
    ['<p>公告</p><div style="display:none">内部审批意见</div>', 'source.hiddenText 内部审批意见'],
    ['<p>公告<span style="font-size:0">暗处的字</span></p>', 'source.hiddenText 暗处的字'],
    ['<p style="color:#ffffff">白纸白字</p><p>公告</p>', 'source.hiddenText 白纸白字'],
    ['<p>公告</p><div style="position:absolute;left:-9999px">远处的字</div>', 'source.hiddenText 远处的字'],
    ['公告<script src="http://js.evil.top/a.js"></script>', 'source.hostileLink http://js.evil.top/a.js'],
    ['公告<iframe src="//bad.site/x"></iframe>', 'source.hostileLink //bad.site/x'],
    ['<a href="data:text/html;base64,PGgx">查看</a>', 'source.hostileLink data:text/html;base64,PGgx'],
    ['<a href="http://www.gov.cn.abc.top/">中国政府网</a>', 'source.hostileLink http://www.gov.cn.abc.top/'],
    ['<a href="https://www.365bet.com/">友情链接</a>', 'source.hostileLink https://www.365bet.com/'],
  ] as const)
    assert.deepEqual(onPage(body), [wanted], body)
  assert.deepEqual(onPage('公告', '<title>水利局_开元棋牌</title>'), ['source.advertising 开元棋牌'])
  assert.deepEqual(onPage(`公告<img src="a.png" alt="电话${mobile}">`), [`personal.mobile ${mobile}`])
})

test('what every page has is passed over', () => {
  for (const body of [
    '<a href="#main" style="position:absolute;left:-9999px">跳到主要内容</a><p>公告</p>',
    '<span class="sr-only">当前位置：</span><p>公告</p>',
    '<span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">朗读用的话</span>公告',
    `公告<input type="hidden" value="${mobile}">`,
    '<p>公告</p><ul style="display:none"><li><a href="/a">概况</a></li><li><a href="/b">机构</a></li></ul>',
    '公告<div class="loading" style="display:none">正在加载</div>',
    '<script src="/js/a.js"></script><script src="https://www.yunting.gov.cn/a.js"></script>公告',
    '<script src="https://hm.baidu.com/hm.js?1"></script>公告',
    '<img src="data:image/png;base64,AAAA" alt="国徽">公告',
    '<a href="javascript:void(0)">打印</a> <a href="https://www.example.com/">合作媒体</a>',
    '<a href="/art/2023/13900000001.html">公告</a>',
  ])
    assert.deepEqual(onPage(body), [], body)
})

test('of a page the visible text comes first, then title, alternative texts, targets and hidden text, a line each', () => {
  const { text, seen } = readPageText(
    '<title>题</title><p>看得<b>见</b>\u200b</p><a href="/x">链</a><img alt="图"><p style="display:none">藏</p>',
  )
  assert.equal(text, '看得见\u200b\n链\n题\n图\n/x\n藏')
  assert.equal(text.slice(0, seen), '看得见\u200b\n链')
})

test('a finding on a link has the address as its text and the place of what the reader clicks', () => {
  const page = readPageText('<p>依据<a href="http://www.abc.top/">《政府信息公开条例》</a></p>')
  const [one] = inspectPage(page)
  assert.equal(one?.text, 'http://www.abc.top/')
  assert.equal(page.text.slice(one?.start, one?.end), '《政府信息公开条例》')
  const marked = readMarkedText('见[《政府信息公开条例》](http://www.abc.top/)。')
  const [other] = inspectPage(marked)
  assert.equal(marked.text.slice(other?.start, other?.end), '《政府信息公开条例》')
})

test('of plain text the text as read is the decoded file, line ends and unseen signs kept', async () => {
  const source = `公告\r\n电话${[...mobile].join('\u200b')}\r\n\r\n落款`
  const { text, findings } = await inspectFile(new TextEncoder().encode(`\ufeff${source}`), '公告.txt')
  assert.equal(text, source)
  assert.equal(source.slice(findings[0]?.start, findings[0]?.end), [...mobile].join('\u200b'))
})

const examples = [...found.map(([, text]) => text.replace(/[⟦⟧]/g, '')), ...fresh.map(([, text]) => text)]
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...examples),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '\n',
        '\t',
        '____',
        '《',
        '》',
        '“',
        '\u200b',
        '年 月 日',
        '13900',
        '339999',
        '【',
        '】',
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))

test('whatever the text, nothing throws and every place holds its text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const one of lookOver(text)) {
        assert.ok(one.start < one.end)
        assert.equal(text.slice(one.start, one.end), one.text)
      }
    }),
    { numRuns: 150 },
  )
})

test('an ordinary line before a text moves its findings and changes nothing else', () => {
  const ordinary = '现将有关事项公告如下。\n'
  fc.assert(
    fc.property(fc.constantFrom(...examples), (text) => {
      const moved = lookOver(ordinary + text).map(({ start, end, ...rest }) => ({
        ...rest,
        start: start - ordinary.length,
        end: end - ordinary.length,
      }))
      const given = lookOver(text).map(({ start, end, ...rest }) => ({ ...rest, start, end }))
      assert.deepEqual(moved, given)
    }),
    { numRuns: 150 },
  )
})
