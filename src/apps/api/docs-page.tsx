import { PageHead, PortalPage, renderPage, Section, type PortalFrame } from '../../platform/html/index.ts'

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

/** The description of the API as a page for people: every address, what it wants, what it gives. */
export function apiDocsPage(description: ApiDescription, frame: PortalFrame): string {
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
                <code>
                  {method.toUpperCase()} {path}
                </code>
              </h3>
              <p>{operation.summary}</p>
              {operation.description && <p>{operation.description}</p>}
              {(operation.parameters?.length ?? 0) > 0 && (
                <ul>
                  {operation.parameters?.map((parameter) => (
                    <li key={parameter.name}>
                      <code>{parameter.name}</code>
                      {parameter.required ? '（必填）' : ''}{' '}
                      {parameter.description ?? parameter.schema?.description ?? ''}
                    </li>
                  ))}
                </ul>
              )}
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
