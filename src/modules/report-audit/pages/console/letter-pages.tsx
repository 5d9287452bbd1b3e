import type { PlainDay } from '../../../../law/calendar/plain-day.ts'
import {
  inlineText,
  itemNumber,
  writtenDay,
  type OfficialDocument,
  type WrittenBlock,
} from '../../../../documents/write/model.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  ConsolePage,
  Empty,
  ErrorSummary,
  FactsList,
  Field,
  Notice,
  Panel,
  problemOf,
  Prose,
  Tag,
  when,
  WorkHead,
  type ConsoleFrame,
} from '../../../../platform/html/index.ts'
import type { FieldProblem } from '../../../../platform/refusals.ts'
import type { RectificationPoint } from '../../store/tables.ts'
import { letterAddress } from '../../to-do.ts'
import { letterStates, type ListedLetter } from './audit-pages.tsx'
import { auditHome } from './judged-page.tsx'

interface NewLetterProps {
  readonly frame: ConsoleFrame
  readonly base: string
  readonly agencyName: string
  readonly year: number
  readonly points: readonly RectificationPoint[]
  /** Keys that are ticked; null for all. */
  readonly chosen: readonly string[] | null
  readonly typed: (name: string) => string
  readonly problems?: readonly FieldProblem[]
}

/** Composing a rectification letter from confirmed findings. */
export function NewLetterPage(props: NewLetterProps) {
  const { frame, base, agencyName, year, points, chosen, typed, problems } = props
  const line = (name: string, label: string, more: { hint?: string; kept?: string | undefined } = {}) => (
    <Field
      name={name}
      label={label}
      hint={more.hint}
      short
      value={typed(name) || more.kept}
      error={problemOf(problems, name)}
    />
  )
  return (
    <ConsolePage
      frame={frame}
      title="拟整改通知"
      current={auditHome}
      crumbs={[
        { title: '报告检查', href: auditHome },
        { title: `${agencyName}${year}年度`, href: base },
        { title: '拟整改通知' },
      ]}
      problems={problems?.length}
    >
      <WorkHead title="拟整改通知">{`致${agencyName}，${year}年报告。只写已经判断为属实的问题。`}</WorkHead>
      <ErrorSummary problems={problems} />
      {points.length === 0 ? (
        <Empty says="还没有判断为属实的问题">
          <a href={base}>先逐处判断</a>，属实的才写进通知。
        </Empty>
      ) : (
        <form method="post" action={`${base}/letter`}>
          <fieldset class="field" id="keys">
            <legend>要整改的</legend>
            <div class="choices">
              {points.map(({ key, message, place }) => (
                <label key={key} class="choice">
                  <input
                    type="checkbox"
                    name="keys"
                    value={key}
                    checked={chosen === null || chosen.includes(key)}
                  />
                  <span class="choice-words">
                    {message}
                    <span>{place}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          {line('documentNumber', '发文字号', { hint: '例如“云政公开改〔2026〕1号”' })}
          {line('workingDays', '几个工作日内改好', { kept: '10' })}
          {line('contact', '联系人', { kept: frame.person?.name })}
          {line('phone', '联系电话')}
          <Buttons>
            <Button look="seal">签发整改通知</Button>
            <ButtonLink href={base} look="line">
              先不发
            </ButtonLink>
          </Buttons>
        </form>
      )}
    </ConsolePage>
  )
}

interface LetterPageProps {
  readonly frame: ConsoleFrame
  readonly letter: ListedLetter
  readonly today: PlainDay
  readonly mayAnswer: boolean
  readonly mayClose: boolean
  /** How many points of the letter the newest edition still has; null while there is no newer one. */
  readonly standing: { readonly edition: number; readonly left: number } | null
  readonly reportHref: string
  readonly typed: (name: string) => string
  readonly problems?: readonly FieldProblem[]
  readonly said?: string
}

function mendedInWords(standing: LetterPageProps['standing']): string {
  if (!standing) return '还没有登记新的版本'
  return standing.left === 0
    ? `第${standing.edition}版已经都改好`
    : `第${standing.edition}版还有${standing.left}处没有改`
}

/** A rectification letter, what became of it, and what is to be done next. */
export function LetterPage(props: LetterPageProps) {
  const { frame, letter, today, typed, problems, said } = props
  const at = letterAddress(letter)
  const state = letterStates[letter.state]
  const isLate = letter.state === 'issued' && letter.dueOn < today
  const isOpen = letter.state !== 'closed'
  return (
    <ConsolePage
      frame={frame}
      title={`整改通知${letter.documentNumber}`}
      current={auditHome}
      crumbs={[{ title: '报告检查', href: auditHome }, { title: letter.documentNumber }]}
      problems={problems?.length}
    >
      <WorkHead
        title={`整改通知　${letter.documentNumber}`}
        acts={
          <>
            <ButtonLink href={`${at}.pdf`} look="line" icon="download">
              PDF
            </ButtonLink>
            <ButtonLink href={`${at}.docx`} look="line" icon="download">
              Word
            </ButtonLink>
          </>
        }
      >
        {`${letter.byName}致${letter.agencyName}，${letter.year}年报告，共${letter.points.length}处。`}
      </WorkHead>
      {said && <Notice kind="good" announce title={said} />}
      <ErrorSummary problems={problems} title="没有办成" />
      <FactsList
        facts={[
          {
            name: '状态',
            value: isLate ? <Tag kind="bad">逾期没有反馈</Tag> : <Tag kind={state.kind}>{state.says}</Tag>,
          },
          { name: '签发', value: when(letter.issuedOn) },
          { name: '期限', value: `${letter.workingDays}个工作日，到${when(letter.dueOn)}` },
          { name: '改到哪里了', value: <a href={props.reportHref}>{mendedInWords(props.standing)}</a> },
          ...(letter.answer && letter.answeredOn
            ? [{ name: '反馈', value: `${letter.answer}（${when(letter.answeredOn)}）` }]
            : []),
          ...(letter.closedOn ? [{ name: '办结', value: when(letter.closedOn) }] : []),
        ]}
      />
      {props.mayAnswer && isOpen && (
        <Panel title={letter.state === 'answered' ? '再次反馈' : '反馈整改情况'}>
          <form method="post" action={`${at}/answer`}>
            <input type="hidden" name="revision" value={String(letter.revision)} />
            <Field
              name="answer"
              label="怎样改的"
              hint="逐处写。认为不属于问题的，写明理由。"
              kind="lines"
              maxLength={2000}
              value={typed('answer')}
              error={problemOf(problems, 'answer')}
            />
            <Buttons>
              <Button>{`反馈给${letter.byName}`}</Button>
            </Buttons>
          </form>
        </Panel>
      )}
      {props.mayClose && isOpen && (
        <form method="post" action={`${at}/close`}>
          <input type="hidden" name="revision" value={String(letter.revision)} />
          <Buttons>
            <Button look={letter.state === 'answered' ? 'ink' : 'line'}>整改办结</Button>
          </Buttons>
        </form>
      )}
      <Panel title="通知原文">
        <LetterText document={letter.document} />
      </Panel>
    </ConsolePage>
  )
}

/** The letter's words on the page; the letter itself is the PDF. */
function LetterText({ document }: { readonly document: OfficialDocument }) {
  const { signature } = document
  return (
    <Prose official>
      <p class="is-flush">{`${document.addressee ?? ''}：`}</p>
      {document.body.map((block, at) => (
        <Block key={at} block={block} />
      ))}
      {signature && <p class="is-sign">{`${signature.agencies.join('、')}　${writtenDay(signature.on)}`}</p>}
      {document.note && <p>{`（${document.note}）`}</p>}
    </Prose>
  )
}

function Block({ block }: { readonly block: WrittenBlock }) {
  if (block.kind === 'paragraph') return <p>{inlineText(block.content)}</p>
  if (block.kind === 'items')
    return (
      <>
        {block.items.map((item, at) => (
          <p key={at}>{`${itemNumber(block.numbering, at)}${inlineText(item)}`}</p>
        ))}
      </>
    )
  return block.kind === 'heading' ? <h3>{block.text}</h3> : null
}
