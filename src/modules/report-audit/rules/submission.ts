import type { FieldProblem } from '../../../platform/refusals.ts'
import type { CheckDoor } from '../store/tables.ts'

const megabyte = 1_000_000

/** What one sending may hold. */
export interface SubmissionLimits {
  /** Bytes of one file, and of all together. */
  readonly fileBytes: number
  readonly allBytes: number
  readonly files: number
  /** Days until everything is thrown away. */
  readonly keptDays: number
  /** Files an hour from one address; null where a signed-in person sends them. */
  readonly filesAnHour: number | null
}

const forPublic: SubmissionLimits = {
  fileBytes: 20 * megabyte,
  allBytes: 60 * megabyte,
  files: 20,
  keptDays: 7,
  filesAnHour: 200,
}

export const submissionLimits: Readonly<Record<CheckDoor, SubmissionLimits>> = {
  page: forPublic,
  api: forPublic,
  console: {
    fileBytes: 20 * megabyte,
    allBytes: 200 * megabyte,
    files: 200,
    keptDays: 60,
    filesAnHour: null,
  },
}

/** Reports that may wait to be read; beyond that the public is asked to come back. */
export const longestQueue = 2_000

/** An archive is taken apart up to this many files. */
export const filesInArchive = 200

/** A file as it was sent. */
export interface SentFile {
  readonly name: string
  /** Bytes that were sent; those beyond the limit are counted, not kept. */
  readonly size: number
}

/** 20 MB */
export function megabytesInWords(bytes: number): string {
  return `${Math.floor(bytes / megabyte)} MB`
}

/** Everything that keeps a sending from being taken, at once; empty when it may be. */
export function problemsOf(
  files: readonly SentFile[],
  limits: SubmissionLimits,
  field: string,
): FieldProblem[] {
  const say = (sentence: string): FieldProblem => ({ field, sentence })
  if (files.length === 0) return [say('选一份要检查的报告')]
  const problems: FieldProblem[] = []
  if (files.length > limits.files)
    problems.push(
      say(`一次最多检查${limits.files}份，这次有${files.length}份。请分几次来，或者打成一个压缩包`),
    )
  for (const { name, size } of files) {
    if (size === 0) problems.push(say(`“${name}”是空文件，请换一份`))
    if (size > limits.fileBytes)
      problems.push(
        say(`“${name}”超过了${megabytesInWords(limits.fileBytes)}，请压缩其中的图片或者分成几份后再来`),
      )
  }
  const all = files.reduce((sum, { size }) => sum + size, 0)
  if (all > limits.allBytes)
    problems.push(say(`加起来超过了${megabytesInWords(limits.allBytes)}，请分几次来`))
  return problems
}

/** The name to show: without folders, control characters and the ends of overlong names. */
export function shownName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  const plain = (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  const letters = [...plain.replace(/\p{Surrogate}/gu, '\uFFFD')]
  if (letters.length === 0) return '没有名字的文件'
  return letters.length <= 120
    ? letters.join('')
    : `${letters.slice(0, 100).join('')}…${letters.slice(-15).join('')}`
}
