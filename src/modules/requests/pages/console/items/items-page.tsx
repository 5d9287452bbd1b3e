import type { Stopped } from '../../../../../platform/http/form.ts'
import {
  Button,
  Buttons,
  ConsolePage,
  ErrorSummary,
  Field,
  Notice,
  problemOf,
  WorkHead,
  type ConsoleFrame,
} from '../../../../../platform/html/index.ts'
import { caseAt, itemsAt, newPaperAt, requestsAt } from '../addresses.ts'
import type { CaseHere } from '../papers/case-here.ts'
import { suggestedTitles } from './item-words.ts'
import { ItemsPanel } from './items-panel.tsx'

/** The inventory of a case, and one more piece of information to put on it. */
export function ItemsPage({
  frame,
  here,
  typed,
  said,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly here: CaseHere
  readonly typed: (name: string) => string
  readonly said?: string | undefined
  readonly stopped?: Stopped | undefined
}) {
  const { request, items } = here.file
  const problems = stopped?.problems
  const suggested = suggestedTitles(
    request.content,
    items.map(({ title }) => title),
  )
  const judged = items.filter(({ judgement }) => judgement !== null)
  return (
    <ConsolePage
      frame={frame}
      title={`信息清单 · ${request.number}`}
      current={requestsAt}
      problems={problems?.length}
      crumbs={[
        { title: '依申请公开', href: requestsAt },
        { title: request.number, href: caseAt(here.requestId) },
        { title: '信息清单' },
      ]}
    >
      <WorkHead title="信息清单">{request.content}</WorkHead>
      {said && (
        <Notice kind="good" announce>
          <p>{said}</p>
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      <ItemsPanel file={here.file} />
      {items.length > 0 && judged.length === items.length && here.may('requests.handle') && (
        <p>
          全部判断完了，可以<a href={newPaperAt(here.requestId)}>拟答复</a>。
        </p>
      )}
      {here.may('requests.handle') && (
        <form class="panel" method="post" action={itemsAt(here.requestId)}>
          <h2>列入一条信息</h2>
          <Field
            name="title"
            label="信息名称"
            hint="写进答复书的名称。有发文字号的，写在名称后面。"
            value={typed('title') || (suggested[0] ?? '')}
            error={problemOf(problems, 'title')}
            maxLength={300}
          />
          {suggested.length > 1 && <p class="note">申请里还提到：{suggested.slice(1).join('、')}</p>}
          <Field
            name="documentNumber"
            label="发文字号"
            short
            optional
            value={typed('documentNumber')}
            error={problemOf(problems, 'documentNumber')}
            maxLength={100}
          />
          <Field
            name="pages"
            label="页数"
            hint="A4单面一面算一页，收费和答复书都用这个数。"
            short
            inputMode="numeric"
            value={typed('pages') || '1'}
            error={problemOf(problems, 'pages')}
          />
          <Buttons>
            <Button>列入清单</Button>
          </Buttons>
        </form>
      )}
    </ConsolePage>
  )
}
