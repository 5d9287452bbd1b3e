import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { HostileJob } from '../../../test/builders/job-process.ts'
import { JobFailed, JobLost, openProcessPool, type LostFor } from './open-process-pool.ts'

const module = new URL('../../../test/builders/job-process.js', import.meta.url)
const pool = openProcessPool<HostileJob, string>({ module, size: 2, memory: 128 })
after(() => pool.close())
const unhurried = { timeLimit: 60_000 }

const losses: readonly (readonly [HostileJob, LostFor, number])[] = [
  ['endless loop', 'time', 1_500],
  ['endless list', 'memory', 60_000],
  ['one vast array', 'memory', 60_000],
  ['vast buffers', 'memory', 60_000],
  ['exit', 'crash', 60_000],
]

for (const [job, reason, timeLimit] of losses)
  test(`a file that makes the reader do this (${job}) loses only itself`, async () => {
    const lost = await pool.run(job, { timeLimit }).catch((error: unknown) => error)
    assert.ok(lost instanceof JobLost, String(lost))
    assert.equal(lost.reason, reason)
    assert.equal(await pool.run('answer', unhurried), 'answered')
  })

test('a process that aborts takes no other with it', async () => {
  const lost = await pool.run('abort', unhurried).catch((error: unknown) => error)
  assert.ok(lost instanceof JobLost)
  assert.equal(await pool.run('answer', unhurried), 'answered')
})

test('an exception inside is told, and the process goes on', async () => {
  await assert.rejects(pool.run('fail', unhurried), (error) => {
    return error instanceof JobFailed && error.message.includes('broken on purpose')
  })
  await assert.rejects(pool.run('endless recursion', unhurried), JobFailed)
})

test('a promise that a library forgets on a damaged file does not end the process', async () => {
  const before = await pool.run('who', unhurried)
  assert.equal(await pool.run('forget a promise', unhurried), 'answered')
  assert.ok(before !== '')
})

test('nothing reaches the network, and no secret of the server is handed on', async () => {
  await assert.rejects(pool.run('connect', unhurried), /Nothing is fetched/)
  await assert.rejects(pool.run('fetch', unhurried), /Nothing is fetched/)
  process.env['DATABASE_URL'] = 'postgres://secret'
  const fresh = openProcessPool<HostileJob, string>({ module, size: 1 })
  try {
    assert.doesNotMatch(await fresh.run('secrets', unhurried), /DATABASE_URL/)
  } finally {
    delete process.env['DATABASE_URL']
    await fresh.close()
  }
})

test('many jobs share few processes, each replaced after its share', async () => {
  const small = openProcessPool<HostileJob, string>({ module, size: 2, jobsPerProcess: 5 })
  try {
    const processes = await Promise.all(Array.from({ length: 20 }, () => small.run('who', unhurried)))
    const counts = [...new Set(processes)].map((pid) => processes.filter((each) => each === pid).length)
    assert.ok(Math.max(...counts) <= 5, counts.join(' '))
  } finally {
    await small.close()
  }
})

test('a visitor who goes away stops the job, or takes it out of the queue', async () => {
  const narrow = openProcessPool<HostileJob, string>({ module, size: 1 })
  try {
    const running = new AbortController()
    const waiting = new AbortController()
    const first = narrow.run('endless loop', { ...unhurried, signal: running.signal })
    const second = narrow.run('endless loop', { ...unhurried, signal: waiting.signal })
    const third = narrow.run('answer', unhurried)
    waiting.abort()
    running.abort()
    for (const lost of await Promise.allSettled([first, second]))
      assert.equal(lost.status === 'rejected' && (lost.reason as JobLost).reason, 'given up')
    assert.equal(await third, 'answered')
  } finally {
    await narrow.close()
  }
})

test('closing ends every process and answers who still waits', async () => {
  const closing = openProcessPool<HostileJob, string>({ module, size: 1 })
  const jobs = [closing.run('endless loop', unhurried), closing.run('answer', unhurried)]
  const settled = Promise.allSettled(jobs)
  await closing.close()
  for (const each of await settled)
    assert.equal(each.status === 'rejected' && (each.reason as JobLost).reason, 'closed')
  await assert.rejects(closing.run('answer', unhurried), JobLost)
})
