import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type { SendMailOptions } from 'nodemailer'
import { sm3 } from '../cipher/digest.ts'
import type { Mail } from './mailer.ts'

/**
 * The letter as nodemailer takes it. Its Message-ID comes from the key: when a retry sends it a second time, mailbox programs
 * see the same letter, not another one.
 */
export function mailOptions(mail: Mail, from: string): SendMailOptions {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: `<${sm3(mail.key).slice(0, 32)}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    // A letter names its attachments' bytes itself; no path and no address is ever read on its behalf.
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: (mail.attachments ?? []).map(({ filename, bytes, type }) => ({
      filename,
      content: Buffer.from(bytes),
      contentType: type,
    })),
  }
}

/** The letter as the bytes of an .eml file. */
export function composeMail(mail: Mail, from: string, at: Date): Promise<Buffer> {
  return new MailComposer({ ...mailOptions(mail, from), date: at }).compile().build()
}
