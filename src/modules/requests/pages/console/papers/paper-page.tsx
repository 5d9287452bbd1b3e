import { beijingDay } from '../../../../../law/calendar/plain-day.ts'
import type { OfficialDocument } from '../../../../../documents/write/model.ts'
import type { Reason } from '../../../../../law/reason.ts'
import type { FieldProblem } from '../../../../../platform/refusals.ts'
import type { Stopped } from '../../../../../platform/http/form.ts'
import {
  ConsolePage,
  Empty,
  ErrorSummary,
  Notice,
  Panel,
  Stages,
  Tag,
  when,
  WorkHead,
  type ConsoleFrame,
} from '../../../../../platform/html/index.ts'
import type { ComparedLine } from '../../../rules/changed-lines.ts'
import { letterTemplate } from '../../../letters/catalogue.ts'
import type { CaseFileView } from '../../../queries/case-file.ts'
import { approvalStepWords, serviceWayWords } from '../../../words.ts'
import { caseAt, requestsAt } from '../addresses.ts'
import { LetterView } from '../../letter-view.tsx'
import type { CaseHere } from './case-here.ts'
import { letterTitle, paperTag } from './paper-words.ts'
import { paperStanding } from './papers-panel.tsx'
import { NextAct } from './paper-acts.tsx'
import { Changed, Checks, Signatures } from './paper-records.tsx'

export type PaperInFile = CaseFileView['papers'][number]

export interface PaperView {
  readonly paper: PaperInFile
  /** The letter on the screen; null while it cannot be drawn. */
  readonly document: OfficialDocument | null
  readonly missing: readonly FieldProblem[]
  /** What speaks against sending it on, as the rules say today. */
  readonly reasons: readonly Reason[]
  /** Why this person may not sign; empty when it is their turn, null when nobody's turn. */
  readonly againstSigning: readonly Reason[] | null
  readonly changed: readonly ComparedLine[] | null
  readonly nameOf: (personId: string | null) => string
}

/** One paper: its letter, what was signed, and the next act for whoever looks. */
export function PaperPage({
  frame,
  here,
  view,
  typed,
  said,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly here: CaseHere
  readonly view: PaperView
  readonly typed: (name: string) => string
  readonly said?: string | undefined
  readonly stopped?: Stopped | undefined
}) {
  const { paper } = view
  const { request } = here.file
  const title = letterTitle(paper.letter)
  return (
    <ConsolePage
      frame={frame}
      title={`${title} · ${request.number}`}
      current={requestsAt}
      problems={stopped?.problems.length}
      crumbs={[
        { title: '依申请公开', href: requestsAt },
        { title: request.number, href: caseAt(here.requestId) },
        { title },
      ]}
    >
      <WorkHead title={title}>
        {paper.documentNumber ?? `第${paper.round}稿，${view.nameOf(paper.draftedBy)}拟`}
        {'　'}
        <Tag kind={paperTag[paper.state]}>{paperStanding(paper)}</Tag>
      </WorkHead>
      {said && (
        <Notice kind="good" announce>
          <p>{said}</p>
        </Notice>
      )}
      <ErrorSummary problems={stopped?.problems} />
      {paper.state !== 'discarded' && <PaperStages view={view} />}
      <div class="split paper-desk">
        <div>
          {view.changed !== null && <Changed lines={view.changed} />}
          <Panel title="文书">
            {view.document === null ? (
              <Empty says="还看不到">填好“还差什么”里列的内容，文书就显示在这里。</Empty>
            ) : (
              <LetterView document={view.document} />
            )}
          </Panel>
        </div>
        <div>
          <NextAct here={here} view={view} typed={typed} stopped={stopped} />
          <Checks view={view} here={here} />
          <Signatures view={view} />
        </div>
      </div>
    </ConsolePage>
  )
}

function PaperStages({ view }: { readonly view: PaperView }) {
  const { paper, nameOf } = view
  const signed = paper.signatures.filter(
    ({ round, verdict }) => round === paper.round && verdict === 'approved',
  )
  const service = paper.services.at(-1)
  const stages = [
    { title: '拟稿', note: `${nameOf(paper.draftedBy)}，${when(beijingDay(paper.draftedAt), 'short')}` },
    ...paper.chain.map((step, index) => {
      const one = signed[index]
      return {
        title: approvalStepWords[step],
        ...(one ? { note: `${nameOf(one.personId)}，${when(beijingDay(one.signedAt), 'short')}` } : {}),
      }
    }),
    { title: '发出', ...(paper.issuedOn === null ? {} : { note: when(paper.issuedOn, 'short') }) },
    ...(letterTemplate(paper.letter).reader === 'office'
      ? []
      : [{ title: '送达', ...(service ? { note: `${serviceWayWords[service.way]}` } : {}) }]),
  ]
  const at = { draft: 0, inReview: 1 + paper.signed, approved: 1 + paper.chain.length, discarded: 0 } as const
  const now =
    paper.state === 'issued' ? stages.length - 1 : paper.state === 'served' ? stages.length : at[paper.state]
  return <Stages stages={stages} at={now} />
}
