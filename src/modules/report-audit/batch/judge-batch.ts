import { basename } from 'node:path'
import { UnreadableDocument } from '../../../documents/tree.ts'
import type { RecoveredReport } from '../../../law/report-form/model.ts'
import type { JudgedFile } from '../judge-file.ts'
import type { JudgePool } from '../judge-pool.ts'
import { asSister, neighbours, remembered, type Remembered } from './beside.ts'
import { inOrder } from './in-order.ts'
import { openSpool } from './spool.ts'

/** A file to judge; a zip archive counts as the files in it. Its bytes are asked for when its turn comes. */
export interface BatchFile {
  readonly name: string
  /** @throws UnreadableDocument */
  load(): Promise<Uint8Array>
}

/** What became of one file: a judgement, or why there is none. */
export type BatchOutcome = { readonly name: string } & (
  | {
      readonly judged: JudgedFile
      /** The file it was compared with as last year's report. */
      readonly previous?: string
    }
  | { readonly code: string; readonly sentence: string }
)

export interface BatchOptions {
  /** Last year's reports that were given for comparison; they are not judged themselves. */
  readonly previous?: readonly BatchFile[]
  /** Look for last year's report of the same agency among the files. */
  readonly pairs?: boolean
  /** Compare reports of the same year with each other: copied text, outliers. */
  readonly sisters?: boolean
  /** Told after each file: how many of the files given are done. */
  readonly onProgress?: (done: number) => void
}

/** Compared with at most so many others: each comparison reads both texts. */
export const mostSisters = 120

/**
 * Judges many files, in processes of the pool, and gives the outcomes in the order of the files. Memory does not grow with
 * their number: what has to wait until everything is read waits on disk.
 */
export async function* judgeBatch(
  pool: JudgePool,
  files: readonly BatchFile[],
  options: BatchOptions = {},
): AsyncGenerator<BatchOutcome> {
  const given = await readGiven(pool, options.previous ?? [])
  const first = alone(pool, files, { given, isLone: files.length === 1 }, options.onProgress)
  if (!options.pairs && !options.sisters) {
    yield* first
    return
  }
  const spool = openSpool<BatchOutcome>()
  try {
    const known: (Remembered | null)[] = []
    for await (const outcome of first) {
      const index = spool.add(outcome)
      known.push('judged' in outcome ? remembered(index, outcome.judged.report) : null)
    }
    const others = neighbours(known.filter((each) => each !== null))
    const reportAt = (index: number): { name: string; report: RecoveredReport } | null => {
      const outcome = spool.get(index)
      return 'judged' in outcome ? { name: outcome.name, report: outcome.judged.report } : null
    }
    yield* inOrder(known.keys(), pool.size * 2, async (index): Promise<BatchOutcome> => {
      const outcome = spool.get(index)
      const own = known[index]
      if (!own || !('judged' in outcome)) return outcome
      const pair = options.pairs && outcome.previous === undefined ? others.previousOf(own) : null
      const sisters = options.sisters ? others.sistersOf(own, mostSisters) : []
      if (!pair && sisters.length === 0) return outcome
      const previous = pair
        ? reportAt(pair.index)
        : matching({ given, isLone: files.length === 1 }, outcome.judged.report)
      const findings = await pool.judgeAgain(outcome.judged.report, {
        ...(previous ? { previous: previous.report } : {}),
        sisters: sisters.flatMap((sister) => {
          const other = reportAt(sister.index)
          return other ? [asSister(other.report)] : []
        }),
      })
      return {
        ...outcome,
        judged: { ...outcome.judged, findings },
        ...(previous ? { previous: previous.name } : {}),
      }
    })
  } finally {
    spool.close()
  }
}

interface Given {
  readonly name: string
  readonly report: RecoveredReport
}

/** Reads the reports given for comparison. @throws UnreadableDocument naming the file, when one cannot be used */
async function readGiven(pool: JudgePool, files: readonly BatchFile[]): Promise<readonly Given[]> {
  const given: Given[] = []
  for await (const outcome of alone(pool, files, { given: [], isLone: false }))
    if ('judged' in outcome) given.push({ name: outcome.name, report: outcome.judged.report })
    else
      throw new UnreadableDocument(outcome.code, `上一年的报告 ${outcome.name} 读不出来：${outcome.sentence}`)
  return given
}

interface Comparison {
  readonly given: readonly Given[]
  /** A single file is judged. */
  readonly isLone: boolean
}

/** One given for one file is meant for it, whatever it says; else the one of the same agency's year before. */
function matching({ given, isLone }: Comparison, report: RecoveredReport): Given | null {
  const [only] = given
  if (!only) return null
  if (given.length === 1 && isLone) return only
  const known = given.map((each, index) => remembered(index, each.report))
  const found = neighbours(known).previousOf(remembered(-1, report))
  return found ? (given[found.index] ?? null) : null
}

type Entry = { readonly name: string } & (
  | { readonly bytes: Uint8Array; readonly own: string }
  | { readonly refusal: UnreadableDocument }
)

/** Every file by itself, or beside one of those given. */
async function* alone(
  pool: JudgePool,
  files: readonly BatchFile[],
  comparison: Comparison,
  onProgress?: (done: number) => void,
): AsyncGenerator<BatchOutcome> {
  const entries = entriesOf(pool, files, onProgress)
  yield* inOrder(entries, pool.size * 4, async (entry): Promise<BatchOutcome> => {
    if ('refusal' in entry) return refused(entry.name, entry.refusal)
    try {
      const judged = await pool.judge(entry.bytes, entry.own)
      const previous = matching(comparison, judged.report)
      if (!previous) return { name: entry.name, judged }
      const findings = await pool.judgeAgain(judged.report, { previous: previous.report })
      return { name: entry.name, judged: { ...judged, findings }, previous: previous.name }
    } catch (error) {
      return refused(entry.name, error)
    }
  })
}

/** The files, archives opened. */
async function* entriesOf(
  pool: JudgePool,
  files: readonly BatchFile[],
  onProgress?: (done: number) => void,
): AsyncGenerator<Entry> {
  for (const [done, file] of files.entries()) {
    onProgress?.(done)
    try {
      const inside = await pool.filesInside(await file.load(), file.name)
      if (inside.length === 0)
        throw new UnreadableDocument('empty', '压缩包里没有文件，请换一个有内容的文件。')
      for (const each of inside) {
        const name = inside.length === 1 ? file.name : `${file.name}/${each.name}`
        yield {
          name,
          own: file.name === '-' && inside.length === 1 ? '-' : basename(each.name),
          bytes: each.bytes,
        }
      }
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error
      yield { name: file.name, refusal: error }
    }
  }
  onProgress?.(files.length)
}

function refused(name: string, error: unknown): BatchOutcome {
  if (error instanceof UnreadableDocument) return { name, code: error.code, sentence: error.message }
  throw error
}
