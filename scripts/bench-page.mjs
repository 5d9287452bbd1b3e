// What a page of 50 rows costs, against a bare node:http reply of the same bytes in the same run: node scripts/bench-page.mjs
// CPU time of the server process for each request, user and system together, garbage collection included. The database's own
// work is not in it. Two pages: the gallery's (drawing alone, bare node:http around it) and the portal's year page of fifty
// agencies (the whole product: Fastify, safety headers, rate limit, log, database questions).
import { fork } from 'node:child_process'
import http from 'node:http'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const emit = (path) => import(join(root, 'dist', path))
const warmUp = 1500
const requests = 3000
const rounds = 3

/** bare: bytes made once · text: the same as a string, encoded each time · drawn: the page drawn anew · kept: through keepPages */
const gallery = { bare: '/', text: '/', drawn: '/', kept: '/' }
/** An address never asked before is drawn afresh; the same one again is kept. */
const portal = { bare: '/', fresh: '/reports/2023?n=', kept: '/reports/2023' }

if (process.argv[2] === '--serve') await serve(process.argv[3], process.argv[4])
else {
  build({ ifNeeded: true })
  await compare('gallery page', gallery, null)
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  try {
    const bytes = join(folder, 'page.html')
    await keepPortalPage(bytes)
    await compare('portal page', portal, bytes)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function compare(name, kinds, bytes) {
  const servers = new Map()
  const serverOf = async (kind) => {
    // The portal's two kinds differ by address only.
    const which = bytes === null || kind === 'bare' ? kind : 'portal'
    if (!servers.has(which)) servers.set(which, await startServer(which, bytes))
    return servers.get(which)
  }
  const all = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]))
  for (let round = 1; round <= rounds; round += 1)
    for (const [kind, path] of Object.entries(kinds))
      all[kind].push(await (await serverOf(kind)).measure(path, round === 1 ? warmUp : 200))
  for (const server of servers.values()) await server.stop()
  const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
  for (const kind of Object.keys(kinds)) {
    const ratios = all[kind].map((cost, round) => cost / all.bare[round])
    const span = `${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)}`
    console.log(
      `${name.padEnd(13)} ${kind.padEnd(6)} ${middle(all[kind]).toFixed(3)} ms CPU a request, ${middle(ratios).toFixed(1)} times bare (${span})`,
    )
  }
}

async function serve(kind, file) {
  if (kind === 'portal') return servePortal()
  const { fiftyRows } = await emit('test/gallery/fifty-rows.js')
  const html = await emit('src/platform/html/index.js')
  const bytes = file === 'null' ? html.renderBytes(fiftyRows()) : readFileSync(file)
  const text = html.renderPage(fiftyRows())
  const pages = html.keepPages(3000, 10_000_000, () => performance.now())
  const draw = async () => html.renderBytes(fiftyRows())
  const bodies = {
    bare: () => bytes,
    text: () => text,
    drawn: () => html.renderBytes(fiftyRows()),
    kept: () => pages.get('/', draw),
  }
  const server = http.createServer(async (request, response) => {
    if (request.url === '/cpu') return sendCpu(response)
    const body = await bodies[kind]()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length })
    response.end(body)
  })
  server.listen(0, '127.0.0.1', () => process.send(server.address().port))
}

function sendCpu(response) {
  const { user, system } = process.cpuUsage()
  response.end(String(user + system))
}

/** The whole product with fifty bureaus that each have a report of 2023. */
async function openPortal() {
  const { testServices } = await emit('test/builders/database.js')
  const { rooms } = await emit('src/apps/rooms.js')
  const { createServer } = await emit('src/apps/server.js')
  const { importFile } = await emit('src/modules/report-audit/index.js')
  const services = await testServices(rooms, { env: { GONGKAI_RATE_PER_MINUTE: '100000000' } })
  const report = readFileSync(join(root, 'test/reports/labelled/sound-emergency-2023.txt'), 'utf8')
  const wishes = { agency: null, year: null, create: { under: null }, isTrial: false }
  for (let at = 1; at <= 50; at += 1)
    await importFile(
      services,
      { kind: 'operator', name: 'bench' },
      {
        name: `${at}.txt`,
        bytes: Buffer.from(report.replaceAll('临水县应急管理局', `云汀市第${at}区应急管理局`)),
      },
      wishes,
    )
  const app = await createServer(services)
  return { services, app }
}

async function servePortal() {
  const { app, services } = await openPortal()
  app.get('/cpu', (_request, reply) => {
    const { user, system } = process.cpuUsage()
    return reply.send(String(user + system))
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  process.once('message', async () => {
    await app.close()
    await services.drop()
    process.disconnect()
  })
  process.send(app.server.address().port)
}

async function keepPortalPage(file) {
  const { app, services } = await openPortal()
  const answer = await app.inject(portal.kept)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  writeFileSync(file, answer.rawPayload)
  console.log(`portal page: ${answer.rawPayload.length} bytes`)
  await app.close()
  await services.drop()
}

async function startServer(kind, file) {
  const child = fork(fileURLToPath(import.meta.url), ['--serve', kind, String(file)])
  const port = await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', () => reject(new Error(`the server for ${kind} ended by itself`)))
  })
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 })
  const get = (path) =>
    new Promise((resolve, reject) => {
      http
        .get({ host: '127.0.0.1', port, path, agent }, (response) => {
          let text = ''
          if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`))
          response.on('data', (chunk) => {
            if (path === '/cpu') text += chunk
          })
          response.on('end', () => resolve(text))
        })
        .on('error', reject)
    })
  let asked = 0
  const many = async (path, count) => {
    let left = count
    const one = async () => {
      while (left-- > 0) await get(path.endsWith('=') ? path + asked++ : path)
    }
    await Promise.all(Array.from({ length: 8 }, one))
  }
  return {
    /** Milliseconds of CPU a request. */
    async measure(path, first) {
      await many(path, first)
      const before = Number(await get('/cpu'))
      await many(path, requests)
      return (Number(await get('/cpu')) - before) / requests / 1000
    },
    async stop() {
      agent.destroy()
      const ended = new Promise((resolve) => child.once('exit', resolve))
      if (kind === 'portal') child.send('end')
      else child.kill()
      await ended
    },
  }
}
