import { outcomeOf, type OutcomeCode, type OutcomeGroup } from '../../../../../law/outcomes/outcomes.ts'
import { evidenceWords, outcomeGroupWords, outcomeWords } from '../../../../../law/outcomes/words.ts'
import type { Reason } from '../../../../../law/reason.ts'
import {
  Acts,
  ConsolePage,
  Panel,
  Split,
  Tag,
  WorkHead,
  type Act,
  type ConsoleFrame,
} from '../../../../../platform/html/index.ts'
import type { PossiblePapers, PossibleReply } from '../../../queries/possible-papers.ts'
import { caseAt, consultationsAt, itemsAt, newPaperAt, requestsAt } from '../addresses.ts'
import type { CaseHere } from './case-here.ts'
import { internalWords, letterTitle, procedureWords } from './paper-words.ts'

/** 条例 articles are named without the name of the Regulation where only it is meant. */
const articlesInWords = (articles: readonly string[]): string =>
  articles.map((article) => article.replace(/^条例/, '')).join('、')

function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    <>
      {reasons.map(({ code, sentence, basis, help }) => (
        <span class="sub" key={code + sentence}>
          {sentence}
          {basis && `（${basis.replace(/^条例/, '')}）`}
          {help}
        </span>
      ))}
    </>
  )
}

/** What can come next in a case: steps of procedure, and every reply of table three with what each needs. */
export function ChoosePaperPage({
  frame,
  here,
  possible,
}: {
  readonly frame: ConsoleFrame
  readonly here: CaseHere
  readonly possible: PossiblePapers
}) {
  const { requestId, file } = here
  const { request } = file
  const groups = [...new Set(possible.replies.map(({ outcome }) => outcomeOf(outcome).group))]
  return (
    <ConsolePage
      frame={frame}
      title={`拟文书 · ${request.number}`}
      current={requestsAt}
      crumbs={[
        { title: '依申请公开', href: requestsAt },
        { title: request.number, href: caseAt(requestId) },
        { title: '拟文书' },
      ]}
    >
      <WorkHead title="下一步办什么">{request.content}</WorkHead>
      <Split
        asideName="怎么选"
        aside={
          <Panel title="先想这几件事">
            <ol class="steps">
              <li>看得懂要什么吗？不清楚的，先要求补正，只能一次。</li>
              <li>是要一份信息，还是要解决一件事？后者是信访、投诉、举报，告知相应渠道。</li>
              <li>
                本机关有没有？该由本机关公开、检索了没有的，是“不存在”；不该由本机关公开的，告知该找谁。这是两种答复。
              </li>
              <li>涉及别人的商业秘密、个人隐私吗？先书面征求意见，再决定。</li>
              <li>能不能只遮住一部分？能区分的应当部分公开，不整份不公开。</li>
              <li>内部事务、过程性信息、执法案卷是“可以不公开”，要写明为什么。</li>
            </ol>
            <p class="note">
              <a href={itemsAt(requestId)}>信息清单</a>里逐件判断，部分公开的理由从那里来。
            </p>
          </Panel>
        }
      >
        <Panel title="程序文书" id="procedure">
          <Acts acts={possible.procedure.map((paper) => procedureAct(requestId, paper))} />
        </Panel>
        <Panel title="内部文书" id="internal">
          <Acts
            acts={possible.internal.map(({ letter, against }): Act => {
              const { title, says } = internalWords[letter] ?? { title: letterTitle(letter), says: '' }
              return against.length > 0
                ? { title, says: <Reasons reasons={against} /> }
                : { title, href: newPaperAt(requestId, letter), says }
            })}
          />
        </Panel>
        {possible.otherReply && (
          <Panel title="答复" id="reply">
            <Acts
              acts={[
                possible.otherReply.against.length > 0
                  ? {
                      title: letterTitle(possible.otherReply.letter),
                      says: <Reasons reasons={possible.otherReply.against} />,
                    }
                  : {
                      title: letterTitle(possible.otherReply.letter),
                      href: newPaperAt(requestId, possible.otherReply.letter),
                      look: 'ink',
                      says: '答复以后本件办结。这类来件不计入年度报告的申请统计。',
                    },
              ]}
            />
          </Panel>
        )}
        {groups.map((group) => (
          <Panel title={`答复：${outcomeGroupWords[group]}`} id={group} key={group}>
            <ul class="acts">
              {possible.replies
                .filter(({ outcome }) => outcomeOf(outcome).group === group)
                .map((reply) => (
                  <Reply requestId={requestId} reply={reply} group={group} />
                ))}
            </ul>
          </Panel>
        ))}
      </Split>
    </ConsolePage>
  )
}

function procedureAct(requestId: string, paper: PossiblePapers['procedure'][number]): Act {
  const { title, says } = procedureWords[paper.act]
  if (paper.against.length > 0) return { title, says: <Reasons reasons={paper.against} /> }
  const isAsked = ['thirdPartyConsultation', 'agencyConsultation', 'releaseNotice'].includes(paper.act)
  return {
    title,
    href: isAsked ? consultationsAt(requestId) : newPaperAt(requestId, paper.letter),
    says,
  }
}

/** The remedy in a word; the letter says it whole. */
const shortRemedy = {
  reviewFirst: '不服的，先申请行政复议，再起诉',
  free: '不服的，可以复议，也可以起诉',
  byParts: '不公开的部分先复议，其余可以复议也可以起诉',
  none: '没有救济告知',
} as const

/** Without the group's name, which heads the list. */
const shortOutcome = (outcome: OutcomeCode): string => outcomeWords[outcome].replace(/^[^：]+：/, '')

function Reply({
  requestId,
  reply,
  group,
}: {
  readonly requestId: string
  readonly reply: PossibleReply
  readonly group: OutcomeGroup
}) {
  const { articles, remedy, isDiscretionary } = outcomeOf(reply.outcome)
  const title = group === 'partlyReleased' ? '部分公开' : shortOutcome(reply.outcome)
  return (
    <li class="reply-choice">
      <div>
        {reply.against.length === 0 ? (
          <a class="reply-title" href={newPaperAt(requestId, reply.letter)}>
            {title}
          </a>
        ) : (
          <b class="reply-title is-refused">{title}</b>
        )}
        <p>
          {articlesInWords(articles)}　{reply.letter}
          {isDiscretionary && '　可以不公开，要写明理由'}
        </p>
        {reply.against.length > 0 ? (
          <p class="reply-against">
            现在不能拟：
            <Reasons reasons={reply.against} />
          </p>
        ) : (
          <p>{shortRemedy[remedy]}</p>
        )}
      </div>
      <ul class="reply-needs" aria-label="需要的证据">
        {reply.evidence.map(({ kind, isThere }) => (
          <li key={kind}>
            <Tag kind={isThere ? 'good' : 'plain'}>{isThere ? '有' : '待补'}</Tag> {evidenceWords[kind]}
          </li>
        ))}
        {reply.against.length === 0 &&
          reply.toMend.map(({ code, sentence }) => (
            <li key={code}>
              <Tag kind="warn">还差</Tag> {sentence}
            </li>
          ))}
      </ul>
    </li>
  )
}
