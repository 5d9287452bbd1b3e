import { keyOf } from '../../../text/fold.ts'
import { prefixesAgainstEnding, suffixesAgainstBeginning } from '../../../text/similarity.ts'

/** A row that a table may have: its id and every way its label is printed, as keys, the full one first. */
export interface RowPattern {
  readonly id: string
  readonly keys: readonly string[]
  /** A row that has no values of its own in the form (a group label): matching it means "none of ours". */
  readonly decoy?: boolean
}

/** What stands between two runs of values: the keys of its labels in order. */
export interface Gap {
  readonly keys: readonly string[]
  readonly joined: string
}

/** One value run with the text before and after it. */
export interface RunText {
  readonly before: Gap
  readonly after: Gap
  /** Label and values stand in one printed row: the label before is certainly theirs. */
  readonly sameRow: boolean
  /** Whether it has as many values as a whole row. */
  readonly whole: boolean
}

export interface RowMatch {
  readonly run: number
  readonly pattern: RowPattern
  /** 0 to 1: how well the printed label is this row's. 0 when there is no label and order alone speaks. */
  readonly likeness: number
  /** The label as found, as a key. */
  readonly printed: string
}

export function gapOf(labels: readonly { readonly key: string }[]): Gap {
  const keys = labels.map((label) => label.key).filter((key) => key !== '')
  return { keys, joined: keys.join('') }
}

/** Label before its values (the ordinary way), or after them (some pdf copies). */
export type LabelSide = 'before' | 'after'

const accepted = 0.75
const acceptedBetweenNeighbours = 0.5

/**
 * Gives every run its row. Both stand in the same order in document and form, so the best rising assignment is sought;
 * a run whose label is like no row, or like two rows alike, gets none.
 */
export function matchRows(runs: readonly RunText[], patterns: readonly RowPattern[]): RowMatch[] {
  const before = bestAssignment(runs, patterns, 'before')
  const separate = runs.length > 2 && runs.every((run) => !run.sameRow)
  if (!separate) return settle(before, runs, patterns)
  // With labels after their values nothing is named before the very first values: else a row left empty could mislead.
  const firstNamed = patterns.some(
    (pattern, row) => (pattern.keys[0] ?? '').length >= 5 && before.likeness(0, row).value > 0.9,
  )
  if (firstNamed) return settle(before, runs, patterns)
  const after = bestAssignment(runs, patterns, 'after')
  return settle(after.score > before.score + 0.2 ? after : before, runs, patterns)
}

interface Assignment {
  readonly score: number
  /** Pattern index for each run, or -1. */
  readonly rows: readonly number[]
  readonly likeness: (run: number, row: number) => Likeness
}

interface Likeness {
  readonly value: number
  readonly printed: string
}

function bestAssignment(
  runs: readonly RunText[],
  patterns: readonly RowPattern[],
  side: LabelSide,
): Assignment {
  const cache = new Map<number, Likeness>()
  // A label that ends in a whole key is that row's: nothing else needs to be weighed (and most labels are whole).
  const exact = runs.map((run) => {
    const own = (side === 'before' ? run.before : run.after).joined
    return patterns.findIndex((pattern) => pattern.keys.some((key) => key.length >= 4 && own.endsWith(key)))
  })
  const likeness = (run: number, row: number): Likeness => {
    const key = run * 1000 + row
    const known = cache.get(key)
    if (known) return known
    const pattern = patterns[row]
    const text = runs[run]
    const settled = exact[run] ?? -1
    const open = pattern && text && (settled < 0 || settled === row)
    const found = open ? likenessOf(text, pattern, side) : { value: 0, printed: '' }
    cache.set(key, found)
    return found
  }
  // score[k][r]: best for the first k runs with rows below r used.
  const width = patterns.length
  const score: number[][] = [Array.from({ length: width + 1 }, () => 0)]
  const choice: Int8Array[] = [new Int8Array(width + 1)]
  for (let k = 1; k <= runs.length; k += 1) {
    const line = [0]
    const picks = new Int8Array(width + 1)
    const run = runs[k - 1]
    const empty = run !== undefined && (side === 'before' ? run.before : run.after).joined === ''
    line[0] = (score[k - 1]?.[0] ?? 0) - 0.2
    picks[0] = 1
    for (let r = 1; r <= width; r += 1) {
      const skipRow = (line[r - 1] ?? 0) - (patterns[r - 1]?.decoy ? 0 : 0.03)
      const skipRun = (score[k - 1]?.[r] ?? 0) - 0.2
      const found = likeness(k - 1, r - 1).value
      const gain = empty && found === 0 && run?.whole ? (patterns[r - 1]?.decoy ? -0.5 : 0.02) : found - 0.45
      const take = (score[k - 1]?.[r - 1] ?? 0) + gain
      const best = Math.max(skipRow, skipRun, take)
      line.push(best)
      picks[r] = best === take ? 2 : best === skipRow ? 0 : 1
    }
    score.push(line)
    choice.push(picks)
  }
  const rows = Array.from({ length: runs.length }, () => -1)
  let k = runs.length
  let r = width
  while (k > 0) {
    const pick = choice[k]?.[r]
    if (pick === 2) {
      rows[k - 1] = r - 1
      k -= 1
      r -= 1
    } else if (pick === 0 && r > 0) r -= 1
    else k -= 1
  }
  return { score: score[runs.length]?.[width] ?? 0, rows, likeness }
}

