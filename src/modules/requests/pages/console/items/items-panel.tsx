import { Empty, Panel, Table, Tag } from '../../../../../platform/html/index.ts'
import type { CaseFileView } from '../../../queries/case-file.ts'
import { itemJudgementWords } from '../../../words.ts'
import { itemAt } from './item-addresses.ts'
import { judgementTag, releaseStanding } from './item-words.ts'

/** The inventory of a case with its judgements, for its page and its own. */
export function ItemsPanel({ file }: { readonly file: CaseFileView }) {
  const { items, request } = file
  return (
    <Panel title="信息清单" id="items">
      {items.length === 0 ? (
        <Empty says="还没有">
          找到的信息一条一条列进来，逐条判断。答复书里公开什么、不公开什么，从这里来。
        </Empty>
      ) : (
        <Table
          caption={`${request.number}的信息清单`}
          stack
          rows={items}
          columns={[
            {
              title: '信息',
              kind: 'title',
              cell: (item) => (
                <>
                  <a class="row-title" href={itemAt(request.requestId, item.itemId)}>
                    {item.title}
                  </a>
                  {item.documentNumber !== '' && <span class="note sub">{item.documentNumber}</span>}
                </>
              ),
            },
            { title: '页数', kind: 'number', cell: (item) => (item.pages === 0 ? '' : item.pages) },
            {
              title: '判断',
              kind: 'short',
              cell: (item) =>
                item.judgement === null ? (
                  <Tag kind="warn">还没判断</Tag>
                ) : (
                  <Tag kind={judgementTag[item.judgement]}>{itemJudgementWords[item.judgement]}</Tag>
                ),
            },
            {
              title: '供公开的文件',
              kind: 'short',
              cell: (item) => {
                const standing = releaseStanding(item)
                return standing === null ? '' : <Tag kind={standing.kind}>{standing.says}</Tag>
              },
            },
          ]}
        />
      )}
    </Panel>
  )
}
