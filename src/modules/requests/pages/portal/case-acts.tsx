import { Button, Choice, Field, FileDrop, Notice, When, problemOf } from '../../../../platform/html/index.ts'
import type { FieldProblem } from '../../../../platform/refusals.ts'
import type { ApplicantCase } from '../../queries/present-case.ts'
import { uploadEndings, uploadLimits } from '../../rules/uploads.ts'

export const caseAddress = '/requests/case'

interface ActProps {
  readonly shown: ApplicantCase
  readonly problems: readonly FieldProblem[] | undefined
  /** What was typed in a form that came back. */
  readonly typed: Readonly<Record<string, string>>
}

function Files({
  name,
  label,
  hint,
  error,
}: {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly error?: string
}) {
  return (
    <div class="field">
      <FileDrop
        name={name}
        label={label}
        hint={hint}
        error={error}
        accept={uploadEndings}
        largest={uploadLimits.fileBytes}
        multiple
      />
    </div>
  )
}

const fileHint = 'PDF、图片或 Word，每个不超过 20 MB。'

/** What has to be put in, beside the form it is put into: nobody should have to keep a PDF in mind on a phone. */
function WhatIsAsked({ shown }: { readonly shown: ApplicantCase }) {
  const { clarification } = shown
  if (clarification === null) return null
  if (!clarification.isCollected)
    return (
      <p>
        要补什么，写在补正告知书里。请先在<a href="#papers">收到的文书</a>里领取，再填下面。
      </p>
    )
  return (
    <>
      <p>请补充：</p>
      <ol>
        {clarification.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
      {clarification.guidance !== '' && <p>可以参考：{clarification.guidance}</p>}
    </>
  )
}

/** The corrected request (条例 Art 30): the whole text once more, with what is missing put in. */
export function ClarifyForm({ shown, problems, typed }: ActProps) {
  return (
    <form method="post" action={`${caseAddress}/clarification`} enctype="multipart/form-data" novalidate>
      <WhatIsAsked shown={shown} />
      <Field
        kind="lines"
        name="content"
        label="补正后您要的信息"
        hint="原来写的在下面，按补正书说的改好。以补正后的为准。"
        value={typed['content'] ?? shown.content}
        error={problemOf(problems, 'content')}
        rows={6}
        maxLength={4000}
      />
      <Files
        name="clarification"
        label="补正的材料（选填）"
        hint={fileHint}
        error={problemOf(problems, 'clarification')}
      />
      <p class="btns">
        <Button look="seal">提交补正</Button>
      </p>
    </form>
  )
}

/** Why so many or so often (条例 Art 35). */
export function ReasonsForm({ shown, problems, typed }: ActProps) {
  return (
    <form method="post" action={`${caseAddress}/reasons`} enctype="multipart/form-data" novalidate>
      {shown.reasons?.until && (
        <p>
          请在
          <When day={shown.reasons.until} />
          前说明。期限照常计算，不会停下来。
        </p>
      )}
      <Field
        kind="lines"
        name="reasons"
        label="为什么需要这样多、这样频繁地申请"
        value={typed['reasons'] ?? ''}
        error={problemOf(problems, 'reasons')}
        rows={5}
        maxLength={4000}
      />
      <Files
        name="reasonFiles"
        label="材料（选填）"
        hint={fileHint}
        error={problemOf(problems, 'reasonFiles')}
      />
      <p class="btns">
        <Button>提交理由</Button>
      </p>
    </form>
  )
}

/** How to pay (信息处理费管理办法 Art 6), and the proof of it. */
export function FeeNotice({ shown }: { readonly shown: ApplicantCase }) {
  const { fee, applicantDueOn } = shown
  if (fee === null) return null
  return (
    <Notice kind="warn" title={`信息处理费 ${yuan(fee.amountFen)}`}>
      <p>
        {fee.payment}
        {applicantDueOn && (
          <>
            。最后一天是
            <When day={applicantDueOn} />
          </>
        )}
        。
      </p>
      <p>怎样算出来的，写在收费通知书上。缴清以后，可以在下面上传凭证，好让我们早些查到。</p>
    </Notice>
  )
}

function yuan(fen: number): string {
  return `${(fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2 })}元`
}

export function MaterialForm({ shown, problems }: ActProps) {
  const isFee = shown.state === 'waitingForFee'
  return (
    <form method="post" action={`${caseAddress}/material`} enctype="multipart/form-data" novalidate>
      <Files
        name="material"
        label={isFee ? '缴费凭证' : '补充的材料'}
        hint={`${isFee ? '收据、转账回单的照片或者文件。' : shown.kind === 'information' ? '有助于找到信息的材料。不影响期限。' : '有助于办理的材料。'}${fileHint}`}
        error={problemOf(problems, 'material')}
      />
      <p class="btns">
        <Button look="line">{isFee ? '上传凭证' : '补充材料'}</Button>
      </p>
    </form>
  )
}

/** How it was, once (条例 Art 46). */
export function RatingForm({ problems, typed }: ActProps) {
  return (
    <form method="post" action={`${caseAddress}/rating`} novalidate>
      <Choice
        name="score"
        label="这件申请办得怎样"
        value={typed['score']}
        error={problemOf(problems, 'score')}
        options={[
          { value: '5', label: '很满意' },
          { value: '4', label: '满意' },
          { value: '3', label: '一般' },
          { value: '2', label: '不满意' },
          { value: '1', label: '很不满意' },
        ]}
      />
      <Field
        kind="lines"
        name="comment"
        label="想说的话"
        optional
        hint="只给公开工作机构看，不影响您的权利。"
        value={typed['comment'] ?? ''}
        error={problemOf(problems, 'comment')}
        rows={3}
        maxLength={500}
      />
      <p class="btns">
        <Button look="line">评价</Button>
      </p>
    </form>
  )
}
