// Writes docs/audit-rules.md from the catalogue of rules and their fixtures. A test compares the two.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
build({ ifNeeded: true, quiet: true })
const { auditRulesText } = await import('../dist/test/builders/audit-rules.js')
writeFileSync(join(root, 'docs', 'audit-rules.md'), auditRulesText())
