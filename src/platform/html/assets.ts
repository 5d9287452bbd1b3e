import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

/** The sheets in the order in which they must come; the browser gets them as one. */
export const sheetNames = [
  'tokens',
  'base',
  'frame',
  'actions',
  'forms',
  'status',
  'data',
  'course',
  'endpoint',
  'finding',
  'reading',
  'judging',
  'charts',
  'console',
  'dialog',
  'narrow',
  'print',
] as const

export const islandNames = [
  'file-drop',
  'live-region',
  'dialog-door',
  'letter-preview',
  'found-already',
  'region-draw',
] as const
export type IslandName = (typeof islandNames)[number]

/** One file the browser fetches. Its address carries the digest of its bytes, so it may be kept for ever. */
export interface Asset {
  readonly path: string
  readonly type: string
  readonly body: Buffer
  readonly brotli: Buffer
  readonly gzip: Buffer
}

const publicFolder = join(dirname(fileURLToPath(import.meta.url)), 'public')

function asset(name: string, extension: string, type: string, body: Buffer): Asset {
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return {
    path: `/assets/${name}.${digest}.${extension}`,
    type,
    body,
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    gzip: gzipSync(body, { level: 9 }),
  }
}

/** Comments and line ends are for us, not for the wire. Strings in our sheets hold neither. */
function slim(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}

interface Assets {
  readonly sheet: Asset
  readonly mark: Asset
  readonly islands: ReadonlyMap<string, Asset>
  readonly byPath: ReadonlyMap<string, Asset>
}

let loaded: Assets | undefined

let text: string | undefined

/** The one style sheet as text, for a page that stands alone. */
export function sheetText(): string {
  text ??= sheetNames.map((name) => slim(readFileSync(join(publicFolder, `${name}.css`), 'utf8'))).join('\n')
  return text
}

/** Reads the public folder once. Islands are there after a build. */
function assets(): Assets {
  if (loaded) return loaded
  const sheet = asset('look', 'css', 'text/css; charset=utf-8', Buffer.from(sheetText()))
  const mark = asset('mark', 'svg', 'image/svg+xml', readFileSync(join(publicFolder, 'mark.svg')))
  const islands = new Map<string, Asset>()
  const folder = join(publicFolder, 'islands')
  if (existsSync(folder))
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
      const name = file.slice(0, -3)
      islands.set(name, asset(name, 'js', 'text/javascript; charset=utf-8', readFileSync(join(folder, file))))
    }
  const all = [sheet, mark, ...islands.values()]
  loaded = { sheet, mark, islands, byPath: new Map(all.map((each) => [each.path, each])) }
  return loaded
}

/** Address of the one style sheet. */
export function sheetAddress(): string {
  return assets().sheet.path
}

/** Address of our mark, for the browser's tab. */
export function markAddress(): string {
  return assets().mark.path
}

/** Address of an island's script; null before a build, when the page works without it. */
export function islandAddress(name: IslandName): string | null {
  return assets().islands.get(name)?.path ?? null
}

/** Every asset by its path, for the door and for the gallery. */
export function assetByPath(path: string): Asset | undefined {
  return assets().byPath.get(path)
}

/** Serves the assets, compressed once at start and kept by browsers for a year. */
export function serveAssets(app: FastifyInstance): void {
  app.get('/assets/:file', { logLevel: 'warn' }, async (request, reply) => {
    const found = assetByPath(request.url.split('?')[0] ?? '')
    if (!found) return reply.code(404).type('text/plain; charset=utf-8').send('没有这个文件。')
    const accepts = String(request.headers['accept-encoding'] ?? '')
    const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : null
    if (encoding) reply.header('content-encoding', encoding)
    return reply
      .type(found.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .send(encoding === 'br' ? found.brotli : encoding === 'gzip' ? found.gzip : found.body)
  })
}
