import type { Block } from '../../../../../documents/tree.ts'
import { beijingDay } from '../../../../../law/calendar/plain-day.ts'
import type { Stopped } from '../../../../../platform/http/form.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  ConsolePage,
  Empty,
  ErrorSummary,
  FileDrop,
  Notice,
  Panel,
  problemOf,
  Table,
  Tag,
  When,
  WorkHead,
  type ConsoleFrame,
} from '../../../../../platform/html/index.ts'
import { letterMarks } from '../../../letters/letter-marks.ts'
import { neededMarks } from '../../../letters/own-docx.ts'
import type { LetterId, LetterTemplate } from '../../../letters/template.ts'
import { uploadLimits } from '../../../rules/uploads.ts'
import { isInUse, type OwnTemplate } from '../../../store/letter-templates.ts'
import { requestsAt } from '../addresses.ts'
import { settingsAt } from '../settings-page.tsx'

export const letterTemplatesAt = '/console/letter-templates'
export const letterTemplateAt = (letter: LetterId): string => `${letterTemplatesAt}/${letter}`

export interface LetterTemplateProps {
  readonly frame: ConsoleFrame
  readonly template: LetterTemplate
  readonly versions: readonly OwnTemplate[]
  /** Who uploaded and enabled, by id. */
  readonly names: ReadonlyMap<string, string>
  /** The newest version filled with the example. */
  readonly preview: { readonly version: number; readonly blocks: readonly Block[] } | null
  readonly said: string | undefined
  readonly stopped: Stopped | undefined
}

/** One letter's form: ours to download, the agency's own to bring, its versions, and how the newest one looks when filled. */
export function LetterTemplatePage(props: LetterTemplateProps) {
  const { frame, template, versions, preview, said, stopped } = props
  const at = letterTemplateAt(template.id)
  const used = versions.find(isInUse)
  const [last] = versions
  return (
    <ConsolePage
      frame={frame}
      title={`${template.title} · 文书模板`}
      current={settingsAt}
      problems={stopped?.problems.length}
      islands={['file-drop']}
      crumbs={[
        { title: '依申请公开', href: requestsAt },
        { title: '申请设置', href: settingsAt },
        { title: '文书模板', href: letterTemplatesAt },
        { title: template.id },
      ]}
    >
      <WorkHead title={template.title}>
        {used === undefined
          ? 'Word文件现在用系统的样式。'
          : `Word文件现在用本机关的模板，第${used.version}版。`}
        PDF由系统按GB/T 9704排版，正文和救济途径与Word文件相同。
      </WorkHead>
      {used && used.letterVersion !== template.version && (
        <Notice kind="warn">
          <p>系统的这份文书已经改版，本机关的模板暂时不用，发出的是系统的样式。请重新下载、修改、上传。</p>
        </Notice>
      )}
      {said && (
        <Notice kind="good" announce>
          <p>{said}</p>
        </Notice>
      )}
      <ErrorSummary problems={stopped?.problems} />
      <div class="split split-even">
        <div>
          <Panel title="换成本机关的样式" id="bring">
            <ol>
              <li>下载带标记的文书，用Word或者WPS打开。</li>
              <li>
                改字体、抬头、开头和结束语，添上本机关要说的话。双花括号里的标记由系统填写，可以移动，不要改名。
              </li>
              <li>传上来，检查通过以后看试填的样子，再启用。</li>
            </ol>
            <Buttons>
              <ButtonLink href={`${at}/ours.docx`} look="line" download>
                下载带标记的文书
              </ButtonLink>
            </Buttons>
            <form method="post" action={at} enctype="multipart/form-data">
              <FileDrop
                name="file"
                label="上传改好的文书"
                hint="docx。不能有宏、批注、修订、外部链接和链接到别处的图片。"
                accept=".docx"
                largest={uploadLimits.fileBytes}
                error={problemOf(stopped?.problems, 'file')}
              />
              <Buttons>
                <Button>上传并检查</Button>
              </Buttons>
            </form>
          </Panel>
          <Versions {...props} />
          {preview !== null && <Marks template={template} />}
        </div>
        <div>
          {preview !== null && last !== undefined && (
            <Panel title={`第${preview.version}版试填的样子`} id="preview">
              <p class="note">内容是虚构的例子。这里只看文字，版面请下载Word文件看。</p>
              <article class="letter-sheet prose official" lang="zh-CN">
                {preview.blocks.map((block) => (
                  <PreviewBlock block={block} />
                ))}
              </article>
              <Buttons>
                <ButtonLink href={`${at}/${preview.version}/example.docx`} look="line" download>
                  下载试填的Word文件
                </ButtonLink>
              </Buttons>
              {last.begunAt === null && (
                <form method="post" action={`${at}/enable`}>
                  <input type="hidden" name="version" value={String(last.version)} />
                  <Buttons>
                    <Button>启用第{last.version}版</Button>
                  </Buttons>
                </form>
              )}
            </Panel>
          )}
          {preview === null && <Marks template={template} />}
        </div>
      </div>
    </ConsolePage>
  )
}

