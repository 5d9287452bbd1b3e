import { Button } from './actions.tsx'
import { inputType } from './field.tsx'
import { inFigures } from './figures-in-words.ts'
import type { Children } from './trusted.ts'

export interface Choosable {
  readonly title: string
  readonly href: string
  readonly count?: number
  readonly chosen?: boolean
}

function ChoosableLink({ item }: { readonly item: Choosable }) {
  return (
    <li>
      <a href={item.href} aria-current={item.chosen ? 'true' : undefined}>
        {item.title}
        {item.count !== undefined && <span class="num">{inFigures(item.count)}</span>}
      </a>
    </li>
  )
}

/** Views of one list, as links with their counts. */
export function Tabs({ tabs, name }: { readonly tabs: readonly Choosable[]; readonly name: string }) {
  return (
    <nav aria-label={name}>
      <ul class="tabs">
        {tabs.map((tab) => (
          <ChoosableLink key={tab.href} item={tab} />
        ))}
      </ul>
    </nav>
  )
}

/** One way of narrowing a list. */
export function Facet({ title, items }: { readonly title: string; readonly items: readonly Choosable[] }) {
  return (
    <div class="facet">
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <ChoosableLink key={item.href} item={item} />
        ))}
      </ul>
    </div>
  )
}

interface PagerProps {
  /** From 1. */
  readonly page: number
  readonly perPage: number
  readonly total: number
  /** Address of a page. */
  readonly href: (page: number) => string
  /** 件, 条, 份 */
  readonly unit?: string
}

/** Which page numbers are shown: first, last, and those around the one at hand; null is a gap. */
export function pageNumbers(page: number, last: number): (number | null)[] {
  const shown = new Set([1, last, page - 1, page, page + 1])
  if (page <= 3) for (const near of [2, 3, 4]) shown.add(near)
  if (page >= last - 2) for (const near of [last - 3, last - 2, last - 1]) shown.add(near)
  const numbers = [...shown].filter((number) => number >= 1 && number <= last).sort((a, b) => a - b)
  const line: (number | null)[] = []
  for (const number of numbers) {
    const before = line.at(-1)
    if (typeof before === 'number' && number - before === 2) line.push(number - 1)
    else if (typeof before === 'number' && number - before > 2) line.push(null)
    line.push(number)
  }
  return line
}

/** Which part of how many, and the way to the others. Only the count when all fit. */
export function Pager({ page, perPage, total, href, unit = '件' }: PagerProps) {
  const last = Math.max(1, Math.ceil(total / perPage))
  const from = total === 0 ? 0 : (page - 1) * perPage + 1
  const to = Math.min(total, page * perPage)
  const count = inFigures(total)
  return (
    <nav class="pager" aria-label="分页">
      <span>
        {last === 1
          ? `共 ${count} ${unit}`
          : `第 ${inFigures(from)}—${inFigures(to)} ${unit}，共 ${count} ${unit}`}
      </span>
      {last > 1 && (
        <ul>
          {page > 1 && (
            <li>
              <a href={href(page - 1)} rel="prev">
                上一页
              </a>
            </li>
          )}
          {pageNumbers(page, last).map((number) =>
            number === null ? (
              <li class="pager-gap" aria-hidden="true">
                …
              </li>
            ) : (
              <li>
                <a
                  href={href(number)}
                  aria-label={`第${number}页`}
                  aria-current={number === page ? 'page' : undefined}
                >
                  {number}
                </a>
              </li>
            ),
          )}
          {page < last && (
            <li>
              <a href={href(page + 1)} rel="next">
                下一页
              </a>
            </li>
          )}
        </ul>
      )}
    </nav>
  )
}

interface FiltersProps {
  readonly action: string
  /** What the button says. */
  readonly verb?: string
  /** FilterField and hidden inputs. */
  readonly children: Children
}

/** Filters of a list: a plain GET form, so that every view has an address. */
export function Filters({ action, verb = '筛选', children }: FiltersProps) {
  return (
    <form class="filters" action={action}>
      {children}
      <Button look="line">{verb}</Button>
    </form>
  )
}

interface FilterFieldProps {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly kind?: 'search' | 'date' | 'text'
}

/** One filter. A search field takes the room that is left. */
export function FilterField({ name, label, value, options, kind = 'text' }: FilterFieldProps) {
  return (
    <div class={kind === 'search' ? 'filters-grow' : undefined}>
      <label for={name}>{label}</label>
      {options ? (
        <select class="input" id={name} name={name}>
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input class="input" id={name} name={name} {...inputType(kind)} value={value} />
      )}
    </div>
  )
}
