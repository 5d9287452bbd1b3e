import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import { paperWith, requestDesk, type RequestDesk } from '../../../../test/builders/request-desk.ts'
import { read } from '../../../documents/read/index.ts'
import { Forbidden, Invalid, Refused } from '../../../platform/refusals.ts'
import { letterPress } from '../letters/letter-press.ts'
import { caseArchive } from '../queries/case-archive.ts'
import { requestsRoom } from '../room.ts'
import { readFile } from '../store/files.ts'
import { archiveRequest } from './archive-request.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { issueReceipt } from './issue-receipt.ts'
import { printRecord } from './print-record.ts'
import { withdrawRequest } from './withdraw-request.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import type { IntakeRecord } from '../rules/intake-records.ts'

const slug = 'yunting-emergency'
let city: County
let desk: RequestDesk
before(async () => {
  city = await county([requestsRoom], { today: '2026-03-03' })
  desk = await requestDesk(city)
  await desk.settle()
})
after(() => city.drop())

const textOf = async (requestId: string, fileId: string | null) => {
  const { bytes, file } = await readFile(city, { agencyId: desk.agencyId, requestId, fileId: fileId ?? '' })
  return { text: (await read(bytes, { name: file.name })).text.replace(/\s/gu, ''), file }
}

const print = (requestId: string, letter: IntakeRecord, typed: Record<string, string> = {}, by = 'officer') =>
  city.as(by, slug, (context) =>
    printRecord(context, { agencyId: desk.agencyId, requestId, letter, typed, press: letterPress(city) }),
  )

test('a section is asked by a paper of the case: signed, kept with the file, served on nobody, and the clock does not stop', async () => {
  const { requestId } = await desk.receive()
  const before = (await desk.file(requestId)).request.standing
  const blanks = {
    section: '危险化学品监督管理科',
    internalDueOn: '2026-03-10',
    needed: ['信息原件', '是否公开的意见'],
  }
  const paperId = await desk.send(requestId, 'D14', { blanks })
  const paper = await paperWith(city, desk, requestId, 'D14')
  assert.equal(paper.state, 'served')
  assert.equal(paper.documentNumber, null)
  assert.equal(paper.toldDueOn, null)
  const { text } = await textOf(requestId, paper.pdfFile)
  assert.match(text, /危险化学品监督管理科/)
  assert.match(text, /2026年3月10日（内部办理时间不从答复期限中扣除）/)
  assert.match(text, /答复期限届满之日2026年3月31日/)
  assert.doesNotMatch(text, /沈青禾/)
  const after = (await desk.file(requestId)).request.standing
  assert.deepEqual([after.state, after.dueOn], [before.state, before.dueOn])
  assert.ok(paperId)
})

test('the review before disclosure is signed by the secrecy reviewer and the head, and bears their opinions with name and day', async () => {
  const { requestId } = await desk.receive()
  const paperId = await desk.send(requestId, 'D15', {
    blanks: {
      information: '云应急罚〔2025〕11号行政处罚决定书',
      origin: '本机关制作',
      proposal: '遮盖个人信息后予以公开',
      basis: '条例第三十七条',
    },
  })
  const paper = await paperWith(city, desk, requestId, 'D15')
  assert.equal(paper.paperId, paperId)
  assert.deepEqual(paper.chain, ['secrecy', 'head'])
  const { text } = await textOf(requestId, paper.pdfFile)
  assert.match(text, /保密审查意见同意\S+?2026年3月3日/)
  assert.match(text, /负责人审批意见同意\S+?2026年3月3日/)
  assert.match(text, /呈批人林若溪/)
})

test('papers of the house do not stand in the way of the archive, and a closed case gets no more of them', async () => {
  const { requestId } = await desk.receive()
  await desk.send(requestId, 'D14', {
    blanks: { section: '科室', internalDueOn: '2026-03-10', needed: ['原件'] },
  })
  const key = { agencyId: desk.agencyId, requestId }
  await city.as('officer', slug, (context) =>
    withdrawRequest(context, { ...key, on: plainDay('2026-03-03'), way: '电话' }),
  )
  await city.as('officer', slug, (context) => archiveRequest(context, { ...key, digest: '00' }))
  await assert.rejects(desk.draft(requestId, 'D14'), Refused)
  await assert.rejects(desk.draft(requestId, 'D15'), Refused)
})

