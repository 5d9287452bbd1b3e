/** A file as a form sends it. */
export interface UploadFile {
  readonly name: string
  readonly bytes: Uint8Array | string
  /** Name of the file input. */
  readonly field?: string
}

/** The body of a form with files, as a browser sends it, with its header. */
export function multipart(
  files: readonly UploadFile[],
  fields: Readonly<Record<string, string>> = {},
): { readonly payload: Buffer; readonly headers: Readonly<Record<string, string>> } {
  const boundary = '----gongkai-test-boundary'
  const parts: Buffer[] = []
  const say = (text: string) => parts.push(Buffer.from(text))
  for (const [name, value] of Object.entries(fields))
    say(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  for (const { name, bytes, field = 'reports' } of files) {
    say(
      `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    )
    parts.push(Buffer.from(bytes))
    say('\r\n')
  }
  say(`--${boundary}--\r\n`)
  const payload = Buffer.concat(parts)
  return {
    payload,
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(payload.length),
    },
  }
}
