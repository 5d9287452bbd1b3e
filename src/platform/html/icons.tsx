import type { VNode } from 'preact'
import { prerender } from './trusted.ts'

/** Drawn by hand on a grid of 20, stroke 1.5. Always beside a word, never alone. */
const paths = {
  search: 'M8.5 3a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM12.8 12.8 17.5 17.5',
  arrow: 'M3 10h13M11.5 5.5 16 10l-4.5 4.5',
  file: 'M5 2.5h6.5L15 6v11.5H5zM11 2.5V6.5h4M7.5 10h5M7.5 13h5',
  print: 'M6 7V3h8v4M6 14H3V7h14v7h-3M6 11.5h8V17H6z',
  download: 'M10 3v10M5.8 9 10 13.2 14.2 9M3.5 17h13',
  upload: 'M10 14V4M5.8 8 10 3.8 14.2 8M3.5 17h13',
  add: 'M10 3.5v13M3.5 10h13',
  check: 'M3.5 10.5 8 15l8.5-10',
  lock: 'M4.5 9h11v8h-11zM6.5 9V6.5a3.5 3.5 0 0 1 7 0V9',
  back: 'M17 10H4M8.5 5.5 4 10l4.5 4.5',
} as const

export type IconName = keyof typeof paths

const drawn = Object.fromEntries(
  Object.entries(paths).map(([name, d]) => [
    name,
    prerender(
      <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
        <path d={d} />
      </svg>,
    ),
  ]),
) as Record<IconName, () => VNode>

/** A small drawing beside a word; readers do not hear it. */
export function Icon({ name }: { readonly name: IconName }): VNode {
  return drawn[name]()
}

/** Our mark: 开 in four strokes on a red seal. */
export const BrandMark = prerender(
  <svg class="brand-mark" viewBox="0 0 40 40" aria-hidden="true">
    <rect width="40" height="40" rx="3" />
    <path d="M10 12.5h20M7.5 20.5h25M15.5 12.5v6c0 5.5-2 9-6 12M25 12.5v18.5" />
  </svg>,
)
