import { Button, ButtonLink, FactsList, Section, type Fact } from '../../../../platform/html/index.ts'
import { PageHead, PortalPage, Stages, inWords, when } from '../../../../platform/html/index.ts'
import { beijingDay } from '../../../../law/calendar/plain-day.ts'
import {
  applySteps,
  enclosureField,
  identityField,
  powerField,
  stepOfField,
  type DraftApplicant,
} from '../../rules/application.ts'
import { identityKinds, wantedForms, wantedWays } from '../../model.ts'
import { applicantKindWords, identityKindWords, wantedFormWords, wantedWayWords } from '../../words.ts'
import { applyBase, stepAddress, type StepProps } from './apply-frame.tsx'
import { kindTitles, ordinal, stepTitle } from './apply-words.ts'

/** 990102199001010010 → 9901**********0010: enough to see that it is the right one. */
export function maskedNumber(number: string): string {
  if (number.length <= 6) return number
  const shown = number.length >= 12 ? 4 : 2
  return `${number.slice(0, shown)}${'*'.repeat(number.length - shown * 2)}${number.slice(-shown)}`
}

const wordOf = <T extends string>(known: readonly T[], words: Readonly<Record<T, string>>, value: string) =>
  (known as readonly string[]).includes(value) ? words[value as T] : ''

/** Step four: everything once more, then the one act of legal effect. */
export function ReviewPage({ frame, agency, draft, files, problems }: StepProps) {
  const { content, draftId } = draft
  const { kind } = content
  const named = (field: string) => files.filter((file) => file.field === field).map(({ name }) => name)
  const change = (step: 'who' | 'what' | 'how') => (
    <a href={stepAddress(draftId, step)}>
      修改<span class="sr">：{stepTitle(step, kind)}</span>
    </a>
  )
  return (
    <PortalPage
      frame={frame}
      title={`${kindTitles[kind]}：核对并提交`}
      current="/requests"
      crumbs={[
        { title: '首页', href: '/' },
        { title: '依申请公开', href: '/requests' },
        { title: '填写申请' },
      ]}
      problems={problems?.length}
      hidden
    >
      <PageHead title={kindTitles[kind]}>
        写给{agency.name}。看一遍，没有问题就提交。写下的内容保留到
        {when(beijingDay(draft.expiresAt), 'short')}。
      </PageHead>
      <Stages stages={applySteps.map((one) => ({ title: stepTitle(one, kind) }))} at={3} />
      {problems && problems.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- here the reader must begin: it cannot be sent off yet
        <div class="error-summary" role="alert" tabIndex={-1} autoFocus>
          <h2>还有{inWords(problems.length)}处要补充，补好才能提交</h2>
          <ul>
            {problems.map(({ field, sentence }) => (
              <li key={field + sentence}>
                {field === '' ? (
                  sentence
                ) : (
                  <a href={`${stepAddress(draftId, stepOfField(field, content))}?problems=1#${field}`}>
                    {sentence}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Section title={stepTitle('who', kind)} note={change('who')}>
        {content.applicants.map((applicant, position) => (
          <FactsList
            key={String(position)}
            facts={applicantFacts(
              applicant,
              position,
              content.applicants.length,
              named(identityField(position)),
            )}
          />
        ))}
        {content.agentName !== '' && (
          <FactsList
            facts={present([
              ['代理人', content.agentName],
              ['代理人证件', maskedNumber(content.agentIdentityNumber)],
              ['代理人电话', content.agentPhone],
              ['授权委托书', named(powerField).join('，')],
            ])}
          />
        )}
      </Section>
      <Section title={stepTitle('what', kind)} note={change('what')}>
        <FactsList
          facts={present([
            ['名称或文号', content.documentNumber],
            [kind === 'information' ? '要的信息' : '内容', content.content],
            ['附件', named(enclosureField).join('，')],
          ])}
        />
      </Section>
      <Section title={stepTitle('how', kind)} note={change('how')}>
        <FactsList
          facts={present([
            ['载体', kind === 'information' ? wordOf(wantedForms, wantedFormWords, content.wantedForm) : ''],
            ['方式', wordOf(wantedWays, wantedWayWords, content.wantedWay)],
            ['需要的帮助', content.assistance],
          ])}
        />
      </Section>
      <Section title="提交">
        <p>
          提交后马上给您申请编号和查询码。我们会和您联系，双方确认收到；从确认的第二天起，20个工作日内答复（条例第三十一条第三项、第三十三条）。
        </p>
        <div class="btns">
          <form method="post" action={`${applyBase}/${draftId}/submit`}>
            <Button look="seal">提交申请</Button>
          </form>
          <ButtonLink look="line" href={stepAddress(draftId, 'how')}>
            上一步
          </ButtonLink>
        </div>
        {/* Two touches: one slip of a thumb must not throw away what took an hour to write. */}
        <details class="more-fields">
          <summary>不申请了</summary>
          <form method="post" action={`${applyBase}/${draftId}/discard`}>
            <p>写下的内容和上传的文件马上全部删除，不能恢复。只是想以后再交的，不用删，到期前都能接着填。</p>
            <Button look="line">全部删除</Button>
          </form>
        </details>
      </Section>
    </PortalPage>
  )
}

function present(facts: readonly (readonly [string, string])[]): readonly Fact[] {
  return facts.flatMap(([name, value]) =>
    value === '' ? [] : [{ name, value: <span class="as-typed">{value}</span> }],
  )
}

function applicantFacts(
  applicant: DraftApplicant,
  position: number,
  among: number,
  proofs: readonly string[],
): readonly Fact[] {
  return present([
    [among > 1 ? `${ordinal(position)}申请人` : '申请人', applicant.name],
    ['类别', applicantKindWords[applicant.kind]],
    [
      wordOf(identityKinds, identityKindWords, applicant.identityKind) || '证件',
      maskedNumber(applicant.identityNumber),
    ],
    ['身份证明', proofs.join('，')],
    ['联系人', applicant.contactName],
    ['电话', applicant.phone],
    ['电子邮箱', applicant.email],
    ['通信地址', [applicant.address, applicant.postcode].filter((one) => one !== '').join('，')],
  ])
}
