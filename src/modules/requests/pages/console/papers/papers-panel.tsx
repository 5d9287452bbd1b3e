import { ButtonLink, Empty, Panel, Table, Tag, When } from '../../../../../platform/html/index.ts'
import { outcomeWords } from '../../../../../law/outcomes/words.ts'
import type { CaseFileView } from '../../../queries/case-file.ts'
import { letterTemplate } from '../../../letters/catalogue.ts'
import { approvalStepWords, paperStateWords } from '../../../words.ts'
import { stepNow } from '../../../rules/signing.ts'
import { newPaperAt, paperAt } from '../addresses.ts'
import { letterTitle, paperTag } from './paper-words.ts'

/** Where a paper stands, in words: 审签中 says whose turn it is. */
export function paperStanding(paper: CaseFileView['papers'][number]): string {
  if (paper.state === 'served' && letterTemplate(paper.letter).reader === 'office') return '已入卷'
  const step = stepNow(paper)
  return step === null ? paperStateWords[paper.state] : `待${approvalStepWords[step]}`
}

/** A withdrawal closes the case at once; the paper that says so follows it. */
function wantsRecord({ papers, request }: CaseFileView): boolean {
  return (
    request.events.some(({ type }) => type === 'withdrawn') &&
    !papers.some(({ letter, state }) => letter === 'D39' && state !== 'discarded')
  )
}

/** The papers of a case, for its page. */
export function PapersPanel({ file, mayDraft }: { readonly file: CaseFileView; readonly mayDraft: boolean }) {
  const { papers, request } = file
  const isOpen = request.closedOn === null
  return (
    <Panel title="文书" id="papers">
      {papers.length === 0 ? (
        isOpen && (
          <Empty says="还没有">
            {request.kind === 'information'
              ? '补正、征求意见、延期和答复都从这里拟。'
              : '办好以后，从这里拟告知书。'}
          </Empty>
        )
      ) : (
        <Table
          caption={`${request.number}的文书`}
          stack
          rows={papers}
          columns={[
            {
              title: '文书',
              kind: 'title',
              cell: (paper) => (
                <>
                  <a class="row-title" href={paperAt(request.requestId, paper.paperId)}>
                    {letterTitle(paper.letter)}
                  </a>
                  {paper.outcome !== null && <span class="note sub">{outcomeWords[paper.outcome]}</span>}
                </>
              ),
            },
            {
              title: '字号',
              kind: 'short',
              cell: (paper) => paper.documentNumber ?? <span class="note">未编号</span>,
            },
            {
              title: '日期',
              kind: 'short',
              cell: (paper) =>
                paper.servedOn !== null && letterTemplate(paper.letter).reader !== 'office' ? (
                  <>
                    送达 <When day={paper.servedOn} as="list" />
                  </>
                ) : paper.issuedOn !== null ? (
                  <>
                    发出 <When day={paper.issuedOn} as="list" />
                  </>
                ) : (
                  ''
                ),
            },
            {
              title: '到哪一步',
              kind: 'short',
              cell: (paper) => <Tag kind={paperTag[paper.state]}>{paperStanding(paper)}</Tag>,
            },
          ]}
        />
      )}
      {mayDraft && isOpen && (
        <p class="btns">
          <ButtonLink href={newPaperAt(request.requestId)} look="line">
            拟文书
          </ButtonLink>
        </p>
      )}
      {mayDraft && !isOpen && wantsRecord(file) && (
        <>
          <p>申请人撤回了申请，还没有书面告知办结。</p>
          <p class="btns">
            <ButtonLink href={newPaperAt(request.requestId, 'D39')}>拟终止办理告知书</ButtonLink>
          </p>
        </>
      )}
    </Panel>
  )
}
