// Judges the labelled reports and counts, for each rule, findings that were right, findings that were not, and faults passed over.
// Prints the figures and what went wrong; with --write they become docs/audit-quality.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
build({ ifNeeded: true, quiet: true })
const { measureDrafts, measureFiles } = await import('../dist/test/builders/audit-quality.js')

const sets = {
  first: await measureFiles(),
  second: measureDrafts('labelled-2'),
  third: measureDrafts('labelled-3'),
  fourth: measureDrafts('labelled-4'),
  fifth: measureDrafts('labelled-5'),
}

if (process.argv.includes('--write')) writeFileSync(join(root, 'docs', 'audit-quality.md'), page())
else
  for (const [name, one] of Object.entries(sets)) {
    console.log(`== ${name} set: ${one.reports} reports, ${one.judged} judged copies`)
    for (const [code, tally] of [...one.rules].sort())
      console.log(`${code}\t${tally.right}\t${tally.wrong}\t${tally.missed}`)
    for (const line of one.notes) console.log(`  ${line}`)
  }

function page() {
  const untuned = JSON.parse(readFileSync(join(root, 'test', 'reports', 'first-figures.json'), 'utf8'))
  const now = (set) => (code) => {
    const one = set.rules.get(code)
    return one === undefined ? null : [one.right, one.wrong, one.missed]
  }
  const then = (set) => (code) => set.rules[code] ?? null
  const columns = [
    now(sets.first),
    then(untuned.second),
    now(sets.second),
    then(untuned.third),
    now(sets.third),
    now(sets.fourth),
    then(untuned.fifth),
    now(sets.fifth),
  ]
  const codes = [
    ...new Set([
      ...Object.values(sets).flatMap((set) => [...set.rules.keys()]),
      ...Object.keys(untuned.second.rules),
      ...Object.keys(untuned.third.rules),
      ...Object.keys(untuned.fifth.rules),
    ]),
  ].sort()
  const rows = codes.map((code) => `| \`${code}\` | ${columns.map((of) => shares(of(code))).join(' | ')} |`)
  const all = columns.map((of) =>
    codes.reduce((sum, code) => (of(code) ?? [0, 0, 0]).map((count, index) => count + sum[index]), [0, 0, 0]),
  )
  const intro = readFileSync(join(root, 'docs', 'audit-quality.md'), 'utf8').split('<!-- figures -->')[0]
  return `${intro}<!-- figures -->

Each cell: precision / recall (findings right + not right, faults passed over). Written by
\`node scripts/audit-quality.mjs --write\`; the untuned figures stand in \`test/reports/first-figures.json\` and are not measured again.

| rule | first set, now | second set, untuned | second set, now | third set, untuned | third set, now | fourth set, now | fifth set, untuned | fifth set, now |
|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}
| **all** | ${all.map(shares).join(' | ')} |
`
}

function shares(tally) {
  if (tally === null) return ''
  const [right, wrong, missed] = tally
  const share = (part, whole) => (whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`)
  return `${share(right, right + wrong)} / ${share(right, right + missed)} (${right}+${wrong}, ${missed})`
}
