import { sm3 } from '../../../platform/cipher/digest.ts'
import type { RecoveredReport } from '../../../law/report-form/model.ts'
import type { Context } from '../../../platform/context.ts'
import type { Services } from '../../../platform/services.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { agenciesCalled } from '../../agencies/index.ts'
import { rulesVersion } from '../judge-file.ts'
import { filesInArchive, shownName } from '../rules/submission.ts'
import { markRead, publicOwner } from '../store/batches.ts'
import {
  bytesOf,
  changeCheck,
  checkOf,
  checksOf,
  dropBytes,
  dropCheck,
  insertCheck,
  unreadInLocked,
} from '../store/checks.ts'
import { judgeBytes } from './judge-bytes.ts'
import { compareQueue, readQueue, type CheckMessage } from './queues.ts'

/** A file that has ended the worker this often is not tried again. */
const mostAttempts = 3
const gaveUp = '读了三次都没有读完，可能是文件损坏或者过于复杂。请另存为 Word 或者网页后再检查。'

/**
 * Reads and judges one file that was handed in. Safe twice: a check that is finished, or gone, is left alone.
 * That it has begun is written at once, so that whoever waits sees it, and a file that kills the worker is counted.
 */
export async function readCheck(context: Context, message: CheckMessage, services: Services): Promise<void> {
  const { owner, batchId, number } = message
  const key = { agencyId: owner, batchId }
  const check = await checkOf(context.db, owner, batchId, number)
  const bytes = await bytesOf(context.db, owner, batchId, number)
  if (!check || !bytes || (check.state !== 'waiting' && check.state !== 'reading')) return
  const attempts = check.attempts + 1
  await services.command(context.actor, context.agencyId, (begun) =>
    changeCheck(begun.db, key, number, { state: 'reading', attempts }),
  )
  const outcome =
    attempts > mostAttempts
      ? ({ kind: 'unreadable', sentence: gaveUp } as const)
      : await judgeBytes(bytes, check.fileName)
  if (outcome.kind === 'archive') await takeApart(context, message, outcome.files)
  else if (outcome.kind === 'unreadable')
    await changeCheck(context.db, key, number, {
      state: 'unreadable',
      sentence: outcome.sentence,
      finishedAt: context.now,
    })
  else {
    const { report, findings, format } = outcome.judged
    const recovered = { ...report, file: check.fileName }
    const reportOf = await agencyOfReport(context, report)
    await changeCheck(context.db, key, number, {
      state: 'done',
      recovered,
      findings,
      format,
      rulesVersion,
      reportOf,
      reportYear: report.year,
      finishedAt: context.now,
    })
  }
  // A visitor's file is not needed any more; an agency's is kept until it is imported or over.
  if (owner === publicOwner || outcome.kind !== 'judged') await dropBytes(context.db, key, number)
  if ((await unreadInLocked(context.db, owner, batchId)) > 0) return
  await markRead(context.db, owner, batchId, context.now)
  for (const each of await checksOf(context.db, owner, batchId))
    if (each.state === 'done')
      await context.send({
        queue: compareQueue,
        key: `${batchId} ${each.number}`,
        payload: { owner, batchId, number: each.number },
      })
}

/** The agency a report names, when exactly one bears or bore that name in its year. */
async function agencyOfReport(
  { db }: Context,
  { agency, year }: Pick<RecoveredReport, 'agency' | 'year'>,
): Promise<string | null> {
  if (agency === null || year === null || year < 1000 || year > 9999) return null
  const called = await agenciesCalled(db, agency, plainDay(`${year}-12-31`))
  return called.length === 1 ? (called[0]?.agencyId ?? null) : null
}

/** The files of an archive take its place, each a check of its own. */
async function takeApart(
  context: Context,
  { owner, batchId, number }: CheckMessage,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const key = { agencyId: owner, batchId }
  if (files.length > filesInArchive) {
    const sentence = `压缩包里有${files.length}个文件，一次最多${filesInArchive}个。请分成几个压缩包。`
    await changeCheck(context.db, key, number, { state: 'unreadable', sentence, finishedAt: context.now })
    return
  }
  // Two archives that end together must not give the same numbers.
  await unreadInLocked(context.db, owner, batchId)
  const last = (await checksOf(context.db, owner, batchId)).at(-1)?.number ?? number
  for (const [at, file] of files.entries()) {
    const next = last + at + 1
    await insertCheck(context.db, key, {
      number: next,
      fileName: shownName(file.name),
      digest: sm3(file.bytes),
      bytes: file.bytes,
    })
    await context.send({
      queue: readQueue,
      key: `${batchId} ${next}`,
      payload: { owner, batchId, number: next },
    })
  }
  await dropCheck(context.db, key, number)
}