/** Keeps what is sure: a good label, or a fair one (or none) that both neighbours leave only one row for. */
function settle(
  assignment: Assignment,
  runs: readonly RunText[],
  patterns: readonly RowPattern[],
): RowMatch[] {
  const matches: RowMatch[] = []
  const used = new Set<number>()
  const isPinned = (run: number): boolean => {
    const row = assignment.rows[run] ?? -1
    const previous = neighbour(assignment, patterns, run, -1)
    const next = neighbour(assignment, patterns, run, 1)
    const before = previous ?? (run === 0 ? -1 : undefined)
    const after = next ?? (run === runs.length - 1 ? patterns.length : undefined)
    if (before === undefined || after === undefined) return false
    const free = patterns.filter((pattern, index) => index > before && index < after && !pattern.decoy)
    return free.length === 1 && free[0] === patterns[row]
  }
  for (const [run, row] of assignment.rows.entries()) {
    const pattern = patterns[row]
    if (row < 0 || pattern === undefined) continue
    const { value, printed } = assignment.likeness(run, row)
    const rival = Math.max(
      0,
      ...patterns.map((_, other) =>
        Math.abs(other - row) <= 12 && other !== row ? quickRival(assignment, run, other, value) : 0,
      ),
    )
    const clear = value >= accepted && (value > rival + 0.05 || value > 0.99)
    const fair =
      (value >= acceptedBetweenNeighbours || (value === 0 && runs[run]?.before.joined === '')) &&
      isPinned(run)
    const likely = value >= acceptedBetweenNeighbours && value > rival + 0.15
    if (!clear && !fair && !likely) continue
    used.add(row)
    matches.push({ run, pattern, likeness: value, printed })
  }
  const matched = new Set(matches.map((match) => match.run))
  return [...matches, ...outOfOrder(assignment, runs, patterns, used, matched)]
}

/** A rival matters only when it could come near; an exact match has none. */
function quickRival(assignment: Assignment, run: number, other: number, value: number): number {
  return value > 0.99 ? 0 : assignment.likeness(run, other).value
}

function neighbour(
  assignment: Assignment,
  patterns: readonly RowPattern[],
  run: number,
  step: 1 | -1,
): number | undefined {
  for (let other = run + step; other >= 0 && other < assignment.rows.length; other += step) {
    const row = assignment.rows[other] ?? -1
    if (row < 0) return undefined
    if (patterns[row]?.decoy) continue
    return assignment.likeness(other, row).value >= accepted ? row : undefined
  }
  return undefined
}

