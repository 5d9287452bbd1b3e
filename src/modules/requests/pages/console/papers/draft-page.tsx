import { feeForCases, feeForPages } from '../../../../../law/fees/processing-fee.ts'
import { outcomeOf, type OutcomeCode } from '../../../../../law/outcomes/outcomes.ts'
import { evidenceWords, outcomeWords } from '../../../../../law/outcomes/words.ts'
import type { Stopped } from '../../../../../platform/http/form.ts'
import {
  Button,
  Buttons,
  Choice,
  ConsolePage,
  ErrorSummary,
  FactsList,
  Field,
  Notice,
  Panel,
  Tag,
  WorkHead,
  type ConsoleFrame,
} from '../../../../../platform/html/index.ts'
import type { BlankField, TypedForm } from '../../../letters/blank-fields.ts'
import type { LetterTemplate } from '../../../letters/template.ts'
import { yuan } from '../../../letters/yuan.ts'
import type { ApplicantCounts, PaperFacts } from '../../../rules/paper-facts.ts'
import { feeOf } from '../../../rules/paper-reasons.ts'
import { uploadEndings } from '../../../rules/uploads.ts'
import type { LetterPreview } from '../../../store/letter-preview.ts'
import { caseAt, itemsAt, newPaperAt, paperAt, requestsAt } from '../addresses.ts'
import { BlankControls } from './blank-controls.tsx'
import type { CaseHere } from './case-here.ts'
import { factsInWords, secondaryOptions } from './facts-in-words.ts'
import { DraftPreview } from './draft-preview.tsx'
import { hintOf } from './paper-words.ts'

export interface DraftView {
  readonly template: LetterTemplate
  readonly outcome: OutcomeCode | null
  /** The draft that is rewritten; null for a new one, which carries the key that makes a double click one draft. */
  readonly paper: { readonly paperId: string; readonly version: number } | null
  readonly draftKey: string
  readonly consultationId: string | null
  readonly remedyId: string | null
  readonly fields: readonly BlankField[]
  readonly form: TypedForm
  readonly facts: PaperFacts
  readonly preview: LetterPreview
  readonly counts: ApplicantCounts
  /** Kinds of evidence that the records do not hold. */
  readonly evidenceMissing: ReadonlySet<string>
  readonly blanks: Readonly<Record<string, unknown>>
}

/** The form of one letter, with what the records know beside it and the letter as it reads now. */
export function DraftPage({
  frame,
  here,
  view,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly here: CaseHere
  readonly view: DraftView
  readonly stopped?: Stopped | undefined
}) {
  const { template, paper, fields, form, facts, outcome } = view
  const { request } = here.file
  const at = paper === null ? newPaperAt(here.requestId, template.id) : paperAt(here.requestId, paper.paperId)
  const problems = stopped?.problems
  return (
    <ConsolePage
      frame={frame}
      title={`${template.title} · ${request.number}`}
      current={requestsAt}
      problems={problems?.length}
      islands={['letter-preview', 'file-drop']}
      crumbs={[
        { title: '依申请公开', href: requestsAt },
        { title: request.number, href: caseAt(here.requestId) },
        { title: '拟文书', href: newPaperAt(here.requestId) },
        { title: template.title },
      ]}
    >
      <WorkHead title={template.title}>
        {template.articles.join('、')}
        {outcome !== null && `　计入年度报告“${outcomeWords[outcome]}”`}
      </WorkHead>
      <ErrorSummary problems={problems} />
      <letter-preview src={`${caseAt(here.requestId)}/papers/preview/${template.id}`}>
        <form method="post" action={at} enctype="multipart/form-data" class="draft-desk">
          <div>
            {paper !== null && <input type="hidden" name="version" value={paper.version} />}
            <input type="hidden" name="draftKey" value={view.draftKey} />
            {view.consultationId !== null && (
              <input type="hidden" name="consultation" value={view.consultationId} />
            )}
            {view.remedyId !== null && <input type="hidden" name="remedy" value={view.remedyId} />}
            <Panel title="要写的内容">
              {(template.id === 'D18' || template.id === 'D19') && (
                <p class="note">
                  公开哪些、不公开哪些和理由，都从<a href={itemsAt(here.requestId)}>信息清单</a>来，共
                  {here.file.items.length}条。
                </p>
              )}
              {fields.length === 0 ? (
                <p>这份文书的内容都来自记录，没有要写的。</p>
              ) : (
                <BlankControls
                  fields={fields}
                  form={form}
                  problems={problems}
                  hint={(name) => hintOf(template.id, name)}
                />
              )}
              {template.id === 'D16' && <FeeSteps view={view} />}
            </Panel>
            {outcome !== null && <Evidence view={view} outcome={outcome} problems={problems} />}
            {outcome !== null && outcomeOf(outcome).group !== 'released' && (
              <details class="panel-fold">
                <summary>一并适用的其他理由</summary>
                <Choice
                  name="secondary"
                  label="其他理由"
                  hint="一件只按一种结果统计，这里选的写进记录，不另计。"
                  many
                  optional
                  options={secondaryOptions.filter(({ value }) => value !== outcome)}
                  value={form.list('secondary')}
                />
              </details>
            )}
            <details class="panel-fold">
              <summary>记录里已有、不用填的</summary>
              <FactsList facts={factsInWords(template, facts)} />
            </details>
            <Buttons>
              <Button name="then" value="save">
                保存草稿
              </Button>
              <Button look="line" name="then" value="preview" unchecked>
                看文书现在的样子
              </Button>
              <a href={paper === null ? newPaperAt(here.requestId) : at}>不写了</a>
            </Buttons>
            <p class="note">保存以后送审。送审前还会核对一遍，差什么一次列清。</p>
          </div>
          {/* A region that scrolls must be reachable by key. */}
          <div class="draft-side" data-preview tabIndex={0} role="region" aria-label="文书现在的样子">
            <DraftPreview preview={view.preview} letter={template.id} />
          </div>
        </form>
      </letter-preview>
    </ConsolePage>
  )
}

