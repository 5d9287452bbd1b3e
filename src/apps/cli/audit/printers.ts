import { basename } from 'node:path'
import { auditJson, type BatchOutcome } from '../../../modules/report-audit/judging.ts'

/** Prints outcomes one by one, so that ten thousand files need no more memory than one. */
export interface Printer {
  /** Before the first outcome. */
  begin(): void
  outcome(outcome: BatchOutcome): void
  end(): void
}

export type Print = (line: string) => void

/** The public contract's JSON of one outcome, with the file it was compared with. */
export function asJson(outcome: BatchOutcome): Readonly<Record<string, unknown>> {
  if (!('judged' in outcome))
    return { file: basename(outcome.name), error: { code: outcome.code, message: outcome.sentence } }
  return {
    ...auditJson(outcome.judged),
    ...(outcome.previous === undefined ? {} : { comparedWith: { previous: basename(outcome.previous) } }),
  }
}

/** One object when a single file was given and is one; else a list, also when nothing could be used. */
export function jsonPrinter(print: Print, isOneGiven: boolean): Printer {
  let lone: { readonly text: string; readonly isJudged: boolean } | null = null
  let count = 0
  let last: string | null = null
  const push = (text: string): void => {
    print(last === null ? '[' : `${indented(last)},`)
    last = text
  }
  return {
    begin: () => undefined,
    outcome(outcome) {
      const text = JSON.stringify(asJson(outcome), null, 2)
      count += 1
      // Whether what was given is an archive of several shows only with the second.
      if (isOneGiven && count === 1) {
        lone = { text, isJudged: 'judged' in outcome }
        return
      }
      if (lone !== null) push(lone.text)
      lone = null
      push(text)
    },
    end() {
      if (lone?.isJudged) print(lone.text)
      if (lone !== null) return
      print(last === null ? '[' : indented(last))
      print(']')
    },
  }
}

const indented = (text: string): string => text.replaceAll(/^/gm, '  ')

export function jsonLinesPrinter(print: Print): Printer {
  return {
    begin: () => undefined,
    outcome: (outcome) => print(JSON.stringify(asJson(outcome))),
    end: () => undefined,
  }
}

/** One line a finding; spreadsheet programs take it as it is. */
export function csvPrinter(print: Print): Printer {
  return {
    begin: () => print('\uFEFF文件,机关,年度,代码,级别,判断,说明,依据'),
    outcome(outcome) {
      if (!('judged' in outcome)) return
      const { report, findings } = outcome.judged
      for (const { code, severity, verdict, message, basis } of findings)
        print(
          [report.file, report.agency, report.year, code, severity, verdict, message, basis]
            .map(quoted)
            .join(','),
        )
    },
    end: () => undefined,
  }
}

/** A value that a spreadsheet program would take for a formula is kept a text. */
function quoted(value: unknown): string {
  const text = String(value ?? '')
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
