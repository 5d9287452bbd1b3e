import type { Context } from '../context.ts'
import type { Job } from '../room.ts'
import type { Mail } from './mailer.ts'

const mailQueue = 'platform.mail'

/** A letter as it waits: sealed, because its address and words may be personal; the enclosures lie in the file store. */
interface WaitingMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly key: string
  readonly attachments: readonly {
    readonly filename: string
    readonly digest: string
    readonly type: string
  }[]
}

/** Hands a letter to the worker, to be sent after the command has committed; the same key is sent once. */
export async function queueMail(context: Context, mail: Mail): Promise<void> {
  const attachments = []
  for (const { filename, bytes, type } of mail.attachments ?? [])
    attachments.push({ filename, type, digest: await context.files.put(bytes) })
  const waiting: WaitingMail = {
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    key: mail.key,
    attachments,
  }
  await context.send({
    queue: mailQueue,
    key: mail.key,
    payload: { sealed: context.cipher.seal(JSON.stringify(waiting)) },
  })
}

/** Sends one waiting letter. */
export const mailJob: Job = {
  queue: mailQueue,
  async run(context, payload, services) {
    const waiting = JSON.parse(context.cipher.open(String(payload['sealed']))) as WaitingMail
    const attachments = []
    for (const { filename, type, digest } of waiting.attachments)
      attachments.push({ filename, type, bytes: await context.files.get(digest) })
    await services.mail.send({ ...waiting, attachments })
  },
}
