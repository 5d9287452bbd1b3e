import type { Stopped } from '../../../../../platform/http/form.ts'
import {
  Acts,
  Button,
  Buttons,
  Choice,
  ConsolePage,
  ErrorSummary,
  FactsList,
  Field,
  Files,
  Notice,
  Panel,
  problemOf,
  Split,
  Tag,
  when,
  WorkHead,
  type Act,
  type ConsoleFrame,
  type Fact,
} from '../../../../../platform/html/index.ts'
import { opinions } from '../../../model.ts'
import { reasonAgainst } from '../../../rules/transitions.ts'
import { uploadEndings } from '../../../rules/uploads.ts'
import type { Consultation } from '../../../store/consultations.ts'
import { consultationKindWords, opinionWords, paperStateWords } from '../../../words.ts'
import { caseAt, consultationsAt, fileAt, newPaperAt, paperAt, requestsAt } from '../addresses.ts'
import type { CaseHere } from '../papers/case-here.ts'
import { letterTitle } from '../papers/paper-words.ts'
import { consultationAt, consultationPaperAt } from './consultation-addresses.ts'
import { consultationStanding, interestWords } from './consultation-standing.ts'

/** One asked party: what was asked, what came back, whether its reasons hold, and what follows. */
export function ConsultationPage({
  frame,
  here,
  one,
  answerLink,
  typed,
  said,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly here: CaseHere
  readonly one: Consultation
  /** The one-time page, while it can be used and for those who may send it. */
  readonly answerLink: string | null
  readonly typed: (name: string) => string
  readonly said?: string | undefined
  readonly stopped?: Stopped | undefined
}) {
  const { request } = here.file
  const problems = stopped?.problems
  const standing = consultationStanding(one, request.calendar, frame.today)
  const at = consultationAt(here.requestId, one.consultationId)
  return (
    <ConsolePage
      frame={frame}
      title={`${one.party.name} · 征求意见 · ${request.number}`}
      current={requestsAt}
      problems={problems?.length}
      crumbs={[
        { title: '依申请公开', href: requestsAt },
        { title: request.number, href: caseAt(here.requestId) },
        { title: '征求意见', href: consultationsAt(here.requestId) },
        { title: one.party.name },
      ]}
    >
      <WorkHead title={one.party.name}>
        {consultationKindWords[one.kind]}　<Tag kind={standing.kind}>{standing.says}</Tag>
      </WorkHead>
      {said && (
        <Notice kind="good" announce>
          <p>{said}</p>
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      <Split
        asideName="对方和信息"
        aside={
          <>
            <Panel title="问的是什么">
              <ul>
                {one.information.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
              {one.interest !== null && <p class="note">可能涉及{interestWords[one.interest]}</p>}
            </Panel>
            <Panel title="怎么联系">
              <FactsList facts={contactFacts(one)} />
            </Panel>
          </>
        }
      >
        <Panel title="下一步">
          <Acts acts={nextActs(here, one)} />
        </Panel>
        {one.sentOn !== null && (
          <Panel title="经过">
            <FactsList
              facts={[
                { name: '发出', value: when(one.sentOn) },
                {
                  name: '对方收到',
                  value: one.deliveredOn === null ? '还没有登记，在文书的送达里登记' : when(one.deliveredOn),
                },
                ...(standing.limitOn === null
                  ? []
                  : [{ name: '对方最迟', value: `${when(standing.limitOn)}（收到后15个工作日）` }]),
                ...(one.answeredOn === null ? [] : [{ name: '收到意见', value: when(one.answeredOn) }]),
                ...(one.opinion === null ? [] : [{ name: '意见', value: opinionWords[one.opinion] }]),
                ...(one.reasons === '' ? [] : [{ name: '理由', value: one.reasons }]),
              ]}
            />
            <OpinionFiles here={here} />
          </Panel>
        )}
        {answerLink !== null && (
          <Panel title="网上答复的链接">
            <p class="secret">{answerLink}</p>
            <p class="note">已经印在文书上。只能用一次，只交给对方。</p>
          </Panel>
        )}
        {one.sentOn !== null && one.answeredOn === null && here.may('requests.register') && (
          <AnswerForm at={at} typed={typed} stopped={stopped} today={frame.today} />
        )}
        {(one.opinion === 'objects' || one.opinion === 'partly') && (
          <JudgePart here={here} one={one} at={at} typed={typed} stopped={stopped} />
        )}
      </Split>
    </ConsolePage>
  )
}

function contactFacts({ party, isNaturalPerson }: Consultation): readonly Fact[] {
  const { address, phone, email } = party
  const facts = [
    { name: '地址', value: address },
    { name: '电话', value: phone },
    { name: '邮箱', value: email },
  ].filter(({ value }) => value !== '')
  return [{ name: '性质', value: isNaturalPerson ? '自然人' : '单位' }, ...facts]
}

function nextActs(here: CaseHere, one: Consultation): readonly Act[] {
  const { papers, request } = here.file
  const letter = one.kind === 'thirdParty' ? 'D09' : 'D13'
  const own = (id: string) =>
    papers.findLast(
      (paper) =>
        paper.letter === id && paper.consultationId === one.consultationId && paper.state !== 'discarded',
    )
  const acts: Act[] = []
  const against = reasonAgainst('consult', request.standing.state, request.kind)
  const asking = own(letter)
  const mayHandle = here.may('requests.handle')
  if (asking)
    acts.push({
      title: letterTitle(letter),
      href: paperAt(here.requestId, asking.paperId),
      says: `${asking.documentNumber ?? '还没有编号'}，${paperStateWords[asking.state]}。`,
    })
  else if (mayHandle)
    acts.push(
      against === null
        ? {
            title: `拟${letterTitle(letter)}`,
            href: consultationPaperAt(here.requestId, letter, one.consultationId),
            look: 'ink',
            says: '经审签发出以后，次日起不计入答复期限。',
          }
        : { title: `拟${letterTitle(letter)}`, says: against.sentence },
    )
  if (one.sentOn !== null && mayHandle) {
    const told = papers.findLast(({ letter: id, state }) => id === 'D11' && state !== 'discarded')
    acts.push(
      told
        ? {
            title: '告知申请人',
            href: paperAt(here.requestId, told.paperId),
            says: `${told.documentNumber ?? '还没有编号'}，${paperStateWords[told.state]}。`,
          }
        : against === null
          ? {
              title: '告知申请人',
              href: newPaperAt(here.requestId, 'D11'),
              says: '告诉申请人从哪天起不计入期限，不写对方是谁。',
            }
          : { title: '告知申请人', says: against.sentence },
    )
  }
  if (one.kind === 'thirdParty' && one.isReasonable === false && mayHandle) {
    const released = own('D12')
    acts.push(
      released
        ? {
            title: '告知第三方决定公开',
            href: paperAt(here.requestId, released.paperId),
            says: `${released.documentNumber ?? '还没有编号'}，${paperStateWords[released.state]}。`,
          }
        : against === null
          ? {
              title: '告知第三方决定公开',
              href: consultationPaperAt(here.requestId, 'D12', one.consultationId),
              says: '不公开会对公共利益造成重大影响的，把决定公开的内容和理由书面告知第三方（第三十二条）。',
            }
          : { title: '告知第三方决定公开', says: against.sentence },
    )
  }
  return acts
}

function OpinionFiles({ here }: { readonly here: CaseHere }) {
  const files = here.file.files.filter(({ purpose }) => purpose === 'opinion')
  if (files.length === 0) return null
  return (
    <Files
      files={files.map((file) => ({
        title: file.name,
        href: fileAt(here.requestId, file.fileId),
        note: '答复材料',
      }))}
    />
  )
}

function AnswerForm({
  at,
  typed,
  stopped,
  today,
}: {
  readonly at: string
  readonly typed: (name: string) => string
  readonly stopped: Stopped | undefined
  readonly today: string
}) {
  const problems = stopped?.problems
  return (
    <form class="panel" id="answer" method="post" action={`${at}/answer`} enctype="multipart/form-data">
      <h2>登记对方的意见</h2>
      <Field
        name="on"
        label="收到意见的日期"
        kind="date"
        short
        value={typed('on') || today}
        error={problemOf(problems, 'on')}
      />
      <Choice
        name="opinion"
        label="意见"
        value={typed('opinion')}
        error={problemOf(problems, 'opinion')}
        options={opinions.map((value) => ({ value, label: opinionWords[value] }))}
      />
      <Field
        name="reasons"
        label="理由"
        hint="不同意、部分同意的，照对方写的记下来：哪些内容，什么理由。"
        kind="lines"
        rows={4}
        optional
        value={typed('reasons')}
        error={problemOf(problems, 'reasons')}
        maxLength={4000}
      />
      <Field
        name="scan"
        label="对方的书面意见"
        kind="file"
        optional
        accept={uploadEndings}
        error={problemOf(problems, 'scan')}
      />
      <Buttons>
        <Button>登记意见</Button>
      </Buttons>
    </form>
  )
}

function JudgePart({
  here,
  one,
  at,
  typed,
  stopped,
}: {
  readonly here: CaseHere
  readonly one: Consultation
  readonly at: string
  readonly typed: (name: string) => string
  readonly stopped: Stopped | undefined
}) {
  const may =
    here.may('requests.handle') &&
    reasonAgainst('judgeItems', here.file.request.standing.state, here.file.request.kind) === null
  const facts: Fact[] =
    one.isReasonable === null
      ? []
      : [
          { name: '判断', value: one.isReasonable ? '理由成立，不予公开' : '理由不成立，或者公共利益更重要' },
          { name: '为什么', value: one.judgedWhy },
        ]
  if (!may)
    return facts.length === 0 ? null : (
      <Panel title="理由成立不成立">
        <FactsList facts={facts} />
      </Panel>
    )
  return (
    <form class="panel" id="judge" method="post" action={`${at}/judge`}>
      <h2>理由成立不成立</h2>
      <p class="note">
        有合理理由的，不予公开；不公开可能对公共利益造成重大影响的，可以公开，并书面告知第三方（第三十二条）。答复以前可以改。
      </p>
      <Choice
        name="isReasonable"
        label="判断"
        value={typed('isReasonable') || (one.isReasonable === null ? '' : one.isReasonable ? 'yes' : 'no')}
        error={problemOf(stopped?.problems, 'isReasonable')}
        options={[
          { value: 'yes', label: '理由成立', hint: '涉及的内容不予公开。' },
          {
            value: 'no',
            label: '理由不成立，或者公共利益更重要',
            hint: '涉及的内容可以公开，要告知第三方。',
          },
        ]}
      />
      <Field
        name="why"
        label="为什么"
        kind="lines"
        rows={3}
        value={typed('why') || one.judgedWhy}
        error={problemOf(stopped?.problems, 'why')}
        maxLength={2000}
      />
      <Buttons>
        <Button>记下判断</Button>
      </Buttons>
    </form>
  )
}
