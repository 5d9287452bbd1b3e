import { beijingDay } from '../../../../../law/calendar/plain-day.ts'
import type { Stopped } from '../../../../../platform/http/form.ts'
import {
  Button,
  Buttons,
  ConsolePage,
  ErrorSummary,
  Field,
  Panel,
  problemOf,
  When,
  WorkHead,
  type ConsoleFrame,
} from '../../../../../platform/html/index.ts'
import { letterTemplate } from '../../../letters/catalogue.ts'
import {
  askedBlanks,
  intakeRecords,
  reasonAgainstRecord,
  tellsApplicant,
  type IntakeRecord,
} from '../../../rules/intake-records.ts'
import { caseAt, paperAt, recordsAt, requestsAt } from '../addresses.ts'
import type { CaseHere } from '../papers/case-here.ts'

const says: Readonly<Record<IntakeRecord, string>> = {
  D01: '按登记的内容填好的申请表，可以请申请人签名，入卷。',
  D02: '口头申请由本机关代填、读给申请人听过以后，请申请人签名，入卷。',
  D04: '双方确认的时间和方式。双方确认之日就是收到申请之日。',
}

const asks: Readonly<Record<string, { readonly label: string; readonly hint: string }>> = {
  hardship: { label: '书面申请的困难', hint: '例如：视力障碍，不便书写' },
  confirmedBy: { label: '确认方式', hint: '例如：电话，9时12分' },
  spokeWith: { label: '确认对象', hint: '例如：申请人本人' },
}

/** What can be printed of how the case came in, and what was printed already. */
export function RecordsPage({
  frame,
  here,
  typed,
  stopped,
}: {
  readonly frame: ConsoleFrame
  readonly here: CaseHere
  readonly typed: (name: string) => string
  readonly stopped: Stopped | undefined
}) {
  const { request } = here.file
  return (
    <ConsolePage
      frame={frame}
      title={`登记记录 · ${request.number}`}
      current={requestsAt}
      problems={stopped?.problems.length}
      crumbs={[
        { title: '依申请公开', href: requestsAt },
        { title: request.number, href: caseAt(here.requestId) },
        { title: '登记记录' },
      ]}
    >
      <WorkHead title="登记记录">来件时怎样登记的，打印一份入卷。再打印一次是另一份，先前的留着。</WorkHead>
      <ErrorSummary problems={stopped?.problems} />
      {intakeRecords.map((letter) => (
        <Record letter={letter} here={here} typed={typed} stopped={stopped} />
      ))}
    </ConsolePage>
  )
}

function Record({
  letter,
  here,
  typed,
  stopped,
}: {
  readonly letter: IntakeRecord
  readonly here: CaseHere
  readonly typed: (name: string) => string
  readonly stopped: Stopped | undefined
}) {
  const { file, requestId } = here
  const against = reasonAgainstRecord(letter, file.request)
  const made = file.papers.filter((paper) => paper.letter === letter)
  const may = !tellsApplicant(letter) || here.may('requests.seeApplicant')
  return (
    <Panel title={letterTemplate(letter).title} id={letter}>
      <p>{says[letter]}</p>
      {made.map(({ paperId, draftedAt }) => (
        <p>
          <a href={paperAt(requestId, paperId)}>
            <When day={beijingDay(draftedAt)} />
            打印的一份
          </a>
        </p>
      ))}
      {against !== null ? (
        <p class="note">
          {against.sentence}
          {against.basis && `（${against.basis}）`}
        </p>
      ) : !may ? (
        <p class="note">记录里有申请人的姓名，由能查看申请人信息的同志打印。</p>
      ) : (
        <form method="post" action={`${recordsAt(requestId)}/${letter}`}>
          {askedBlanks[letter].map((name) => (
            <Field
              name={name}
              label={asks[name]?.label ?? name}
              hint={asks[name]?.hint}
              value={typed(name)}
              error={problemOf(stopped?.problems, name)}
              maxLength={200}
            />
          ))}
          <Buttons>
            <Button look={made.length > 0 ? 'line' : 'ink'}>
              {made.length > 0 ? '再打印一份' : '打印入卷'}
            </Button>
          </Buttons>
        </form>
      )}
    </Panel>
  )
}
