import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { sql } from 'kysely'
import { isConnectionLoss } from '../db/connection-loss.ts'
import { databaseRefusals } from '../db/refusals.ts'
import { Refusal, Unavailable } from '../refusals.ts'
import type { Services } from '../services.ts'
import { isForeignPost } from './foreign-post.ts'
import { refusalBody, statusOf, type RefusalView } from './refusal-view.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** Sends a drawn page. The text must come from `renderPage`. */
    html(page: string, status?: number): FastifyReply
  }
}

export interface AppOptions {
  readonly services: Services
  /** Draws the page for a refusal or a fault: the door's own look. */
  readonly drawRefusal: (view: RefusalView, request: FastifyRequest) => Promise<string>
  /** Requests a minute and address before 429. */
  readonly ratePerMinute?: number
  /** Largest upload in bytes. */
  readonly uploadLimit?: number
}

const megabyte = 1024 * 1024

/** Nothing from elsewhere, nothing inline, in no frame: whatever gets into a page as text cannot act. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join(';')

/** Names for requests, to be found again in the log. Random bytes are fetched for many at once: asking for six each time costs more than routing. */
function requestNames(): () => string {
  const length = 6
  let random = Buffer.alloc(0)
  let at = 0
  return () => {
    if (at + length > random.length) {
      random = randomBytes(length * 512)
      at = 0
    }
    at += length
    return random.toString('hex', at - length, at)
  }
}

/**
 * The web application without its rooms: safety headers, forms, uploads, refusals as pages or API bodies, health.
 * Nothing personal reaches the log: addresses are logged as route patterns, never with their query.
 */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { services } = options
  const { config, log } = services
  const https = config.publicUrl?.startsWith('https:') ?? false
  const app = Fastify({
    logger: false,
    genReqId: requestNames(),
    trustProxy: config.trustProxy,
    bodyLimit: megabyte,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: 'idle',
  })

  await app.register(helmet, {
    // Sent by the next hook: the plugin would write the same line anew for every request.
    contentSecurityPolicy: false,
    hsts: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', contentPolicy)
  })
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: megabyte })
  await app.register(multipart, {
    limits: { fileSize: options.uploadLimit ?? 50 * megabyte, files: 60, fields: 200, fieldSize: megabyte },
    throwFileSizeLimit: true,
  })
  await app.register(rateLimit, {
    max: options.ratePerMinute ?? config.ratePerMinute,
    timeWindow: '1 minute',
    allowList: (request) =>
      request.url === '/healthz' || request.url === '/readyz' || request.url.startsWith('/assets/'),
  })

  app.decorateReply('html', function html(page: string, status = 200) {
    return this.code(status).type('text/html; charset=utf-8').send(page)
  })

  app.addHook('onRequest', async (request, reply) => {
    if (isForeignPost(request, config.publicUrl)) {
      const view: RefusalView = {
        kind: 'forbidden',
        title: '这个表单不是从本站提交的',
        reasons: [
          {
            code: 'http.foreignPost',
            sentence: '为了安全，只接受从本站页面提交的表单。请回到本站的页面重新提交。',
          },
        ],
      }
      return send(request, reply, 403, view)
    }
    return undefined
  })

  app.addHook('onResponse', async (request, reply) => {
    const path = request.routeOptions.url ?? '(none)'
    log.info(
      {
        id: request.id,
        method: request.method,
        path,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })

  app.setErrorHandler<FastifyError | Refusal>((error, request, reply) => {
    if (error instanceof Refusal) return send(request, reply, statusOf(error.kind), refusalToView(error))
    if (isConnectionLoss(error)) {
      log.warn(
        { id: request.id, path: request.routeOptions.url, error: error.message },
        'database unavailable',
      )
      reply.header('retry-after', '10')
      return send(request, reply, 503, refusalToView(new Unavailable([databaseRefusals.unavailable])))
    }
    const known = knownFault(error)
    if (known) return send(request, reply, known.status, known.view)
    const reference = request.id.slice(0, 8).toUpperCase()
    log.error(
      { id: request.id, reference, path: request.routeOptions.url, error: String(error.stack ?? error) },
      'fault',
    )
    return send(request, reply, 500, {
      kind: 'fault',
      title: '这一步没有做成，是我们的问题',
      reasons: [
        { code: 'http.fault', sentence: `可以再试一次。如果还不行，请把编号 ${reference} 告诉管理员。` },
      ],
      reference,
    })
  })

  app.setNotFoundHandler((request, reply) =>
    send(
      request,
      reply,
      404,
      request.url.startsWith('/api/')
        ? {
            kind: 'notFound',
            title: '没有这个接口',
            reasons: [
              {
                code: 'http.notFound',
                sentence: `没有 ${request.method} 这个地址的接口。请对照接口说明 /api/docs 检查地址和方法。`,
              },
            ],
          }
        : {
            kind: 'notFound',
            title: '没有找到这一页',
            reasons: [
              {
                code: 'http.notFound',
                sentence: '它可能已经移走，或者地址写错了。可以从首页或搜索重新找。',
              },
            ],
          },
    ),
  )

  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await sql`select 1`.execute(services.db)
      return { status: 'ok' }
    } catch {
      return reply.code(503).send({ status: 'database unavailable' })
    }
  })

  return app

  async function send(request: FastifyRequest, reply: FastifyReply, status: number, view: RefusalView) {
    if (status === 404 || status >= 500) reply.header('cache-control', 'no-store')
    if (wantsJson(request)) return reply.code(status).send(refusalBody(view))
    return reply.html(await options.drawRefusal(view, request), status)
  }
}

