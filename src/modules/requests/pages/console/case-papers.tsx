import type { PlainDay } from '../../../../law/calendar/plain-day.ts'
import { Button, Empty, Panel, Table, Tag, When, type TagKind } from '../../../../platform/html/index.ts'
import { letterTemplate } from '../../letters/catalogue.ts'
import type { CaseFileView } from '../../queries/case-file.ts'
import type { PaperState } from '../../rules/papers.ts'
import { stepNow } from '../../rules/signing.ts'
import {
  approvalStepWords,
  consultationKindWords,
  itemJudgementWords,
  opinionWords,
  paperStateWords,
} from '../../words.ts'
import { caseAt, consultationsAt, itemsAt, newPaperAt, paperAt } from './addresses.ts'

const tags: Readonly<Record<PaperState, TagKind>> = {
  draft: 'plain',
  inReview: 'wait',
  approved: 'warn',
  issued: 'warn',
  served: 'good',
  discarded: 'void',
}

type PaperView = CaseFileView['papers'][number]

/**
 * The last due day an applicant was told, when the clock now says another one although nothing happened since: the calendar has changed.
 */
export function toldOtherwise(
  file: CaseFileView,
): { readonly title: string; readonly toldDueOn: PlainDay; readonly dueOn: PlainDay } | null {
  const { request, papers } = file
  const { dueOn } = request.standing
  if (request.closedOn !== null || dueOn === null) return null
  const told = papers.findLast(
    ({ letter, toldDueOn }) => toldDueOn !== null && letterTemplate(letter).reader === 'applicant',
  )
  if (!told || told.toldDueOn === null || told.issuedOn === null || told.toldDueOn === dueOn) return null
  const issuedOn = told.issuedOn
  const moved = request.events.some(({ on, paperId }) => on >= issuedOn && paperId !== told.paperId)
  return moved || request.standing.state === 'paused'
    ? null
    : { title: letterTemplate(told.letter).title, toldDueOn: told.toldDueOn, dueOn }
}

function PaperTag({ paper }: { readonly paper: PaperView }) {
  const step = stepNow(paper)
  return (
    <Tag kind={tags[paper.state]}>
      {step === null ? paperStateWords[paper.state] : `等${approvalStepWords[step]}`}
    </Tag>
  )
}

function Papers({ file, isThere }: Omit<PapersProps, 'mayPrint'>) {
  const hasPages = isThere(paperAt(':requestId', ':paperId'))
  const { requestId } = file.request
  return (
    <Table
      caption="本件的文书"
      stack
      rows={file.papers}
      columns={[
        {
          title: '文书',
          kind: 'title',
          cell: (paper) => (
            <>
              {hasPages && paper.letter !== 'D03' ? (
                <a class="row-title" href={paperAt(requestId, paper.paperId)}>
                  {letterTemplate(paper.letter).title}
                </a>
              ) : (
                letterTemplate(paper.letter).title
              )}
              {paper.documentNumber && <span class="note sub">{paper.documentNumber}</span>}
            </>
          ),
        },
        { title: '到哪一步', cell: (paper) => <PaperTag paper={paper} /> },
        {
          title: '文书日期',
          kind: 'short',
          cell: (paper) => (paper.issuedOn ? <When day={paper.issuedOn} as="list" /> : ''),
        },
        {
          title: '送达',
          kind: 'short',
          cell: (paper) => (paper.servedOn ? <When day={paper.servedOn} as="list" /> : ''),
        },
      ]}
    />
  )
}

interface PapersProps {
  readonly file: CaseFileView
  readonly isThere: (address: string) => boolean
  readonly mayPrint: boolean
}

/** Papers, the inventory of information and consultations of a case, each with the way to its own pages. */
export function PapersPanels({ file, isThere, mayPrint }: PapersProps) {
  const { requestId, closedOn } = file.request
  const open = file.items.filter(({ judgement }) => judgement === null).length
  return (
    <>
      <Panel title="文书" id="papers">
        {file.papers.length === 0 ? (
          <Empty says="还没有">
            {closedOn === null && isThere(newPaperAt(':requestId')) ? (
              <>
                要补正、延期或者答复的，<a href={newPaperAt(requestId)}>在这里拟文书</a>。
              </>
            ) : (
              '还没有发出过文书。'
            )}
          </Empty>
        ) : (
          <Papers file={file} isThere={isThere} />
        )}
        {mayPrint && (
          <form method="post" action={`${caseAt(requestId)}/receipt`}>
            <Button look="line" small icon="file">
              打印接收回执
            </Button>
          </form>
        )}
      </Panel>
      <Panel title="信息清单" id="items">
        {file.items.length === 0 ? (
          <p class="note">找到的每一条信息列在这里，逐条判断公开、部分公开还是不公开。</p>
        ) : (
          <ul class="acts">
            {file.items.map((item) => (
              <li key={item.itemId}>
                {item.title}{' '}
                <span class="note">{item.judgement ? itemJudgementWords[item.judgement] : '还没判断'}</span>
              </li>
            ))}
          </ul>
        )}
        {isThere(itemsAt(':requestId')) && (
          <p>
            <a href={itemsAt(requestId)}>
              {file.items.length === 0 ? '列清单' : open > 0 ? `去判断，还有${open}条` : '打开信息清单'}
            </a>
          </p>
        )}
      </Panel>
      {file.consultations.length > 0 && (
        <Panel title="征求意见" id="consultations">
          <ul class="acts">
            {file.consultations.map((one) => (
              <li key={one.consultationId}>
                {consultationKindWords[one.kind]}：{one.party.name}
                <p>
                  {one.sentOn === null
                    ? '还没有发出'
                    : one.answeredOn === null
                      ? '已发出，等答复'
                      : one.opinion
                        ? opinionWords[one.opinion]
                        : '已答复'}
                </p>
              </li>
            ))}
          </ul>
          {isThere(consultationsAt(':requestId')) && (
            <p>
              <a href={consultationsAt(requestId)}>打开征求意见</a>
            </p>
          )}
        </Panel>
      )}
    </>
  )
}
