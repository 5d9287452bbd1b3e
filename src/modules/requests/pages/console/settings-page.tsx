import {
  Button,
  ButtonLink,
  Buttons,
  Choice,
  ConsolePage,
  ErrorSummary,
  Field,
  Notice,
  Panel,
  problemOf,
  WorkHead,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import type { Form, Stopped } from '../../../../platform/http/form.ts'
import { approvalSteps, type RequestSettings } from '../../model.ts'
import { approvalStepWords } from '../../words.ts'
import { requestsAt } from './addresses.ts'

export const settingsAt = '/console/request-settings'

export interface SettingsPageProps {
  readonly frame: ConsoleFrame
  readonly settings: RequestSettings
  /** What was typed and did not pass; null when the page is opened. */
  readonly typed: Form | null
  readonly stopped: Stopped | undefined
  readonly said: string | undefined
}

const steps = approvalSteps.map((value) => ({ value, label: approvalStepWords[value] }))

/** The statute names no number of days for these; a house that has set itself one writes it here. */
const matterFields = [
  {
    name: 'recordCorrectionDays',
    label: '更正申请几个工作日办结',
    hint: '条例第四十一条没有规定期限。本机关也没有规定的，空着',
  },
  {
    name: 'publicationProposalDays',
    label: '主动公开建议几个工作日办结',
    hint: '条例第四十四条只写“及时”。本机关没有规定的，空着',
  },
  {
    name: 'complaintDays',
    label: '投诉举报几个工作日办结',
    hint: '条例第四十七条、第五十一条没有规定期限。本机关没有规定的，空着',
  },
] as const

/** What is this agency's own in handling requests, each with what it is for. */
export function SettingsPage({ frame, settings, typed, stopped, said }: SettingsPageProps) {
  const problems = stopped?.problems
  const value = (name: Exclude<keyof RequestSettings, 'replyChain' | 'procedureChain' | 'remindAt'>) =>
    typed === null ? String(settings[name] ?? '') : typed.text(name)
  const error = (name: string) => problemOf(problems, name)
  const isNew = settings.version === 0
  return (
    <ConsolePage
      frame={frame}
      title="申请设置"
      current={settingsAt}
      crumbs={[{ title: '依申请公开', href: requestsAt }, { title: '申请设置' }]}
      problems={problems?.length}
    >
      <WorkHead
        title="申请设置"
        acts={
          <ButtonLink href="/console/letter-templates" look="line">
            文书模板
          </ButtonLink>
        }
      >
        {isNew ? '还没有填写。填好以后才能出文书。' : '改了以后，新出的文书用新的；已经发出的不变。'}
      </WorkHead>
      {said && (
        <Notice kind="good" announce>
          <p>{said}</p>
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      <form method="post" action={settingsAt} class="act-form">
        <input type="hidden" name="version" value={String(settings.version)} />
        <Panel title="文书">
          <Field
            name="documentPrefix"
            label="机关代字"
            hint="文号的开头，例如“云应急”，后面自动接公复、公补等和年份、顺序号"
            short
            value={value('documentPrefix')}
            error={error('documentPrefix')}
          />
          <Field
            name="sendTo"
            label="补正材料和第三方意见送交的地址"
            hint="印在补正告知书和征求意见书上。只写地址、收件的科室和邮编，不写“邮寄至”"
            value={value('sendTo')}
            error={error('sendTo')}
          />
        </Panel>
        <Panel title="救济途径">
          <Field
            name="reviewOrgan"
            label="行政复议机关"
            hint="本级人民政府的全称（2024年起，部门的复议也向本级人民政府申请）"
            value={value('reviewOrgan')}
            error={error('reviewOrgan')}
          />
          <Field
            name="court"
            label="管辖法院"
            hint="可以起诉到的人民法院全称"
            value={value('court')}
            error={error('court')}
          />
        </Panel>
        <Panel title="审签">
          <Choice
            name="replyChain"
            label="答复由谁审签"
            hint="按这个顺序，拟稿人不能审签自己的稿。涉密、危及安全的，无论怎样设，都要保密审查和局领导审签"
            many
            options={steps}
            value={typed === null ? settings.replyChain : typed.list('replyChain')}
            error={error('replyChain')}
          />
          <Choice
            name="procedureChain"
            label="程序文书由谁审签"
            hint="补正、征求意见、收费等。延长答复期限一定要经公开机构负责人（条例第三十三条）"
            many
            options={steps}
            value={typed === null ? settings.procedureChain : typed.list('procedureChain')}
            error={error('procedureChain')}
          />
        </Panel>
        <Panel title="期限和提醒">
          <Field
            name="clarificationDays"
            label="补正期限（工作日）"
            hint="条例只写“合理的补正期限”，这里定本机关的，拟稿时还可以改"
            inputMode="numeric"
            short
            value={value('clarificationDays')}
            error={error('clarificationDays')}
          />
          <Field
            name="remindAt"
            label="到期前几个工作日提醒"
            hint="用顿号或者空格分开，例如 7、3、1。越近，提醒到的级别越高"
            short
            value={typed === null ? settings.remindAt.join('、') : typed.text('remindAt')}
            error={error('remindAt')}
          />
        </Panel>
        <Panel title="不是公开申请的来件">
          {matterFields.map(({ name, label, hint }) => (
            <Field
              key={name}
              name={name}
              label={label}
              hint={hint}
              inputMode="numeric"
              short
              optional
              value={value(name)}
              error={error(name)}
            />
          ))}
        </Panel>
        <Panel title="主动公开提示">
          <Field
            name="askedBySeveral"
            label="几个申请人申请过的，提示主动公开"
            hint="条例第四十四条只写“多个申请人”，没有数字；至少2人"
            inputMode="numeric"
            short
            value={value('askedBySeveral')}
            error={error('askedBySeveral')}
          />
        </Panel>
        <Panel title="信息处理费">
          <Field
            name="feePayment"
            label="怎样缴费"
            hint="印在收费通知书上。本机关不收费的，空着"
            optional
            value={value('feePayment')}
            error={error('feePayment')}
          />
        </Panel>
        <Panel title="保存和统计">
          <Field
            name="retentionYears"
            label="卷宗保存（年）"
            hint="办结归档以后，至少10年"
            inputMode="numeric"
            short
            value={value('retentionYears')}
            error={error('retentionYears')}
          />
          <Field
            name="identityMonths"
            label="身份证明保存（月）"
            hint="办结以后到期自动删除，只留已核对的记录（个人信息保护法第十九条）"
            inputMode="numeric"
            short
            value={value('identityMonths')}
            error={error('identityMonths')}
          />
          <Choice
            name="soleTraderKind"
            label="个体工商户计入哪一类"
            hint="国家没有统一规定，定了以后不要年年改"
            options={[
              { value: 'natural', label: '自然人' },
              { value: 'business', label: '商业企业' },
            ]}
            value={value('soleTraderKind')}
            error={error('soleTraderKind')}
          />
        </Panel>
        <Buttons>
          <Button>保存设置</Button>
        </Buttons>
      </form>
    </ConsolePage>
  )
}
