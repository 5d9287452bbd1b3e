import { Choice, Field, FileDrop, monthAndDay, problemOf, When } from '../../../../platform/html/index.ts'
import { addWorkingDays } from '../../../../law/calendar/calendar.ts'
import { uploadEndings, uploadLimits } from '../../rules/uploads.ts'
import { eventTypeWords, filePurposeWords } from '../../words.ts'
import type { ActPageProps } from './act-page.tsx'
import { linkKindWords, SimilarList } from './case-links.tsx'
import { attachedPurposes } from './perform-act.ts'

type FieldsProps = Pick<
  ActPageProps,
  'act' | 'file' | 'today' | 'typed' | 'stopped' | 'hands' | 'sections' | 'similar'
>

/** A day, today unless something else was typed. */
function DayField({
  props,
  name = 'on',
  label,
  hint,
  empty,
}: {
  readonly props: FieldsProps
  readonly name?: string
  readonly label: string
  readonly hint?: string
  /** Stands empty when nothing was typed. */
  readonly empty?: boolean
}) {
  const typed = props.typed.values[name] === undefined ? null : props.typed.text(name)
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      kind="date"
      short
      optional={empty}
      value={typed ?? (empty ? '' : props.today)}
      error={problemOf(props.stopped?.problems, name)}
    />
  )
}

function Upload({ props, label }: { readonly props: FieldsProps; readonly label: string }) {
  return (
    <FileDrop
      name="file"
      label={label}
      hint="PDF、Word、Excel、OFD、图片或者纯文本，每个不超过20MB"
      accept={uploadEndings}
      largest={uploadLimits.fileBytes}
      multiple
      error={problemOf(props.stopped?.problems, 'file')}
    />
  )
}

function ConfirmFields(props: FieldsProps) {
  const { request } = props.file
  return (
    <>
      <DayField
        props={props}
        label="双方确认的日期"
        hint={`${monthAndDay(request.arrivedOn)}来件。不早于来件，不晚于今天。`}
      />
      <p class="note">
        今天确认的，最迟
        <When day={addWorkingDays(request.calendar, props.today, 20)} />
        答复。
      </p>
    </>
  )
}

function PayFields(props: FieldsProps) {
  const noticed = props.file.request.events.findLast(({ type }) => type === 'feeNoticed')
  const fen = Number(noticed?.data['amountFen'])
  const due = Number.isFinite(fen) ? (fen / 100).toFixed(2) : ''
  return (
    <>
      <Field
        name="amount"
        label="缴费金额（元）"
        hint={due ? `收费通知书上是${due}元，要足额` : undefined}
        inputMode="decimal"
        short
        value={props.typed.text('amount') || due}
        error={problemOf(props.stopped?.problems, 'amount')}
      />
      <DayField props={props} label="缴清的日期" />
      <Field name="receiptNumber" label="票据号码" optional short value={props.typed.text('receiptNumber')} />
      <Upload props={props} label="缴费凭证" />
    </>
  )
}

function AssignFields(props: FieldsProps) {
  const { request } = props.file
  const value = (name: string, stored: string | null) =>
    props.typed.values[name] === undefined ? (stored ?? '') : props.typed.text(name)
  const chosen = value('section', request.section)
  const sections = [...new Set([...props.sections, ...(chosen ? [chosen] : [])])]
  return (
    <>
      {sections.length > 0 ? (
        <Field
          name="section"
          label="科室"
          kind="pick"
          value={value('section', request.section)}
          options={[
            { value: '', label: '不分给科室' },
            ...sections.map((name) => ({ value: name, label: name })),
          ]}
        />
      ) : (
        <Field
          name="section"
          label="科室"
          hint="在“机构信息”里填了内设机构，这里就可以选"
          optional
          value={value('section', request.section)}
        />
      )}
      <Field
        name="handlerId"
        label="经办人"
        kind="pick"
        value={value('handlerId', request.handlerId)}
        options={[
          { value: '', label: '不分给个人' },
          ...props.hands.map(({ personId, name }) => ({ value: personId, label: name })),
        ]}
        error={problemOf(props.stopped?.problems, 'handlerId')}
      />
      <Field
        name="sectionDueOn"
        label="内部日期"
        hint={
          request.standing.dueOn
            ? `科室最迟哪天交来。法定期限是${monthAndDay(request.standing.dueOn)}，要留出审签的时间`
            : '科室最迟哪天交来'
        }
        kind="date"
        short
        optional
        value={value('sectionDueOn', request.sectionDueOn)}
        error={problemOf(props.stopped?.problems, 'sectionDueOn')}
      />
    </>
  )
}

