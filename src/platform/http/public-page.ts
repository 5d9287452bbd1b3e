import type { FastifyInstance, FastifyRequest, RouteGenericInterface } from 'fastify'
import type { VNode } from 'preact'
import { keepPages, readLook, renderBytes, type KeptPages } from '../html/index.ts'
import type { Services } from '../services.ts'

/**
 * How long a page is good at the most. What a command changes, in any process, shows at once, and a new day has new pages; the limit is
 * for a connection to the database that died without a word.
 */
const keptForMs = 60_000
const keptBytes = 32 * 1024 * 1024
/** Longer addresses are not ours, and keeping them would only push others out. */
const longestAddress = 300

const kept = new WeakMap<Services, KeptPages>()

/** The pages kept for an installation: forgotten after every command, so that nothing withdrawn stays and nothing new waits. */
function pagesOf(services: Services): KeptPages {
  let pages = kept.get(services)
  if (!pages) {
    pages = keepPages(keptForMs, keptBytes, () => performance.now())
    services.onCommit(pages.forget)
    kept.set(services, pages)
  }
  return pages
}

/**
 * A public page: the same for everyone who asks for the same address in the same look, so a crowd costs one drawing.
 * `draw` must look at nothing of the request but its address and look: no session, no other cookie, no header.
 */
export function publicPage<Route extends RouteGenericInterface = RouteGenericInterface>(
  app: FastifyInstance,
  services: Services,
  path: string,
  draw: (request: FastifyRequest<Route>) => Promise<VNode>,
): void {
  const pages = pagesOf(services)
  app.get(path, async (request, reply) => {
    const drawn = async (): Promise<Buffer> =>
      renderBytes(await draw(request as unknown as FastifyRequest<Route>))
    const page =
      request.url.length > longestAddress
        ? await drawn()
        : await pages.get(`${services.today()} ${keyOf(request)}`, drawn)
    void reply.type('text/html; charset=utf-8')
    return reply.send(page)
  })
}

function keyOf(request: FastifyRequest): string {
  const { cookie } = request.headers
  if (!cookie) return request.url
  const { elder, contrast } = readLook(cookie)
  return elder || contrast ? `${elder ? 'e' : ''}${contrast ? 'c' : ''} ${request.url}` : request.url
}
