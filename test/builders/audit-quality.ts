import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeReport } from '../../src/law/report-checks/index.ts'
import type { Finding } from '../../src/law/report-form/model.ts'
import { recoverReport } from '../../src/modules/report-audit/index.ts'
import { judgeFile, UnreadableDocument } from '../../src/modules/report-audit/judging.ts'
import {
  type DraftSet,
  draftsFolder,
  drawDraft,
  drawings,
  type LabelledDraft,
  readDraft,
} from './labelled-report.ts'

/** How a rule did: findings that were placed or allowed, findings that were not, faults it passed over. */
export interface RuleTally {
  right: number
  wrong: number
  missed: number
}
export interface Quality {
  reports: number
  judged: number
  readonly rules: Map<string, RuleTally>
  readonly notes: string[]
}

export const newQuality = (): Quality => ({ reports: 0, judged: 0, rules: new Map(), notes: [] })

function tallyOf(quality: Quality, code: string): RuleTally {
  const one = quality.rules.get(code) ?? { right: 0, wrong: 0, missed: 0 }
  quality.rules.set(code, one)
  return one
}

/** Counts the findings of one report against its labels. */
export function countReport(
  quality: Quality,
  name: string,
  findings: readonly Finding[],
  finds: readonly { readonly code: string; readonly words: string }[],
  also: readonly string[],
): void {
  quality.judged += 1
  const used = new Set<Finding>()
  for (const fault of finds) {
    const told = findings.filter((one) => one.code === fault.code && holds(one, fault.words))
    const found = told.find((one) => !used.has(one)) ?? told[0]
    if (found === undefined) {
      tallyOf(quality, fault.code).missed += 1
      quality.notes.push(`missed ${name}: ${fault.code} ~ ${fault.words}`)
    } else if (!used.has(found)) {
      used.add(found)
      tallyOf(quality, found.code).right += 1
    }
  }
  for (const one of findings) {
    if (used.has(one)) continue
    const allowed = also.includes(one.code)
    tallyOf(quality, one.code)[allowed ? 'right' : 'wrong'] += 1
    if (!allowed) quality.notes.push(`false ${name}: ${one.code} ${one.message}`)
  }
}

/** Whether a finding points at the fault that was placed: its words stand in what it quotes or says. */
function holds(one: Finding, words: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/\s/g, '')
      .replaceAll(',', '，')
      .replaceAll('(', '（')
      .replaceAll(')', '）')
      .replaceAll(':', '：')
  return plain(`${one.message}${one.quote ?? ''}${one.found ?? ''}`).includes(plain(words))
}

export const draftNames = (set: DraftSet): string[] =>
  readdirSync(draftsFolder(set))
    .filter((name) => name.endsWith('.draft.txt'))
    .map((name) => name.replace('.draft.txt', ''))
    .sort()

/** Judges one draft of the second set, drawn in one way. */
export function judgeDraft(draft: LabelledDraft, drawing: readonly [string, string]): Finding[] {
  const tree = drawDraft(draft, drawing)
  if (draft.unreadable) {
    assert.throws(() => recoverReport(tree, `${draft.name}.txt`), UnreadableDocument)
    return []
  }
  const report = recoverReport(tree, `${draft.name}.txt`)
  const previous =
    draft.previous === null
      ? null
      : recoverReport(drawDraft(readDraft(draft.set, draft.previous), drawing), `${draft.previous}.txt`)
  return judgeReport(report, { previous })
}

/** A set of drafts: every draft in every drawing. */
export function measureDrafts(set: DraftSet): Quality {
  const quality = newQuality()
  for (const name of draftNames(set)) {
    const draft = readDraft(set, name)
    quality.reports += 1
    for (const drawing of drawings)
      countReport(
        quality,
        `${name} [${drawing.join(', ')}]`,
        judgeDraft(draft, drawing),
        draft.finds,
        draft.also,
      )
  }
  return quality
}

/** The first set: whole files. */
export async function measureFiles(): Promise<Quality> {
  const quality = newQuality()
  const folder = join('test', 'reports', 'labelled')
  for (const name of readdirSync(folder).filter((file) => !file.endsWith('.labels.json'))) {
    const labels = JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/, '.labels.json')), 'utf8')) as {
      findings: string[]
      alsoRight: string[]
    }
    const { findings } = await judgeFile(readFileSync(join(folder, name)), name)
    quality.reports += 1
    const finds = labels.findings.map((code) => ({ code, words: '' }))
    countReport(quality, name, findings, finds, labels.alsoRight)
  }
  return quality
}
