import type { FastifyInstance } from 'fastify'

/** How this visitor wants pages to look. Kept in a cookie of its own, set by plain links, so no script is needed. */
export interface Look {
  /** 长者模式: everything larger. */
  readonly elder: boolean
  /** 高对比: black, white and yellow. */
  readonly contrast: boolean
}

export const plainLook: Look = { elder: false, contrast: false }

const cookieName = 'gongkai-look'

/** The look named in a Cookie header; the plain one when there is none. */
export function readLook(cookieHeader: string | undefined): Look {
  const found = /(?:^|;\s*)gongkai-look=([a-z.]*)/.exec(cookieHeader ?? '')
  if (!found) return plainLook
  const words = (found[1] ?? '').split('.')
  return { elder: words.includes('elder'), contrast: words.includes('contrast') }
}

/** The Set-Cookie value that keeps a look for a year. */
export function lookCookie(look: Look): string {
  const words = [look.elder && 'elder', look.contrast && 'contrast'].filter(Boolean).join('.')
  return `${cookieName}=${words}; Path=/; Max-Age=31536000; SameSite=Lax`
}

/** Address that changes the look and comes back to the page. */
export function lookAddress(look: Look, back: string): string {
  const query = new URLSearchParams({
    elder: look.elder ? '1' : '0',
    contrast: look.contrast ? '1' : '0',
    back,
  })
  return `/look?${query.toString()}`
}

/** Only a path of this site may be returned to: never another host, however it is written. */
export function ownPath(back: string | undefined): string {
  if (back === undefined || !/^\/(?![/\\])[^\\]*$/.test(back)) return '/'
  return Array.from(back).some((character) => character < ' ' || character === '\u007f') ? '/' : back
}

/** The route behind the two links of the utility line. */
export function serveLook(app: FastifyInstance): void {
  app.get('/look', async (request, reply) => {
    const query = request.query as Readonly<Record<string, string | undefined>>
    return reply
      .header('set-cookie', lookCookie({ elder: query.elder === '1', contrast: query.contrast === '1' }))
      .header('cache-control', 'no-store')
      .redirect(ownPath(query.back), 303)
  })
}