function Evidence({
  view,
  outcome,
  problems,
}: {
  readonly view: DraftView
  readonly outcome: OutcomeCode
  readonly problems: Stopped['problems'] | undefined
}) {
  const kinds = outcomeOf(outcome).evidence
  return (
    <Panel title="证据" id="evidence">
      <p class="note">行政复议、诉讼里由本机关举证。写明有什么、在哪里，也可以上传。不上传涉密的原文。</p>
      {kinds.map((kind) =>
        view.evidenceMissing.has(kind) ? (
          <div class="evidence" key={kind}>
            <Field
              name={`evidence.${kind}`}
              label={evidenceWords[kind]}
              kind="lines"
              rows={3}
              value={view.form.text(`evidence.${kind}`)}
              error={problems?.find(({ field }) => field === `evidence.${kind}`)?.sentence}
              maxLength={2000}
            />
            <Field
              name={`file.${kind}`}
              label="上传材料"
              kind="file"
              optional
              accept={uploadEndings}
              error={problems?.find(({ field }) => field === `file.${kind}`)?.sentence}
            />
          </div>
        ) : (
          <p key={kind}>
            <Tag kind="good">记录里有</Tag> {evidenceWords[kind]}
          </p>
        ),
      )}
    </Panel>
  )
}

/** How the fee adds up, by both methods where both are known. The machine proposes; whether to charge is a person's choice. */
function FeeSteps({ view }: { readonly view: DraftView }) {
  const quantity = Number(view.blanks['quantity'])
  const method = view.blanks['method']
  const isCounted = Number.isInteger(quantity) && quantity > 0 && quantity <= 1_000_000
  const amount = feeOf(view.blanks)
  const fee = !isCounted ? null : method === 'perVolume' ? feeForPages(quantity) : feeForCases(quantity)
  return (
    <Notice
      kind="plain"
      title={amount === null ? '写好方式和数量，就能算出金额' : `按规则：${yuanOrFree(amount)}`}
    >
      {fee !== null && (
        <ul>
          {fee.steps.map(({ what, basis }) => (
            <li key={what}>
              {what}（{basis}）
            </li>
          ))}
        </ul>
      )}
      {method !== 'perVolume' && fee !== null && quantity > 1 && (
        <p>
          本件只收第{quantity}件这一件的钱，前{quantity - 1}件已经各自计过。
        </p>
      )}
      <p>
        {view.counts.placeInMonth === null
          ? '还没有确定收到申请之日，数不出件数。'
          : `系统数到：本月同一申请人${view.counts.inMonth}件，本件是第${view.counts.placeInMonth}件。`}
        收不收、按件还是按量，由人决定；一件申请只能用一种方式。
      </p>
    </Notice>
  )
}

const yuanOrFree = (amount: number): string => (amount === 0 ? '不收费' : yuan(amount))
