import { parse } from 'parse5'
import type { Visitor } from './visitor.ts'

/** A page as a browser without script got it. */
export interface FoundPage {
  /** Path and query. */
  readonly path: string
  readonly kind: string
  readonly status: number
  readonly type: string
  /** Pages of this site that it leads to, without fragment. */
  readonly links: readonly string[]
  /** Places within itself that it points at and that do not exist. */
  readonly lostPlaces: readonly string[]
}

interface Node {
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly Node[]
}

function* elements(node: Node): Generator<ReadonlyMap<string, string>> {
  if (node.attrs) yield new Map(node.attrs.map(({ name, value }) => [name, value]))
  for (const child of node.childNodes ?? []) yield* elements(child)
}

/**
 * Follows every link of this site that a visitor finds, beginning at the given pages. Never follows what changes something:
 * those are forms.
 * @param skip paths that are not to be followed (they change the look, or lead out of the session)
 * @param most per kind of page, so that a list of a thousand reports is not read to its end
 */
export async function crawl(
  visitor: Visitor,
  starts: readonly string[],
  options: { readonly skip: RegExp; readonly kindOf: (path: string) => string; readonly most: number },
): Promise<readonly FoundPage[]> {
  const waiting = [...starts]
  const met = new Set(starts)
  const kinds = new Map<string, number>()
  const pages: FoundPage[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = options.kindOf(path)
    const count = (kinds.get(kind) ?? 0) + 1
    kinds.set(kind, count)
    if (count > options.most) continue
    const answer = await visitor.get(path)
    const type = String(answer.headers['content-type'] ?? '')
    const isPage = type.startsWith('text/html')
    const found = isPage ? readLinks(answer.body, path) : { links: [], lostPlaces: [] }
    pages.push({ path, kind, status: answer.statusCode, type, ...found })
    for (const link of found.links) {
      if (met.has(link) || options.skip.test(link)) continue
      met.add(link)
      waiting.push(link)
    }
  }
  return pages
}

function readLinks(html: string, at: string): Pick<FoundPage, 'links' | 'lostPlaces'> {
  const base = new URL(at, 'http://site.invalid')
  const all = [...elements(parse(html) as unknown as Node)]
  const ids = new Set(all.map((attributes) => attributes.get('id')).filter((id) => id !== undefined))
  const links = new Set<string>()
  const lostPlaces: string[] = []
  for (const attributes of all) {
    const href = attributes.get('href')
    if (href === undefined || attributes.get('rel') === 'stylesheet') continue
    const address = new URL(href, base)
    if (address.origin !== base.origin) continue
    const path = address.pathname + address.search
    if (path === base.pathname + base.search) {
      const place = decodeURIComponent(address.hash.slice(1))
      if (place !== '' && !ids.has(place)) lostPlaces.push(`#${place}`)
    } else links.add(path)
  }
  return { links: [...links], lostPlaces }
}
