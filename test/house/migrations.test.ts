import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { rooms } from '../../src/apps/rooms.ts'
import { digestOf, migrationsOf } from '../../src/platform/db/migrate.ts'
import { platformMigrations } from '../../src/platform/db/platform-migrations.ts'

/** Every step that was ever landed, and the digest of its wording. */
const landed = JSON.parse(
  readFileSync(new URL('../../../test/house/migrations.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>
const steps = [...platformMigrations, ...migrationsOf(rooms)]

test('a step of the database that has landed is never changed or taken away: offices have taken it', () => {
  const faults = Object.entries(landed).flatMap(([id, digest]) => {
    const step = steps.find((one) => one.id === id)
    if (!step) return [`${id} is gone: offices that took it could not start any more. Put it back.`]
    return digestOf(step) === digest
      ? []
      : [
          `${id} was changed: offices that took it could not start any more. Put it back and write a new step.`,
        ]
  })
  assert.deepEqual(faults, [], `\n${faults.join('\n')}\n`)
})

test('a new step is written into the list of landed steps', () => {
  const missing = steps
    .filter(({ id }) => !(id in landed))
    .map((step) => `add to test/house/migrations.json:   "${step.id}": "${digestOf(step)}"`)
  assert.deepEqual(missing, [], `\n${missing.join('\n')}\n`)
})
