/** A letter by e-mail. Sent by the worker after commit; the key makes a retry harmless. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly key: string
  readonly attachments?: readonly {
    readonly filename: string
    readonly bytes: Uint8Array
    readonly type: string
  }[]
}

export interface Mailer {
  send(mail: Mail): Promise<void>
}
