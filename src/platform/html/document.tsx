import { islandAddress, markAddress, sheetAddress } from './assets.ts'
import { inWords } from './figures-in-words.ts'
import type { Look } from './look.ts'
import type { PageMeta, PageProps, SiteFacts } from './page-facts.ts'
import { classes, drawings, type Children } from './trusted.ts'

interface DocumentProps {
  readonly page: PageProps
  readonly siteTitle: string
  readonly look: Look
  readonly bodyClass?: string
  readonly site?: SiteFacts
  readonly meta?: PageMeta
  /** Kept from search engines: the console, and pages of one visitor. */
  readonly hidden?: boolean
  readonly children: Children
}

const heads = drawings(8)

/** What every head holds, whichever the page. */
function commonHead() {
  return heads(sheetAddress(), () => (
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="format-detection" content="telephone=no" />
      <link rel="icon" href={markAddress()} type="image/svg+xml" />
      <link rel="stylesheet" href={sheetAddress()} />
    </>
  ))
}

/** One metadata line; nothing when there is nothing to say. */
function Meta({ name, content }: { readonly name: string; readonly content: string | null | undefined }) {
  return content ? <meta name={name} content={content} /> : null
}

function SiteMeta({ site, meta }: { readonly site: SiteFacts; readonly meta: PageMeta }) {
  const { column, article } = meta
  return (
    <>
      <Meta name="SiteName" content={site.name} />
      <Meta name="SiteDomain" content={site.domain} />
      <Meta name="SiteIDCode" content={site.siteCode} />
      {column && (
        <>
          <Meta name="ColumnName" content={column.name} />
          <Meta name="ColumnDescription" content={column.description ?? `${site.name}${column.name}`} />
          <Meta name="ColumnKeywords" content={column.keywords ?? column.name} />
          <Meta name="ColumnType" content={column.type} />
        </>
      )}
      {article && (
        <>
          <Meta name="ArticleTitle" content={article.title} />
          <Meta name="PubDate" content={article.publishedAt} />
          <Meta name="ContentSource" content={article.source} />
          <Meta name="Keywords" content={article.keywords} />
          <Meta name="Author" content={article.author} />
          <Meta name="Description" content={article.description} />
          <Meta name="Image" content={article.image} />
          <Meta name="Url" content={article.url} />
        </>
      )}
    </>
  )
}

/** html, head and body around a page. Title: what must be mended, the page, the site. */
export function HtmlDocument(props: DocumentProps) {
  const { page, siteTitle, look, bodyClass, site, meta, hidden, children } = props
  const mend = page.problems ? `有${inWords(page.problems)}处要改：` : ''
  return (
    <html lang="zh-CN" class={classes(look.elder && 'elder', look.contrast && 'contrast')}>
      <head>
        {commonHead()}
        <title>{`${mend}${page.title} · ${siteTitle}`}</title>
        {site && <SiteMeta site={site} meta={meta ?? {}} />}
        {hidden && <meta name="robots" content="noindex" />}
        {page.islands?.map((name) => {
          const address = islandAddress(name)
          return address ? <script key={name} type="module" src={address} /> : null
        })}
      </head>
      <body class={bodyClass}>
        <a class="skip" href="#main">
          跳到正文
        </a>
        {children}
      </body>
    </html>
  )
}

/** Where one is: the way here, the last without link. */
export function Crumbs({
  crumbs,
  class: className,
}: {
  readonly crumbs: PageProps['crumbs']
  readonly class?: string
}) {
  if (!crumbs || crumbs.length === 0) return null
  return (
    <nav class={classes('crumbs', className)} aria-label="所在位置">
      <ol>
        {crumbs.map(({ title, href }) => (
          <li key={title}>{href ? <a href={href}>{title}</a> : title}</li>
        ))}
      </ol>
    </nav>
  )
}
