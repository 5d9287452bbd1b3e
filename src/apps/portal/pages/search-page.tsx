import {
  Entries,
  Facet,
  inFigures,
  Notice,
  Pager,
  PortalPage,
  SearchBox,
  type Choosable,
  type Entry,
  type LinkTo,
  type PortalFrame,
} from '../../../platform/html/index.ts'

export interface SearchPageProps {
  readonly frame: PortalFrame
  readonly sought: string
  /** Kept when searching again: the agency, the kind. */
  readonly keep?: Readonly<Record<string, string>>
  readonly facets: readonly { readonly title: string; readonly items: readonly Choosable[] }[]
  readonly results: readonly Entry[]
  readonly page: number
  readonly perPage: number
  readonly total: number
  readonly pageHref: (page: number) => string
  /** How they are ordered now, and the way to the other order. */
  readonly order: { readonly says: string; readonly other: LinkTo }
  /** Words that would find something. */
  readonly instead?: readonly LinkTo[]
  /** Where one applies online; null where the installation takes no requests. */
  readonly applyHref: string | null
}

/** What was found, and how to narrow it; when nothing was, what else one can do. */
export function SearchPage(props: SearchPageProps) {
  const { frame, sought, facets, results, total, order, instead } = props
  const found = results.length > 0
  return (
    <PortalPage
      frame={frame}
      title={sought === '' ? '搜索' : `搜索：${sought}`}
      hidden
      crumbs={[{ title: '首页', href: '/' }, { title: '搜索' }]}
      meta={{ column: { name: '搜索' } }}
    >
      <div class="page-head">
        <h1 class="sr">搜索结果</h1>
        <SearchBox action="/search" value={sought} keep={props.keep} />
        {sought !== '' && (
          <p role="status">
            {found ? (
              <>
                <b class="num">{inFigures(total)}</b> 件，{order.says}。
                <a href={order.other.href}>{order.other.title}</a>
              </>
            ) : (
              `没有找到“${sought}”`
            )}
          </p>
        )}
      </div>
      <div class={facets.length > 0 ? 'results' : 'results results-bare'}>
        {facets.length > 0 && (
          <div role="group" aria-label="缩小范围">
            {facets.map(({ title, items }) => (
              <Facet key={title} title={title} items={items} />
            ))}
          </div>
        )}
        <div>
          {found && (
            <>
              <Entries entries={results} />
              <Pager page={props.page} perPage={props.perPage} total={total} href={props.pageHref} />
            </>
          )}
          {!found && instead && instead.length > 0 && (
            <p>
              换个说法试试：
              {instead.map(({ title, href }) => (
                <>
                  <a key={href} href={href}>
                    {title}
                  </a>{' '}
                </>
              ))}
            </p>
          )}
          {sought !== '' && (
            <Notice kind="plain" title="没有找到要的信息？">
              {props.applyHref ? (
                <>
                  可能还没有公开。您可以<a href={props.applyHref}>申请公开</a>
                  ，写上您知道的文件名或事情，我们来找。
                </>
              ) : (
                <>
                  可能还没有公开。您可以向掌握它的机关依法申请，怎样申请见
                  <a href="/agencies">各机关的公开指南</a>。
                </>
              )}
            </Notice>
          )}
        </div>
      </div>
    </PortalPage>
  )
}
