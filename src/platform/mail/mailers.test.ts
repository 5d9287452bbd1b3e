import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { Unavailable } from '../refusals.ts'
import type { Mail } from './mailer.ts'
import { outboxFolder } from './outbox-folder.ts'
import { smtpMailer } from './smtp.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-mail-'))
const received: { to: string[]; raw: string }[] = []
let answer: { code: number; text: string } | null = null

const server = new SMTPServer({
  authOptional: false,
  disabledCommands: ['STARTTLS'],
  onAuth: ({ username, password }, _session, done) =>
    username === 'office' && password === 'p@ss' ? done(null, { user: username }) : done(new Error('no')),
  onRcptTo: (address, _session, done) =>
    done(
      address.address.startsWith('unknown')
        ? Object.assign(new Error('no such user'), { responseCode: 550 })
        : null,
    ),
  onData: (stream, session, done) => {
    let raw = ''
    stream.on('data', (chunk: Buffer) => (raw += chunk.toString()))
    stream.on('end', () => {
      if (answer) return done(Object.assign(new Error(answer.text), { responseCode: answer.code }))
      received.push({ to: session.envelope.rcptTo.map((one) => one.address), raw })
      done()
    })
  },
})
let host = ''
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  host = `127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
after(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()))
  rmSync(folder, { recursive: true, force: true })
})

const letter: Mail = {
  to: 'applicant@example.org',
  subject: '政府信息公开申请答复书',
  text: '您的申请已经答复。',
  key: 'reply r1',
  attachments: [{ filename: '答复书.pdf', bytes: Buffer.from('%PDF-1.7 试'), type: 'application/pdf' }],
}
const from = '信息公开办公室 <gongkai@example.gov>'

test('a letter sent by SMTP arrives with its subject, words and enclosure, and the same number each time', async () => {
  const mailer = smtpMailer(`smtp://office:p%40ss@${host}`, from)
  await mailer.send(letter)
  await mailer.send(letter)
  mailer.close()
  assert.deepEqual(
    received.map((mail) => mail.to),
    [['applicant@example.org'], ['applicant@example.org']],
  )
  const [first = { raw: '' }, second = { raw: '' }] = received
  assert.ok(first.raw.includes(Buffer.from('%PDF-1.7 试').toString('base64')))
  assert.match(first.raw, /=\?UTF-8\?/)
  const number = (raw: string) => /^Message-ID: (<[0-9a-f]{32}@example\.gov>)/m.exec(raw)?.[1]
  assert.ok(number(first.raw))
  assert.equal(number(first.raw), number(second.raw))
})

test('a server that is busy or away is tried again later; an address it refuses is not', async () => {
  const mailer = smtpMailer(`smtp://office:p%40ss@${host}`, from)
  answer = { code: 451, text: 'later' }
  await assert.rejects(mailer.send(letter), Unavailable)
  answer = { code: 552, text: 'too large' }
  await assert.rejects(mailer.send(letter), (error: Error) => !(error instanceof Unavailable))
  answer = null
  await assert.rejects(
    mailer.send({ ...letter, to: 'unknown@example.org' }),
    (error: Error) => !(error instanceof Unavailable),
  )
  mailer.close()
  const away = smtpMailer('smtp://127.0.0.1:1', from)
  await assert.rejects(away.send(letter), Unavailable)
  away.close()
  const stranger = smtpMailer(`smtp://office:wrong@${host}`, from)
  await assert.rejects(stranger.send(letter), (error: Error) => !(error instanceof Unavailable))
  stranger.close()
})

test('a line break in a subject or an address adds no header and no second recipient', async () => {
  const mailer = smtpMailer(`smtp://office:p%40ss@${host}`, from)
  received.length = 0
  await mailer.send({ ...letter, subject: 'a\r\nBcc: other@example.org', to: 'applicant@example.org' })
  mailer.close()
  assert.deepEqual(received[0]?.to, ['applicant@example.org'])
  assert.doesNotMatch(received[0]?.raw ?? '', /^Bcc:/m)
})

test('in the outbox folder the same letter is one file, readable by its owner only', async () => {
  const mailer = outboxFolder(folder, from, () => new Date('2026-03-12T04:00:00Z'))
  await mailer.send(letter)
  await mailer.send(letter)
  await mailer.send({ ...letter, key: 'reply r2' })
  const names = readdirSync(folder)
  assert.equal(names.length, 2)
  for (const name of names) assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600)
  const text = readFileSync(join(folder, names[0] ?? ''), 'utf8')
  assert.match(text, /^Date: Thu, 12 Mar 2026 04:00:00 \+0000$/m)
  assert.match(text, /^To: applicant@example\.org$/m)
})
