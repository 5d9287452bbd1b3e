import { outcomeOf } from '../../../../../law/outcomes/outcomes.ts'
import { evidenceWords, outcomeWords } from '../../../../../law/outcomes/words.ts'
import { beijingDay } from '../../../../../law/calendar/plain-day.ts'
import type { OfficialDocument } from '../../../../../documents/write/model.ts'
import type { Reason } from '../../../../../law/reason.ts'
import type { FieldProblem } from '../../../../../platform/refusals.ts'
import type { Stopped } from '../../../../../platform/http/form.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  clockTime,
  ConsolePage,
  Empty,
  ErrorSummary,
  FactsList,
  Field,
  Files,
  Notice,
  Panel,
  problemOf,
  Stages,
  Tag,
  when,
  When,
  WorkHead,
  type ConsoleFrame,
  type Fact,
} from '../../../../../platform/html/index.ts'
import type { ComparedLine } from '../../../rules/changed-lines.ts'
import { letterTemplate } from '../../../letters/catalogue.ts'
import { isInternal } from '../../../rules/papers.ts'
import { stepNow } from '../../../rules/signing.ts'
import type { CaseFileView } from '../../../queries/case-file.ts'
import { approvalStepWords, filePurposeWords, serviceWayWords } from '../../../words.ts'
import { caseAt, fileAt, paperAt, requestsAt } from '../addresses.ts'
import { LetterView } from '../../letter-view.tsx'
import type { CaseHere } from './case-here.ts'
import { letterTitle, paperTag } from './paper-words.ts'
import { paperStanding } from './papers-panel.tsx'
import { ServicePanel } from './service-panel.tsx'

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

function Changed({ lines }: { readonly lines: readonly ComparedLine[] }) {
  const blocks: { is: ComparedLine['is']; texts: string[] }[] = []
  for (const { is, text } of lines) {
    if (text.trim() === '') continue
    const last = blocks.at(-1)
    if (last?.is === is) last.texts.push(text)
    else blocks.push({ is, texts: [text] })
  }
  return (
    <Panel title="和上一稿比" id="changed">
      {blocks.every(({ is }) => is === 'same') ? (
        <p>文字没有改动，改的是证据或者材料。</p>
      ) : (
        <div class="diff">
          {blocks.map(({ is, texts }) =>
            is === 'same' ? (
              <p class="is-gap">{texts.length}段没有改动</p>
            ) : (
              texts.map((text) => (
                <p class={is === 'cut' ? 'is-cut' : 'is-put'}>
                  {is === 'cut' ? <del>{text.trim()}</del> : <ins>{text.trim()}</ins>}
                </p>
              ))
            ),
          )}
        </div>
      )}
    </Panel>
  )
}

function NextAct({
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

function Checks({ view, here }: { readonly view: PaperView; readonly here: CaseHere }) {
  const { paper } = view
  const { outcome } = paper
  const files = here.file.files.filter(({ purpose }) => purpose === 'evidence' || purpose === 'searchRecord')
  const facts: Fact[] = []
  if (outcome !== null) {
    facts.push({ name: '结果', value: outcomeWords[outcome] })
    facts.push({ name: '依据', value: outcomeOf(outcome).articles.join('、') })
  }
  if (paper.secondaryOutcomes.length > 0)
    facts.push({
      name: '其他理由',
      value: paper.secondaryOutcomes.map((code) => outcomeWords[code]).join('；'),
    })
  if (paper.toldDueOn !== null)
    facts.push({ name: '告知的到期日', value: <When day={paper.toldDueOn} as="sentence" /> })
  return (
    <>
      {facts.length > 0 && (
        <Panel title="办理结果">
          <FactsList facts={facts} />
        </Panel>
      )}
      {outcome !== null && (
        <Panel title="证据">
          <dl class="evidence-list">
            {outcomeOf(outcome).evidence.map((kind) => (
              <>
                <dt>{evidenceWords[kind]}</dt>
                <dd>
                  {(paper.evidence[kind] ?? '') !== '' ? (
                    paper.evidence[kind]
                  ) : view.reasons.some(({ sentence }) => sentence.includes(evidenceWords[kind])) ? (
                    <Tag kind="warn">还没有</Tag>
                  ) : (
                    <Tag kind="good">记录里有</Tag>
                  )}
                </dd>
              </>
            ))}
          </dl>
          {files.length > 0 && (
            <Files
              files={files.map((file) => ({
                title: file.name,
                href: fileAt(here.requestId, file.fileId),
                note: filePurposeWords[file.purpose],
              }))}
            />
          )}
        </Panel>
      )}
    </>
  )
}

function Signatures({ view }: { readonly view: PaperView }) {
  const { signatures } = view.paper
  if (signatures.length === 0) return null
  return (
    <Panel title="审签记录" id="signatures">
      <ol class="course">
        {signatures.map((one) => (
          <li class={one.round < view.paper.round ? 'is-next' : undefined}>
            <time datetime={one.signedAt.toISOString()}>
              {when(beijingDay(one.signedAt), 'short')} {clockTime(one.signedAt)}
            </time>
            <b>
              {approvalStepWords[one.role]}：{one.verdict === 'approved' ? '同意' : '退回修改'}
            </b>
            <p>
              {view.nameOf(one.personId)}，第{one.round}稿{one.opinion && `。${one.opinion}`}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
