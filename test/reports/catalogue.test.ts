import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { auditorsList, linesOf } from '../../src/law/report-checks/auditors-list.ts'
import { rules } from '../../src/law/report-checks/index.ts'
import { auditRulesText } from '../builders/audit-rules.ts'

test('the page of rules says what the catalogue says (run node scripts/write-audit-rules.mjs)', () => {
  assert.equal(readFileSync('docs/audit-rules.md', 'utf8'), auditRulesText())
})

test('every line of the auditor’s list has a rule, or says why not', () => {
  const answered = new Set(rules.flatMap((rule) => linesOf(rule.basis)))
  for (const { id, title, open } of auditorsList)
    assert.ok(answered.has(id) || open !== undefined, `${id} ${title}`)
})

test('every rule names its line of the list, and only lines that are there', () => {
  const known = new Set(auditorsList.map((one) => one.id))
  for (const rule of rules) {
    const lines = linesOf(rule.basis)
    assert.ok(lines.length > 0, `${rule.code} names no line in its basis`)
    for (const id of lines) assert.ok(known.has(id), `${rule.code}: ${id}`)
  }
})

test('every rule can be read by a clerk: title, when it speaks, what to do', () => {
  for (const rule of rules) {
    assert.match(rule.remedy, /。$/, rule.code)
    assert.ok(rule.title.length >= 3 && rule.applies.length >= 5, rule.code)
    assert.match(`${rule.title}${rule.applies}`, /\p{Script=Han}/u, rule.code)
  }
})
