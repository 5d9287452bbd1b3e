import type { Children } from './trusted.ts'

interface DialogProps {
  readonly id: string
  readonly title: string
  readonly children: Children
  /** What the way out is called: 不延了, 再想想. */
  readonly leave: string
  /** Buttons of the form inside come as children; this adds the way out beside them. */
  readonly form?: { readonly action: string; readonly buttons: Children }
}

/**
 * A question over the page. A link to `#id` opens it and a link to `#main` closes it, so no script is needed;
 * with script (`dialog-door`) Esc closes it, the focus stays inside and goes back to where it came from.
 */
export function Dialog({ id, title, children, leave, form }: DialogProps) {
  const way = (
    <a class="btn btn-line" href="#main">
      {leave}
    </a>
  )
  return (
    <dialog-door>
      <div class="dialog" id={id} role="dialog" aria-labelledby={`${id}-title`} tabIndex={-1}>
        <h2 id={`${id}-title`}>{title}</h2>
        {form ? (
          <form method="post" action={form.action}>
            {children}
            <p class="btns">
              {form.buttons}
              {way}
            </p>
          </form>
        ) : (
          <>
            {children}
            <p class="btns">{way}</p>
          </>
        )}
      </div>
    </dialog-door>
  )
}
