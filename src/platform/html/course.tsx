import type { PlainDay } from '../../law/calendar/plain-day.ts'
import { classes, type Children } from './trusted.ts'
import { When } from './when.tsx'

export interface Step {
  /** The day, or words such as 5月6日至5月11日. */
  readonly on: PlainDay | null
  readonly when?: string
  readonly title: string
  readonly says?: Children
  /** The article it rests on. */
  readonly basis?: string
  readonly state?: 'now' | 'pause' | 'next'
}

/** The course of a case or a document, oldest first. */
export function Course({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol class="course">
      {steps.map(({ on, when: words, title, says, basis, state }) => (
        <li class={state && `is-${state}`}>
          {words ? <time datetime={on ?? undefined}>{words}</time> : on && <When day={on} as="full" />}
          <b>{title}</b>
          {says && <p>{says}</p>}
          {basis && <p class="course-law">{basis}</p>}
        </li>
      ))}
    </ol>
  )
}

export interface Stage {
  readonly title: string
  /** Who and when, under the name. */
  readonly note?: string
}

/**
 * The stages of a form or a review, with the one where it stands.
 * @param at index of the stage one is in; stages before it are done
 */
export function Stages({ stages, at }: { readonly stages: readonly Stage[]; readonly at: number }) {
  return (
    <ol class="stages">
      {stages.map(({ title, note }, index) => (
        <li
          key={title}
          class={classes(index < at && 'is-done')}
          aria-current={index === at ? 'step' : undefined}
        >
          {title}
          {note && <small>{note}</small>}
        </li>
      ))}
    </ol>
  )
}
