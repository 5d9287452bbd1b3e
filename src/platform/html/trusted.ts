import type { ComponentChildren, VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { escapeText, toMarkup } from './to-markup.ts'

/**
 * Markup that is put into the page as it stands. This file is the only door for it: everything else is escaped.
 * Give it only what `prerender` drew or what is a constant of the source.
 */
export function trusted(markup: string): VNode {
  return jsxTemplate([markup]) as VNode
}

/** Draws once what never changes (icons, the mark); each call of the answer copies the string into a page. */
export function prerender(node: VNode): () => VNode {
  const drawn = trusted(toMarkup(node))
  return () => drawn
}

/**
 * Remembers drawings by key, oldest forgotten first. For parts that many pages share (a masthead per section, a title).
 * @param limit how many are kept
 */
export function drawings(limit: number): (key: string, draw: () => VNode) => VNode {
  const kept = new Map<string, VNode>()
  return (key, draw) => {
    let drawn = kept.get(key)
    if (drawn === undefined) {
      drawn = trusted(toMarkup(draw()))
      if (kept.size >= limit) kept.delete(kept.keys().next().value as string)
      kept.set(key, drawn)
    }
    return drawn
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

/** One attribute as markup, escaped; nothing when there is no value. For the few hot loops that join markup themselves. */
export function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeText(value)}"`
}
