import type { Reason } from '../../../../law/reason.ts'
import { Button, ButtonLink, Panel } from '../../../../platform/html/index.ts'
import type { CaseFileView } from '../../queries/case-file.ts'
import type { DeskAct, DeskActReading } from '../../rules/desk-acts.ts'
import { isReply } from '../../rules/papers.ts'
import { type StageGround, wantedAct } from '../../rules/case-stage.ts'
import { actWords, addressOfAct, postOfAct, orderActs, recordActs, stepActs } from './act-words.ts'

const inOneSentence = ({ sentence, help, basis }: Reason): string =>
  `${sentence}${help ?? ''}${basis ? `（${basis}）` : ''}`

/** Acts that are refused for the same reasons stand together, so that the reason is read once. */
function refusedTogether(
  acts: readonly DeskActReading[],
): readonly { readonly says: string; readonly acts: readonly DeskAct[] }[] {
  const groups = new Map<string, DeskAct[]>()
  for (const { act, reasons } of acts) {
    const says = reasons.map(inOneSentence).join('')
    groups.set(says, [...(groups.get(says) ?? []), act])
  }
  return [...groups].map(([says, together]) => ({ says, acts: together }))
}

/** The way to an act: to its page, or done at once. */
function ActDoor({
  act,
  requestId,
  isMain,
}: {
  readonly act: DeskAct
  readonly requestId: string
  readonly isMain: boolean
}) {
  const post = postOfAct(act, requestId)
  if (post === null)
    return (
      <ButtonLink href={addressOfAct(act, requestId)} look={isMain ? 'ink' : 'line'}>
        {actWords[act]}
      </ButtonLink>
    )
  return (
    <form method="post" action={post}>
      <Button look="line">{actWords[act]}</Button>
    </form>
  )
}

function ActList({
  acts,
  requestId,
  main,
}: {
  readonly acts: readonly DeskActReading[]
  readonly requestId: string
  readonly main: DeskAct | null
}) {
  const open = acts.filter(({ reasons }) => reasons.length === 0)
  const refused = refusedTogether(acts.filter(({ reasons }) => reasons.length > 0))
  return (
    <ul class="acts">
      {open.map(({ act, leadsTo }) => (
        <li key={act} class="act">
          <div>
            <ActDoor act={act} requestId={requestId} isMain={act === main} />
          </div>
          <p>{leadsTo}</p>
        </li>
      ))}
      {refused.map(({ says, acts: together }) =>
        together.length === 1 ? (
          <li class="act">
            <div>
              <Button refused>{together.map((act) => actWords[act]).join()}</Button>
            </div>
            <p>{says}</p>
          </li>
        ) : (
          <li class="acts-together">
            <p class="btns">
              {together.map((act) => (
                <Button key={act} refused small>
                  {actWords[act]}
                </Button>
              ))}
            </p>
            <p>{says}</p>
          </li>
        ),
      )}
    </ul>
  )
}

interface ActsProps {
  readonly acts: readonly DeskActReading[]
  readonly file: CaseFileView
  /** Whether a page is there: parts of the room may be left out of an installation. */
  readonly isThere: (address: string) => boolean
}

/** The day of receipt is confirmed once; afterwards nobody looks for that act any more. */
const isWanted = (act: DeskAct, { request }: CaseFileView): boolean =>
  act !== 'confirmReceipt' || request.receivedOn === null

const group = ({ acts, file, isThere }: ActsProps, names: readonly DeskAct[]): readonly DeskActReading[] =>
  names.flatMap(
    (name) =>
      acts.find(
        ({ act }) => act === name && isWanted(act, file) && isThere(addressOfAct(act, ':requestId')),
      ) ?? [],
  )

/** What of the file decides the stage of its case. */
export function stageGroundOf({ request, papers, items }: CaseFileView): StageGround {
  const live = papers.filter(({ state, letter }) => state !== 'discarded' && letter !== 'D03')
  return {
    state: request.standing.state,
    isArchived: request.archivedAt !== null,
    isAssigned: request.handlerId !== null || request.section !== null,
    isBegun: live.length > 0 || request.events.length > 0 || items.length > 0,
    reply: live.find(({ letter, remedyId }) => isReply(letter) && remedyId === null)?.state ?? null,
  }
}

/** The one strong button of the page: what this case waits for at its stage. */
function mainOf(props: ActsProps): DeskAct | null {
  const wanted = wantedAct(stageGroundOf(props.file))
  const open = group(props, [...stepActs, ...recordActs, ...orderActs]).filter(
    ({ reasons }) => reasons.length === 0,
  )
  return open.find(({ act }) => act === wanted)?.act ?? null
}

/** What the case waits for first, then the steps of the statute: what can be done now; what cannot stays visible with its reason. */
export function StepsPanel(props: ActsProps) {
  const main = mainOf(props)
  const rest = stepActs.filter((act) => act !== main)
  return (
    <Panel title="现在可以做" id="acts">
      <ActList
        acts={group(props, main === null ? rest : [main, ...rest])}
        requestId={props.file.request.requestId}
        main={main}
      />
    </Panel>
  )
}

/** What came in from the applicant, and order in the house. */
export function DeskPanels(props: ActsProps) {
  const { requestId } = props.file.request
  const main = mainOf(props)
  const others = (acts: readonly DeskAct[]) =>
    group(
      props,
      acts.filter((act) => act !== main),
    )
  return (
    <>
      <Panel title="登记收到的">
        <ActList acts={others(recordActs)} requestId={requestId} main={null} />
      </Panel>
      <Panel title="分派和关联">
        <ActList acts={others(orderActs)} requestId={requestId} main={null} />
      </Panel>
    </>
  )
}
