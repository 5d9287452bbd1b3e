import { createTransport } from 'nodemailer'
import { Unavailable } from '../refusals.ts'
import { mailOptions } from './compose.ts'
import type { Mailer } from './mailer.ts'
import { mailRefusals } from './refusals.ts'

/**
 * Letters by SMTP. A server that does not answer, or that asks us to come back later (4xx), gives Unavailable, so that the job
 * tries again; a refused address is our bug or a typing mistake and is thrown as it is.
 * @param url smtp://user:password@host:port or smtps://…
 */
export function smtpMailer(url: string, from: string): Mailer & { close(): void } {
  const transport = createTransport(url, { pool: true } as never)
  return {
    async send(mail) {
      try {
        await transport.sendMail(mailOptions(mail, from))
      } catch (error) {
        const { responseCode = 0, code = '' } = error as { responseCode?: number; code?: string }
        const isPassing = responseCode < 500 && code !== 'EENVELOPE' && code !== 'EAUTH'
        if (!isPassing) throw error
        throw new Unavailable([mailRefusals.unavailable])
      }
    },
    close: () => transport.close(),
  }
}
