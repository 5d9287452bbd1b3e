import { defaultLimits } from '../../../documents/read/limits.ts'
import { sniff } from '../../../documents/read/sniff.ts'
import { UnreadableDocument } from '../../../documents/tree.ts'
import type { Reason } from '../../../law/reason.ts'
import { requestRefusals } from '../refusals.ts'

const megabyte = 1024 * 1024

/** What one form may bring: 20 MB a file (law.md 8.1: input is checked), three such files at once. */
export const uploadLimits = { fileBytes: 20 * megabyte, allBytes: 60 * megabyte } as const
/** Files that one application, clarification or answer may hold. */
export const mostFiles = 12

/** Endings that file choosers show first; what decides are the bytes. */
export const uploadEndings =
  '.pdf,.doc,.docx,.wps,.xls,.xlsx,.ofd,.jpg,.jpeg,.png,.gif,.tif,.tiff,.bmp,.webp,.txt'

/** The type of a file that may be kept, told from its bytes alone; or why it may not be. */
export type Accepted = { readonly mediaType: string } | { readonly reason: Reason }

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ofd: 'application/ofd',
  word: 'application/msword',
  sheets: 'application/vnd.ms-excel',
} as const

/** Decides whether an uploaded file may be kept. A text that calls itself a picture is a text, and a program is nothing. */
export function acceptUpload(bytes: Uint8Array): Accepted {
  if (bytes.length === 0) return { reason: requestRefusals['requests.file.empty'] }
  if (bytes.length > uploadLimits.fileBytes) return { reason: requestRefusals['requests.file.tooLarge'] }
  try {
    const kind = sniff(bytes, defaultLimits)
    if (kind === 'image') return { mediaType: imageType(bytes) }
    if (kind === 'text')
      return isText(bytes) && !isMarkup(bytes)
        ? { mediaType: 'text/plain' }
        : { reason: requestRefusals['requests.file.wrongType'] }
    if (kind === 'zip' || kind === 'rtf' || kind === 'mime')
      return { reason: requestRefusals['requests.file.wrongType'] }
    return { mediaType: mediaTypes[kind] }
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error
    return {
      reason:
        error.code === 'encrypted'
          ? requestRefusals['requests.file.locked']
          : requestRefusals['requests.file.wrongType'],
    }
  }
}

const imageTypes: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'image/png'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x47, 0x49, 0x46, 0x38], 'image/gif'],
  [[0x49, 0x49, 0x2a, 0x00], 'image/tiff'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image/tiff'],
  [[0x42, 0x4d], 'image/bmp'],
  [[0x52, 0x49, 0x46, 0x46], 'image/webp'],
]

function imageType(bytes: Uint8Array): string {
  const found = imageTypes.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))
  return found?.[1] ?? 'application/octet-stream'
}

/** Programs and unknown binaries hold zero bytes or many control characters; UTF-16 says so in its first two bytes. */
function isText(bytes: Uint8Array): boolean {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isWide) return true
  const looked = bytes.subarray(0, 64 * 1024)
  let controls = 0
  for (const byte of looked) {
    if (byte === 0) return false
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) controls += 1
  }
  return controls * 100 <= looked.length
}

/** A page or a drawing that could run a script when someone opens the saved file: no plain text, whatever it calls itself. */
function isMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 1024)).replace(/^\uFEFF/, '')
  return (
    /^\s*<(?:!doctype|\?xml|!--|html|head|body|svg|script|iframe|style|meta|link|a|div|p|img)\b/i.test(
      start,
    ) || /<script\b/i.test(start)
  )
}

/** A name to show and to give back: no folders, no control characters, no more than 120 signs. */
export function shownFileName(name: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}"<>:|?*]/gu, '')
    .trim()
    .replace(/^\.+/, '')
  if (bare === '') return '未命名文件'
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(bare)?.[0] ?? ''
  // What would start a program or open in a browser when it is saved and clicked is made a text by its name.
  if (ending !== '' && !uploadEndings.split(',').includes(ending.toLowerCase()))
    return shownFileName(`${bare}.txt`)
  const signs = [...bare]
  if (signs.length <= 120) return bare
  return `${signs.slice(0, 120 - ending.length).join('')}${ending}`
}
