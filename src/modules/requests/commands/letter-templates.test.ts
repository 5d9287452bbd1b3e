import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { county, type County } from '../../../../test/builders/county.ts'
import { editBody } from '../../../../test/builders/docx-edit.ts'
import { paperWith, requestDesk, type RequestDesk } from '../../../../test/builders/request-desk.ts'
import { read } from '../../../documents/read/index.ts'
import { Forbidden, Invalid, NotFound, Refused } from '../../../platform/refusals.ts'
import { letterTemplate } from '../letters/catalogue.ts'
import { letterPress } from '../letters/letter-press.ts'
import type { LetterId } from '../letters/template.ts'
import { letterWithMarks } from '../letters/own-docx.ts'
import { requestsRoom } from '../room.ts'
import { readFile } from '../store/files.ts'
import { ownTemplates } from '../store/letter-templates.ts'
import { enableLetterTemplate } from './enable-letter-template.ts'
import { issueReceipt } from './issue-receipt.ts'
import { openConsultation } from './open-consultation.ts'
import { revertLetterTemplate } from './revert-letter-template.ts'
import { uploadLetterTemplate } from './upload-letter-template.ts'

const slug = 'yunting-emergency'
const letter = 'D28' as const
let city: County
let desk: RequestDesk
before(async () => {
  city = await county([requestsRoom], { today: '2026-03-02' })
  desk = await requestDesk(city)
  await desk.settle()
})
after(() => city.drop())

/** Ours with a sentence of the agency's own in it. */
const ownForm = async (sentence: string): Promise<Uint8Array> =>
  editBody(await letterWithMarks(letterTemplate(letter)), (xml) =>
    xml.replace('{{结束语}}', `{{结束语}}`).replace('{{收件人}}：', `{{收件人}}（${sentence}）：`),
  )

const upload = (bytes: Uint8Array, by = 'review2') =>
  city.as(by, slug, (context) =>
    uploadLetterTemplate(context, { agencyId: desk.agencyId, letter, name: '本局答复书.docx', bytes }),
  )
const enable = (version: number, by = 'review2') =>
  city.as(by, slug, (context) => enableLetterTemplate(context, { agencyId: desk.agencyId, letter, version }))
const revert = (by = 'review2') =>
  city.as(by, slug, (context) => revertLetterTemplate(context, { agencyId: desk.agencyId, letter }))

async function sent() {
  const { requestId } = await desk.receive()
  await desk.send(requestId, letter, {
    blanks: { information: '某信息', searched: ['档案室'], keywords: ['某词'] },
    evidence: { searchRecord: '检索过' },
  })
  const paper = await paperWith(city, desk, requestId, letter)
  const word = async () => {
    const key = { agencyId: desk.agencyId, requestId, fileId: paper.docxFile ?? '' }
    const { bytes, file } = await readFile(city, key)
    return { text: (await read(bytes, { name: 'letter.docx' })).text, digest: file.digest }
  }
  return { requestId, paper, word }
}

test('from the day it is enabled a letter goes out in the own form of the agency; those sent before stay, and ours comes back', async () => {
  const first = await sent()
  const before = await first.word()
  assert.doesNotMatch(before.text, /本局抬头/)

  const one = await upload(await ownForm('本局抬头一'))
  assert.equal(await upload(await ownForm('本局抬头一')), one, 'the same file twice is one version')
  assert.doesNotMatch((await (await sent()).word()).text, /本局抬头/, 'uploaded is not yet enabled')
  await enable(one)
  const second = await sent()
  const own = await second.word()
  assert.match(own.text, /沈青禾（本局抬头一）/)
  assert.match(own.text, /云应急公复〔2026〕\d+号/)
  assert.match(own.text, /可以自收到本答复书之日起六十日内向云汀市人民政府申请行政复议/)
  assert.match(own.text, /第三十六条第四项/)

  const two = await upload(await ownForm('本局抬头二'))
  await enable(two)
  assert.match((await (await sent()).word()).text, /本局抬头二/)
  await revert()
  assert.doesNotMatch((await (await sent()).word()).text, /本局抬头/)
  assert.equal((await first.word()).digest, before.digest)
  assert.equal((await second.word()).digest, own.digest)

  const versions = await ownTemplates(city.db, desk.agencyId, letter)
  assert.deepEqual(
    versions.map(({ version, begunAt, endedAt }) => [version, begunAt !== null, endedAt !== null]),
    [
      [2, true, true],
      [1, true, true],
    ],
  )
  const head = await city.personId('review2')
  assert.ok(
    versions.every(({ addedBy, begunBy, endedBy }) => [addedBy, begunBy, endedBy].every((by) => by === head)),
  )
  const journal = await city.db
    .selectFrom('journal')
    .select('verb')
    .where('verb', 'like', '%letter-template')
    .orderBy('number')
    .execute()
  assert.deepEqual(
    journal.map(({ verb }) => verb.replace('-letter-template', '')),
    ['upload', 'enable', 'upload', 'enable', 'revert'],
  )
})

