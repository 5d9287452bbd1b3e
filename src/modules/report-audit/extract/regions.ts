import type { TableId } from '../../../law/report-form/model.ts'
import type { Token } from './tokens.ts'
import { statutoryShare, tableMarks } from './vocabulary.ts'

/** The stretch of the token stream that holds one statutory table. `from` and `to` are token indexes, `to` excluded. */
export interface Region {
  readonly table: TableId
  readonly from: number
  readonly to: number
  /** Distinct anchors seen: how sure we are that it is this table. */
  readonly anchors: ReadonlySet<string>
}

interface Hit {
  readonly anchor: string
  readonly from: number
  readonly to: number
}

const needed: Readonly<Record<TableId, number>> = { t2: 4, t3: 5, t4: 3 }
/** Two hits of one table stand at most so many tokens apart: a row of table three has at most ten. */
const reach = 90

/** Every stretch that looks like one of the three tables, the best of each kind first. */
export function findRegions(tokens: readonly Token[]): Region[] {
  const { text, tokenAt } = labelText(tokens)
  return (['t2', 't3', 't4'] as const).flatMap((table) => {
    const hits = hitsOf(text, tokenAt, tableMarks[table])
    return clusters(tokens, hits)
      .map((cluster): Region => {
        const first = extendBack(tokens, cluster[0]?.from ?? 0)
        const from = table === 't2' ? rowOfRules(tokens, first) : first
        const to = extendForward(tokens, cluster.at(-1)?.to ?? 0, table)
        return { table, from, to, anchors: new Set(cluster.map((hit) => hit.anchor)) }
      })
      .filter((region) => isTable(tokens, region))
      .sort((a, b) => b.anchors.size - a.anchors.size || a.from - b.from)
  })
}

/** All label keys in a row, so that a label split over lines or set one character a line is found whole. */
function labelText(tokens: readonly Token[]): { text: string; tokenAt: number[] } {
  const parts: string[] = []
  const tokenAt: number[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'noise') continue
    if (token.kind === 'value' && token.content.kind === 'blank') continue
    const part = token.kind === 'label' ? token.key.replace(/^\d+(?=\D)/, '') : '\u0000'
    parts.push(part)
    for (let unit = 0; unit < part.length; unit += 1) tokenAt.push(index)
  }
  return { text: parts.join(''), tokenAt }
}

function hitsOf(text: string, tokenAt: readonly number[], marks: ReadonlyMap<string, string>): Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at + 3 <= text.length; at += 1) {
    const anchor = marks.get(text.slice(at, at + 3))
    if (anchor !== undefined) hits.push({ anchor, from: tokenAt[at] ?? 0, to: tokenAt[at + 2] ?? 0 })
  }
  return hits
}

/** Hits that belong together: no section title between them, hardly any prose, not far apart. */
function clusters(tokens: readonly Token[], hits: readonly Hit[]): Hit[][] {
  const found: Hit[][] = []
  let current: Hit[] = []
  for (const hit of hits) {
    const last = current.at(-1)
    if (last !== undefined && !together(tokens, last.to, hit.from, current, hit)) {
      found.push(current)
      current = []
    }
    current.push(hit)
  }
  if (current.length > 0) found.push(current)
  return found
}

function together(
  tokens: readonly Token[],
  from: number,
  to: number,
  current: readonly Hit[],
  next: Hit,
): boolean {
  let prose = 0
  let count = 0
  for (let index = from + 1; index < to; index += 1) {
    const kind = tokens[index]?.kind
    if (kind === 'heading') return false
    if (kind === 'prose') prose += 1
    if (kind !== 'noise') count += 1
  }
  if (count > reach) return false
  // A little prose may be a page footer in the middle of a table; then the second half must bring something new.
  return prose === 0 || (prose <= 2 && !current.some((hit) => hit.anchor === next.anchor))
}

function extendBack(tokens: readonly Token[], first: number): number {
  let from = first
  let labels = 0
  for (let index = first - 1; index >= 0 && labels < 8; index -= 1) {
    const before = tokens[index]
    if (before === undefined) break
    if (before.kind === 'noise' || (before.kind === 'value' && before.content.kind === 'blank')) continue
    if (before.kind !== 'label' || statutoryShare(before.key) <= 0.5) break
    from = index
    labels += 1
  }
  return from
}

/** Without its headings table two begins with a row whose label is too short to be a mark: 规章 and its three figures. */
function rowOfRules(tokens: readonly Token[], first: number): number {
  let at = first - 1
  let values = 0
  for (; at >= 0 && values < 4; at -= 1) {
    const token = tokens[at]
    if (token?.kind === 'noise' || (token?.kind === 'value' && token.content.kind === 'blank')) continue
    if (token?.kind !== 'value') break
    values += 1
  }
  const label = tokens[at]
  return values === 3 && label?.kind === 'label' && label.key === '规章' ? at : first
}

/** Headings of table four set in two or three lines: 「维持纠正结果审结计维持结果」 is what one of those lines holds. */
const tornHeading = /^[结果维持纠正其他尚未审总计]+$/

/** From the last label on: the values that follow it, and the end of a label that wrapped below its values. */
function extendForward(tokens: readonly Token[], last: number, table: TableId): number {
  let to = last + 1
  let sawValue = false
  let tail = 0
  while (to < tokens.length) {
    const token = tokens[to]
    if (token === undefined || token.kind === 'heading' || token.kind === 'prose') break
    const blank = token.kind === 'value' && token.content.kind === 'blank'
    // Labels too short to be marks: 3.其他 and （七）总计 as last rows, or the last two headings printed column by column.
    const lateHeading = table === 't3' && /^[\d一二三四五六七]?(?:其[他它]|总计|合计)$/.test(token.key)
    if (token.kind === 'label' && !lateHeading) {
      const share = statutoryShare(token.key)
      if (sawValue && (table !== 't3' || tail >= 2 || share < 0.6 || token.key.length < 2)) break
      if (!sawValue && share < 0.5 && !(table === 't4' && tornHeading.test(token.key))) break
      if (sawValue) tail += 1
    } else if (token.kind === 'value' && !blank) {
      if (tail > 0) break
      sawValue = true
    }
    to += 1
  }
  return to
}

/**
 * Enough labels, and at least a few cells, filled or blank. The headings of table four are often torn to pieces; its two long
 * ones with a whole row of values after them do.
 */
function isTable(tokens: readonly Token[], region: Region): boolean {
  let values = 0
  for (let index = region.from; index < region.to; index += 1)
    if (tokens[index]?.kind === 'value') values += 1
  if (region.anchors.size >= needed[region.table]) return values >= 3
  return region.table === 't4' && region.anchors.size === 2 && values >= 12
}
