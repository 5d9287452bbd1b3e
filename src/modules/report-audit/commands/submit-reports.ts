import { randomBytes, randomUUID } from 'node:crypto'
import { sm3 } from '../../../platform/cipher/digest.ts'
import { may, type Context } from '../../../platform/context.ts'
import { Forbidden, Invalid, Refused, Unavailable } from '../../../platform/refusals.ts'
import { sql } from 'kysely'
import { judgePermission } from '../words.ts'
import { auditRefusals } from '../refusals.ts'
import { longestQueue, problemsOf, shownName, submissionLimits } from '../rules/submission.ts'
import { batchByRequestKey, dropBatch, filesSince, insertBatch, publicOwner } from '../store/batches.ts'
import { insertCheck, queueLength } from '../store/checks.ts'
import type { CheckDoor } from '../store/tables.ts'
import { readQueue } from '../checks/queues.ts'

export interface Submission {
  readonly door: CheckDoor
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** Where the files came from: limits what one address may send. Kept as a keyed digest only. */
  readonly address: string | null
  /**
   * A key under which sending the same files again is the same batch: drawn into the form, or the API's Idempotency-Key.
   * It opens nothing: the address of the result depends on the files as well.
   */
  readonly key: string | null
  /** Whether the key may be used for other files later (a form that was gone back to). */
  readonly keyMayRepeat: boolean
}

export interface Submitted {
  readonly batchId: string
  /** The unguessable part of the address; null for the console, where a permission guards the result. */
  readonly token: string | null
  readonly expiresAt: Date
  readonly isNew: boolean
}

/**
 * Takes files for judging; they are read by the worker. Anyone may on the portal and over the API, people with the permission in
 * the console (条例第四十七条：主管部门监督检查).
 * @throws Invalid naming every file that cannot be taken, Refused, Forbidden, Unavailable when too many wait
 */
export async function submitReports(context: Context, submission: Submission): Promise<Submitted> {
  const { door, files, key } = submission
  const isPublic = door !== 'console'
  if (!isPublic && (!may(context.actor, judgePermission) || context.agencyId === null))
    throw new Forbidden([auditRefusals['report-audit.permission.missing']])
  const owner = isPublic ? publicOwner : context.agencyId!
  const limits = submissionLimits[door]
  const problems = problemsOf(
    files.map(({ name, bytes }) => ({ name: shownName(name), size: bytes.length })),
    limits,
    'reports',
  )
  if (problems.length > 0) throw new Invalid(problems)

  const digests = files.map(({ bytes }) => sm3(bytes))
  const contentDigest = sm3(files.map(({ name }, at) => `${digests[at]} ${shownName(name)}`).join('\n'))
  const submittedBy =
    context.actor.kind === 'person'
      ? context.actor.personId
      : context.cipher.fingerprint(`judge address ${submission.address ?? ''}`)
  const requestKey =
    key === null
      ? null
      : context.cipher.fingerprint(
          `judge request ${door} ${submittedBy} ${key}${submission.keyMayRepeat ? ` ${contentDigest}` : ''}`,
        )
  const token = isPublic ? tokenOf(context, requestKey, contentDigest) : null
  if (requestKey !== null) {
    // Two sendings at once: the second waits for the first and finds its batch.
    await sql`select pg_advisory_xact_lock(hashtext(${`submit-reports ${requestKey}`}))`.execute(context.db)
    const before = await batchByRequestKey(context.db, owner, requestKey)
    if (before && before.expiresAt > context.now) {
      if (before.contentDigest !== contentDigest)
        throw new Refused([auditRefusals['report-audit.check.keyReused']])
      return { batchId: before.batchId, token, expiresAt: before.expiresAt, isNew: false }
    }
    // Over, only the sweep has not come yet: the same key begins anew.
    if (before) await dropBatch(context.db, owner, before.batchId)
  }
  if (isPublic) {
    const hourAgo = new Date(context.now.getTime() - 3_600_000)
    const sent = await filesSince(context.db, submittedBy, hourAgo)
    if (limits.filesAnHour !== null && sent + files.length > limits.filesAnHour)
      throw new Refused([auditRefusals['report-audit.check.tooMany']])
    if ((await queueLength(context.db)) + files.length > longestQueue)
      throw new Unavailable([auditRefusals['report-audit.check.busy']])
  }

  const batchId = randomUUID()
  const expiresAt = new Date(context.now.getTime() + limits.keptDays * 86_400_000)
  await insertBatch(context.db, {
    agencyId: owner,
    batchId,
    door,
    tokenDigest: token === null ? null : sm3(token),
    requestKey,
    contentDigest,
    submittedBy,
    submittedAt: context.now,
    expiresAt,
  })
  for (const [at, { name, bytes }] of files.entries()) {
    const number = at + 1
    await insertCheck(
      context.db,
      { agencyId: owner, batchId },
      { number, fileName: shownName(name), digest: digests[at]!, bytes },
    )
    await context.send({
      queue: readQueue,
      key: `${batchId} ${number}`,
      payload: { owner, batchId, number },
    })
  }
  await context.journal({
    verb: 'submit-reports',
    subject: { kind: 'reportCheck', id: batchId },
    agencyId: isPublic ? null : owner,
    basis: '条例第四十九条、第五十条',
    detail: { door, files: files.length },
  })
  return { batchId, token, expiresAt, isNew: true }
}

/** With a key the same files get the same address again, which nobody can work out without our secret; else one that is random. */
function tokenOf(context: Context, requestKey: string | null, contentDigest: string): string {
  if (requestKey === null) return randomBytes(24).toString('base64url')
  const secret = context.cipher.fingerprint(`judge token ${requestKey} ${contentDigest}`)
  return Buffer.from(secret, 'hex').subarray(0, 24).toString('base64url')
}
