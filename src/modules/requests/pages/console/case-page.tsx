import { beijingDay, type PlainDay } from '../../../../law/calendar/plain-day.ts'
import { channelWords } from '../../../../law/clock/words.ts'
import { outcomeWords } from '../../../../law/outcomes/words.ts'
import {
  Button,
  Buttons,
  ConsolePage,
  FactsList,
  Files,
  inBytes,
  monthAndDay,
  Notice,
  Panel,
  Split,
  Stages,
  When,
  WorkHead,
  type ConsoleFrame,
  type Fact,
} from '../../../../platform/html/index.ts'
import type { CaseFileView } from '../../queries/case-file.ts'
import type { CaseJournalLine } from '../../queries/case-journal.ts'
import type { SimilarRequest } from '../../queries/similar-requests.ts'
import type { DeskActReading } from '../../rules/desk-acts.ts'
import type { WhatIfReading } from '../../rules/what-if.ts'
import {
  applicantKindWords,
  caseStateWords,
  eventTypeWords,
  filePurposeWords,
  requestKindWords,
  wantedFormWords,
  wantedWayWords,
} from '../../words.ts'
import { caseStage, caseStages, type CaseStage } from '../../rules/case-stage.ts'
import { DeskPanels, stageGroundOf, StepsPanel } from './act-panels.tsx'
import { actAt, caseAt, fileAt, requestsAt } from './addresses.ts'
import { CaseClock, WhyPanel } from './case-clock.tsx'
import { CoursePanel, type Names } from './case-course.tsx'
import { LinksPanel } from './case-links.tsx'
import { PapersPanels, toldOtherwise } from './case-papers.tsx'

export interface CasePageProps {
  readonly frame: ConsoleFrame
  readonly today: PlainDay
  readonly file: CaseFileView
  readonly acts: readonly DeskActReading[]
  readonly lines: readonly CaseJournalLine[]
  readonly names: Names
  readonly similar: readonly SimilarRequest[]
  readonly asked: WhatIfReading | null
  readonly handlerName: string | null
  /** What was just done. */
  readonly said: string | undefined
  readonly maySeeApplicant: boolean
  readonly mayRegister: boolean
  readonly mayRevoke: boolean
  readonly mayArchive: boolean
  readonly mayContest: boolean
  readonly mayDraft: boolean
  readonly isThere: (address: string) => boolean
}

const stageNames: Readonly<Record<CaseStage, string>> = {
  register: '登记',
  assign: '审核分派',
  handle: '办理',
  reply: '答复送达',
  archive: '归档',
}

/** The title of a case: the first line of what is wanted, no longer than a heading can be. */
function titleOf(content: string): string {
  const [first = ''] = content.trim().split('\n')
  const signs = [...first]
  return signs.length > 48 ? `${signs.slice(0, 48).join('')}…` : first
}

function WantedPanel({ file }: { readonly file: CaseFileView }) {
  const { request } = file
  const before = request.events.findLast(({ type }) => type === 'clarificationAnswered')?.data['before']
  return (
    <Panel title="要的信息">
      <p class="as-written">{request.content}</p>
      {request.documentNumber && <p class="note">文号：{request.documentNumber}</p>}
      {typeof before === 'string' && <p class="note as-written">补正前：“{before}”</p>}
    </Panel>
  )
}

function ApplicantPanel(props: CasePageProps) {
  const { file, maySeeApplicant, mayRegister } = props
  const { request } = file
  const facts: Fact[] = [
    { name: '申请人', value: file.applicant },
    { name: '类别', value: applicantKindWords[request.applicantKind] },
    { name: '渠道', value: channelWords[request.channel].name },
    { name: '来件', value: <When day={request.arrivedOn} as="list" /> },
    {
      name: '收到',
      value: request.receivedOn === null ? '待确认' : <When day={request.receivedOn} as="list" />,
    },
    { name: '形式', value: `${wantedFormWords[request.wantedForm]}，${wantedWayWords[request.wantedWay]}` },
    ...(request.assistance ? [{ name: '需要协助', value: request.assistance }] : []),
  ]
  return (
    <Panel title="申请人">
      <FactsList facts={facts} />
      {maySeeApplicant ? (
        <p class="note">
          <a href={actAt(request.requestId, 'applicant')}>查看申请人信息</a>
          ，要写用途，会记入日志。
        </p>
      ) : (
        <p class="note">完整的姓名和联系方式，只给有权限的经办人看。</p>
      )}
      {file.contactChangedOn && (
        <p class="note">
          联系方式
          <When day={file.contactChangedOn} as="short" />
          改过。
        </p>
      )}
      {mayRegister && (
        <p class="note">
          <a href={actAt(request.requestId, 'contact')}>改联系方式</a>
        </p>
      )}
    </Panel>
  )
}

function HandPanel({ file, handlerName }: CasePageProps) {
  const { request } = file
  return (
    <Panel title="谁在办">
      <FactsList
        facts={[
          { name: '科室', value: request.section ?? '未分' },
          { name: '经办', value: handlerName ?? '未分' },
          ...(request.sectionDueOn
            ? [{ name: '内部日期', value: <When day={request.sectionDueOn} as="list" /> }]
            : []),
        ]}
      />
    </Panel>
  )
}

