import { UnreadableDocument } from '../tree.ts'

/**
 * Takes the page out of a "single file web page" (mht), which Word and browsers save and which is often named .doc.
 * Gives the bytes of its first html part, transfer encoding undone.
 */
export function pageOfMime(bytes: Uint8Array): Uint8Array {
  const source = new TextDecoder('latin1').decode(bytes)
  const part = findPage(source, 0)
  if (part === undefined) {
    throw new UnreadableDocument('noPage', '这个网页归档文件里没有网页正文。请另存为网页或 Word 文件后再试。')
  }
  return part
}

function findPage(source: string, depth: number): Uint8Array | undefined {
  const end = /\r?\n\r?\n/.exec(source)
  if (!end || depth > 4) return undefined
  const head = source.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ')
  const body = source.slice(end.index + end[0].length)
  const type = (/^content-type:\s*([^;\r\n]+)/im.exec(head)?.[1] ?? 'text/plain').trim().toLowerCase()
  if (type.startsWith('multipart/')) {
    const boundary = /boundary="?([^";\r\n]+)"?/i.exec(head)?.[1]?.trim()
    if (boundary === undefined) return undefined
    for (const piece of body.split(`--${boundary}`).slice(1, 200)) {
      const found = findPage(piece.replace(/^\r?\n/, ''), depth + 1)
      if (found) return found
    }
    return undefined
  }
  if (type !== 'text/html') return undefined
  const transfer = (/^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1] ?? '').toLowerCase()
  if (transfer === 'base64')
    return new Uint8Array(Buffer.from(body.replace(/[^A-Za-z0-9+/=]/g, ''), 'base64'))
  if (transfer === 'quoted-printable') return unquote(body)
  return Uint8Array.from(body, (character) => character.charCodeAt(0))
}

function unquote(body: string): Uint8Array {
  const out = new Uint8Array(body.length)
  let length = 0
  for (let at = 0; at < body.length; at += 1) {
    let code = body.charCodeAt(at)
    if (code === 0x3d) {
      const lineEnd = /^=[ \t]*\r?\n/.exec(body.slice(at, at + 20))
      if (lineEnd) {
        at += lineEnd[0].length - 1
        continue
      }
      const value = Number.parseInt(body.slice(at + 1, at + 3), 16)
      if (Number.isFinite(value) && /^[0-9a-f]{2}$/i.test(body.slice(at + 1, at + 3))) {
        code = value
        at += 2
      }
    }
    out[length] = code
    length += 1
  }
  return out.subarray(0, length)
}
