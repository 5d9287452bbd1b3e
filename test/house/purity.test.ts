import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOnly, filesBelow } from './sources.ts'

const impurities: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\s*\(/, 'asks the clock (Date.now); take today as an argument'],
  [/\bnew Date\s*\(\s*\)/, 'asks the clock (new Date()); take today as an argument'],
  [
    /\bprocess\.(env|cwd|argv|stdin|stdout|hrtime|platform)\b/,
    'looks at the process; take the value as an argument',
  ],
  [/\bMath\.random\s*\(/, 'rolls dice; take the value as an argument'],
  [/\bfetch\s*\(/, 'goes to the network; a room does that'],
  [/\b(setTimeout|setInterval)\s*\(/, 'waits; pure floors do not'],
  [/\bconsole\./, 'prints; give the value back instead'],
]

/** Folders that know no clock, disk, network or database. Rules of rooms are pure as well. */
const isPure = (path: string): boolean =>
  /^src\/(law|text)\//.test(path) || /^src\/modules\/[^/]+\/rules\//.test(path)

test('the statute, the text detectors and the rules of rooms know no clock, disk, network or dice', () => {
  const faults = filesBelow('src', ['.ts', '.tsx'])
    .filter((source) => isPure(source.path) && !source.isTest)
    .flatMap((source) => {
      const code = codeOnly(source.text)
      return impurities.filter(([pattern]) => pattern.test(code)).map(([, what]) => `${source.path} ${what}.`)
    })
  assert.deepEqual(faults, [], `\n${faults.join('\n')}\n`)
})

test('reading and writing documents touches no clock and no network', () => {
  const faults = filesBelow('src/documents', ['.ts', '.tsx'])
    .filter((source) => !source.isTest)
    .flatMap((source) => {
      const code = codeOnly(source.text)
      return impurities
        .filter(([pattern]) => /Date|fetch|random/.test(pattern.source) && pattern.test(code))
        .map(([, what]) => `${source.path} ${what}.`)
    })
  assert.deepEqual(faults, [], `\n${faults.join('\n')}\n`)
})

/** What counts as a source on the law floor: an article, a notice number, a named instrument, or a numbered identity. */
const citation =
  /第[〇零一二三四五六七八九十百\d]+条|Art\.? ?\d|条例|国办|国令|国务院|法释|公约定|Format-20|格式|Fee-2020|GB\/T|\bI[1-9]\d?\b|\b[A-F]\d\d\b|办法|司法解释|民法典/

test('every file of the law floor names the article or instrument that it speaks for', () => {
  const silent = filesBelow('src/law', ['.ts', '.tsx'])
    .filter((source) => !source.isTest && !/\/(index|reason|words|plain-day)\.ts$/.test(source.path))
    .filter((source) => !citation.test(source.text))
    .map(
      (source) =>
        `${source.path} cites no source. If it cannot be cited, it is this office's way: move it to the room's rules/.`,
    )
  assert.deepEqual(silent, [], `\n${silent.join('\n')}\n`)
})
