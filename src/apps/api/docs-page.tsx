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
  readonly requestBody?: { readonly content?: Content }
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: Content }>>
}

type Content = Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>>

/** As much of JSON Schema as our own descriptions use. */
interface Schema {
  readonly type?: string
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly default?: unknown
}

/** One field of a body: applicants[].name. */
interface BodyField {
  readonly name: string
  readonly isRequired: boolean
  readonly says: string
}

/** Every field of a body, those of lists and objects below their own. @param depth stops a description that contains itself */
export function fieldsOf(schema: Schema, under = '', depth = 0): readonly BodyField[] {
  if (depth > 6) return []
  return Object.entries(schema.properties ?? {}).flatMap(([own, field]) => {
    const name = `${under}${own}`
    const isRequired = schema.required?.includes(own) === true && field.default === undefined
    const choices = field.enum?.join('、') ?? ''
    // A description that explains every code already needs no list of them.
    const says = [
      field.description ?? '',
      field.description?.includes(String(field.enum?.[0])) ? '' : choices,
    ]
    const below = field.items
      ? fieldsOf(field.items, `${name}[].`, depth + 1)
      : fieldsOf(field, `${name}.`, depth + 1)
    return [{ name, isRequired, says: says.filter((part) => part !== '').join('：') }, ...below]
  })
}

const jsonOf = (content: Content | undefined): Schema | undefined => content?.['application/json']?.schema

/** What may come back: of what was done, or of what was not, whose shape is the same for all. */
function answersOf({ responses }: Operation, isDone: boolean) {
  return Object.entries(responses ?? {}).filter(([status]) => status.startsWith('2') === isDone)
}

/** A call that works as it is written, but for the key and the names of files. */
function curlOf(method: string, address: string, operation: Operation): string {
  const headers = (operation.parameters ?? [])
    .filter(({ in: place, required }) => place === 'header' && required)
    .map(
      ({ name }) =>
        ` \\\n  -H '${name}: ${name === 'authorization' ? 'Bearer 密钥' : '每件换一个值的16到80个字符'}'`,
    )
  const example = operation.requestBody?.content?.['application/json']?.example
  const body =
    example === undefined
      ? ''
      : ` \\\n  -H 'content-type: application/json' \\\n  -d '${JSON.stringify(example, null, 2)}'`
  const form = operation.requestBody?.content?.['multipart/form-data']?.schema
  if (form) {
    const field = Object.keys(form.properties ?? {})[0] ?? 'file'
    return `curl ${address} \\\n  -F '${field}=@报告.docx' \\\n  -F '${field}=@另一份.pdf'`
  }
  return `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${address}${headers.join('')}${body}`
}

function Fields({ title, schema, isAnswer }: { title: string; schema: Schema; isAnswer?: boolean }) {
  const rows = fieldsOf(schema)
  if (rows.length === 0) return null
  return (
    <Table
      caption={title}
      rows={rows}
      columns={[
        { title: '字段', kind: 'title', cell: ({ name }) => <code>{name}</code> },
        ...(isAnswer
          ? []
          : [
              {
                title: '必填',
                kind: 'short' as const,
                cell: ({ isRequired }: BodyField) => (isRequired ? '必填' : '可不写'),
              },
            ]),
        { title: '说明', cell: ({ says }) => says },
      ]}
    />
  )
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
              <Fields
                title={`${operation.summary ?? path}的请求体`}
                schema={jsonOf(operation.requestBody?.content) ?? {}}
              />
              <pre tabIndex={0}>
                <code>{curlOf(method, `${base}${path}`, operation)}</code>
              </pre>
              {answersOf(operation, true).map(([status, { content }]) => (
                <div key={status}>
                  <p>{`办成时返回 ${status}${jsonOf(content)?.properties ? '：' : '。'}`}</p>
                  <Fields
                    title={`${operation.summary ?? path}的应答（${status}）`}
                    schema={jsonOf(content) ?? {}}
                    isAnswer
                  />
                </div>
              ))}
              {answersOf(operation, false).length > 0 && (
                <p>
                  {`没有办成时返回 ${answersOf(operation, false)
                    .map(([status]) => status)
                    .join('、')}，原因写在 error 里。`}
                </p>
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
