import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** A real OpenID Connect provider on this machine, with one client and whoever asks as its user. */
export interface SignOnProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /**
   * Goes through the provider's pages as a browser would.
   * @param address where our server sent the browser
   * @param subject who the person says to be
   * @returns the address the browser is sent back to
   */
  visit(address: string, subject: string): Promise<string>
  stop(): Promise<void>
}

/** Starts the provider; `returnAddress` is the only one it sends browsers back to. */
export async function startSignOnProvider(returnAddress: string): Promise<SignOnProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = { clientId: 'gongkai', clientSecret: 'a-secret-for-tests-only' }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [returnAddress],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    cookies: { keys: ['tests only'] },
  })
  // The provider says in its log that its own sign-in page is for development: here it is meant to be.
  server.on('request', provider.callback())
  return {
    issuer,
    ...client,
    async visit(address, subject) {
      const jar = new Map<string, string>()
      const go = async (to: string, form?: Record<string, string>) => {
        const answer = await fetch(to, {
          redirect: 'manual',
          headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
          ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
        })
        for (const line of answer.headers.getSetCookie()) {
          const [pair = ''] = line.split(';')
          const [name = '', value = ''] = pair.split('=')
          if (value === '') jar.delete(name)
          else jar.set(name, value)
        }
        return answer
      }
      let at = address
      let answer = await go(at)
      for (let step = 0; step < 20; step += 1) {
        const next = answer.headers.get('location')
        if (next !== null) {
          at = new URL(next, at).href
          if (at.startsWith(returnAddress)) return at
          answer = await go(at)
          continue
        }
        const page = await answer.text()
        const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
        const action = /action="([^"]+)"/.exec(page)?.[1]
        if (!prompt || !action) throw new Error(`the provider stopped at ${at}: ${answer.status}`)
        answer = await go(new URL(action, at).href, {
          prompt,
          ...(prompt === 'login' ? { login: subject, password: 'any' } : {}),
        })
      }
      throw new Error('the provider did not send the browser back')
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
