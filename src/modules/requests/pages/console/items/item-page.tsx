import type { Stopped } from '../../../../../platform/http/form.ts'
import {
  ConsolePage,
  ErrorSummary,
  FactsList,
  Notice,
  Panel,
  Tag,
  WorkHead,
  type ConsoleFrame,
} from '../../../../../platform/html/index.ts'
import type { TypedForm } from '../../../letters/blank-fields.ts'
import type { FileLook } from '../../../redaction/look-into.ts'
import type { CaseFile } from '../../../store/files.ts'
import type { Item } from '../../../store/items.ts'
import { itemJudgementWords } from '../../../words.ts'
import { caseAt, itemsAt, requestsAt } from '../addresses.ts'
import type { CaseHere } from '../papers/case-here.ts'
import { itemAt } from './item-addresses.ts'
import { judgementTag } from './item-words.ts'
import { JudgeForm } from './judge-form.tsx'
import { ReleasePanels } from './release-forms.tsx'

export interface ItemView {
  readonly item: Item
  readonly original: CaseFile | null
  readonly release: CaseFile | null
  readonly look: FileLook | null
  readonly judgement: TypedForm
  readonly typed: TypedForm
  readonly isFresh: boolean
}

/** One piece of information: how it is judged, what its file holds, and the copy that goes out. */
export function ItemPage({
  frame,
  here,
  view,
  said,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly here: CaseHere
  readonly view: ItemView
  readonly said?: string | undefined
  readonly stopped?: Stopped | undefined
}) {
  const { item } = view
  const { request } = here.file
  const at = itemAt(here.requestId, item.itemId)
  const mayHandle = here.may('requests.handle')
  return (
    <ConsolePage
      frame={frame}
      title={`${item.title} · ${request.number}`}
      current={requestsAt}
      problems={stopped?.problems.length}
      islands={['file-drop', 'region-draw']}
      crumbs={[
        { title: '依申请公开', href: requestsAt },
        { title: request.number, href: caseAt(here.requestId) },
        { title: '信息清单', href: itemsAt(here.requestId) },
        { title: `第${item.position}条` },
      ]}
    >
      <WorkHead title={item.title}>
        {item.documentNumber !== '' && `${item.documentNumber}　`}
        {item.pages > 0 && `${item.pages}页　`}
        {item.judgement === null ? (
          <Tag kind="warn">还没判断</Tag>
        ) : (
          <Tag kind={judgementTag[item.judgement]}>{itemJudgementWords[item.judgement]}</Tag>
        )}
      </WorkHead>
      {said && (
        <Notice kind="good" announce>
          <p>{said}</p>
        </Notice>
      )}
      <ErrorSummary problems={stopped?.problems} />
      <div class="split split-even">
        <div>
          {mayHandle ? (
            <JudgeForm item={item} at={at} form={view.judgement} problems={stopped?.problems} />
          ) : (
            <Panel title="判断">
              <FactsList
                facts={[
                  { name: '处理', value: item.judgement ? itemJudgementWords[item.judgement] : '还没判断' },
                  ...(typeof item.because?.['reason'] === 'string'
                    ? [{ name: '理由', value: item.because['reason'] }]
                    : []),
                ]}
              />
            </Panel>
          )}
        </div>
        <div>
          <ReleasePanels
            item={item}
            at={at}
            original={view.original}
            release={view.release}
            look={view.look}
            typed={view.typed.text}
            list={view.typed.list}
            isFresh={view.isFresh}
            problems={stopped?.problems}
            mayHandle={mayHandle}
          />
        </div>
      </div>
    </ConsolePage>
  )
}
