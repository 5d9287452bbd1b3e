import { unzipSync } from 'fflate'
import { UnreadableDocument } from '../tree.ts'

/** Largest unpacked size of the whole file that anybody may bring, in bytes. */
const largestDocx = 100 * 1024 * 1024

/**
 * The parts of a Word file by name, within limits.
 * @throws UnreadableDocument when it is damaged, too large, reaches outside itself or is no docx
 */
export function docxParts(bytes: Uint8Array, largest = largestDocx): Record<string, Uint8Array> {
  let total = 0
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize
        if (total > largest) throw new UnreadableDocument('zipTooLarge', '文件展开后过大，已停止处理。')
        if (name.split(/[\\/]/).includes('..')) {
          throw new UnreadableDocument('unsafeZip', '文件里有指向包外的路径，已停止处理。')
        }
        return true
      },
    })
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error
    throw new UnreadableDocument('damagedZip', '文件已损坏，无法解开。请重新保存后再试。')
  }
  if (parts['word/document.xml'] === undefined)
    throw new UnreadableDocument('notDocx', '不是可以处理的 Word 文件（docx）。')
  return parts
}
