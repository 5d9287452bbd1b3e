import {
  Button,
  ButtonLink,
  Buttons,
  Choice,
  ConsolePage,
  ErrorSummary,
  FactsList,
  Field,
  Panel,
  problemOf,
  when,
  WorkHead,
  type ConsoleFrame,
  type Fact,
} from '../../../../platform/html/index.ts'
import type { Form, Stopped } from '../../../../platform/http/form.ts'
import type { Applicant } from '../../model.ts'
import type { EarlierContact } from '../../store/applicants.ts'
import type { CaseFileView } from '../../queries/case-file.ts'
import { applicantKindWords, identityKindWords } from '../../words.ts'
import { actAt, caseAt, requestsAt } from './addresses.ts'
import { CodePanel } from './intake-check-page.tsx'

/** What one may look at an applicant's identity for (个人信息保护法 Art 6: a definite purpose). */
export const lookPurposes = [
  { value: 'contact', label: '联系申请人' },
  { value: 'identity', label: '核对身份' },
  { value: 'service', label: '寄送文书' },
  { value: 'other', label: '其他' },
] as const

/** What a look shows. */
export interface Seen {
  readonly applicants: readonly Applicant[]
  readonly earlier: readonly EarlierContact[]
}

interface ApplicantPageProps {
  readonly frame: ConsoleFrame
  readonly file: CaseFileView
  readonly typed: Form
  /** In clear, after the purpose was given; null before. */
  readonly seen: Seen | null
  readonly stopped: Stopped | undefined
}

function factsOf(applicant: Applicant): readonly Fact[] {
  return (
    [
      ['类别', applicantKindWords[applicant.kind]],
      ['姓名或者名称', applicant.name],
      [identityKindWords[applicant.identityKind], applicant.identityNumber || '已按期删除'],
      ['联系人', applicant.contactName],
      ['电话', applicant.phone],
      ['邮箱', applicant.email],
      ['通信地址', [applicant.postcode, applicant.address].filter(Boolean).join(' ')],
      ['代理人', applicant.agentName],
      ['代理人身份证件', applicant.agentIdentityNumber],
      ['代理人电话', applicant.agentPhone],
    ] as const
  )
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value }))
}

/** Who applied: asked for on purpose, shown once, noted in the journal. */
export function ApplicantPage({ frame, file, typed, seen, stopped }: ApplicantPageProps) {
  const applicants = seen?.applicants ?? null
  const { requestId, number } = file.request
  return (
    <ConsolePage
      frame={frame}
      title={`申请人信息 ${number}`}
      current={requestsAt}
      crumbs={[
        { title: '依申请公开', href: requestsAt },
        { title: number, href: caseAt(requestId) },
        { title: '申请人信息' },
      ]}
      problems={stopped?.problems.length}
    >
      <WorkHead title="申请人信息">
        {applicants === null
          ? '写明用途才能看。谁、什么时候、为什么看，记入日志（个人信息保护法第五十一条）。'
          : '已记入日志。看完就关掉，不要抄到别处。'}
      </WorkHead>
      <ErrorSummary problems={stopped?.problems} />
      {applicants === null ? (
        <form method="post" action={actAt(requestId, 'applicant')} class="act-form">
          <Choice
            name="purpose"
            label="为什么要看"
            options={lookPurposes}
            value={typed.text('purpose')}
            error={problemOf(stopped?.problems, 'purpose')}
          />
          <Field
            name="why"
            label="说明"
            hint="选“其他”的要写"
            optional
            maxLength={200}
            value={typed.text('why')}
            error={problemOf(stopped?.problems, 'why')}
          />
          <Buttons>
            <Button>查看</Button>
            <ButtonLink href={caseAt(requestId)} look="line">
              不看了
            </ButtonLink>
          </Buttons>
        </form>
      ) : (
        <>
          {applicants.map((applicant, index) => (
            <Panel title={applicants.length > 1 ? `第${index + 1}位申请人` : '申请人'}>
              <FactsList facts={factsOf(applicant)} />
            </Panel>
          ))}
          {seen?.earlier.map(({ position, replacedOn, contact }) => (
            <Panel
              title={`${applicants.length > 1 ? `第${position + 1}位申请人` : ''}${when(replacedOn, 'full')}以前的联系方式`}
            >
              <FactsList
                facts={(
                  [
                    ['联系人', contact.contactName],
                    ['电话', contact.phone],
                    ['邮箱', contact.email],
                    ['通信地址', [contact.postcode, contact.address].filter(Boolean).join(' ')],
                  ] as const
                )
                  .filter(([, value]) => value !== '')
                  .map(([name, value]) => ({ name, value }))}
              />
              <p class="note">那时送达的文书，送到这里为准。</p>
            </Panel>
          ))}
          <Buttons>
            <ButtonLink href={caseAt(requestId)} look="line">
              看完了，回到这一件
            </ButtonLink>
          </Buttons>
        </>
      )}
    </ConsolePage>
  )
}

interface RenewPageProps {
  readonly frame: ConsoleFrame
  readonly file: CaseFileView
  readonly typed: Form
  /** The new code, once it was made. */
  readonly queryCode: string | null
  readonly stopped: Stopped | undefined
}

/** A new query code after the identity was checked; the old one opens nothing any more. */
export function RenewPage({ frame, file, typed, queryCode, stopped }: RenewPageProps) {
  const { request } = file
  const { requestId, number } = request
  return (
    <ConsolePage
      frame={frame}
      title={`换查询码 ${number}`}
      current={requestsAt}
      crumbs={[
        { title: '依申请公开', href: requestsAt },
        { title: number, href: caseAt(requestId) },
        { title: '换查询码' },
      ]}
      problems={stopped?.problems.length}
    >
      <WorkHead title="换查询码">
        {queryCode === null
          ? '先核对身份，确实是申请人或者代理人本人。换了以后，旧的查询码作废。'
          : '新的查询码只在这里出现一次。'}
      </WorkHead>
      <ErrorSummary problems={stopped?.problems} />
      {queryCode === null ? (
        <form method="post" action={actAt(requestId, 'renewCode')} class="act-form">
          <input type="hidden" name="version" value={String(request.version)} />
          <Field
            name="identityChecked"
            label="怎样核对的身份"
            hint="例如：当面核对身份证。不要写姓名和号码"
            maxLength={200}
            value={typed.text('identityChecked')}
            error={problemOf(stopped?.problems, 'identityChecked')}
          />
          <Buttons>
            <Button>换查询码</Button>
            <ButtonLink href={caseAt(requestId)} look="line">
              不换了
            </ButtonLink>
          </Buttons>
        </form>
      ) : (
        <>
          <CodePanel
            requestId={requestId}
            number={number}
            queryCode={queryCode}
            mayPrint={request.closedOn === null}
          />
          <Buttons>
            <ButtonLink href={caseAt(requestId)} look="line">
              回到这一件
            </ButtonLink>
          </Buttons>
        </>
      )}
    </ConsolePage>
  )
}
