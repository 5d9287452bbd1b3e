import {
  Button,
  Choice,
  ErrorSummary,
  FactsList,
  Field,
  FileDrop,
  PageHead,
  PortalPage,
  problemOf,
  Split,
  When,
  type PortalFrame,
} from '../../../../platform/html/index.ts'
import type { FieldProblem } from '../../../../platform/refusals.ts'
import type { AskedParty } from '../../queries/asked-party.ts'
import { uploadEndings, uploadLimits } from '../../rules/uploads.ts'

interface ConsultationProps {
  readonly frame: PortalFrame
  readonly shown: AskedParty
  readonly action: string
  readonly typed: Readonly<Record<string, string>>
  readonly problems?: readonly FieldProblem[]
}

const interestWords = {
  tradeSecret: '商业秘密',
  personalPrivacy: '个人隐私',
  otherRights: '其他合法权益',
} as const

/** The answer of a third party or another agency (条例 Art 32 to 34), by the one-time link of its letter. */
export function ConsultationPage({ frame, shown, action, typed, problems }: ConsultationProps) {
  const isParty = shown.kind === 'thirdParty'
  const you = isParty && shown.isNaturalPerson ? '您' : isParty ? '贵单位' : '贵机关'
  return (
    <PortalPage
      frame={frame}
      title="答复征求意见"
      crumbs={[{ title: '答复征求意见' }]}
      islands={['file-drop']}
      problems={problems?.length}
      hidden
    >
      <PageHead title={`公开下列信息，${you}的意见`} kind={shown.documentNumber || '征求意见'}>
        {shown.agencyName}
        <When day={shown.sentOn} />
        书面征求{you}的意见。
      </PageHead>
      <Split quiet asideName="说明" aside={<Aside shown={shown} you={you} />}>
        <ErrorSummary problems={problems} />
        <FactsList
          facts={[
            {
              name: '信息',
              value: (
                <ol class="plain">
                  {shown.information.map((name) => (
                    <li key={name}>{name}</li>
                  ))}
                </ol>
              ),
            },
            ...(shown.interest === null
              ? []
              : [{ name: '可能涉及', value: `${you}的${interestWords[shown.interest]}` }]),
            {
              name: '答复期限',
              value:
                shown.answerBy === null ? (
                  '收到意见书之日起15个工作日内'
                ) : (
                  <>
                    <When day={shown.answerBy} as="full" />
                    以前（含当日）
                  </>
                ),
            },
          ]}
        />
        <form method="post" action={action} enctype="multipart/form-data" novalidate class="after-facts">
          <Choice
            name="opinion"
            label={`${you}的意见`}
            value={typed['opinion']}
            error={problemOf(problems, 'opinion')}
            options={[
              { value: 'agrees', label: '同意公开' },
              { value: 'partly', label: '部分同意', hint: '在下面写明哪些部分不同意公开，和理由。' },
              { value: 'objects', label: '不同意公开', hint: '在下面写明理由。' },
            ]}
          />
          <Field
            kind="lines"
            name="reasons"
            label="理由"
            hint="不同意或者部分同意的，要写。写清公开会怎样损害合法权益。"
            value={typed['reasons'] ?? ''}
            error={problemOf(problems, 'reasons')}
            rows={6}
            maxLength={4000}
          />
          <div class="field">
            <FileDrop
              name="opinionFile"
              label="证明材料（选填）"
              hint="盖章或者签名的意见书、有关证明。PDF、图片或 Word，每个不超过 20 MB。"
              error={problemOf(problems, 'opinionFile')}
              accept={uploadEndings}
              largest={uploadLimits.fileBytes}
              multiple
            />
          </div>
          <p class="btns">
            <Button look="seal">提交意见</Button>
          </p>
          <p class="note">提交一次以后，这个链接就失效。</p>
        </form>
      </Split>
    </PortalPage>
  )
}

function Aside({ shown, you }: { readonly shown: AskedParty; readonly you: string }) {
  return (
    <>
      <h2>不答复会怎样</h2>
      <p>
        {shown.kind === 'thirdParty'
          ? '由机关依照条例决定是否公开（条例第三十二条）。'
          : shown.kind === 'coMaker'
            ? '视为同意公开（条例第三十四条）。'
            : '由来函机关依照条例决定（条例第三十三条）。'}
      </p>
      {shown.kind === 'thirdParty' && (
        <>
          <h2>不同意会怎样</h2>
          <p>
            有合理理由的，不公开。机关认为不公开可能对公共利益造成重大影响的，可以决定公开，并把内容和理由书面告诉
            {you}。
          </p>
        </>
      )}
      <h2>谁在申请</h2>
      <p>依法不透露申请人。</p>
      <h2>找人问</h2>
      <p>
        {shown.office}
        {shown.phone !== '' && (
          <>
            ，电话 <span class="num">{shown.phone}</span>
          </>
        )}
      </p>
    </>
  )
}

/** The answer came in; the link is used up. */
export function OpinionReceivedPage({ frame }: { readonly frame: PortalFrame }) {
  return (
    <PortalPage frame={frame} title="意见已经收到" crumbs={[{ title: '答复征求意见' }]} hidden>
      <PageHead title="意见已经收到">
        谢谢。链接已经失效，需要补充的，请联系发函机关。可以关掉这一页。
      </PageHead>
    </PortalPage>
  )
}