test('the application form is filled in from what was told and goes into the archive; no identity number is on it', async () => {
  const { requestId, number } = await desk.receive({ documentNumber: '云应急罚〔2025〕11号' })
  await print(requestId, 'D01')
  const paper = await paperWith(city, desk, requestId, 'D01')
  const { text, file } = await textOf(requestId, paper.pdfFile)
  for (const said of [
    '√自然人',
    '沈青禾',
    '√纸质',
    '√邮寄',
    '云汀市城东区云栖路1号',
    '000-1112223',
    '（文号：云应急罚〔2025〕11号）',
  ])
    assert.ok(text.includes(said), said)
  assert.doesNotMatch(text, /990102199001010010/)
  assert.equal(file.purpose, 'application')
  assert.doesNotMatch(JSON.stringify(paper.blanks), /沈青禾|1112223|云栖路/)
  const packed = await caseArchive(city, desk.agencyId, requestId, city.today())
  assert.ok(packed)
  const names = Buffer.from(packed.bytes).toString('utf8')
  assert.ok(names.includes(`1 申请/001 政府信息公开申请表${number}.docx`))
  assert.ok(names.includes(`1 申请/002 政府信息公开申请表${number}.pdf`))
})

test('an oral request has its record: why writing was hard must be said, and only an oral request has one', async () => {
  const written = await desk.receive()
  await assert.rejects(print(written.requestId, 'D02', { hardship: '视力障碍' }), Refused)
  const oral = await desk.receive({}, { channel: 'oral', readBack: true })
  await assert.rejects(
    print(oral.requestId, 'D02', { hardship: ' ' }),
    (error) => error instanceof Invalid && error.fields[0]?.field === 'hardship',
  )
  await print(oral.requestId, 'D02', { hardship: '视力障碍，不便书写' })
  const paper = await paperWith(city, desk, oral.requestId, 'D02')
  const { text } = await textOf(oral.requestId, paper.pdfFile)
  assert.match(text, /视力障碍，不便书写/)
  assert.match(text, /代填人及日期林若溪（示例）2026年3月3日/)
  assert.match(text, /已向申请人宣读/)
})

test('the confirmation by both sides is on record once it happened, for the channels that want one', async () => {
  const counter = await desk.receive()
  await assert.rejects(print(counter.requestId, 'D04', { confirmedBy: '电话', spokeWith: '本人' }), Refused)
  const mailed = await desk.receive({}, { channel: 'email', arrivedOn: '2026-03-02' })
  const typed = { confirmedBy: '电话，9时12分', spokeWith: '申请人本人' }
  await assert.rejects(print(mailed.requestId, 'D04', typed), Refused)
  await city.as('officer', slug, (context) =>
    confirmReceipt(context, {
      agencyId: desk.agencyId,
      requestId: mailed.requestId,
      confirmedOn: plainDay('2026-03-03'),
    }),
  )
  await print(mailed.requestId, 'D04', typed)
  const { text } = await textOf(
    mailed.requestId,
    (await paperWith(city, desk, mailed.requestId, 'D04')).pdfFile,
  )
  assert.match(text, /2026年3月2日，电子邮件/)
  assert.match(text, /双方确认之日2026年3月3日/)
  assert.match(text, /电话，9时12分/)
})

test('who may not see the applicant prints no form that tells, and who registers nothing prints none at all', async () => {
  const { requestId } = await desk.receive()
  await assert.rejects(print(requestId, 'D01', {}, 'legal'), Forbidden)
  await assert.rejects(print(requestId, 'D01', {}, 'secrecy'), Forbidden)
})

test('a receipt is kept as PDF and as Word; its query code stays out of what is kept beside it', async () => {
  const { requestId, queryCode } = await desk.receive()
  await city.as('officer', slug, (context) =>
    issueReceipt(context, { agencyId: desk.agencyId, requestId, press: letterPress(city) }),
  )
  const paper = await paperWith(city, desk, requestId, 'D03')
  for (const file of [paper.pdfFile, paper.docxFile])
    assert.ok((await textOf(requestId, file)).text.includes(queryCode))
  assert.doesNotMatch(JSON.stringify(paper.blanks), new RegExp(queryCode))
})
