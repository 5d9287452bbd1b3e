import { ConsolePage, Table, Tag, WorkHead, type ConsoleFrame } from '../../../../../platform/html/index.ts'
import { letterCatalogue } from '../../../letters/catalogue.ts'
import type { LetterReader, LetterTemplate } from '../../../letters/template.ts'
import { isInUse, type OwnTemplate } from '../../../store/letter-templates.ts'
import { requestsAt } from '../addresses.ts'
import { settingsAt } from '../settings-page.tsx'
import { letterTemplateAt } from './letter-template-page.tsx'

const readers: Readonly<Record<LetterReader, string>> = {
  applicant: '申请人',
  thirdParty: '第三方',
  otherAgency: '其他机关',
  office: '内部留存',
}

/** Every letter of the catalogue, and in whose form its Word file is written. */
export function LetterTemplatesPage({
  frame,
  versions,
}: {
  readonly frame: ConsoleFrame
  readonly versions: readonly OwnTemplate[]
}) {
  return (
    <ConsolePage
      frame={frame}
      title="文书模板"
      current={settingsAt}
      crumbs={[
        { title: '依申请公开', href: requestsAt },
        { title: '申请设置', href: settingsAt },
        { title: '文书模板' },
      ]}
    >
      <WorkHead title="文书模板">
        每份文书的Word文件都可以换成本机关自己的样式。PDF由系统按《党政机关公文格式》（GB/T
        9704）排版，不受模板影响。
      </WorkHead>
      <Table
        caption="文书目录"
        stack
        rows={letterCatalogue}
        columns={[
          {
            title: '文书',
            kind: 'title',
            cell: ({ id, title }) => (
              <a href={letterTemplateAt(id)}>
                {id} {title}
              </a>
            ),
          },
          { title: '给谁', kind: 'short', cell: ({ reader }) => readers[reader] },
          {
            title: 'Word样式',
            kind: 'short',
            cell: (template) => <Standing template={template} versions={versions} />,
          },
        ]}
      />
    </ConsolePage>
  )
}

function Standing({
  template,
  versions,
}: {
  readonly template: LetterTemplate
  readonly versions: readonly OwnTemplate[]
}) {
  const own = versions.filter(({ letter }) => letter === template.id)
  const used = own.find(isInUse)
  if (used && used.letterVersion !== template.version) return <Tag kind="warn">本机关的模板要更新</Tag>
  if (used) return <Tag kind="good">本机关，第{used.version}版</Tag>
  if (own[0] && own[0].begunAt === null) return <Tag kind="warn">系统的，有一版待启用</Tag>
  return <>系统的</>
}
