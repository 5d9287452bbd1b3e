import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { sm3 } from '../cipher/digest.ts'
import { composeMail } from './compose.ts'
import type { Mailer } from './mailer.ts'

/** Letters as .eml files in a folder: for the demo and for offices whose mail leaves by hand. The same key is the same file. */
export function outboxFolder(folder: string, from: string, now: () => Date): Mailer {
  return {
    async send(mail) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, `${sm3(mail.key).slice(0, 32)}.eml`)
      const half = `${path}.new-${process.pid}`
      const file = await open(half, 'w', 0o600)
      try {
        await file.writeFile(await composeMail(mail, from, now()))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(half, path)
    },
  }
}