test('a form that lacks the remedy or carries a macro never becomes a version', async () => {
  const own = await letterWithMarks(letterTemplate(letter))
  await assert.rejects(
    upload(editBody(own, (xml) => xml.replace('{{救济途径}}', ''))),
    (error) =>
      error instanceof Invalid && /救济途径/.test(error.fields.map(({ sentence }) => sentence).join()),
  )
  await assert.rejects(upload(Buffer.from('PK')), Invalid)
})

test('only who may change the settings may change a form; what is in use, ended or unknown cannot be enabled', async () => {
  const version = await upload(await ownForm('本局抬头三'))
  await assert.rejects(upload(await ownForm('四'), 'officer'), Forbidden)
  await assert.rejects(enable(version, 'legal'), Forbidden)
  await assert.rejects(revert('officer'), Forbidden)
  await assert.rejects(enable(99), NotFound)
  await enable(version)
  await assert.rejects(enable(version), Refused)
  await revert()
  await assert.rejects(revert(), Refused)
  await assert.rejects(enable(version), Refused)
})

test('a form checked against an older wording of the letter is not used and cannot be enabled', async () => {
  const version = await upload(await ownForm('本局抬头五'))
  await enable(version)
  await city.db
    .updateTable('request_letter_templates')
    .set({ letter_version: 99 })
    .where('letter', '=', letter)
    .where('version', '=', version)
    .execute()
  assert.doesNotMatch((await (await sent()).word()).text, /本局抬头五/)
})

/** Ours of any letter with a word of the agency's own at the front, in use from now on. */
async function useOwn(of: LetterId, word: string): Promise<void> {
  const bytes = editBody(await letterWithMarks(letterTemplate(of)), (xml) =>
    xml.replace('{{标题}}', `${word}{{标题}}`),
  )
  await city.as('review2', slug, async (context) => {
    const version = await uploadLetterTemplate(context, {
      agencyId: desk.agencyId,
      letter: of,
      name: '本局.docx',
      bytes,
    })
    await enableLetterTemplate(context, { agencyId: desk.agencyId, letter: of, version })
  })
}

test('a receipt, and the reply form that goes to a third party, come in the own form of the agency as well', async () => {
  await useOwn('D03', '本局')
  await useOwn('D10', '本局')
  const { requestId } = await desk.receive()
  await city.as('officer', slug, (context) =>
    issueReceipt(context, { agencyId: desk.agencyId, requestId, press: letterPress(city) }),
  )
  const consultationId = await city.as('officer', slug, (context) =>
    openConsultation(context, {
      agencyId: desk.agencyId,
      requestId,
      consultation: {
        kind: 'thirdParty',
        name: '甲化工企业（示例）',
        address: '云汀市某路2号',
        information: '专篇',
        interest: 'tradeSecret',
      },
    }),
  )
  await desk.send(requestId, 'D09', { consultationId, blanks: {} })
  const { files } = await desk.file(requestId)
  const textOf = async (start: string) => {
    const file = files.find(({ name }) => name.startsWith(start) && name.endsWith('.docx'))
    const { bytes } = await readFile(city, { agencyId: desk.agencyId, requestId, fileId: file?.fileId ?? '' })
    return (await read(bytes, { name: 'x.docx' })).text
  }
  assert.match(await textOf('政府信息公开申请接收回执'), /本局政府信息公开申请接收回执/)
  const form = await textOf('第三方意见回复书')
  assert.match(form, /本局第三方意见回复书[\s\S]*甲化工企业（示例）/)
  assert.doesNotMatch(form, /沈青禾/)
})

test('what a case does not know yet is printed as 无 in an own form, never as a mark', async () => {
  await useOwn('D14', '本局')
  // An online request waits for its confirmation: no last day runs.
  const { requestId } = await desk.receive({}, { channel: 'online' })
  await desk.send(requestId, 'D14', {
    blanks: { section: '办公室', internalDueOn: '2026-03-10', needed: ['原件'] },
  })
  const paper = await paperWith(city, desk, requestId, 'D14')
  const { bytes } = await readFile(city, { agencyId: desk.agencyId, requestId, fileId: paper.docxFile ?? '' })
  const { text } = await read(bytes, { name: 'x.docx' })
  assert.doesNotMatch(text, /[{}]/)
  assert.match(text, /现在没有计算，确定以后另行告知/)
})
