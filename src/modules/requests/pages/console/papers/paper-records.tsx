import { outcomeOf } from '../../../../../law/outcomes/outcomes.ts'
import { evidenceWords, outcomeWords } from '../../../../../law/outcomes/words.ts'
import { beijingDay } from '../../../../../law/calendar/plain-day.ts'
import {
  clockTime,
  FactsList,
  Files,
  Panel,
  Tag,
  when,
  When,
  type Fact,
} from '../../../../../platform/html/index.ts'
import type { ComparedLine } from '../../../rules/changed-lines.ts'
import { approvalStepWords, filePurposeWords } from '../../../words.ts'
import { fileAt } from '../addresses.ts'
import type { CaseHere } from './case-here.ts'
import type { PaperView } from './paper-page.tsx'

/** What was changed since the draft that was sent back. */
export function Changed({ lines }: { readonly lines: readonly ComparedLine[] }) {
  const blocks: { is: ComparedLine['is']; texts: string[] }[] = []
  for (const { is, text } of lines) {
    if (text.trim() === '') continue
    const last = blocks.at(-1)
    if (last?.is === is) last.texts.push(text)
    else blocks.push({ is, texts: [text] })
  }
  return (
    <Panel title="和上一稿比" id="changed">
      {blocks.every(({ is }) => is === 'same') ? (
        <p>文字没有改动，改的是证据或者材料。</p>
      ) : (
        <div class="diff">
          {blocks.map(({ is, texts }) =>
            is === 'same' ? (
              <p class="is-gap">{texts.length}段没有改动</p>
            ) : (
              texts.map((text) => (
                <p class={is === 'cut' ? 'is-cut' : 'is-put'}>
                  {is === 'cut' ? <del>{text.trim()}</del> : <ins>{text.trim()}</ins>}
                </p>
              ))
            ),
          )}
        </div>
      )}
    </Panel>
  )
}

/** What the paper decides and rests on. */
export function Checks({ view, here }: { readonly view: PaperView; readonly here: CaseHere }) {
  const { paper } = view
  const { outcome } = paper
  const files = here.file.files.filter(({ purpose }) => purpose === 'evidence' || purpose === 'searchRecord')
  const facts: Fact[] = []
  if (outcome !== null) {
    facts.push({ name: '结果', value: outcomeWords[outcome] })
    facts.push({ name: '依据', value: outcomeOf(outcome).articles.join('、') })
  }
  if (paper.secondaryOutcomes.length > 0)
    facts.push({
      name: '其他理由',
      value: paper.secondaryOutcomes.map((code) => outcomeWords[code]).join('；'),
    })
  if (paper.toldDueOn !== null)
    facts.push({ name: '告知的到期日', value: <When day={paper.toldDueOn} as="sentence" /> })
  return (
    <>
      {facts.length > 0 && (
        <Panel title="办理结果">
          <FactsList facts={facts} />
        </Panel>
      )}
      {outcome !== null && (
        <Panel title="证据">
          <dl class="evidence-list">
            {outcomeOf(outcome).evidence.map((kind) => (
              <>
                <dt>{evidenceWords[kind]}</dt>
                <dd>
                  {(paper.evidence[kind] ?? '') !== '' ? (
                    paper.evidence[kind]
                  ) : view.reasons.some(({ sentence }) => sentence.includes(evidenceWords[kind])) ? (
                    <Tag kind="warn">还没有</Tag>
                  ) : (
                    <Tag kind="good">记录里有</Tag>
                  )}
                </dd>
              </>
            ))}
          </dl>
          {files.length > 0 && (
            <Files
              files={files.map((file) => ({
                title: file.name,
                href: fileAt(here.requestId, file.fileId),
                note: filePurposeWords[file.purpose],
              }))}
            />
          )}
        </Panel>
      )}
    </>
  )
}

/** Who signed or sent back, in which round. */
export function Signatures({ view }: { readonly view: PaperView }) {
  const { signatures } = view.paper
  if (signatures.length === 0) return null
  return (
    <Panel title="审签记录" id="signatures">
      <ol class="course">
        {signatures.map((one) => (
          <li class={one.round < view.paper.round ? 'is-next' : undefined}>
            <time datetime={one.signedAt.toISOString()}>
              {when(beijingDay(one.signedAt), 'short')} {clockTime(one.signedAt)}
            </time>
            <b>
              {approvalStepWords[one.role]}：{one.verdict === 'approved' ? '同意' : '退回修改'}
            </b>
            <p>
              {view.nameOf(one.personId)}，第{one.round}稿{one.opinion && `。${one.opinion}`}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