function refusalToView(error: Refusal): RefusalView {
  return {
    kind: error.kind,
    title: titles[error.kind],
    reasons: error.reasons,
    ...('fields' in error ? { fields: error.fields as RefusalView['fields'] } : {}),
  }
}

const titles: Readonly<Record<Refusal['kind'], string>> = {
  invalid: '还有几处要补充或改正',
  refused: '现在不能这样做',
  forbidden: '您没有做这件事的权限',
  notFound: '没有找到',
  stale: '这条记录刚刚被别人改过',
  unreadable: '这个文件读不出来',
  unavailable: '暂时做不了，请稍后再试',
}

/** PostgreSQL: text that is no value of the column's type, numbers and days out of range. */
const noSuchValue: ReadonlySet<string> = new Set(['22P02', '22003', '22007', '22008'])

const tooManyParts: ReadonlySet<string> = new Set(['FST_FILES_LIMIT', 'FST_PARTS_LIMIT', 'FST_FIELDS_LIMIT'])

/** Faults of the request itself that Fastify and its plugins report: each gets one clear sentence. */
function knownFault(error: FastifyError): { status: number; view: RefusalView } | undefined {
  const say = (status: number, kind: RefusalView['kind'], title: string, sentence: string) => ({
    status,
    view: { kind, title, reasons: [{ code: `http.${error.code ?? status}`, sentence }] },
  })
  // PostgreSQL cannot keep a NUL character, and no honest address or form holds one.
  if (error.code === '22021')
    return say(400, 'invalid', '请求的格式不对', '里面有看不见的控制字符，请删掉它再试一次。')
  // An id, number or day that is none, written into a form by hand: the database says so before anything is done.
  if (noSuchValue.has(error.code))
    return say(400, 'invalid', '请求的格式不对', '请回到上一页，从页面上的表单重新提交。')
  const status = error.statusCode ?? 500
  if (tooManyParts.has(error.code))
    return say(413, 'invalid', '一次传得太多了', '一次最多传40个文件。请分几次上传。')
  if (error.validation !== undefined && error.validation.length > 0)
    return {
      status: 400,
      view: {
        kind: 'invalid',
        title: '请求的格式不对',
        reasons: [
          {
            code: `http.${error.code}`,
            sentence: '有的内容没有写或者写得不对，逐项列在后面。用接口的，对照接口说明检查。',
          },
        ],
        fields: error.validation.map(({ instancePath, message = '' }) => ({
          // /applicants/0/name → applicants.0.name; the whole body is called by where it stands.
          field: instancePath.split('/').filter(Boolean).join('.') || (error.validationContext ?? 'body'),
          sentence: message,
        })),
      },
    }
  if (status === 429) return say(429, 'unavailable', '请求太频繁了', '请等一分钟再试。')
  if (status === 413)
    return say(413, 'invalid', '文件太大了', '超过了一次能上传的大小。请分开上传，或者压缩后再传。')
  if (status === 415)
    return say(
      415,
      'invalid',
      '这种格式的请求不能接收',
      '请使用页面上的表单，或者按接口说明设置 Content-Type。',
    )
  if (status >= 400 && status < 500)
    return say(
      status,
      'invalid',
      '请求的格式不对',
      '请回到上一页重新填写；用接口的，请对照接口说明检查参数。',
    )
  return undefined
}

/** API callers and scripts get JSON, browsers get pages. */
export function wantsJson(request: FastifyRequest): boolean {
  if (request.url.startsWith('/api/')) return !request.url.startsWith('/api/docs')
  const accept = request.headers.accept ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}
