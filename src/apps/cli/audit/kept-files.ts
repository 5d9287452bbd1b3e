import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { PlainDay } from '../../../law/calendar/plain-day.ts'
import {
  judgementFiles,
  type BatchOutcome,
  type BatchRow,
  type JudgementToKeep,
} from '../../../modules/report-audit/judging.ts'

/** Writes judgements as files while they come. */
export interface KeptFiles {
  outcome(outcome: BatchOutcome): Promise<void>
  /** @returns what was written, in one Chinese sentence; null when nothing could be */
  end(): Promise<string | null>
}

type Kind = 'html' | 'docx'

/**
 * One judgement becomes the file named. Of several the file named becomes the list, and the judgements lie in a folder of the same
 * name beside it.
 * @param out the file named; a folder is taken as `检查结果` in it
 */
export function keptFiles(kind: Kind, out: string, judgedOn: PlainDay): KeptFiles {
  const file =
    /[\\/]$/.test(out) || (existsSync(out) && statSync(out).isDirectory())
      ? join(out, `检查结果.${kind}`)
      : out
  const folder = extname(file) === '' ? `${file}-files` : file.slice(0, -extname(file).length)
  const rows: BatchRow[] = []
  const taken = new Set<string>()
  let lone: BatchOutcome | null = null

  /** Two reports of the same name get different files. */
  function nameFor(outcome: BatchOutcome): string {
    const plain = basename(outcome.name).replace(/[^\p{L}\p{N}._-]/gu, '_')
    const stem = plain === '-' || plain === '' ? '标准输入' : plain.slice(0, 80)
    let name = `${stem}.${kind}`
    for (let again = 2; taken.has(name); again += 1) name = `${stem}-${again}.${kind}`
    taken.add(name)
    return name
  }

  async function write(path: string, judgement: JudgementToKeep): Promise<void> {
    const { judgementPage, judgementDocx } = await judgementFiles()
    makeFolder(dirname(path))
    writeFileSync(path, kind === 'html' ? judgementPage(judgement) : await judgementDocx(judgement))
  }

  const toKeep = (outcome: Extract<BatchOutcome, { judged: unknown }>): JudgementToKeep => ({
    judged: outcome.judged,
    previous: outcome.previous === undefined ? undefined : basename(outcome.previous),
    judgedOn,
  })

  async function add(outcome: BatchOutcome): Promise<void> {
    if (!('judged' in outcome)) {
      const { name, sentence } = outcome
      rows.push({ name, agency: null, year: null, verdict: null, isClean: false, sentence })
      return
    }
    const name = nameFor(outcome)
    await write(join(folder, name), toKeep(outcome))
    const { batchRow } = await judgementFiles()
    const href = `${encodeURIComponent(basename(folder))}/${encodeURIComponent(name)}`
    rows.push(batchRow(outcome.name, outcome.judged, href))
  }

  return {
    async outcome(outcome) {
      if (lone === null && rows.length === 0) {
        lone = outcome
        return
      }
      if (lone !== null) await add(lone)
      lone = null
      await add(outcome)
    },
    async end() {
      if (lone !== null) {
        if (!('judged' in lone)) return null
        await write(file, toKeep(lone))
        return `检查结果写在 ${file}。`
      }
      if (rows.length === 0) return null
      const { batchPage, batchDocx } = await judgementFiles()
      makeFolder(dirname(file))
      writeFileSync(file, kind === 'html' ? batchPage(rows, judgedOn) : await batchDocx(rows, judgedOn))
      return `检查结果汇总写在 ${file}，各份写在 ${folder}。`
    },
  }
}

/** Folder by folder: asked to make several at once where none can be made (/proc), Node never comes back. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}
