import {
  PageHead,
  PortalPage,
  renderPage,
  Section,
  Table,
  type PortalFrame,
} from '../../platform/html/index.ts'

interface Operation {
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly description?: string
    readonly schema?: { readonly type?: string; readonly description?: string }
  }[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>
}

/** The part of an OpenAPI description that the readable page shows. */
export interface ApiDescription {
  readonly info: { readonly title: string; readonly description?: string }
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** Where a parameter is written. */
const places: Readonly<Record<string, string>> = { path: '地址', query: '问号后面', header: '请求头' }

/** The description of the API as a page for people: every address, what it wants, what it gives. */
export function apiDocsPage(description: ApiDescription, frame: PortalFrame, base: string): string {
  const groups = new Map<string, { path: string; method: string; operation: Operation }[]>()
  for (const [path, methods] of Object.entries(description.paths ?? {})) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? '其他'
      groups.set(tag, [...(groups.get(tag) ?? []), { path, method, operation }])
    }
  }
  return renderPage(
    <PortalPage frame={frame} title="接口说明" crumbs={[{ title: '首页', href: '/' }, { title: '接口说明' }]}>
      <PageHead title="接口说明">{description.info.description ?? ''}</PageHead>
      {[...groups].map(([tag, operations]) => (
        <Section title={tag} key={tag}>
          {operations.map(({ path, method, operation }) => (
            <article class="endpoint" key={method + path}>
              <h3>
                <span class="endpoint-method">{method.toUpperCase()}</span>
                <code>{path}</code>
                <span>{operation.summary}</span>
              </h3>
              {operation.description && <p>{operation.description}</p>}
              {operation.parameters && operation.parameters.length > 0 && (
                <Table
                  caption={`${operation.summary ?? path}的参数`}
                  rows={operation.parameters}
                  columns={[
                    { title: '参数', kind: 'title', cell: ({ name }) => <code>{name}</code> },
                    { title: '写在', kind: 'short', cell: ({ in: place }) => places[place] ?? place },
                    { title: '必填', kind: 'short', cell: ({ required }) => (required ? '必填' : '可不写') },
                    {
                      title: '说明',
                      cell: ({ description: says, schema }) => says ?? schema?.description ?? '',
                    },
                  ]}
                />
              )}
              <pre tabIndex={0}>
                <code>{`curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${base}${path}`}</code>
              </pre>
            </article>
          ))}
        </Section>
      ))}
      <p>
        <a href="/api/openapi.json">下载完整描述（OpenAPI 3.1）</a>
      </p>
    </PortalPage>,
  )
}
