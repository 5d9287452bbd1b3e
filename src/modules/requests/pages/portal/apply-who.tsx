import { Button, Field, FileDrop, problemOf } from '../../../../platform/html/index.ts'
import { isProblemWith } from './apply-problems.ts'
import { applicantKindWords } from '../../words.ts'
import {
  identityField,
  mostApplicants,
  mostIdentityFiles,
  needsIdentityProof,
  powerField,
  type DraftApplicant,
} from '../../rules/application.ts'
import { uploadEndings, uploadLimits } from '../../rules/uploads.ts'
import {
  AfterwardsAside,
  ApplyFrame,
  KeptFiles,
  PrivacyAside,
  StepForm,
  type StepProps,
} from './apply-frame.tsx'
import { applicantOptions, identityOptions, ordinal } from './apply-words.ts'

interface WhoProps extends StepProps {
  /** Where the agency counts a sole trader (law.md 2.3: no national rule). */
  readonly soleTrader: 'natural' | 'business'
}

/** Step one: who applies, with proof of identity and a way to be reached (条例 Art 29(2)(1)). */
export function WhoPage(props: WhoProps) {
  const { draft, files, problems, soleTrader } = props
  const { applicants, agentName, agentIdentityNumber, agentPhone } = draft.content
  const hasAgent = agentName !== '' || isProblemWith(problems, /^agent|^powerOfAttorney/)
  return (
    <ApplyFrame
      {...props}
      step="who"
      islands={['file-drop']}
      aside={
        <>
          <PrivacyAside />
          <AfterwardsAside />
        </>
      }
    >
      <StepForm draft={draft} step="who">
        {applicants.map((applicant, position) => (
          <Applicant
            key={String(position)}
            applicant={applicant}
            position={position}
            among={applicants.length}
            soleTrader={soleTrader}
            props={props}
          />
        ))}
        {applicants.length < mostApplicants && (
          <div class="field add-row">
            <Field
              kind="pick"
              name="newKind"
              label="几个人或者几个单位一起申请"
              hint="先选再加的这一位属于哪一类，再按按钮。写好的不会丢。"
              value="natural"
              options={applicantOptions(soleTrader).map(({ value, label }) => ({ value, label }))}
            />
            <Button small look="line" name="act" value="addApplicant" unchecked>
              再加一位申请人
            </Button>
          </div>
        )}
        <details class="more-fields" open={hasAgent}>
          <summary>请别人代为申请（委托代理人）</summary>
          <Field
            name="agentName"
            label="代理人姓名"
            optional
            value={agentName}
            error={problemOf(problems, 'agentName')}
            maxLength={40}
          />
          <Field
            name="agentIdentityNumber"
            label="代理人身份证件号码"
            hint="写了代理人姓名的，要填。"
            value={agentIdentityNumber}
            error={problemOf(problems, 'agentIdentityNumber')}
            maxLength={40}
            spellcheck={false}
          />
          <Field
            kind="tel"
            name="agentPhone"
            label="代理人电话"
            optional
            value={agentPhone}
            error={problemOf(problems, 'agentPhone')}
            maxLength={40}
            short
          />
          <div class="field">
            <FileDrop
              name={powerField}
              label="授权委托书"
              hint="委托人签名或者盖章的委托书。PDF、图片或 Word，每个不超过 20 MB。"
              error={problemOf(problems, powerField)}
              accept={uploadEndings}
              largest={uploadLimits.fileBytes}
              multiple
            />
            <KeptFiles files={files.filter(({ field }) => field === powerField)} />
          </div>
        </details>
      </StepForm>
    </ApplyFrame>
  )
}

function Applicant({
  applicant,
  position,
  among,
  soleTrader,
  props,
}: {
  readonly applicant: DraftApplicant
  readonly position: number
  readonly among: number
  readonly soleTrader: 'natural' | 'business'
  readonly props: WhoProps
}) {
  const { problems, files, draft } = props
  const at = (field: string) => `applicants.${position}.${field}`
  const isNatural = applicant.kind === 'natural'
  const shared = (field: keyof DraftApplicant) => ({
    name: at(field),
    value: applicant[field],
    error: problemOf(problems, at(field)),
  })
  const proof = identityField(position)
  return (
    <fieldset class="applicant">
      <legend class={among > 1 ? undefined : 'sr'}>
        {among > 1 ? `${ordinal(position)}申请人` : '申请人'}
      </legend>
      <Field
        kind="pick"
        {...shared('kind')}
        label="申请人类别"
        hint={`现在按“${applicantKindWords[applicant.kind]}”填写。改了类别，按“保存并继续”后会换成那一类要填的内容。`}
        options={applicantOptions(soleTrader).map(({ value, label }) => ({ value, label }))}
        short
      />
      <Field
        {...shared('name')}
        label={isNatural ? '姓名' : '单位名称'}
        hint={isNatural ? '和身份证件上的一致。' : '和营业执照或者登记证书上的一致。'}
        autocomplete={position === 0 ? (isNatural ? 'name' : 'organization') : 'off'}
        maxLength={100}
      />
      <Field
        kind="pick"
        {...shared('identityKind')}
        label={isNatural ? '身份证件' : '单位证明'}
        options={identityOptions(applicant.kind)}
        short
      />
      <Field
        {...shared('identityNumber')}
        label={isNatural ? '证件号码' : '统一社会信用代码或者证照号码'}
        autocomplete="off"
        maxLength={40}
        spellcheck={false}
      />
      <div class="field">
        <FileDrop
          name={proof}
          label={needsIdentityProof(draft.content.kind) ? '身份证明' : '身份证明（选填）'}
          hint={
            isNatural
              ? '证件的照片或者扫描件，一个或两个文件（例如正反两面），每个不超过 20 MB。'
              : '营业执照或者登记证书的照片、扫描件，一个或两个文件，每个不超过 20 MB。'
          }
          error={problemOf(problems, proof)}
          accept={uploadEndings}
          largest={uploadLimits.fileBytes}
          multiple
        />
        <KeptFiles files={files.filter(({ field }) => field === proof).slice(0, mostIdentityFiles)} />
      </div>
      {!isNatural && (
        <Field
          {...shared('contactName')}
          label="联系人"
          hint="单位里办这件事的人。"
          maxLength={40}
          autocomplete="off"
        />
      )}
      <p class="contact-head">
        <b>怎样联系{isNatural ? '您' : '贵单位'}</b>
        <span class="note">　三种里至少写一种</span>
      </p>
      <Field
        kind="tel"
        {...shared('phone')}
        label="电话"
        optional
        autocomplete={position === 0 ? 'tel' : 'off'}
        short
        maxLength={40}
      />
      <Field
        kind="email"
        {...shared('email')}
        label="电子邮箱"
        optional
        autocomplete={position === 0 ? 'email' : 'off'}
        maxLength={100}
      />
      <Field
        {...shared('address')}
        label="通信地址"
        optional
        autocomplete={position === 0 ? 'street-address' : 'off'}
        maxLength={200}
      />
      <Field
        {...shared('postcode')}
        label="邮政编码"
        optional
        autocomplete={position === 0 ? 'postal-code' : 'off'}
        inputMode="numeric"
        maxLength={6}
        short
      />
      {among > 1 && (
        <p class="btns">
          <Button small look="line" name="act" value={`removeApplicant-${position}`} unchecked>
            去掉{ordinal(position)}申请人
          </Button>
        </p>
      )}
    </fieldset>
  )
}
