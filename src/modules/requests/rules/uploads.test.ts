import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acceptUpload, shownFileName } from './uploads.ts'

test('a page or a drawing that could run a script is not taken for a text, whatever its name', () => {
  const pages = [
    '<!doctype html><script>alert(1)</script>',
    '\uFEFF  <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    '<?xml version="1.0"?><x/>',
    '说明文字 <script>alert(1)</script>',
  ]
  for (const page of pages) assert.ok('reason' in acceptUpload(Buffer.from(page)), page)
  assert.deepEqual(acceptUpload(Buffer.from('关于处罚决定书的申请，金额 < 500 元')), {
    mediaType: 'text/plain',
  })
})

test('a file that would start something when it is clicked becomes a text by its name; folders and signs that cheat the eye go', () => {
  const names: readonly (readonly [string, string])[] = [
    ['身份证.jpg', '身份证.jpg'],
    ['说明.html', '说明.html.txt'],
    ['图.SVG', '图.SVG.txt'],
    ['run.exe', 'run.exe.txt'],
    ['../../etc/申请.pdf', '申请.pdf'],
    ['申请\u202Efdp.exe', '申请fdp.exe.txt'],
    ['', '未命名文件'],
    ['无后缀', '无后缀'],
  ]
  for (const [given, shown] of names) assert.equal(shownFileName(given), shown)
  assert.ok([...shownFileName(`${'长'.repeat(300)}.pdf`)].length <= 120)
  assert.match(shownFileName(`${'长'.repeat(300)}.pdf`), /\.pdf$/)
})
