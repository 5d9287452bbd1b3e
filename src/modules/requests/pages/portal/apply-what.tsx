import type { PublicFind } from '../../../../platform/room.ts'
import { Button, Field, FileDrop, FoundAlready, problemOf } from '../../../../platform/html/index.ts'
import type { RequestKind } from '../../model.ts'
import { enclosureField } from '../../rules/application.ts'
import { uploadEndings, uploadLimits } from '../../rules/uploads.ts'
import { AfterwardsAside, ApplyFrame, KeptFiles, StepForm, type StepProps } from './apply-frame.tsx'

interface WhatProps extends StepProps {
  /** Public already and perhaps what is wanted; null while too little is written. */
  readonly finds: readonly PublicFind[] | null
}

interface Asking {
  readonly label: string
  readonly hint: string
  readonly example: string
  readonly enclosure: string
}

const asking: Readonly<Record<RequestKind, Asking>> = {
  information: {
    label: '您要什么信息',
    hint: '写清事情、地方和时间，我们才找得准。不用写为什么要。',
    example: '可以这样写：2023年至2025年河洲区老旧小区燃气管道更新改造项目的年度计划和验收结论。',
    enclosure: '能帮我们找到信息的材料，例如见过的公告、照片。',
  },
  recordCorrection: {
    label: '哪一条记录，哪里不对，应当怎样改',
    hint: '写清记录在哪里、现在怎样写、正确的是什么。',
    example: '可以这样写：2025年的培训考核名单里，我的证书编号末位应当是3，现在写成了8，见所附证书。',
    enclosure: '证明记录不准确的证据（条例第四十一条）。',
  },
  publicationProposal: {
    label: '您建议主动公开什么信息',
    hint: '写清是哪一类信息，为什么很多人需要它。',
    example: '可以这样写：建议每季度公布全市加油站安全检查的结果。',
    enclosure: '有助于说明的材料。',
  },
  complaint: {
    label: '发生了什么',
    hint: '写清时间、机关、事情经过，和您希望怎样处理。涉及申请的，写上申请编号。',
    example: '可以这样写：我2月3日提交的申请（编号2026-0012）到期没有收到答复。',
    enclosure: '有关的文书、截图。',
  },
}

/** Step two: what is wanted (条例 Art 29(2)(2)), with what is public already shown while it is being written. */
export function WhatPage(props: WhatProps) {
  const { draft, files, problems, finds, agency } = props
  const { content, documentNumber, kind } = draft.content
  const words = asking[kind]
  return (
    <ApplyFrame
      {...props}
      step="what"
      islands={['found-already', 'file-drop']}
      aside={<WhatAside kind={kind} />}
    >
      <StepForm draft={draft} step="what">
        {kind === 'information' && (
          <Field
            name="documentNumber"
            label="信息的名称或文号"
            optional
            hint="知道多少写多少，例如“云建函〔2025〕112号”。"
            value={documentNumber}
            error={problemOf(problems, 'documentNumber')}
            maxLength={100}
          />
        )}
        <Field
          kind="lines"
          name="content"
          label={words.label}
          hint={words.hint}
          note={words.example}
          value={content}
          error={problemOf(problems, 'content')}
          rows={7}
          maxLength={4000}
        />
        {kind === 'information' && (
          <div class="field">
            <FoundAlready src={`/requests/already-public?agency=${agency.slug}`} of="content">
              <Finds finds={finds} />
            </FoundAlready>
            <noscript>
              <p>
                <Button small look="line" name="act" value="look" unchecked>
                  看看有没有公开过
                </Button>
              </p>
            </noscript>
          </div>
        )}
        <div class="field">
          <FileDrop
            name={enclosureField}
            label="附件（选填）"
            hint={`${words.enclosure}PDF、图片或 Word，每个不超过 20 MB。`}
            error={problemOf(problems, enclosureField)}
            accept={uploadEndings}
            largest={uploadLimits.fileBytes}
            multiple
          />
          <KeptFiles files={files.filter(({ field }) => field === enclosureField)} />
        </div>
      </StepForm>
    </ApplyFrame>
  )
}

/** What may be public already: drawn in the page, and again as a part while one types. */
export function Finds({ finds }: { readonly finds: readonly PublicFind[] | null }) {
  if (finds === null) return <p class="note">写了以后，这里会告诉您有没有已经公开的、可能正是您要的信息。</p>
  if (finds.length === 0) return <p class="note">没有找到已经公开的、像是您要的信息。请接着写，我们来找。</p>
  return (
    <div class="finds">
      <h2>也许已经公开了</h2>
      <ul class="list">
        {finds.map(({ title, href, kind, says }) => (
          <li key={href}>
            <span class="note">{kind}</span>
            <div>
              <a class="list-title" href={href} target="_blank" rel="noopener">
                {title}
                <span class="note">（在新窗口打开）</span>
              </a>
              <p class="list-meta">
                <span>{says}</span>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p class="note">是您要的，不用再申请，马上就能看。不是，请接着写。</p>
    </div>
  )
}

function WhatAside({ kind }: { readonly kind: RequestKind }) {
  return (
    <>
      <h2>这样写找得最准</h2>
      <p>一件申请写一件事。几件不相干的事，分开申请，各自答复得更快。</p>
      <p>申请的是已经有的信息。要我们解释政策、分析数据、制作新材料的，不在公开范围内（条例第三十八条）。</p>
      {kind === 'information' && (
        <>
          <h2>这些不用在这里申请</h2>
          <p>投诉、举报、咨询政策，打 12345。不动产登记、工商登记资料，到登记机关查询。</p>
        </>
      )}
      <AfterwardsAside />
    </>
  )
}
