import { request } from 'node:http'
import type { LightMyRequestResponse } from 'fastify'
import { multipart } from './upload.ts'
import type { Visitor } from './visitor.ts'

/** The connection broke before the whole answer was there: nobody was told anything. */
export class Unheard extends Error {}

/**
 * A browser without script that comes over the network: its own sockets, its cookies, and the headers by which a browser says where a
 * form comes from.
 * @param origin of the server, http://127.0.0.1:PORT
 * @param address the visitor's own, told as a proxy in front of the server tells it
 * @param cookies of an earlier visit: another socket of the same browser
 */
export function webVisitor(
  origin: string,
  address: string,
  cookies: Readonly<Record<string, string>> = {},
): Visitor & { jar(): Readonly<Record<string, string>> } {
  const jar = new Map(Object.entries(cookies))
  const cookieHeader = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  function send(
    method: 'GET' | 'POST',
    url: string,
    payload: Buffer,
    headers: Readonly<Record<string, string>>,
  ): Promise<LightMyRequestResponse> {
    return new Promise((resolve, reject) => {
      const unheard = (error: Error) => reject(new Unheard(error.message))
      const sent = request(
        new URL(url, origin),
        {
          method,
          agent: false,
          headers: {
            accept: 'text/html,application/xhtml+xml',
            'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0 Safari/537.36',
            'x-forwarded-for': address,
            'sec-fetch-mode': 'navigate',
            'sec-fetch-dest': 'document',
            'sec-fetch-site': 'same-origin',
            'sec-fetch-user': '?1',
            ...(jar.size === 0 ? {} : { cookie: cookieHeader() }),
            ...(method === 'POST' ? { origin, 'content-length': String(payload.length) } : {}),
            ...headers,
          },
        },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('error', unheard)
          answer.on('close', () => {
            if (!answer.complete) return unheard(new Error('the answer broke off'))
            for (const line of answer.headers['set-cookie'] ?? []) {
              const [pair = ''] = line.split(';')
              const at = pair.indexOf('=')
              jar.set(pair.slice(0, at), pair.slice(at + 1))
            }
            const body = Buffer.concat(parts).toString('utf8')
            return resolve({
              statusCode: answer.statusCode ?? 0,
              headers: answer.headers,
              body,
            } as unknown as LightMyRequestResponse)
          })
        },
      )
      sent.on('error', unheard)
      sent.end(payload)
    })
  }

  return {
    get: (url) => send('GET', url, Buffer.alloc(0), {}),
    post(url, form, headers = {}) {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(form))
        for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
      return send('POST', url, Buffer.from(body.toString()), {
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      })
    },
    upload(url, files, fields = {}) {
      const { payload, headers } = multipart(files, fields)
      return send('POST', url, payload, headers)
    },
    cookie: (name) => jar.get(name),
    cookies: cookieHeader,
    jar: () => Object.fromEntries(jar),
  }
}
