import {
  Button,
  ButtonLink,
  Course,
  ErrorSummary,
  FactsList,
  Icon,
  inBytes,
  Notice,
  PageHead,
  PortalPage,
  Section,
  Tag,
  When,
  type PortalFrame,
} from '../../../../platform/html/index.ts'
import type { FieldProblem } from '../../../../platform/refusals.ts'
import type { ApplicantCase } from '../../queries/present-case.ts'
import { requestKindWords, wantedFormWords, wantedWayWords } from '../../words.ts'
import { caseAddress, ClarifyForm, FeeNotice, MaterialForm, RatingForm, ReasonsForm } from './case-acts.tsx'
import { ContactForm } from './contact-form.tsx'
import { CaseAnswer, stateTag } from './case-head.tsx'

export interface CasePageProps {
  readonly frame: PortalFrame
  readonly shown: ApplicantCase
  /** What was just done, in one sentence. */
  readonly done?: string
  readonly problems?: readonly FieldProblem[]
  readonly typed?: Readonly<Record<string, string>>
}

const headLength = 60

/** A case as its applicant follows it: where it stands, by when, why, and whose turn it is. */
export function CasePage({ frame, shown, done, problems, typed = {} }: CasePageProps) {
  const tag = stateTag(shown)
  const title = shown.content.length > headLength ? `${shown.content.slice(0, headLength)}…` : shown.content
  const act = { shown, problems, typed }
  return (
    <PortalPage
      frame={frame}
      title={`申请进度 ${shown.number}`}
      current="/requests"
      crumbs={[
        { title: '首页', href: '/' },
        { title: '依申请公开', href: '/requests' },
        { title: '申请进度' },
      ]}
      problems={problems?.length}
      islands={['file-drop']}
      hidden
    >
      <PageHead
        title={title.replace(/\s+/g, ' ')}
        kind={`${requestKindWords[shown.kind]}　编号 ${shown.number}`}
      >
        {shown.agency.name}办理　<Tag kind={tag.kind}>{tag.says}</Tag>
      </PageHead>
      <ErrorSummary problems={problems} />
      {done && (
        <Notice kind="good" announce>
          {done}
        </Notice>
      )}
      <CaseAnswer shown={shown} today={frame.today} />
      {shown.may.clarify && (
        <Section title="补正" note="条例第三十条" id="clarify">
          <ClarifyForm {...act} />
        </Section>
      )}
      {shown.reasons && (
        <Section title="说明理由" note="条例第三十五条" id="reasons-asked">
          <ReasonsForm {...act} />
        </Section>
      )}
      {shown.fee && (
        <Section title="缴费" note="信息处理费管理办法第六条" id="fee">
          <FeeNotice shown={shown} />
          <MaterialForm {...act} />
        </Section>
      )}
      <Papers shown={shown} />
      {shown.remedy && <Remedy shown={shown} />}
      {shown.steps.length > 0 && shown.kind === 'information' && (
        <Section
          title={shown.dueOn !== null && shown.state !== 'closed' ? '为什么是这一天' : '办理经过'}
          note="每一步都有依据。日期随事情变动，不由人改"
        >
          <Course
            steps={shown.steps.map(({ on, title: name, says, basis, isPause, isToday }) => ({
              on,
              title: name,
              says,
              basis,
              state: isToday ? 'now' : isPause ? 'pause' : undefined,
            }))}
          />
        </Section>
      )}
      {shown.may.rate && (
        <Section title="评价" note="条例第四十六条">
          <RatingForm {...act} />
        </Section>
      )}
      {shown.may.add && shown.fee === null && !shown.may.clarify && (
        <Section title="补充材料" note={shown.kind === 'information' ? '不影响期限' : undefined}>
          <MaterialForm {...act} />
        </Section>
      )}
      {shown.may.withdraw && (
        <Section title="撤回">
          <p>
            不想要了，可以<a href={`${caseAddress}/withdraw`}>撤回申请</a>。撤回后本件结束，以后可以再申请。
          </p>
        </Section>
      )}
      <Section title="联系方式" note="文书和通知送到这里" id="contact">
        <ContactForm {...act} />
      </Section>
      <Section title="您提交的内容">
        <FactsList facts={submittedFacts(shown)} />
      </Section>
      <form method="post" action={`${caseAddress}/leave`} class="no-print">
        <Button look="line">结束查询</Button>
        <p class="note">在公用的电脑上，看完请结束查询。一小时后也会自动结束。</p>
      </form>
    </PortalPage>
  )
}