function Versions({ template, versions, names }: LetterTemplateProps) {
  const at = letterTemplateAt(template.id)
  const who = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''))
  return (
    <Panel title="版本" id="versions">
      {versions.length === 0 ? (
        <Empty says="还没有">
          <p>现在用系统的样式。</p>
        </Empty>
      ) : (
        <Table
          caption="本机关模板的版本"
          stack
          rows={versions}
          columns={[
            {
              title: '版本',
              kind: 'title',
              cell: ({ version, name }) => (
                <a href={`${at}/${version}/template.docx`}>
                  第{version}版 {name}
                </a>
              ),
            },
            {
              title: '上传',
              cell: ({ addedAt, addedBy }) => (
                <>
                  <When day={beijingDay(addedAt)} /> {who(addedBy)}
                </>
              ),
            },
            {
              title: '使用',
              cell: (one) =>
                one.begunAt === null ? (
                  <Tag kind="wait">没有启用</Tag>
                ) : (
                  <>
                    <When day={beijingDay(one.begunAt)} /> {who(one.begunBy)}启用
                    {one.endedAt !== null && (
                      <>
                        ，<When day={beijingDay(one.endedAt)} /> {who(one.endedBy)}停用
                      </>
                    )}
                  </>
                ),
            },
          ]}
        />
      )}
      {versions.some(isInUse) && (
        <form method="post" action={`${at}/revert`}>
          <Buttons>
            <Button look="line">改回系统的样式</Button>
          </Buttons>
        </form>
      )}
    </Panel>
  )
}

function Marks({ template }: { readonly template: LetterTemplate }) {
  const needed = new Set(neededMarks(template).map(([first = []]) => first[0]))
  return (
    <Panel title="这份文书的标记" id="marks">
      <Table
        caption="标记"
        stack
        rows={letterMarks(template)}
        columns={[
          { title: '标记', kind: 'title', cell: ({ name }) => <code>{`{{${name}}}`}</code> },
          {
            title: '例子',
            cell: ({ example }) => (example.length > 40 ? `${example.slice(0, 40)}…` : example),
          },
          {
            title: '要求',
            kind: 'short',
            cell: ({ name, kind }) => (
              <>
                {needed.has(name) && <Tag kind="info">不能缺</Tag>} {kind === 'block' && '单独成段'}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}

/** What our own reader finds in the filled file, so that what is shown is what stands in it. */
function PreviewBlock({ block }: { readonly block: Block }) {
  if (block.kind !== 'table') return <p>{block.text}</p>
  const rows = new Map<number, string[]>()
  for (const { row, text } of block.cells) rows.set(row, [...(rows.get(row) ?? []), text])
  return (
    <table class="form-table">
      <tbody>
        {[...rows.values()].map((texts) => (
          <tr>
            {texts.map((text) => (
              <td>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
