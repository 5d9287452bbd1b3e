import type { Reason } from '../../../../../law/reason.ts'
import type { Stopped } from '../../../../../platform/http/form.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  Field,
  Notice,
  Panel,
  problemOf,
} from '../../../../../platform/html/index.ts'
import { letterTemplate } from '../../../letters/catalogue.ts'
import { isInternal } from '../../../rules/papers.ts'
import { stepNow } from '../../../rules/signing.ts'
import { approvalStepWords } from '../../../words.ts'
import { paperAt } from '../addresses.ts'
import type { CaseHere } from './case-here.ts'
import type { PaperView } from './paper-page.tsx'
import { ServicePanel } from './service-panel.tsx'

/** The next act on a paper for whoever looks: on with the draft, signing, sending out, serving. */
export function NextAct({
  here,
  view,
  typed,
  stopped,
}: {
  readonly here: CaseHere
  readonly view: PaperView
  readonly typed: (name: string) => string
  readonly stopped: Stopped | undefined
}) {
  const { paper } = view
  const at = paperAt(here.requestId, paper.paperId)
  const version = <input type="hidden" name="version" value={paper.version} />
  switch (paper.state) {
    case 'draft':
      return here.may('requests.handle') ? <DraftActs view={view} at={at} version={paper.version} /> : null
    case 'inReview':
      return <Signing view={view} at={at} version={paper.version} typed={typed} stopped={stopped} />
    case 'approved':
      return (
        <Panel title="审签完毕">
          {here.may('requests.issue') ? (
            view.reasons.length > 0 ? (
              <Against reasons={view.reasons} says="现在不能发出" />
            ) : (
              <form method="post" action={`${at}/issue`}>
                {version}
                <p>
                  {letterTemplate(paper.letter).reader === 'office'
                    ? '发出时生成PDF和Word各一份，入卷，以后不能再改。'
                    : '发出时编号，生成PDF和Word各一份，以后不能再改。用印以后送达。'}
                </p>
                <Buttons>
                  <Button look="seal">{isInternal(paper.letter) ? '发出入卷' : '编号发出'}</Button>
                </Buttons>
              </form>
            )
          ) : (
            <p>等经办人编号发出。</p>
          )}
          {here.may('requests.handle') && <DiscardForm at={at} version={paper.version} />}
        </Panel>
      )
    case 'issued':
    case 'served':
      return <ServicePanel here={here} paper={paper} typed={typed} stopped={stopped} />
    case 'discarded':
      return null
  }
}

function Against({ reasons, says }: { readonly reasons: readonly Reason[]; readonly says: string }) {
  return (
    <Notice kind="bad" title={says}>
      <ul>
        {reasons.map(({ code, sentence, basis, help }) => (
          <li key={code + sentence}>
            {sentence}
            {basis && `（${basis}）`}
            {help}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function DraftActs({
  view,
  at,
  version,
}: {
  readonly view: PaperView
  readonly at: string
  readonly version: number
}) {
  const open = view.missing.length + view.reasons.length
  const first = view.paper.chain[0]
  const back = view.paper.signatures.findLast(({ verdict }) => verdict === 'sentBack')
  return (
    <Panel title="下一步">
      {back && view.paper.round === back.round + 1 && (
        <Notice kind="warn" title={`${view.nameOf(back.personId)}退回`}>
          <p>{back.opinion}</p>
        </Notice>
      )}
      {open > 0 && (
        <Notice kind="plain" title={`还差${open}处，现在不能送审`}>
          <ul>
            {view.missing.map(({ field, sentence }) => (
              <li key={field + sentence}>
                <a href={`${at}/edit`}>{sentence}</a>
              </li>
            ))}
            {view.reasons.map(({ code, sentence, help }) => (
              <li key={code + sentence}>
                {sentence}
                {help}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <form method="post" action={`${at}/submit`}>
        <input type="hidden" name="version" value={version} />
        <Buttons>
          {open > 0 ? (
            <ButtonLink href={`${at}/edit`}>接着写</ButtonLink>
          ) : (
            <>
              <Button>{first === undefined ? '定稿' : `送${approvalStepWords[first]}`}</Button>
              <ButtonLink href={`${at}/edit`} look="line">
                修改
              </ButtonLink>
            </>
          )}
          <a href={`${at}/draft.pdf`}>草稿PDF</a>
        </Buttons>
      </form>
      <DiscardForm at={at} version={version} />
    </Panel>
  )
}

function DiscardForm({ at, version }: { readonly at: string; readonly version: number }) {
  return (
    <form method="post" action={`${at}/discard`} class="quiet-act">
      <input type="hidden" name="version" value={version} />
      <button class="link">作废这份文书</button>
    </form>
  )
}

function Signing({
  view,
  at,
  version,
  typed,
  stopped,
}: {
  readonly view: PaperView
  readonly at: string
  readonly version: number
  readonly typed: (name: string) => string
  readonly stopped: Stopped | undefined
}) {
  const step = stepNow(view.paper)
  if (step === null) return null
  const name = approvalStepWords[step]
  const next = view.paper.chain[view.paper.signed + 1]
  if (view.againstSigning === null || view.againstSigning.length > 0)
    return (
      <Panel title={`等${name}`}>
        <ul>
          {(view.againstSigning ?? []).map(({ code, sentence, help }) => (
            <li key={code}>
              {sentence}
              {help}
            </li>
          ))}
        </ul>
      </Panel>
    )
  return (
    <form class="panel sign" method="post" action={`${at}/approve`}>
      <h2>{name}意见</h2>
      <input type="hidden" name="version" value={version} />
      {view.reasons.length > 0 && <Against reasons={view.reasons} says="现在不能同意" />}
      <Field
        name="opinion"
        label="意见"
        hint="退回时写明要改什么。"
        kind="lines"
        rows={3}
        value={typed('opinion')}
        error={problemOf(stopped?.problems, 'opinion')}
        maxLength={1000}
      />
      <Buttons>
        <Button look="seal" refused={view.reasons.length > 0}>
          {next === undefined ? '同意' : `同意，送${approvalStepWords[next]}`}
        </Button>
        <Button look="line" formAction={`${at}/send-back`}>
          退回修改
        </Button>
      </Buttons>
      <p class="note">拟稿人：{view.nameOf(view.paper.draftedBy)}。拟稿人不能审签，同一个人只签一次。</p>
    </form>
  )
}
