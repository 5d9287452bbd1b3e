import { Heading, Phrases } from './phrases.tsx'
import { classes, type Children } from './trusted.ts'

interface PageHeadProps {
  /** One h1. */
  readonly title: string
  /** Above it, small: the kind of document, a case number. */
  readonly kind?: Children
  /** One sentence below. */
  readonly children?: Children
}

/** Head of a portal page. */
export function PageHead({ title, kind, children }: PageHeadProps) {
  return (
    <div class="page-head">
      {kind && <p class="note num">{kind}</p>}
      <Heading level={1} text={title} />
      {children && <p>{children}</p>}
    </div>
  )
}

interface SectionProps {
  /** Hangs in the margin (眉). */
  readonly title: string
  /** At most one short note under it. */
  readonly note?: Children
  readonly id?: string
  readonly children: Children
}

/** A section of a portal page: its name in the margin, its matter beside it. */
export function Section({ title, note, id, children }: SectionProps) {
  return (
    <section class="section" id={id}>
      <div class="section-head">
        <Heading level={2} text={title} />
        {note && <p>{note}</p>}
      </div>
      <div>{children}</div>
    </section>
  )
}

interface WorkHeadProps {
  readonly title: string
  readonly children?: Children
  /** The main act of the page, at the right. */
  readonly acts?: Children
}

/** Head of a console page: h1, one sentence, the main act. */
export function WorkHead({ title, children, acts }: WorkHeadProps) {
  return (
    <div class="work-head">
      <div>
        <h1>
          <Phrases text={title} />
        </h1>
        {children && <p>{children}</p>}
      </div>
      {acts && <p class="btns">{acts}</p>}
    </div>
  )
}

interface PanelProps {
  readonly title: string
  readonly id?: string
  readonly children: Children
}

/** A part of a console page under a ruled name. */
export function Panel({ title, id, children }: PanelProps) {
  return (
    <section class="panel" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

interface SplitProps {
  readonly children: Children
  /** The side column, 18rem wide; below the matter on narrow screens. */
  readonly aside: Children
  /** Names the side column for those who listen. */
  readonly asideName: string
  /** Portal style: quiet notes with small heads. */
  readonly quiet?: boolean
}

/** Matter and a side column. */
export function Split({ children, aside, asideName, quiet }: SplitProps) {
  return (
    <div class="split">
      <div>{children}</div>
      <aside class={classes(quiet && 'aside')} aria-label={asideName}>
        {aside}
      </aside>
    </div>
  )
}

/** Running text of a document: Song face, 18 px, at most 40 characters a line. */
export function Prose({ children, official }: { readonly children: Children; readonly official?: boolean }) {
  return <div class={classes('prose', official && 'official')}>{children}</div>
}
