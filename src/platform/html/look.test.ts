import assert from 'node:assert/strict'
import { test } from 'node:test'
import Fastify from 'fastify'
import { lookAddress, lookCookie, ownPath, plainLook, readLook, serveLook } from './look.ts'
import { assetByPath, serveAssets, sheetAddress, islandAddress, islandNames } from './assets.ts'

test('a look once chosen is read back from its cookie, among other cookies', () => {
  for (const look of [plainLook, { elder: true, contrast: false }, { elder: true, contrast: true }])
    assert.deepEqual(readLook(`a=1; ${lookCookie(look).split(';')[0]}; b=2`), look)
  assert.deepEqual(readLook(undefined), plainLook)
  assert.deepEqual(readLook('gongkai-look=<script>'), plainLook)
})

test('changing the look leads back to the page, and never to another host', async () => {
  const app = Fastify()
  serveLook(app)
  const there = lookAddress({ elder: true, contrast: false }, '/search?q=%E7%87%83%E6%B0%94&page=2')
  const answer = await app.inject(there)
  assert.equal(answer.statusCode, 303)
  assert.equal(answer.headers.location, '/search?q=%E7%87%83%E6%B0%94&page=2')
  assert.match(String(answer.headers['set-cookie']), /^gongkai-look=elder; Path=\//)
  for (const foreign of [
    '//evil.example/',
    '/\\evil.example',
    'https://evil.example/',
    '/a\r\nset-cookie: x',
    '',
  ])
    assert.equal(ownPath(foreign), '/')
})

test('the style sheet and every island are served compressed and may be kept for a year', async () => {
  const app = Fastify()
  serveAssets(app)
  for (const path of [sheetAddress(), ...islandNames.map(islandAddress)]) {
    assert.ok(path, 'islands are built')
    const answer = await app.inject({ url: path, headers: { 'accept-encoding': 'gzip, br' } })
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.headers['content-encoding'], 'br')
    assert.match(String(answer.headers['cache-control']), /immutable/)
  }
  assert.equal((await app.inject('/assets/look.000000000000.css')).statusCode, 404)
  assert.ok(
    (assetByPath(sheetAddress())?.brotli.length ?? 0) < 16_000,
    'the sheet stays under 16 kB on the wire',
  )
})
