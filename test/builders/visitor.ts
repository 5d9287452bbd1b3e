import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { multipart, type UploadFile } from './upload.ts'

/** A browser without script: keeps its cookies, sends forms as a browser of this site does. */
export interface Visitor {
  get(url: string): Promise<LightMyRequestResponse>
  post(
    url: string,
    form: Readonly<Record<string, string | readonly string[]>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<LightMyRequestResponse>
  /** Sends a form with files. */
  upload(
    url: string,
    files: readonly UploadFile[],
    fields?: Readonly<Record<string, string>>,
  ): Promise<LightMyRequestResponse>
  cookie(name: string): string | undefined
  /** The header with every cookie, for what is not sent by `get` and `post`. */
  cookies(): string
}

/** A visitor of the application. */
export function visitor(
  app: FastifyInstance,
  options: {
    readonly address?: string
    readonly origin?: string
    readonly cookies?: Readonly<Record<string, string>>
  } = {},
): Visitor {
  const jar = new Map(Object.entries(options.cookies ?? {}))
  const remember = (answer: LightMyRequestResponse): LightMyRequestResponse => {
    for (const { name, value, maxAge, expires } of answer.cookies)
      if (maxAge === 0 || (expires && expires.getTime() <= Date.now())) jar.delete(name)
      else jar.set(name, value)
    return answer
  }
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    payload: string | Buffer | undefined,
    headers: Readonly<Record<string, string>>,
  ) =>
    remember(
      await app.inject({
        method,
        url,
        ...(payload === undefined ? {} : { payload }),
        remoteAddress: options.address ?? '127.0.0.1',
        headers: {
          accept: 'text/html',
          'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0 Safari/537.36',
          ...(options.origin === undefined ? {} : { origin: options.origin }),
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...headers,
        },
      }),
    )
  return {
    get: (url) => send('GET', url, undefined, {}),
    post(url, form, headers = {}) {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(form))
        for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
      return send('POST', url, body.toString(), {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        ...headers,
      })
    },
    upload(url, files, fields = {}) {
      const { payload, headers } = multipart(files, fields)
      return send('POST', url, payload, { ...headers, 'sec-fetch-site': 'same-origin' })
    },
    cookie: (name) => jar.get(name),
    cookies: () => [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
  }
}
