import assert from 'node:assert/strict'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { test } from 'node:test'
import { Unavailable } from '../refusals.ts'
import { clamd, isScanAddress } from './virus-scan.ts'

/** A daemon that speaks the protocol: gathers the stream and finds the harmless test word in it. */
async function daemon(answer: (stream: Buffer) => string): Promise<{ address: string; server: Server }> {
  const server = createServer((socket) => {
    let came = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      came = Buffer.concat([came, chunk])
      const command = 'zINSTREAM\0'.length
      if (came.length < command + 4) return
      const parts: Buffer[] = []
      for (let at = command; at + 4 <= came.length; ) {
        const length = came.readUInt32BE(at)
        if (length === 0) return void socket.end(answer(Buffer.concat(parts)))
        if (at + 4 + length > came.length) return
        parts.push(came.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

test('a file is sent whole to the scanner, and what it finds is named', async () => {
  const sizes: number[] = []
  const { address, server } = await daemon((stream) => {
    sizes.push(stream.length)
    return stream.includes('HARMFUL') ? 'stream: Test.Harmful FOUND\0' : 'stream: OK\0'
  })
  const scan = clamd(address)
  assert.equal(await scan.find(Buffer.alloc(200_000, 7)), null)
  assert.equal(await scan.find(Buffer.from('xx HARMFUL xx')), 'Test.Harmful')
  assert.deepEqual(sizes, [200_000, 13])
  server.close()
})

test('a scanner that is away or speaks otherwise takes no file', async () => {
  const { address, server } = await daemon(() => 'INSTREAM size limit exceeded. ERROR\0')
  await assert.rejects(clamd(address).find(Buffer.from('abc')), Unavailable)
  await new Promise((resolve) => server.close(resolve))
  await assert.rejects(clamd(address).find(Buffer.from('abc')), Unavailable)
})

test('only a socket of this machine or a host with its port is an address', () => {
  for (const good of ['unix:/run/clamav/clamd.ctl', 'tcp://127.0.0.1:3310', 'tcp://scan.internal:3310'])
    assert.ok(isScanAddress(good), good)
  for (const bad of ['', 'unix:clamd', '127.0.0.1:3310', 'tcp://host', 'http://host:80'])
    assert.ok(!isScanAddress(bad), bad)
})
