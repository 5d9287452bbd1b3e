import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import * as fc from 'fast-check'
import { sm3 } from '../cipher/digest.ts'
import { BadConfig } from '../config.ts'
import type { FileStore } from '../context.ts'
import { NotFound, Unavailable } from '../refusals.ts'
import { folderStore } from './folder-store.ts'
import { openFiles } from './open-files.ts'
import { readS3Url, s3Store } from './s3-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-store-'))
const access = { key: 'test-access', secret: 'test/secret+with:signs' }

/** A small S3-compatible server: it keeps objects, and refuses every request whose signature it cannot recompute. */
const objects = new Map<string, Buffer>()
let passingFaults = 0
const server = createServer((req, res) => {
  const chunks: Buffer[] = []
  req.on('data', (chunk: Buffer) => chunks.push(chunk))
  req.on('end', () => {
    const body = Buffer.concat(chunks)
    const path = req.url ?? ''
    const found = objects.get(path)
    const say = (status: number, bytes?: Buffer) => void res.writeHead(status).end(bytes)
    if (passingFaults > 0) {
      passingFaults -= 1
      say(503)
    } else if (!isSigned(req, body)) say(403)
    else if (req.method === 'PUT') {
      objects.set(path, body)
      say(200)
    } else if (req.method === 'DELETE') {
      objects.delete(path)
      say(204)
    } else if (!found) say(404)
    else say(200, req.method === 'HEAD' ? undefined : found)
  })
})

/** AWS signature version 4, written from its specification, independently of the client. */
function isSigned(req: IncomingMessage, body: Buffer): boolean {
  const header = String(req.headers.authorization)
  const parts = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
    header,
  )
  const [key, day = '', region = '', service = ''] = (parts?.[1] ?? '').split('/')
  const names = (parts?.[2] ?? '').split(';')
  const hash = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
  const mac = (secret: string | Buffer, data: string) => createHmac('sha256', secret).update(data).digest()
  const told = String(req.headers['x-amz-content-sha256'])
  if (told !== 'UNSIGNED-PAYLOAD' && told !== hash(body)) return false
  if (req.method === 'PUT' && (told === 'UNSIGNED-PAYLOAD' || !names.includes('x-amz-content-sha256')))
    return false
  const lines = names.map((name) => `${name}:${String(req.headers[name]).trim()}\n`).join('')
  const canonical = [req.method, req.url, '', lines, names.join(';'), told].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const text = ['AWS4-HMAC-SHA256', String(req.headers['x-amz-date']), scope, hash(canonical)].join('\n')
  const signing = mac(mac(mac(mac(`AWS4${access.secret}`, day), region), service), 'aws4_request')
  return key === access.key && region === 'cn-test' && mac(signing, text).toString('hex') === parts?.[3]
}

let url = ''
const stores: { name: string; store: FileStore; spoil: (digest: string) => void }[] = []
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  url = `s3://${access.key}:${encodeURIComponent(access.secret)}@127.0.0.1:${port}/files?region=cn-test&tls=off`
  const place = (digest: string) => `${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}`
  stores.push(
    {
      name: 'folder',
      store: await openFiles({ filesUrl: null, dataFolder: folder }),
      spoil: (digest) => writeFileSync(join(folder, 'files', place(digest)), '别的内容'),
    },
    {
      name: 'S3',
      store: await openFiles({ filesUrl: url, dataFolder: folder }),
      spoil: (digest) => objects.set(`/files/${place(digest)}`, Buffer.from('别的内容')),
    },
  )
})
after(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

test('bytes come back as they were put, named by their SM3 digest, in folder and S3 alike', async () => {
  for (const { store } of stores)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        const digest = await store.put(bytes)
        assert.equal(digest, sm3(bytes))
        assert.deepEqual(Buffer.from(await store.get(digest)), Buffer.from(bytes))
        assert.equal(await store.put(bytes), digest)
      }),
      { numRuns: 20 },
    )
})

test('what is not there is not found; what was removed is gone, and may be removed again', async () => {
  for (const { name, store } of stores) {
    const digest = await store.put(Buffer.from('短信'))
    assert.equal(await store.has(digest), true, name)
    await store.remove(digest)
    await store.remove(digest)
    assert.equal(await store.has(digest), false, name)
    await assert.rejects(store.get(digest), NotFound)
  }
})

test('bytes that changed in the store are never handed out', async () => {
  for (const { store, spoil } of stores) {
    const digest = await store.put(Buffer.from('原来的内容'))
    spoil(digest)
    await assert.rejects(
      store.get(digest),
      (error: Unavailable) => error.reasons[0]?.code === 'files.file.damaged',
    )
  }
})

test('nothing but a digest becomes a path', async () => {
  for (const { store } of stores)
    for (const bad of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`]) {
      await assert.rejects(async () => store.get(bad), RangeError)
      await assert.rejects(async () => store.has(bad), RangeError)
      await assert.rejects(async () => store.remove(bad), RangeError)
    }
})

test('fifty files put at once, some of them the same, are all there and nothing is left half-done', async () => {
  const store = await folderStore(join(folder, 'many'))
  const digests = await Promise.all(
    Array.from({ length: 50 }, (_, i) => store.put(Buffer.from(`文件 ${i % 30}`))),
  )
  for (const digest of digests) assert.equal(await store.has(digest), true)
  assert.deepEqual(readdirSync(join(folder, 'many', 'incoming')), [])
})

test('a store that stumbles is asked again; one with a wrong key or out of reach is told as unavailable', async () => {
  passingFaults = 2
  const digest = await stores[1]!.store.put(Buffer.from('再试一次'))
  assert.equal(passingFaults, 0)
  const place = readS3Url(url)
  const wrong = s3Store({ ...place, secretKey: 'wrong' })
  await assert.rejects(wrong.get(digest), (error: Unavailable) => {
    assert.equal(error.reasons[0]?.code, 'files.store.unavailable')
    assert.equal(error.cause, 'the store answered 403')
    return true
  })
  const nowhere = s3Store({ ...place, bucketUrl: 'http://127.0.0.1:1/files' })
  await assert.rejects(nowhere.put(Buffer.from('x')), Unavailable)
})

test('the address of an S3 store is read with its signs, or refused with how to write it', () => {
  assert.deepEqual(readS3Url('s3://k:s%2Fx@oss.example.cn/bucket?region=cn-north'), {
    bucketUrl: 'https://oss.example.cn/bucket',
    accessKey: 'k',
    secretKey: 's/x',
    region: 'cn-north',
  })
  for (const bad of [
    'oss.example.cn',
    's3://oss.example.cn/bucket',
    's3://k:secret9@host/',
    's3://k:secret9@host/a/b',
  ])
    assert.throws(
      () => readS3Url(bad),
      (error: Error) => error instanceof BadConfig && !error.message.includes('secret9'),
    )
})
