import { beijingDay, parsePlainDay } from '../../../../law/calendar/plain-day.ts'
import { channelWords } from '../../../../law/clock/words.ts'
import { isChannel } from '../../rules/receipt.ts'
import { clockTime, Course, monthAndDay, Panel, type Step } from '../../../../platform/html/index.ts'
import { letterCatalogue } from '../../letters/catalogue.ts'
import type { CaseJournalLine } from '../../queries/case-journal.ts'
import {
  approvalStepWords,
  filePurposeWords,
  itemJudgementWords,
  opinionWords,
  serviceWayWords,
  verbWords,
} from '../../words.ts'

/** Looks at the file leave the course readable: they stand apart. */
const looks = new Set(['see-applicant', 'see-file', 'fetch-archive'])

/** Names of people, and letters of the case's papers, by id. */
export interface Names {
  readonly people: ReadonlyMap<string, string>
  readonly letters: ReadonlyMap<string, string>
}

type Detail = CaseJournalLine['detail']

const text = (detail: Detail, name: string): string =>
  typeof detail[name] === 'string' ? (detail[name] as string) : ''
const word = (words: Readonly<Record<string, string>>, detail: Detail, name: string): string =>
  words[text(detail, name)] ?? ''
const dayIn = (detail: Detail, name: string): string => {
  const day = parsePlainDay(text(detail, name))
  return day === null ? '' : monthAndDay(day)
}
const letterTitle = (detail: Detail, names: Names): string => {
  const letter = text(detail, 'letter') || names.letters.get(text(detail, 'paperId'))
  return letterCatalogue.find(({ id }) => id === letter)?.title ?? ''
}

/** What an entry says beside its verb: days, names of papers, whom it was given to. Nothing of the applicant is in the journal. */
function says(line: CaseJournalLine, names: Names): string {
  const { detail, verb } = line
  const join = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('，')
  switch (verb) {
    case 'receive-request': {
      const channel = text(detail, 'channel')
      return join(
        isChannel(channel) ? channelWords[channel].name : '',
        dayIn(detail, 'arrivedOn') && `${dayIn(detail, 'arrivedOn')}来件`,
        text(detail, 'postNumber') && `邮件号${text(detail, 'postNumber')}`,
      )
    }
    case 'change-contact':
      return text(detail, 'reason')
    case 'confirm-receipt':
      return `收到申请之日定为${dayIn(detail, 'receivedOn')}`
    case 'assign-request':
      return join(
        text(detail, 'section'),
        names.people.get(text(detail, 'handlerId')) ?? '',
        dayIn(detail, 'sectionDueOn') && `内部日期${dayIn(detail, 'sectionDueOn')}`,
      )
    case 'answer-clarification':
    case 'give-reasons':
      return `${dayIn(detail, 'on')}收到`
    case 'pay-fee':
      return join(`${dayIn(detail, 'on')}缴清`, `${(Number(detail['amountFen']) / 100).toFixed(2)}元`)
    case 'withdraw-request':
      return join(dayIn(detail, 'on'), text(detail, 'way'))
    case 'issue-paper':
    case 'issue-receipt':
    case 'draft-paper':
    case 'submit-paper':
    case 'discard-paper':
      return join(
        letterTitle(detail, names),
        text(detail, 'documentNumber'),
        dayIn(detail, 'toldDueOn') && `告知最迟${dayIn(detail, 'toldDueOn')}`,
      )
    case 'approve-paper':
    case 'send-back-paper':
      return join(letterTitle(detail, names), word(approvalStepWords, detail, 'step'))
    case 'serve-paper':
    case 'record-delivery':
      return join(
        letterTitle(detail, names),
        word(serviceWayWords, detail, 'way'),
        dayIn(detail, 'countedOn') && `以${dayIn(detail, 'countedOn')}为准`,
      )
    case 'answer-consultation':
      return join(word(opinionWords, detail, 'opinion'), detail['byLink'] === true ? '通过链接答复' : '')
    case 'judge-item':
      return word(itemJudgementWords, detail, 'judgement')
    case 'attach-file':
    case 'see-file':
      return word(filePurposeWords, detail, 'purpose')
    case 'revoke-event':
    case 'renew-query-code':
    case 'see-applicant':
      return text(detail, 'reason') || text(detail, 'why') || text(detail, 'how')
    case 'refresh-case':
      return join(
        dayIn(detail, 'before') && `原来${dayIn(detail, 'before')}`,
        dayIn(detail, 'dueOn') && `现在${dayIn(detail, 'dueOn')}`,
      )
    default:
      return ''
  }
}

function stepOf(line: CaseJournalLine, names: Names): Step {
  const more = says(line, names)
  return {
    on: beijingDay(line.at),
    title: verbWords[line.verb] ?? line.verb,
    says: `${more}${more ? '。' : ''}${line.who}，${clockTime(line.at)}`,
    ...(line.basis === null ? {} : { basis: line.basis }),
  }
}

/** What was done to the case, by whom and on what article; who looked at it stands below. */
export function CoursePanel({
  lines,
  names,
}: {
  readonly lines: readonly CaseJournalLine[]
  readonly names: Names
}) {
  const done = lines.filter(({ verb }) => !looks.has(verb))
  const looked = lines.filter(({ verb }) => looks.has(verb))
  return (
    <Panel title="办理经过" id="course">
      <Course steps={done.map((line) => stepOf(line, names))} />
      {looked.length > 0 && (
        <details class="looked">
          <summary>谁看过申请人信息和文件（{looked.length}次）</summary>
          <Course steps={looked.map((line) => stepOf(line, names))} />
        </details>
      )}
    </Panel>
  )
}

/** What others did since a page was opened, for the one whose act came too late. */
export function changedSince(
  lines: readonly CaseJournalLine[],
  seen: number,
  names: Names,
): readonly string[] {
  return lines
    .filter(({ number, verb }) => number > seen && !looks.has(verb))
    .map((line) => {
      const more = says(line, names)
      return `${line.who}${clockTime(line.at)} ${verbWords[line.verb] ?? line.verb}${more ? `：${more}` : ''}`
    })
}
