import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import { requestDesk, type RequestDesk } from '../../../../test/builders/request-desk.ts'
import { writeDocx } from '../../../documents/write/docx.ts'
import { cell, paragraph, type OfficialDocument } from '../../../documents/write/model.ts'
import { writePdf } from '../../../documents/write/pdf/write-pdf.ts'
import { Forbidden, Refused } from '../../../platform/refusals.ts'
import { closeRedactor, redactor } from '../redaction/redactor.ts'
import { requestsRoom } from '../room.ts'
import { readFile } from '../store/files.ts'
import { judgeItem } from './judge-item.ts'
import { listItem } from './list-item.ts'
import { releaseItem, type Release } from './release-item.ts'

const slug = 'yunting-emergency'
/** Made-up. */
const name = '欧阳测试'
const decision: OfficialDocument = {
  layout: 'letter',
  letterhead: '云汀市应急管理局',
  documentNumber: '云应急罚〔2025〕11号',
  title: ['行政处罚决定书'],
  body: [
    paragraph(`当事人：${name}，联系电话：13800001111。`),
    {
      kind: 'table',
      caption: '基本情况',
      widths: [1, 1],
      headRows: 0,
      rows: [[cell('住址'), cell('云汀市城东区云栖路1号2幢')]],
    },
    paragraph('处罚款1000元。'),
  ],
  signature: { agencies: ['云汀市应急管理局'], on: '2025-06-18' },
}
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

let city: County
let desk: RequestDesk
let docx: Uint8Array
let pdf: Uint8Array
before(async () => {
  city = await county([requestsRoom], { today: '2026-03-02' })
  desk = await requestDesk(city)
  await desk.settle()
  docx = await writeDocx(decision)
  pdf = await writePdf(decision)
})
after(async () => {
  await closeRedactor()
  await city.drop()
})

async function item(judgement: 'open' | 'partly' | null = 'partly') {
  const { requestId } = await desk.receive()
  const key = { agencyId: desk.agencyId, requestId }
  const itemId = await city.as('officer', slug, (context) =>
    listItem(context, { ...key, item: { title: '云应急罚〔2025〕11号行政处罚决定书', pages: 2 } }),
  )
  if (judgement !== null)
    await city.as('officer', slug, (context) =>
      judgeItem(context, {
        ...key,
        itemId,
        judgement,
        because:
          judgement === 'open'
            ? null
            : {
                what: '当事人的姓名、电话、住址',
                ground: 'thirdPartyRights',
                interest: 'personalPrivacy',
                opinion: 'silent',
                reason: '属于个人信息',
                publicInterest: '处罚结果已经公开',
              },
      }),
    )
  const release = (given: Partial<Release>, by = 'officer') =>
    city.as(by, slug, (context) =>
      releaseItem(context, {
        ...key,
        itemId,
        redactor: redactor(),
        release: {
          way: 'masked',
          bytes: docx,
          mediaType: wordType,
          name: '公开件1.docx',
          terms: [],
          unseenBefore: [],
          hasLooked: false,
          isConfirmed: false,
          ...given,
        },
      }),
    )
  return { ...key, itemId, release }
}

const reasonsOf = (error: unknown): string => {
  assert.ok(error instanceof Refused, String(error))
  return error.reasons.map(({ code, sentence }) => `${code} ${sentence}`).join('\n')
}

test('looking into an original proposes every particular of a person with its place, in Word and in PDF', async () => {
  for (const bytes of [docx, pdf]) {
    const look = await redactor().look(bytes, '原件')
    const found = look.finds.map(({ kind, text }) => `${kind} ${text}`)
    for (const one of [`name ${name}`, 'mobile 13800001111', 'address 云汀市城东区云栖路1号2幢'])
      assert.ok(found.includes(one), `${one} in ${found.join('; ')}`)
    for (const { where } of look.finds) assert.match(where.join(), /第\d+(页|段|行)|表\d+/)
  }
})