function FilesPanel({ file }: { readonly file: CaseFileView }) {
  const kept = file.files.filter(({ isErased }) => !isErased)
  const erased = file.files.length - kept.length
  return (
    <Panel title="卷宗" id="files">
      {kept.length === 0 && <p class="note">还没有文件。</p>}
      {kept.length > 0 && (
        <Files
          files={kept.map((one) => ({
            title: one.name,
            href: fileAt(file.request.requestId, one.fileId),
            note: `${filePurposeWords[one.purpose]}，${monthAndDay(beijingDay(one.addedAt))}，${inBytes(one.size)}`,
          }))}
        />
      )}
      {erased > 0 && <p class="note">另有{erased}个身份证明文件已按期删除。</p>}
    </Panel>
  )
}

/** Records typed wrongly: what a letter brought about is not taken back here. */
function RevokePanel({ file }: { readonly file: CaseFileView }) {
  const events = file.request.events.filter(({ paperId }) => paperId === null)
  if (events.length === 0) return null
  return (
    <Panel title="登记错了" id="revoke">
      <ul class="acts">
        {events.map(({ eventId, type, on }) => (
          <li key={eventId}>
            {eventTypeWords[type]}，<When day={on} as="list" />　
            <a href={`${actAt(file.request.requestId, 'revoke')}?event=${eventId}`}>撤销</a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What comes after the answer: reviews and suits, the complete file as one zip, the archive. */
function EndPanel({
  file,
  mayArchive,
  mayContest,
}: {
  readonly file: CaseFileView
  readonly mayArchive: boolean
  readonly mayContest: boolean
}) {
  const { request } = file
  if (!mayArchive && !mayContest) return null
  return (
    <Panel title="救济和归档" id="end">
      {request.archivedAt !== null && (
        <p>
          已于
          <When day={beijingDay(request.archivedAt)} />
          归档。
        </p>
      )}
      {mayArchive && (
        <form method="post" action={`${caseAt(request.requestId)}/archive`}>
          <Buttons>
            <Button look="line">下载全部案卷</Button>
            {request.closedOn !== null && request.archivedAt === null && (
              <Button name="close" value="yes">
                下载并归档
              </Button>
            )}
          </Buttons>
        </form>
      )}
      {mayContest && (
        <p class="note">
          <a href={`/console/remedies?number=${request.number}#new-remedy`}>登记行政复议或者诉讼</a>
        </p>
      )}
    </Panel>
  )
}

/** A case: by when, what can be done now, why this date, and everything in its file. */
export function CasePage(props: CasePageProps) {
  const { frame, today, file, acts, lines, names, asked, said, isThere } = props
  const { request } = file
  const told = toldOtherwise(file)
  const stage = caseStage(stageGroundOf(file))
  return (
    <ConsolePage
      frame={frame}
      title={`${request.number} ${titleOf(request.content)}`}
      current={requestsAt}
      crumbs={[{ title: '依申请公开', href: requestsAt }, { title: request.number }]}
    >
      <WorkHead title={titleOf(request.content)}>
        {file.applicant}，{applicantKindWords[request.applicantKind]}，{channelWords[request.channel].name}
        {request.kind !== 'information' && `，${requestKindWords[request.kind]}（不计入年报表三）`}。
        {request.closedOn === null
          ? caseStateWords[request.standing.state]
          : request.outcome !== null && outcomeWords[request.outcome]}
        。
      </WorkHead>
      {said && (
        <Notice kind="good" announce>
          <p>{said}</p>
        </Notice>
      )}
      {told && (
        <Notice kind="warn" title="告知过申请人的日期，和现在算的不一样">
          <p>
            《{told.title}》告知的是
            <When day={told.toldDueOn} />
            ，现在算出来是
            <When day={told.dueOn} />
            。告知过的留着不改；早的那天以前答复最稳妥。
          </p>
        </Notice>
      )}
      <CaseClock request={request} today={today} />
      <Stages
        stages={caseStages.map((one) => ({ title: stageNames[one] }))}
        at={stage === null ? caseStages.length : caseStages.indexOf(stage)}
      />
      <Split
        asideName="申请的基本情况"
        aside={
          <>
            <WantedPanel file={file} />
            <ApplicantPanel {...props} />
            <HandPanel {...props} />
            <LinksPanel file={file} similar={props.similar} />
          </>
        }
      >
        <StepsPanel acts={acts} file={file} isThere={isThere} />
        <WhyPanel file={file} today={today} asked={asked} />
        <PapersPanels file={file} today={today} mayDraft={props.mayDraft} mayRegister={props.mayRegister} />
        <FilesPanel file={file} />
        <DeskPanels acts={acts} file={file} isThere={isThere} />
        <EndPanel file={file} mayArchive={props.mayArchive} mayContest={props.mayContest} />
        {props.mayRevoke && <RevokePanel file={file} />}
        <CoursePanel lines={lines} names={names} />
      </Split>
    </ConsolePage>
  )
}