function SplitPart({
  props,
  index,
  error,
}: {
  readonly props: FieldsProps
  readonly index: number
  readonly error: string | undefined
}) {
  const id = index === 0 ? 'contents' : `contents-${index}`
  return (
    <div class={error ? 'field is-wrong' : 'field'}>
      <label for={id}>第{index + 1}件</label>
      {error && (
        <p class="error" id="contents-e">
          {error}
        </p>
      )}
      <textarea
        class="input input-low"
        id={id}
        name="contents"
        rows={2}
        maxLength={4000}
        aria-describedby={error ? 'contents-e' : undefined}
      >
        {props.typed.list('contents')[index] ?? (index === 0 ? props.file.request.content : '')}
      </textarea>
    </div>
  )
}

/** As many parts as a piece is ever split into; the later ones are out of sight until they are wanted. */
const partsInSight = 4
const mostParts = 20

function SplitFields(props: FieldsProps) {
  const error = problemOf(props.stopped?.problems, 'contents')
  const parts = Array.from({ length: mostParts }, (_, index) => (
    <SplitPart props={props} index={index} error={index === 0 ? error : undefined} />
  ))
  return (
    <>
      <p class="as-written quoted">{props.file.request.content}</p>
      {parts.slice(0, partsInSight)}
      <details
        class="more-fields"
        open={props.typed
          .list('contents')
          .slice(partsInSight)
          .some((content) => content !== '')}
      >
        <summary>还要拆得更多</summary>
        {parts.slice(partsInSight)}
      </details>
      <p class="note">空着的不算，最多二十件。</p>
    </>
  )
}

function LinkFields(props: FieldsProps) {
  return (
    <>
      <Field
        name="number"
        label="另一件的编号"
        short
        value={props.typed.text('number')}
        error={problemOf(props.stopped?.problems, 'number')}
      />
      <Choice
        name="kind"
        label="什么关系"
        value={props.typed.text('kind')}
        error={problemOf(props.stopped?.problems, 'kind')}
        options={(['repeats', 'sameInformation', 'related'] as const).map((kind) => ({
          value: kind,
          label: linkKindWords[kind] ?? kind,
        }))}
      />
      <Field name="note" label="说明" optional kind="lines" rows={2} value={props.typed.text('note')} />
      {props.similar.length > 0 && (
        <>
          <h2 class="beside">文字相近的</h2>
          <SimilarList similar={props.similar} />
        </>
      )}
    </>
  )
}

function RevokeFields(props: FieldsProps) {
  const id = props.typed.text('event')
  const event = props.file.request.events.find(({ eventId }) => eventId === id)
  return (
    <>
      <input type="hidden" name="event" value={id} />
      {event && (
        <p>
          要撤销的是：{eventTypeWords[event.type]}，
          <When day={event.on} />。
        </p>
      )}
      <Field
        name="reason"
        label="为什么撤销"
        hint="例如：日期写错，应为3月8日。会留在办理经过里"
        kind="lines"
        rows={2}
        value={props.typed.text('reason')}
        error={problemOf(props.stopped?.problems, 'reason')}
      />
    </>
  )
}

/** The fields of one act. */
export function ActFields(props: FieldsProps) {
  const error = (name: string) => problemOf(props.stopped?.problems, name)
  switch (props.act) {
    case 'confirmReceipt':
      return <ConfirmFields {...props} />
    case 'answerClarification':
      return (
        <>
          <DayField props={props} label="收到补正的日期" />
          <Field
            name="content"
            label="补正以后要的信息"
            hint="照申请人写的登记。补正前的内容会留着"
            kind="lines"
            rows={5}
            maxLength={4000}
            value={
              props.typed.values['content'] === undefined
                ? props.file.request.content
                : props.typed.text('content')
            }
            error={error('content')}
          />
          <Upload props={props} label="补正材料" />
        </>
      )
    case 'giveReasons':
      return (
        <>
          <DayField props={props} label="收到理由的日期" />
          <Field
            name="reasons"
            label="申请人说明的理由"
            kind="lines"
            rows={5}
            maxLength={4000}
            value={props.typed.text('reasons')}
            error={error('reasons')}
          />
          <Upload props={props} label="申请人交来的材料" />
        </>
      )
    case 'payFee':
      return <PayFields {...props} />
    case 'withdraw':
      return (
        <>
          <DayField props={props} label="撤回的日期" />
          <Field
            name="way"
            label="怎样撤回的"
            hint="例如：书面撤回、当面撤回并签字"
            maxLength={200}
            value={props.typed.text('way')}
            error={error('way')}
          />
          <Upload props={props} label="撤回的材料" />
        </>
      )
    case 'attach':
      return (
        <>
          <Field
            name="purpose"
            label="文件是做什么用的"
            kind="pick"
            value={props.typed.text('purpose')}
            options={[
              { value: '', label: '请选' },
              ...attachedPurposes.map((purpose) => ({ value: purpose, label: filePurposeWords[purpose] })),
            ]}
            error={error('purpose')}
          />
          <Upload props={props} label="文件" />
        </>
      )
    case 'assign':
      return <AssignFields {...props} />
    case 'split':
      return <SplitFields {...props} />
    case 'link':
      return <LinkFields {...props} />
    case 'revoke':
      return <RevokeFields {...props} />
    default:
      return null
  }
}
