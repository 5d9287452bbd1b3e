import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { judgeFile } from '../../src/modules/report-audit/judging.ts'

/** What a person found in a report of the labelled set. */
interface Labels {
  /** Codes that must be found. */
  readonly findings: readonly string[]
  /** Codes that may be found: right, but not the fault the report was written for. */
  readonly alsoRight: readonly string[]
  /** Numbers the running text tells of the report's own year. */
  readonly facts?: Readonly<Record<string, number | string>>
}

const folder = join('test', 'reports', 'labelled')

for (const name of readdirSync(folder)
  .filter((file) => !file.endsWith('.labels.json'))
  .sort()) {
  const labels: Labels = JSON.parse(
    readFileSync(join(folder, name.replace(/\.\w+$/, '.labels.json')), 'utf8'),
  )
  const sound = labels.findings.length === 0
  test(`${name}: ${sound ? 'a sound report yields nothing' : `found: ${labels.findings.join(', ')}`}`, async () => {
    const { report, findings } = await judgeFile(readFileSync(join(folder, name)), name)
    const codes = findings.map((one) => one.code)
    for (const code of labels.findings) assert.ok(codes.includes(code), `${code} was missed`)
    for (const one of findings)
      assert.ok(
        labels.findings.includes(one.code) || labels.alsoRight.includes(one.code),
        `false alarm ${one.code}: ${one.message}`,
      )
    for (const [fact, value] of Object.entries(labels.facts ?? {})) {
      const told = report.narrative.filter((one) => one.fact === fact && one.year === undefined)
      assert.ok(told.length > 0, `${fact} was not read`)
      for (const one of told) assert.equal(one.value, value, `${fact}: ${one.quote}`)
    }
  })
}
