import type { ComponentChildren, VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { renderToString } from 'preact-render-to-string'

/**
 * Markup that is put into the page as it stands. This file is the only door for it: everything else is escaped.
 * Give it only what `prerender` drew or what is a constant of the source.
 */
export function trusted(markup: string): VNode {
  return jsxTemplate([markup]) as VNode
}

/** Draws once what never changes (icons, the mark); each call of the answer copies the string into a page. */
export function prerender(node: VNode): () => VNode {
  const markup = renderToString(node)
  return () => trusted(markup)
}

/**
 * Remembers drawings by key, oldest forgotten first. For parts that many pages share (a masthead per section, a title).
 * @param limit how many are kept
 */
export function drawings(limit: number): (key: string, draw: () => VNode) => VNode {
  const kept = new Map<string, string>()
  return (key, draw) => {
    let markup = kept.get(key)
    if (markup === undefined) {
      markup = renderToString(draw())
      if (kept.size >= limit) kept.delete(kept.keys().next().value as string)
      kept.set(key, markup)
    }
    return trusted(markup)
  }
}

/** What a component may hold. */
export type Children = ComponentChildren

/** Class names joined; what is false, null or empty is left out. */
export function classes(...names: (string | false | null | undefined)[]): string | undefined {
  let joined = ''
  for (const name of names) if (name) joined = joined === '' ? name : `${joined} ${name}`
  return joined === '' ? undefined : joined
}
