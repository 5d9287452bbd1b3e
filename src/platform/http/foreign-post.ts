import type { FastifyRequest } from 'fastify'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether an unsafe request was sent by another site's page (fetch metadata; no tokens needed, so every form stays plain HTML).
 * Browsers say where a request comes from: Sec-Fetch-Site, or Origin in older ones. A client that sends neither and
 * carries no cookie is no browser (the API of a city's acceptance platform) and is judged by its own credentials.
 */
export function isForeignPost(
  request: Pick<FastifyRequest, 'method' | 'headers'>,
  publicUrl: string | null,
): boolean {
  if (safe.has(request.method)) return false
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = request.headers.origin
  if (origin !== undefined) return !isOwnOrigin(origin, request.headers.host, publicUrl)
  return request.headers.cookie !== undefined
}

function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string | null): boolean {
  try {
    const from = new URL(origin)
    if (publicUrl !== null && from.origin === new URL(publicUrl).origin) return true
    return publicUrl === null && from.host === host
  } catch {
    return false
  }
}
