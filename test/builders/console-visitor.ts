import type { FastifyInstance } from 'fastify'
import type { County } from './county.ts'
import { visitor, type Visitor } from './visitor.ts'

/** A staff member of the demo city, signed in, in a browser without script. */
export async function signedIn(app: FastifyInstance, city: County, loginName: string): Promise<Visitor> {
  const browser = visitor(app)
  const page = await browser.post('/console/sign-in', { loginName, password: city.password })
  if (page.statusCode !== 303) throw new Error(`${loginName} could not sign in: ${page.statusCode}`)
  return browser
}

/** The value of a hidden field of a page. */
export function hidden(body: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
}
