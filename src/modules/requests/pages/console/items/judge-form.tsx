import { z } from 'zod'
import type { FieldProblem } from '../../../../../platform/refusals.ts'
import type { Form } from '../../../../../platform/http/form.ts'
import { Button, Buttons, Choice, Field, problemOf } from '../../../../../platform/html/index.ts'
import {
  blankFields,
  fieldAt,
  shownBlanks,
  typedBlanks,
  type TypedForm,
} from '../../../letters/blank-fields.ts'
import { groundBlanks } from '../../../letters/grounds.ts'
import { itemJudgements, type ItemJudgement } from '../../../model.ts'
import type { Item } from '../../../store/items.ts'
import { itemJudgementWords } from '../../../words.ts'
import { BlankControls } from '../papers/blank-controls.tsx'
import { judgementHints } from './item-words.ts'

/** The grounds with their blanks, as the letters want them. */
const groundFields = blankFields(z.object({ because: groundBlanks }), new Set())

/** The judgement on one piece of information: what is not given always with its ground and reason. */
export function JudgeForm({
  item,
  at,
  form,
  problems,
}: {
  readonly item: Item
  readonly at: string
  readonly form: TypedForm
  readonly problems: readonly FieldProblem[] | undefined
}) {
  return (
    <form class="panel" id="judge" method="post" action={`${at}/judge`}>
      <h2>判断</h2>
      <input type="hidden" name="version" value={item.version} />
      <Choice
        name="judgement"
        label="这一条怎么处理"
        value={form.text('judgement')}
        error={problemOf(problems, 'judgement')}
        options={itemJudgements.map((value) => ({
          value,
          label: itemJudgementWords[value],
          hint: judgementHints[value],
        }))}
      />
      <details class="panel-fold" open={['partly', 'withheld', 'notHeld'].includes(form.text('judgement'))}>
        <summary>部分公开、不公开、不存在的，写明理由</summary>
        <Field
          name="what"
          label="不公开的是哪些内容"
          hint="只写名称，不写内容本身。例如：当事人的身份证件号码、住址。整件不公开的可以不写。"
          optional
          value={form.text('what')}
          error={problemOf(problems, 'what')}
          maxLength={300}
        />
        <BlankControls fields={groundFields} form={form} problems={problems} hint={groundHint} />
      </details>
      <details class="panel-fold" open={form.text('judgement') === 'alreadyPublished'}>
        <summary>已经主动公开的，写明在哪里</summary>
        <Field
          name="where"
          label="公开的位置"
          hint="网站、栏目、网址，或者公报的期号。"
          value={form.text('where')}
          error={problemOf(problems, 'where')}
          maxLength={500}
        />
        <Field
          name="publishedOn"
          label="公开日期"
          kind="date"
          short
          value={form.text('publishedOn')}
          error={problemOf(problems, 'publishedOn')}
        />
      </details>
      <Buttons>
        <Button>记下判断</Button>
      </Buttons>
    </form>
  )
}

function groundHint(name: string): string | undefined {
  if (name === 'because') return '第十四条、第十五条是应当不公开，第十六条是可以不公开，要写明为什么。'
  if (name.endsWith('.instrument')) return '只有法律、行政法规可以作依据，写全称并加书名号。'
  if (name.endsWith('.clauseNumber')) return '例如：第九条'
  if (name.endsWith('.reason')) return '写进答复书。写事实和道理，不能只写结论。'
  return undefined
}

/** The judgement as it was kept, for the form. */
export function keptJudgement(item: Item): TypedForm {
  const because = item.because ?? {}
  const grounds = shownBlanks({ because: 'ground' in because ? because : {} }, groundFields)
  const own = (name: string): string => {
    if (name === 'judgement') return item.judgement ?? ''
    if (name === 'what' || name === 'where' || name === 'publishedOn') return String(because[name] ?? '')
    return grounds.text(name)
  }
  return { text: own, list: grounds.list }
}

export interface JudgementTyped {
  readonly judgement: ItemJudgement | null
  readonly because: Readonly<Record<string, unknown>> | null
}

/** The judgement as it was typed. */
export function typedJudgement(form: Form): JudgementTyped {
  const judgement = itemJudgements.find((one) => one === form.text('judgement')) ?? null
  if (judgement === null || judgement === 'open') return { judgement, because: null }
  if (judgement === 'alreadyPublished')
    return { judgement, because: { where: form.text('where'), publishedOn: form.text('publishedOn') } }
  const what = { what: form.text('what') }
  if (judgement === 'notHeld')
    return {
      judgement,
      because: { ...what, search: form.text('because.notHeld.search').trim() || undefined },
    }
  const { because } = typedBlanks(groundFields, form) as { because?: Record<string, unknown> }
  return { judgement, because: { ...what, ...because } }
}

/** Sentences of the command, led to the controls of this form. */
export function judgementProblems(
  problems: readonly FieldProblem[],
  form: TypedForm,
): readonly FieldProblem[] {
  const own = new Set(['', 'judgement', 'what', 'where', 'publishedOn'])
  return problems.map(({ field, sentence }) => {
    if (own.has(field)) return { field, sentence }
    if (form.text('judgement') === 'notHeld') return { field: 'because.notHeld.search', sentence }
    const path = field === 'ground' ? 'because' : `because.${field}`
    return { field: fieldAt(path, groundFields, form) || 'because.ground', sentence }
  })
}