test('a masked copy is kept only when no trace of what was masked is left in it', async () => {
  const { release, requestId } = await item()
  const terms = [name, '13800001111', '云汀市城东区云栖路1号2幢']
  await assert.rejects(release({ terms }), (error) => {
    assert.match(reasonsOf(error), /requests\.release\.trace .*欧\*\*试/)
    return true
  })
  for (const bytes of [docx, pdf]) {
    const masked = await redactor().mask(bytes, terms, [])
    assert.ok('bytes' in masked)
    await release({ ...masked, terms, name: `公开件1.${masked.ending}` })
    const file = (await desk.file(requestId)).files.findLast(({ purpose }) => purpose === 'release')
    assert.ok(file)
    const kept = await readFile(city, { agencyId: desk.agencyId, requestId, fileId: file.fileId })
    assert.deepEqual(await redactor().verify(kept.bytes, terms, kept.file.name), [])
  }
  const [kept] = (await desk.file(requestId)).items
  assert.ok(kept?.releaseCheckedAt)
})

test('a name in the name of the file is a trace too', async () => {
  const { release } = await item()
  const masked = await redactor().mask(docx, [name], [])
  assert.ok('bytes' in masked)
  await assert.rejects(
    release({ ...masked, terms: [name], name: `${name}处罚决定书.docx`, isConfirmed: true }),
    (error) => /文件名里还能找到/.test(reasonsOf(error)),
  )
})

test('what is given whole is still searched for personal data, and goes out only when a person says so', async () => {
  const { release } = await item('open')
  await assert.rejects(release({ way: 'whole' }), (error) =>
    /requests\.release\.personal .*像个人信息/.test(reasonsOf(error)),
  )
  await release({ way: 'whole', isConfirmed: true })
})

test('a PDF page can be blacked out by place, and a place outside the file is said', async () => {
  const region = { page: 1, left: 10, top: 10, width: 50, height: 20 }
  assert.ok('bytes' in (await redactor().mask(pdf, [], [region])))
  const beyond = await redactor().mask(pdf, [], [{ ...region, page: 99 }])
  assert.ok('refused' in beyond && /不在文件的页面上/.test(beyond.refused.join()))
  const word = await redactor().mask(docx, [], [region])
  assert.ok('refused' in word && /不能按位置遮盖/.test(word.refused.join()))
})

test('what is judged open is not masked: masking makes it partly open, with its reason in the letter', async () => {
  const { release } = await item('open')
  const masked = await redactor().mask(docx, [name], [])
  assert.ok('bytes' in masked)
  await assert.rejects(release({ ...masked, terms: [name], isConfirmed: true }), (error) =>
    /openMasked/.test(reasonsOf(error)),
  )
})

test('another judgement takes the copy back: what was made to be given whole does not go out as partly open', async () => {
  const { release, requestId, itemId } = await item('open')
  await release({ way: 'whole', isConfirmed: true })
  const key = { agencyId: desk.agencyId, requestId, itemId }
  await city.as('officer', slug, (context) =>
    judgeItem(context, { ...key, judgement: 'open', because: null }),
  )
  assert.ok((await desk.file(requestId)).items[0]?.releaseFile, 'the same judgement again changes nothing')
  await city.as('officer', slug, (context) =>
    judgeItem(context, {
      ...key,
      judgement: 'partly',
      because: { what: '姓名', ground: 'internalAffairs', kind: 'personnel', reason: '人事信息' },
    }),
  )
  const [again] = (await desk.file(requestId)).items
  assert.equal(again?.releaseFile, null)
  assert.equal(again?.releaseCheckedAt, null)
})

test('what is not judged open is not given out, and what is partly open is not given whole', async () => {
  const undecided = await item(null)
  await assert.rejects(undecided.release({ isConfirmed: true }), (error) => /notGiven/.test(reasonsOf(error)))
  const partly = await item('partly')
  await assert.rejects(partly.release({ way: 'whole', isConfirmed: true }), (error) =>
    /partlyWhole/.test(reasonsOf(error)),
  )
  await assert.rejects(partly.release({ isConfirmed: true }, 'legal'), Forbidden)
})

test('an identity number that was mistyped is proposed for masking where it is called one, and another long number is not', async () => {
  const text = '伤者周某甲，身份证号码990102197001010010，送医。\n案卷流水号990102197001010023。\n'
  const { finds } = await redactor().look(new TextEncoder().encode(text), '报告.txt')
  assert.deepEqual(
    finds.map(({ kind, text: found }) => [kind, found]),
    [['idNumber', '990102197001010010']],
  )
})
