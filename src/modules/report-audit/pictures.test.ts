import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { scanManners, scannedPdf, scansOf } from '../../../test/builders/scans.ts'
import { seedFiles } from '../../../test/builders/seed-files.ts'
import { chanceOf, inventTables } from '../../../test/builders/statutory-tables.ts'
import { newTally, tallyAgainst } from '../../../test/builders/table-recovery.ts'
import { read } from '../../documents/read/index.ts'
import { ocrPackages, openRecogniser } from '../../documents/read/ocr/engine.ts'
import { UnreadableDocument } from '../../documents/tree.ts'
import { openJudgePool } from './judge-pool.ts'

const installed = (await openRecogniser()) !== undefined
const pool = openJudgePool({ size: 1 })
after(() => pool.close())

const refusals: readonly (readonly [string, Uint8Array, string])[] = [
  ['says it is a million pixels wide', pngHead(1_000_000, 1_000_000), 'pictureTooLarge'],
  ['breaks off after its head', pngHead(100, 100), 'damagedPicture'],
  ['is a tiff', Uint8Array.from([0x49, 0x49, 0x2a, 0, ...Array<number>(40).fill(0)]), 'pictureFormat'],
  ['is a jpeg of six bytes', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'pictureFormat'],
]

function pngHead(width: number, height: number): Uint8Array {
  const head = new Uint8Array(40)
  head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  new DataView(head.buffer).setUint32(16, width)
  new DataView(head.buffer).setUint32(20, height)
  return head
}

for (const [what, bytes, code] of refusals)
  test(`a picture that ${what} is refused with a sentence`, async () => {
    const refusal = await pool.judge(bytes, 'picture.png').catch((error: unknown) => error)
    assert.ok(refusal instanceof UnreadableDocument, String(refusal))
    assert.equal(refusal.code, installed ? code : 'noOcr')
    assert.match(refusal.message, /。$/)
  })

test('the versions that the refusal tells to install are those that are installed with the system', () => {
  const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
  assert.deepEqual(
    [...ocrPackages].toSorted(),
    Object.entries(optionalDependencies)
      .map(([name, version]) => `${name}@${version}`)
      .toSorted(),
  )
})

test('whoever does not ask for recognition is told that it is a picture', async () => {
  await assert.rejects(read(pngHead(10, 10)), { code: 'needsOcr' })
})

const withoutPackages = 'the packages of the recognition are not on this machine; nothing was recognised'

test('a scan of three pages, turned and packed as jpeg, gives its figures back, none of them as certain', async (context) => {
  if (!installed) return context.diagnostic(withoutPackages)
  const manner = scanManners.find(({ name }) => name.includes('turned by 0.8'))
  assert.ok(manner)
  const scans = await scansOf((await seedFiles(4)).get('pdf') as Uint8Array, manner)
  const { report, findings } = await pool.judge(scannedPdf(scans), 'scan.pdf')
  const tally = newTally()
  tallyAgainst(inventTables(chanceOf(4), 0.3, true), report.tables, tally)
  assert.deepEqual(tally.wrong, [])
  assert.ok(tally.right >= tally.printed * 0.9, `${tally.right} of ${tally.printed}`)
  assert.ok(report.cells.every((cell) => cell.doubtful === true && cell.how?.startsWith('由图片识别')))
  assert.ok(findings.every((finding) => finding.verdict !== 'fails'))
  assert.ok(findings.some((finding) => finding.message.startsWith('由图片识别，数字均需核对')))
})

test('one page as a picture is read as well', async (context) => {
  if (!installed) return context.diagnostic(withoutPackages)
  const scans = await scansOf((await seedFiles(5)).get('pdf') as Uint8Array, { name: 'screen', dpi: 150 })
  const page = scans[2]
  assert.ok(page)
  const tree = await pool.read(page.bytes, 'page.png')
  assert.equal(tree.format, 'image')
  assert.ok(tree.blocks.some((block) => block.kind === 'table' && block.method === 'ocr'))
  assert.match(tree.text, /755\.29/)
  assert.ok(tree.notes.some((note) => note.sentence.includes('由图片识别，数字均需核对')))
})