function Papers({ shown }: { readonly shown: ApplicantCase }) {
  if (shown.papers.length === 0) return null
  return (
    <Section title="收到的文书" id="papers">
      <ul class="files">
        {shown.papers.map(({ paperId, title, documentNumber, issuedOn, mustCollect, receivedOn }) => (
          <li key={paperId}>
            <Icon name="file" />
            {mustCollect ? (
              <>
                <span class="file-name">
                  {title}
                  {documentNumber && <span class="note">　{documentNumber}</span>}
                </span>
                <form method="post" action={`${caseAddress}/papers/${paperId}`}>
                  <Button small>领取{title}</Button>
                </form>
              </>
            ) : (
              <a href={`${caseAddress}/papers/${paperId}.pdf`} download>
                {title}
                {documentNumber && <span class="note">　{documentNumber}</span>}
              </a>
            )}
            <span class="note num">
              {receivedOn ? (
                <>
                  <When day={receivedOn} as="list" /> 收到
                </>
              ) : (
                issuedOn && (
                  <>
                    <When day={issuedOn} as="list" /> 发出
                  </>
                )
              )}
            </span>
          </li>
        ))}
        {shown.released.map(({ fileId, title, size }) => (
          <li key={fileId}>
            <Icon name="file" />
            <a href={`${caseAddress}/files/${fileId}`} download>
              {title}
            </a>
            <span class="note num">公开的信息，{inBytes(size)}</span>
          </li>
        ))}
      </ul>
      {shown.papers.some(({ mustCollect }) => mustCollect) && (
        <p class="note">领取的日子会记下来：电子送达以到达之日为准。领取以后，文书和公开的信息都可以下载。</p>
      )}
    </Section>
  )
}

function Remedy({ shown }: { readonly shown: ApplicantCase }) {
  const { remedy } = shown
  if (remedy === null) return null
  return (
    <Section title="不同意答复" note="答复书上写的为准">
      <p>{remedy.words}</p>
      <FactsList
        facts={[
          ...(remedy.reviewOrgan === '' ? [] : [{ name: '行政复议机关', value: remedy.reviewOrgan }]),
          ...(remedy.reviewUntil === null
            ? []
            : [
                {
                  name: '申请复议',
                  value: (
                    <>
                      最迟
                      <When day={remedy.reviewUntil} as="full" />
                    </>
                  ),
                },
              ]),
          ...(remedy.court === '' ? [] : [{ name: '管辖法院', value: remedy.court }]),
          ...(remedy.suitUntil === null
            ? []
            : [
                {
                  name: '直接起诉',
                  value: (
                    <>
                      最迟
                      <When day={remedy.suitUntil} as="full" />
                    </>
                  ),
                },
              ]),
        ]}
      />
      {remedy.reviewUntil === null && <p class="note">期限从您收到答复书的第二天起算。</p>}
    </Section>
  )
}

function submittedFacts(shown: ApplicantCase) {
  const facts: [string, string][] = [
    ['申请人', shown.applicant],
    ['名称或文号', shown.documentNumber],
    [shown.kind === 'information' ? '要的信息' : '内容', shown.content],
    [
      '载体和方式',
      shown.kind === 'information'
        ? `${wantedFormWords[shown.wantedForm]}，${wantedWayWords[shown.wantedWay]}`
        : wantedWayWords[shown.wantedWay],
    ],
    ['需要的帮助', shown.assistance],
    ['附件', shown.sentFiles.join('，')],
  ]
  return [
    ...facts.flatMap(([name, value]) =>
      value === '' ? [] : [{ name, value: <span class="as-typed">{value}</span> }],
    ),
    { name: '提交', value: <When day={shown.submittedOn} /> },
    {
      name: '接收回执',
      value: (
        <a href={`${caseAddress}/receipt.pdf`} download>
          下载（PDF）
        </a>
      ),
    },
  ]
}

interface WithdrawProps {
  readonly frame: PortalFrame
  readonly shown: ApplicantCase
}

/** The question before an act that ends the case. */
export function WithdrawPage({ frame, shown }: WithdrawProps) {
  return (
    <PortalPage
      frame={frame}
      title={`撤回申请 ${shown.number}`}
      current="/requests"
      crumbs={[
        { title: '首页', href: '/' },
        { title: '依申请公开', href: '/requests' },
        { title: '申请进度', href: caseAddress },
        { title: '撤回申请' },
      ]}
      hidden
    >
      <PageHead title="撤回申请" kind={`编号 ${shown.number}`}>
        撤回以后，{shown.agency.name}不再办理这一件，也不再答复。撤回了不能恢复，以后可以再申请。
      </PageHead>
      <FactsList facts={[{ name: '内容', value: <span class="as-typed">{shown.content}</span> }]} />
      <form method="post" action={`${caseAddress}/withdraw`}>
        <div class="btns">
          <Button look="seal">撤回这件申请</Button>
          <ButtonLink look="line" href={caseAddress}>
            不撤回，接着办
          </ButtonLink>
        </div>
      </form>
    </PortalPage>
  )
}