/** Rows printed out of order: an exact label that no other run has is believed all the same. */
function outOfOrder(
  assignment: Assignment,
  runs: readonly RunText[],
  patterns: readonly RowPattern[],
  used: ReadonlySet<number>,
  matched: ReadonlySet<number>,
): RowMatch[] {
  const extra: RowMatch[] = []
  for (const [run, text] of runs.entries()) {
    if (matched.has(run) || !text.whole || !text.sameRow) continue
    const exact = patterns.flatMap((pattern, row) => {
      const found = assignment.likeness(run, row)
      return found.value === 1 && !used.has(row) && !pattern.decoy
        ? [{ run, pattern, likeness: 1, printed: found.printed }]
        : []
    })
    const only = exact[0]
    if (
      exact.length === 1 &&
      only !== undefined &&
      only.pattern.keys[0] !== undefined &&
      only.pattern.keys[0].length >= 4
    )
      extra.push(only)
  }
  return extra
}

/** How well the label around a run is the pattern's: 1 to the letter, 0 not at all. */
export function likenessOf(run: RunText, pattern: RowPattern, side: LabelSide): Likeness {
  const own = side === 'before' ? run.before : run.after
  const other = side === 'before' ? run.after : run.before
  if (own.joined === '') return { value: 0, printed: '' }
  let best: Likeness = { value: 0, printed: '' }
  for (const key of pattern.keys) {
    const found = wrapped(key, own, side === 'before' ? other : nothing)
    if (found.value > best.value) best = found
    if (best.value === 1) return best
  }
  const short = shortened(own.keys.at(-1), pattern)
  return short.value > best.value ? short : best
}

const sight = 80
const nothing: Gap = { keys: [], joined: '' }

/** The label ends right before its values, or begins before them and goes on right after. */
function wrapped(key: string, before: Gap, after: Gap): Likeness {
  const tail = before.joined.slice(-sight)
  if (tail.endsWith(key)) return { value: 1, printed: key }
  if (key.length < 2) return { value: 0, printed: '' }
  const prefixes = prefixesAgainstEnding(key, tail)
  let least = prefixes[key.length] ?? key.length
  let printed = tail.slice(-key.length)
  const shortest = Math.max(4, Math.ceil(key.length * 0.2))
  if (key.length >= 6 && least > 0) {
    const suffixes = suffixesAgainstBeginning(key, after.joined.slice(0, sight))
    for (let cut = shortest; cut < key.length - 1; cut += 1) {
      // The piece before must be there nearly whole, or any label could be put together from its neighbours.
      const head = prefixes[cut] ?? cut
      const rest = suffixes[cut] ?? key.length
      const most = cut < key.length * 0.35 ? 0 : cut * 0.2
      if (head <= most && rest <= (key.length - cut) * 0.3 && head + rest < least) {
        least = head + rest
        const around = tail.slice(-cut - 2) + after.joined.slice(0, key.length - cut + 2)
        printed = inOrder(key, around) ? key : tail.slice(-cut) + after.joined.slice(0, key.length - cut)
      }
    }
  }
  return { value: 1 - least / key.length, printed }
}

/** Whether all characters of the key stand in the text in their order: then only strange pieces (a group label) came between. */
function inOrder(key: string, text: string): boolean {
  let at = 0
  for (const character of text) if (character === key[at]) at += 1
  return at === key.length
}

/** A label cut short by the office: 本年新收, 国家秘密. It must be part of this row's label; that no other row has it is checked by the rival. */
function shortened(last: string | undefined, pattern: RowPattern): Likeness {
  const key = (last ?? '').replace(/^[\d一二三四五六七八]+(?=..)/, '')
  const bare = key === '' ? (last ?? '') : key
  const full = pattern.keys[0] ?? ''
  if (bare.length < (full.length > 6 ? 3 : 2) || bare.length >= full.length || pattern.decoy)
    return { value: 0, printed: '' }
  if (full.includes(bare) || (last !== undefined && last.length >= 2 && full.includes(last)))
    return { value: Math.min(0.95, 0.7 + (0.3 * bare.length) / full.length), printed: bare }
  return { value: 0, printed: '' }
}

/** Keys of a printed label without repeats and empties. */
export function keysOf(...labels: readonly string[]): string[] {
  return [...new Set(labels.map(keyOf))].filter((key) => key !== '')
}
