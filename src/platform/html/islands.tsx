import type { HTMLAttributes } from 'preact'
import { Icon } from './icons.tsx'
import type { Children } from './trusted.ts'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'file-drop': HTMLAttributes<HTMLElement>
      'live-region': HTMLAttributes<HTMLElement> & {
        readonly src?: string
        readonly every?: string
      }
      'dialog-door': HTMLAttributes<HTMLElement>
      'letter-preview': HTMLAttributes<HTMLElement> & { readonly src?: string }
      'region-draw': HTMLAttributes<HTMLElement>
      'found-already': HTMLAttributes<HTMLElement> & { readonly src?: string; readonly of?: string }
    }
  }
}

interface FileDropProps {
  /** Name of the file input; also its id. */
  readonly name: string
  /** 把报告拖到这里，或者从电脑里选 */
  readonly label: string
  readonly hint?: Children
  readonly error?: string
  readonly multiple?: boolean
  /** .pdf,.docx … */
  readonly accept?: string
  /** Largest size of one file in bytes, told before it is sent. */
  readonly largest?: number
}

/**
 * A place to drop files on, over a plain file input. Put it in a form with enctype multipart/form-data.
 * With script (`file-drop`) it takes drops, names the files and shows how far the sending is.
 */
export function FileDrop({ name, label, hint, error, multiple, accept, largest }: FileDropProps) {
  const described = [hint && `${name}-h`, error && `${name}-e`].filter(Boolean).join(' ')
  return (
    <file-drop data-largest={largest}>
      <div class={error ? 'drop is-wrong' : 'drop'}>
        <label for={name}>{label}</label>
        {hint && (
          <span class="hint" id={`${name}-h`}>
            {hint}
          </span>
        )}
        {error && (
          <p class="error" id={`${name}-e`}>
            {error}
          </p>
        )}
        <input
          type="file"
          id={name}
          name={name}
          multiple={multiple}
          accept={accept}
          aria-describedby={described === '' ? undefined : described}
          aria-invalid={error ? true : undefined}
        />
      </div>
      <div class="drop-rows" aria-live="polite" />
    </file-drop>
  )
}

interface LiveRegionProps {
  /** Address of a part of a page (`renderPart`) that says how things stand. */
  readonly src: string
  /** Seconds between two looks. */
  readonly every?: number
  /** Address of this page, for those without script. */
  readonly again: string
  /** How things stand now, with a link for those without script to look again. */
  readonly children: Children
}

/**
 * A part of the page that stays up to date. The server answers `src` with the part's markup; the header `x-go-to` leads to
 * another page when the work is done. Without script the children stand, and a link reloads the page.
 */
export function LiveRegion({ src, every = 2, again, children }: LiveRegionProps) {
  return (
    <live-region src={src} every={String(every)}>
      <div aria-live="polite">{children}</div>
      <noscript>
        <p>
          <a href={again}>
            <Icon name="arrow" />
            再看一次进度
          </a>
        </p>
      </noscript>
    </live-region>
  )
}

interface FoundAlreadyProps {
  /** Address of a part of a page that lists what is public for the words in `q`. */
  readonly src: string
  /** Id of the text field that is watched. */
  readonly of: string
  /** What was found for the text as it stands. */
  readonly children: Children
}

/** What is public already for what is being typed. Without script the children stand as the server drew them. */
export function FoundAlready({ src, of, children }: FoundAlreadyProps) {
  return (
    <found-already src={src} of={of}>
      <div aria-live="polite">{children}</div>
    </found-already>
  )
}
