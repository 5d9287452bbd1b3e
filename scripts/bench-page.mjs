// What a page of 50 rows costs, against a bare node:http reply of the same bytes in the same run: node scripts/bench-page.mjs
// CPU time of the server process for each request, user and system together, garbage collection included.
import { fork } from 'node:child_process'
import http from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** bare: bytes made once · text: the same as a string, encoded each time · drawn: the page drawn anew · kept: through keepPages */
const kinds = ['bare', 'text', 'drawn', 'kept']
const warmUp = 4000
const requests = 8000

if (process.argv[2] === '--serve') await serve(process.argv[3])
else {
  build({ ifNeeded: true })
  for (let round = 1; round <= 3; round += 1) {
    const cost = {}
    for (const kind of kinds) cost[kind] = await measure(kind)
    const ratio = (kind) => (cost[kind] / cost.bare).toFixed(1)
    console.log(
      kinds.map((kind) => `${kind} ${cost[kind].toFixed(3)} ms (${ratio(kind)})`).join('   '),
      `  drawn against text ${(cost.drawn / cost.text).toFixed(1)}`,
    )
  }
}

async function serve(kind) {
  const { fiftyRows } = await import(join(root, 'dist/test/gallery/fifty-rows.js'))
  const html = await import(join(root, 'dist/src/platform/html/index.js'))
  const bytes = html.renderBytes(fiftyRows())
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
    if (request.url === '/cpu') {
      const { user, system } = process.cpuUsage()
      response.end(String(user + system))
      return
    }
    const body = await bodies[kind]()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length })
    response.end(body)
  })
  server.listen(0, '127.0.0.1', () => process.send(server.address().port))
}

async function measure(kind) {
  const child = fork(fileURLToPath(import.meta.url), ['--serve', kind])
  const port = await new Promise((resolve) => child.once('message', resolve))
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 })
  const get = (path) =>
    new Promise((resolve, reject) => {
      http
        .get({ host: '127.0.0.1', port, path, agent }, (response) => {
          let text = ''
          response.on('data', (chunk) => {
            if (path === '/cpu') text += chunk
          })
          response.on('end', () => resolve(text))
        })
        .on('error', reject)
    })
  const many = async (count) => {
    let left = count
    const one = async () => {
      while (left-- > 0) await get('/')
    }
    await Promise.all(Array.from({ length: 8 }, one))
  }
  await many(warmUp)
  const before = Number(await get('/cpu'))
  await many(requests)
  const after = Number(await get('/cpu'))
  agent.destroy()
  child.kill()
  return (after - before) / requests / 1000
}
