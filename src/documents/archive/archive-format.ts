/**
 * The format of a file as an archivist wants to know it: `PDF/A-2a` when the file says of itself that it is made for keeping
 * (ISO 19005, XMP pdfaid), `PDF，不是PDF/A` for any other PDF, else the ending in capitals. What a foreign file says of itself is repeated, not proved.
 */
export function archiveFormat(path: string, bytes: Uint8Array): string {
  const isPdf = Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(path)?.[1]?.toUpperCase() ?? '未知'
  if (!isPdf) return ending === 'PDF' ? 'PDF，不是PDF/A' : ending
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const part = said(text, 'part')
  if (part === null) return 'PDF，不是PDF/A'
  return `PDF/A-${part}${said(text, 'conformance')?.toLowerCase() ?? ''}`
}

/** A property of XMP as element or as attribute. */
function said(text: string, name: string): string | null {
  const match = new RegExp(`pdfaid:${name}(?:>|\\s*=\\s*["'])\\s*([0-9A-Za-z]{1,2})`).exec(text)
  return match?.[1] ?? null
}
