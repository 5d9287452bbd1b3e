import type { PlainDay } from '../../law/calendar/plain-day.ts'
import { inFigures } from './figures-in-words.ts'
import { Icon } from './icons.tsx'
import { Tag, type TagKind } from './status.tsx'
import { classes, type Children } from './trusted.ts'
import { When } from './when.tsx'

export interface Fact {
  readonly name: string
  readonly value: Children
}

/** Names and values, ruled. Facts without a value are left out by the caller, never printed empty. */
export function FactsList({
  facts,
  stacked,
}: {
  readonly facts: readonly Fact[]
  readonly stacked?: boolean
}) {
  return (
    <dl class={classes('facts', stacked && 'facts-stack')}>
      {facts.map(({ name, value }) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  )
}

export interface Figure {
  readonly name: string
  /** A number is printed with thousands marks; text as it stands. */
  readonly value: number | string
  readonly unit?: string
  /** The list this figure counted. */
  readonly href?: string
  readonly bad?: boolean
}

/** A few large figures, each opening its list. */
export function Figures({
  figures,
  layout,
}: {
  readonly figures: readonly Figure[]
  readonly layout?: 'band' | 'two'
}) {
  return (
    <dl class={classes('figures', layout && `figures-${layout}`)}>
      {figures.map(({ name, value, unit, href, bad }) => {
        const text = typeof value === 'number' ? inFigures(value) : value
        return (
          <div key={name} class={bad ? 'is-bad' : undefined}>
            <dt>{name}</dt>
            <dd>
              {href ? <a href={href}>{text}</a> : text}
              {unit && <small>{unit}</small>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

export interface Entry {
  /** A day, or a short word that stands in its place. */
  readonly on?: PlainDay
  readonly kind?: string
  readonly title: Children
  readonly href: string
  readonly meta?: readonly string[]
  readonly status?: { readonly kind: TagKind; readonly says: string }
  /** An excerpt, with what was searched for marked. */
  readonly text?: Children
}

/** A list of published things: day, title, a line of facts. */
export function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ul class="list">
      {entries.map(({ on, kind, title, href, meta, status, text }) => (
        <li key={href}>
          {on ? <When day={on} as="list" /> : <span class="note">{kind}</span>}
          <div>
            <a class="list-title" href={href}>
              {title}
            </a>
            {text && <p class="list-text">{text}</p>}
            {(meta || status) && (
              <p class="list-meta">
                {meta?.map((line) => (
                  <span key={line}>{line}</span>
                ))}
                {status && <Tag kind={status.kind}>{status.says}</Tag>}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

export interface IndexItem {
  readonly title: string
  readonly href: string
  /** How many stand there, or a day. */
  readonly count?: number
  readonly on?: PlainDay
}

/** An index in columns: names, and how many stand there. */
export function Index({ items, tight }: { readonly items: readonly IndexItem[]; readonly tight?: boolean }) {
  return (
    <ul class={classes('index', tight && 'index-tight')}>
      {items.map(({ title, href, count, on }) => (
        <li key={href}>
          <a href={href}>{title}</a>
          {count !== undefined && <span class="num">{inFigures(count)}</span>}
          {on && (
            <span class="num">
              <When day={on} as="list" />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

export interface FileLink {
  readonly title: string
  readonly href: string
  /** PDF　312 KB, or when it came. */
  readonly note?: Children
}

/** Files one may open. */
export function Files({ files }: { readonly files: readonly FileLink[] }) {
  return (
    <ul class="files">
      {files.map(({ title, href, note }) => (
        <li key={href}>
          <Icon name="file" />
          <a href={href}>{title}</a>
          {note && <span class="note num">{note}</span>}
        </li>
      ))}
    </ul>
  )
}
