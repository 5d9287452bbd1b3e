import { test } from 'node:test'
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { writeArchive, type ArchiveEntry } from './write-archive.ts'

const digest = (bytes: Uint8Array): string => createHash('sm3').update(bytes).digest('hex')
const description = {
  title: '政府信息公开申请 2026-0017 办理案卷',
  facts: [['申请编号', '2026-0017']] as const,
  on: '2026-04-20',
  digestName: 'SM3',
}
const entries: ArchiveEntry[] = [
  { path: '01 申请/申请表.pdf', bytes: strToU8('申请'), title: '申请表', on: '2026-03-02' },
  { path: '02 答复/答复书.pdf', bytes: strToU8('答复'), title: '答复书 <第3号>', on: '2026-03-24' },
]

test('a case file holds every document and an index with their digests', () => {
  const files = unzipSync(writeArchive(description, entries, digest))
  assert.deepEqual(Object.keys(files), ['目录.html', '目录.json', '01 申请/申请表.pdf', '02 答复/答复书.pdf'])
  const index = JSON.parse(strFromU8(files['目录.json'] ?? new Uint8Array())) as {
    files: { path: string; digest: string; number: number }[]
  }
  for (const { path, digest: listed } of index.files)
    assert.equal(listed, digest(files[path] ?? new Uint8Array()))
  const page = strFromU8(files['目录.html'] ?? new Uint8Array())
  assert.match(page, /答复书 &lt;第3号&gt;/)
  assert.match(page, /SM3 摘要/)
})

test('the index says of every file in which format it is kept, and how many are made for keeping', () => {
  const kept = '%PDF-1.7 <pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>'
  const files = unzipSync(
    writeArchive(
      description,
      [
        { path: '1.pdf', bytes: strToU8(kept), title: '答复书', on: '2026-03-24' },
        { path: '2.pdf', bytes: strToU8('%PDF-1.4 …'), title: '扫描件', on: '2026-03-24' },
        {
          path: '3.pdf',
          bytes: strToU8('<x pdfaid:part="3" pdfaid:conformance = \'A\'/> 不是PDF'),
          title: '假的',
          on: '2026-03-24',
        },
        { path: '4.docx', bytes: strToU8('PK'), title: '稿', on: '2026-03-24' },
      ],
      digest,
    ),
  )
  const index = JSON.parse(strFromU8(files['目录.json'] ?? new Uint8Array())) as {
    files: { format: string }[]
  }
  assert.deepEqual(
    index.files.map(({ format }) => format),
    ['PDF/A-2b', 'PDF，不是PDF/A', 'PDF，不是PDF/A', 'DOCX'],
  )
  assert.match(strFromU8(files['目录.html'] ?? new Uint8Array()), /其中长期保存格式（PDF\/A）1/)
})

test('the same case file gives the same bytes', () => {
  assert.deepEqual(writeArchive(description, entries, digest), writeArchive(description, entries, digest))
})

test('a path that leads out of the archive, repeats or cannot be unpacked everywhere is refused', () => {
  const one = entries[0]
  assert.ok(one)
  for (const path of ['../x', 'a/../b', '/x', 'a//b', '', 'a\\b', 'c:x', '目录.html', 'a\u0000b', 'a. ']) {
    assert.throws(
      () => writeArchive(description, [{ ...one, path }], digest),
      { name: 'UnusableArchivePath' },
      path,
    )
  }
  assert.throws(
    () =>
      writeArchive(
        description,
        [
          { ...one, path: 'A.pdf' },
          { ...one, path: 'a.pdf' },
        ],
        digest,
      ),
    { name: 'UnusableArchivePath' },
  )
})
